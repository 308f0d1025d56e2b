#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-studio-error.h"

G_DEFINE_QUARK (coach-studio-error-quark, coach_studio_error)
