#define G_LOG_DOMAIN "coach-reminder"

#include "config.h"

#include "coach-reminder-error.h"

G_DEFINE_QUARK (coach-reminder-error-quark, coach_reminder_error)
