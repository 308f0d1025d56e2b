#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachVoiceError:
 * @COACH_VOICE_ERROR_ABSENT: there is no speech server
 * @COACH_VOICE_ERROR_LOST: it has died, or does not answer in time
 * @COACH_VOICE_ERROR_REFUSED: it will not or cannot do that
 *
 * Why the speech server does not do what it was asked for.
 */
typedef enum
{
  COACH_VOICE_ERROR_ABSENT,
  COACH_VOICE_ERROR_LOST,
  COACH_VOICE_ERROR_REFUSED
} CoachVoiceError;

#define COACH_VOICE_ERROR (coach_voice_error_quark ())
GQuark coach_voice_error_quark (void);

G_END_DECLS
