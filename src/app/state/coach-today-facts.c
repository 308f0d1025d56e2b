#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-today-facts.h"

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

  self->now = coach_clock_get_local_time (coach_app_context_get_clock (context));
  self->done = g_array_new (FALSE, TRUE, sizeof (CoachChoiceDone));
  self->facts = (CoachChoiceFacts) { .catalog = coach_app_context_get_catalog (context),
                                     .profile = coach_app_context_get_profile (context),
                                     .trend = COACH_TREND_STEADY,
                                     .now = self->now,
                                     .done = (const CoachChoiceDone *) self->done->data,
                                     .n_done = self->done->len };
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
