#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachStudioError:
 * @COACH_STUDIO_ERROR_READ: a file cannot be read, or is too large
 * @COACH_STUDIO_ERROR_INVALID: a member is missing, unknown, of the wrong type or out of range
 * @COACH_STUDIO_ERROR_REFERENCE: a name that nothing has
 * @COACH_STUDIO_ERROR_RENDER: a picture or clip cannot be made or written
 *
 * What can go wrong in the studio. Messages about files read `FILE: member.path: what is wrong`.
 */
typedef enum
{
  COACH_STUDIO_ERROR_READ,
  COACH_STUDIO_ERROR_INVALID,
  COACH_STUDIO_ERROR_REFERENCE,
  COACH_STUDIO_ERROR_RENDER,
} CoachStudioError;

#define COACH_STUDIO_ERROR (coach_studio_error_quark ())
GQuark coach_studio_error_quark (void);

G_END_DECLS
