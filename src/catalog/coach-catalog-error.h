#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachCatalogError:
 * @COACH_CATALOG_ERROR_READ: the file cannot be read, or is too large
 * @COACH_CATALOG_ERROR_SYNTAX: the text is not strict JSON in UTF-8, or steers what shows it
 * @COACH_CATALOG_ERROR_INVALID: a member is missing, unknown, of the wrong type or out of range
 * @COACH_CATALOG_ERROR_REFERENCE: an id that is unknown, or stands twice
 *
 * What can be wrong with content. Messages read `FILE: member.path: what is wrong`.
 */
typedef enum
{
  COACH_CATALOG_ERROR_READ,
  COACH_CATALOG_ERROR_SYNTAX,
  COACH_CATALOG_ERROR_INVALID,
  COACH_CATALOG_ERROR_REFERENCE,
} CoachCatalogError;

#define COACH_CATALOG_ERROR (coach_catalog_error_quark ())
GQuark coach_catalog_error_quark (void);

G_END_DECLS
