#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-morning-state.h"

#define MINUTES_PER_HOUR 60

/* The person's morning @days after the day of @now. */
static GDateTime *
dup_morning (GDateTime *now,
             int        days,
             guint      begins_minute)
{
  g_autoptr (GDateTime) day = g_date_time_add_days (now, days);

  return g_date_time_new (g_date_time_get_timezone (day), g_date_time_get_year (day),
                          g_date_time_get_month (day), g_date_time_get_day_of_month (day),
                          (int) (begins_minute / MINUTES_PER_HOUR),
                          (int) (begins_minute % MINUTES_PER_HOUR), 0);
}

/**
 * coach_morning_state_init:
 * @self: (out caller-allocates): what to do
 * @diary: the diary
 * @begins_minute: when the person's day begins, in minutes from midnight
 * @now: the local time
 *
 * Finds whether to ask now how it is in the morning, or when.
 */
void
coach_morning_state_init (CoachMorningState *self,
                          CoachDiary        *diary,
                          guint              begins_minute,
                          GDateTime         *now)
{
  g_autoptr (GDateTime) today = dup_morning (now, 0, begins_minute);
  g_autoptr (GDateTime) tomorrow = dup_morning (now, 1, begins_minute);
  const CoachDiarySession *open = coach_diary_find_unasked (diary, COACH_PAIN_NEXT_MORNING, now);

  *self = (CoachMorningState) { 0 };
  if (open != NULL && g_date_time_compare (now, today) >= 0)
    self->session = g_strdup (open->id);
  else if (open != NULL)
    self->next = g_steal_pointer (&today);
  else if (coach_diary_find_unasked (diary, COACH_PAIN_NEXT_MORNING, tomorrow) != NULL)
    self->next = g_steal_pointer (&tomorrow);
}

/**
 * coach_morning_state_clear:
 * @self: what to do
 *
 * Frees what is in it.
 */
void
coach_morning_state_clear (CoachMorningState *self)
{
  g_clear_pointer (&self->session, g_free);
  g_clear_pointer (&self->next, g_date_time_unref);
}
