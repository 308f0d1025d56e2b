#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachReminderError:
 * @COACH_REMINDER_ERROR_HOURS: a text is not one of hours
 * @COACH_REMINDER_ERROR_DAMAGED: a kept state could not be understood
 * @COACH_REMINDER_ERROR_NEWER: a kept state is of a newer version
 *
 * Why the reminder could not use what it was given.
 */
typedef enum
{
  COACH_REMINDER_ERROR_HOURS,
  COACH_REMINDER_ERROR_DAMAGED,
  COACH_REMINDER_ERROR_NEWER,
} CoachReminderError;

#define COACH_REMINDER_ERROR (coach_reminder_error_quark ())
GQuark coach_reminder_error_quark (void);

G_END_DECLS
