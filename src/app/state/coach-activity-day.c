#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-activity-day.h"

static char **
find_yes (CoachScreeningRecord *record)
{
  g_auto (GStrv) ids = coach_screening_record_dup_ids (record);
  g_autoptr (GStrvBuilder) yes = g_strv_builder_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const CoachScreeningAnswer *answer = coach_screening_record_get (record, ids[i]);

      if (answer != NULL && answer->answer == COACH_ANSWER_YES)
        g_strv_builder_add (yes, ids[i]);
    }
  return g_strv_builder_end (yes);
}

/* Of the notes only this one matters to advice, and it needs no more than today. */
static char **
find_notes (CoachCatalog    *catalog,
            const CoachPain *pain)
{
  const CoachTrendConstants *constants
      = coach_pain_guide_get_constants (coach_catalog_get_pain_guide (catalog));
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();

  if (pain != NULL && coach_pain_get_worst (pain) >= constants->severe_one)
    g_strv_builder_add (notes, "severe-pain");
  return g_strv_builder_end (notes);
}

/* What is as urgent as today blocks activities one way, all else another way. */
static void
take_decision (CoachActivityDay       *self,
               CoachScreeningDecision *decision)
{
  CoachScreeningOutcome outcome = coach_screening_decision_get_outcome (decision);

  self->decision = coach_screening_decision_ref (decision);
  self->facts.is_blocked = outcome >= COACH_SCREENING_SAME_DAY;
  self->facts.no_exercise
      = !self->facts.is_blocked && coach_screening_decision_is_blocked (decision);
  self->facts.limits = coach_screening_decision_get_limits (decision);
}

/**
 * coach_activity_day_new:
 * @catalog: the catalogue
 * @record: the answers to the warning-sign questions
 * @decision: (nullable): what they come to; %NULL when that is not known
 * @trend: the trend
 * @pain: (nullable): the check-in of today, else the newest one at most 24 hours old
 *
 * Gathers what advice on everyday activities depends on.
 *
 * Returns: (transfer full): the day
 */
CoachActivityDay *
coach_activity_day_new (CoachCatalog           *catalog,
                        CoachScreeningRecord   *record,
                        CoachScreeningDecision *decision,
                        CoachTrend              trend,
                        const CoachPain        *pain)
{
  CoachActivityDay *self;

  g_return_val_if_fail (COACH_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (COACH_IS_SCREENING_RECORD (record), NULL);

  self = g_new0 (CoachActivityDay, 1);
  self->answers = find_yes (record);
  self->notes = find_notes (catalog, pain);
  self->facts.trend = trend;
  self->facts.answers = (const char * const *) self->answers;
  self->facts.notes = (const char * const *) self->notes;
  if (decision != NULL)
    take_decision (self, decision);
  if (pain != NULL)
    {
      self->pain = *pain;
      self->facts.pain = &self->pain;
    }
  return self;
}

/* Yesterday evening's counts until another is there, see activities.json, "rules". */
static const CoachPain *
find_pain (CoachDiary *diary,
           GDateTime  *now)
{
  const CoachPain *pain = coach_diary_get_pain_of (diary, now);
  guint n = coach_diary_get_n_checkins (diary);

  for (guint i = n; pain == NULL && i > 0; i--)
    {
      const CoachCheckin *checkin = coach_diary_get_checkin (diary, i - 1);
      GTimeSpan age = g_date_time_difference (now, checkin->when);

      if (age >= 0 && age <= G_TIME_SPAN_DAY)
        pain = &checkin->pain;
    }
  return pain;
}

/**
 * coach_activity_day_from_context:
 * @context: the content and the person
 *
 * Gathers what advice depends on now.
 *
 * Returns: (transfer full): the day
 */
CoachActivityDay *
coach_activity_day_from_context (CoachAppContext *context)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  now = coach_app_context_dup_now (context);
  return coach_activity_day_new (
      coach_app_context_get_catalog (context),
      coach_profile_get_screening (coach_app_context_get_profile (context)),
      coach_app_context_get_decision (context), coach_app_context_get_trend (context),
      find_pain (coach_app_context_get_diary (context), now));
}

/**
 * coach_activity_day_free:
 * @day: a day
 *
 * Frees it.
 */
void
coach_activity_day_free (CoachActivityDay *day)
{
  g_clear_pointer (&day->decision, coach_screening_decision_unref);
  g_strfreev (day->answers);
  g_strfreev (day->notes);
  g_free (day);
}
