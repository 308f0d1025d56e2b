#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-activity-advice.h"

/* The rules are those of activities.json, "conditions" and "rules". */

/* Whether a condition on a list matters and is not met. */
static gboolean
lacks_any (char               **wanted,
           const char * const  *found)
{
  if (wanted[0] == NULL)
    return FALSE;
  for (guint i = 0; found != NULL && wanted[i] != NULL; i++)
    if (g_strv_contains (found, wanted[i]))
      return FALSE;
  return TRUE;
}

/* The same for bits, of which one must be there. */
static gboolean
lacks_bits (guint wanted,
            guint found)
{
  return wanted != 0 && (wanted & found) == 0;
}

/* Nobody who did not say how it is today is told about a pain. */
static gboolean
lacks_pain (const CoachActivityWhen *when,
            const CoachPain         *pain)
{
  if (pain == NULL)
    return when->flags != 0 || when->leg_min > 0 || when->pain_min > 0;
  return lacks_bits (when->flags, coach_pain_get_flags (pain))
         || coach_pain_get_leg (pain) < when->leg_min
         || coach_pain_get_worst (pain) < when->pain_min;
}

/* Without a check-in the trend counts as unknown besides what it was: the more careful row wins,
 * since rows go from the most careful to the least. */
static guint
get_trend_bits (const CoachActivityFacts *facts)
{
  guint bits = 1u << facts->trend;

  return facts->pain != NULL ? bits : bits | 1u << COACH_TREND_NOT_ENOUGH_DATA;
}

static gboolean
row_holds (const CoachActivityWhen  *when,
           const CoachActivityFacts *facts)
{
  gboolean is_blocked = facts->is_blocked || facts->trend == COACH_TREND_URGENT;
  guint colours = facts->has_last_time ? 1u << facts->last_time : 0;

  return !(when->blocked && !is_blocked)
         && !(when->no_exercise && !facts->no_exercise)
         && !lacks_bits (when->trends, get_trend_bits (facts))
         && !lacks_bits (when->colours, colours)
         && !lacks_pain (when, facts->pain)
         && !lacks_any (when->limits, facts->limits)
         && !lacks_any (when->answers, facts->answers)
         && !lacks_any (when->notes, facts->notes);
}

/* The last row always holds. */
static guint
find_row (CoachActivity            *activity,
          const CoachActivityFacts *facts)
{
  guint index = 0;

  while (!row_holds (&coach_activity_get_row (activity, index)->when, facts))
    index++;
  return index;
}

/* Whether a check-in could have led to another row. */
static gboolean
depends_on_checkin (CoachActivity *activity,
                    guint          index)
{
  for (guint i = 0; i <= index; i++)
    {
      const CoachActivityWhen *when = &coach_activity_get_row (activity, i)->when;

      if (when->flags != 0 || when->leg_min > 0 || when->pain_min > 0 || when->trends != 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * coach_activity_advise:
 * @activity: an activity
 * @facts: what is known of the person and the day
 *
 * Says whether to do an activity today, and how: the first row whose conditions all hold. Without a
 * check-in of today nothing is simply allowed.
 *
 * Returns: the advice; its text belongs to @activity
 */
CoachActivityAdvice
coach_activity_advise (CoachActivity            *activity,
                       const CoachActivityFacts *facts)
{
  CoachActivityAdvice advice = { COACH_ACTIVITY_SKIP, "", FALSE };
  const CoachActivityRow *row;
  guint index;

  g_return_val_if_fail (COACH_IS_ACTIVITY (activity), advice);
  g_return_val_if_fail (facts != NULL, advice);

  index = find_row (activity, facts);
  row = coach_activity_get_row (activity, index);
  advice.verdict = row->verdict;
  advice.text = row->text;
  if (facts->pain != NULL)
    return advice;
  advice.verdict = MAX (advice.verdict, COACH_ACTIVITY_MODIFY);
  advice.asks_checkin = depends_on_checkin (activity, index);
  return advice;
}

/**
 * coach_activity_find_other:
 * @catalog: the catalogue
 * @activity: an activity that is left out today
 * @facts: what is known of the person and the day
 *
 * Looks for what may be done today instead: the first other activity that is not left out.
 *
 * Returns: (transfer none) (nullable): an activity
 */
CoachActivity *
coach_activity_find_other (CoachCatalog             *catalog,
                           CoachActivity            *activity,
                           const CoachActivityFacts *facts)
{
  GListModel *activities;

  g_return_val_if_fail (COACH_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (COACH_IS_ACTIVITY (activity), NULL);
  g_return_val_if_fail (facts != NULL, NULL);

  activities = coach_catalog_get_activities (catalog);
  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (CoachActivity) other = g_list_model_get_item (activities, i);

      if (other != activity
          && coach_activity_advise (other, facts).verdict != COACH_ACTIVITY_SKIP)
        return other;
    }
  return NULL;
}
