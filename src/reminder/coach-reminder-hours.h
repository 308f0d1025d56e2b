#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COACH_REMINDER_MAX_RANGES 8

/**
 * CoachReminderHours:
 * @n_ranges: how many there are; with none, a reminder may come at any time
 * @ranges: the ranges of a day, in minutes from midnight: from begins to ends, which is not within;
 *   one that ends before it begins goes over midnight
 *
 * The hours of a day in which reminders may come.
 */
typedef struct
{
  guint n_ranges;
  struct
  {
    guint begins;
    guint ends;
  } ranges[COACH_REMINDER_MAX_RANGES];
} CoachReminderHours;

gboolean   coach_reminder_hours_parse       (const char                *text,
                                             CoachReminderHours        *hours,
                                             GError                   **error);
char      *coach_reminder_hours_to_text     (const CoachReminderHours  *hours);
gboolean   coach_reminder_hours_contain     (const CoachReminderHours  *hours,
                                             GDateTime                 *time);
GDateTime *coach_reminder_hours_next_change (const CoachReminderHours  *hours,
                                             GDateTime                 *after);

G_END_DECLS
