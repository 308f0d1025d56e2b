#pragma once

#include "coach-autostart.h"

G_BEGIN_DECLS

/**
 * CoachRemindersState:
 * @is_on: whether reminders come, now or after the next login
 * @can_switch: whether the switch may be used just now
 * @status: how it is, in a sentence
 * @problem: (nullable): what went wrong, in a sentence
 * @source: what tells whether somebody sits here
 * @server: whether reminders can be shown, in a sentence
 *
 * What Preferences tells of the reminder.
 */
typedef struct
{
  gboolean    is_on;
  gboolean    can_switch;
  const char *status;
  const char *problem;
  const char *source;
  const char *server;
} CoachRemindersState;

void coach_reminders_state_init (CoachRemindersState       *state,
                                 const CoachAutostartFacts *start,
                                 const CoachReminderFacts  *told);

G_END_DECLS
