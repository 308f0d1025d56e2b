#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-today-facts.h"

/* What was begun longer ago than this says nothing about today. */
#define DAYS_LOOKED_BACK 3

/* A session that was left before any work in it was not done. */
static gboolean
was_done (const CoachDiarySession *session)
{
  if (session->is_completed)
    return TRUE;
  for (guint i = 0; i < session->steps->len; i++)
    if (coach_diary_step_get_worked_s (g_ptr_array_index (session->steps, i)) > 0)
      return TRUE;
  return FALSE;
}

static void
add_done (GArray                  *done,
          const CoachDiarySession *session)
{
  CoachChoiceDone item = { .routine = session->routine };

  g_date_set_dmy (&item.day, (GDateDay) g_date_time_get_day_of_month (session->began),
                  (GDateMonth) g_date_time_get_month (session->began),
                  (GDateYear) g_date_time_get_year (session->began));
  g_array_append_val (done, item);
}

static GArray *
collect_done (CoachDiary *diary,
              GDateTime  *now)
{
  GArray *done = g_array_new (FALSE, TRUE, sizeof (CoachChoiceDone));

  for (guint i = coach_diary_get_n_sessions (diary); i > 0; i--)
    {
      const CoachDiarySession *session = coach_diary_get_session (diary, i - 1);

      if (g_date_time_difference (now, session->began) > DAYS_LOOKED_BACK * G_TIME_SPAN_DAY)
        break;
      if (was_done (session))
        add_done (done, session);
    }
  return done;
}

/**
 * coach_today_facts_init:
 * @self: (out caller-allocates): the facts
 * @context: what pages are given
 *
 * Gathers what today's choice depends on.
 */
void
coach_today_facts_init (CoachTodayFacts *self,
                        CoachAppContext *context)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (COACH_IS_APP_CONTEXT (context));

  self->now = coach_app_context_dup_now (context);
  self->options = coach_app_context_get_plan_options (context);
  self->done = collect_done (coach_app_context_get_diary (context), self->now);
  self->facts = (CoachChoiceFacts) { .catalog = coach_app_context_get_catalog (context),
                                     .profile = coach_app_context_get_profile (context),
                                     .trend = coach_app_context_get_trend (context),
                                     .now = self->now,
                                     .done = (const CoachChoiceDone *) self->done->data,
                                     .n_done = self->done->len,
                                     .options = &self->options };
}

/**
 * coach_today_facts_clear:
 * @self: the facts
 *
 * Frees what they own.
 */
void
coach_today_facts_clear (CoachTodayFacts *self)
{
  g_clear_pointer (&self->now, g_date_time_unref);
  g_clear_pointer (&self->done, g_array_unref);
}
