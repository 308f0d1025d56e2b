#include "config.h"

#include "coach-voice-error.h"

G_DEFINE_QUARK (coach-voice-error-quark, coach_voice_error)
