#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-progress-facts.h"

/* What progress is made of, from what pages are given. */

/* Before a period, for whether its first days were for rest: see coach-progress-excuses.c. */
#define DAYS_BEFORE 35
/* The page says that nothing was kept at all when there is nothing in as long as this. */
#define DAYS_OF_A_YEAR (52 * 7)

/* The day since which a warning sign has kept exercises off; not valid when none does. */
static GDate
find_block (CoachAppContext *context)
{
  CoachScreeningDecision *decision = coach_app_context_get_decision (context);
  CoachScreeningRecord *record
      = coach_profile_get_screening (coach_app_context_get_profile (context));
  GDate since;

  g_date_clear (&since, 1);
  for (guint i = 0; i < coach_screening_decision_get_n_findings (decision); i++)
    {
      const CoachScreeningFinding *finding = coach_screening_decision_get_finding (decision, i);
      const CoachScreeningAnswer *answer;
      const GDate *day;

      if (!finding->blocks || finding->question == NULL)
        continue;
      answer = coach_screening_record_get (record, finding->question->id);
      if (answer == NULL)
        continue;
      day = g_date_valid (&answer->first_yes) ? &answer->first_yes : &answer->answered;
      if (g_date_valid (day) && (!g_date_valid (&since) || g_date_compare (day, &since) < 0))
        since = *day;
    }
  return since;
}

/**
 * coach_progress_facts_get_span:
 * @context: what pages are given
 * @zoom: how much time
 * @n_back: how many times as much lies between its end and today
 * @from: (out): the first day to read
 * @to: (out): the last day to read
 *
 * Finds which days of the diary a look needs: those it shows, those before them that tell whether
 * they were for rest, and enough to see whether anything was kept at all.
 */
void
coach_progress_facts_get_span (CoachAppContext   *context,
                               CoachProgressZoom  zoom,
                               guint              n_back,
                               GDate             *from,
                               GDate             *to)
{
  GDate today, first;

  g_return_if_fail (COACH_IS_APP_CONTEXT (context));
  g_return_if_fail (from != NULL && to != NULL);

  coach_app_context_get_today (context, &today);
  coach_progress_zoom_get_period (zoom, &today, n_back, &first, to);
  *from = *to;
  g_date_subtract_days (from, DAYS_OF_A_YEAR);
  if (g_date_compare (&first, from) < 0)
    *from = first;
  coach_progress_facts_widen (from, to);
}

/**
 * coach_progress_facts_widen:
 * @from: (inout): the first day that is counted, then the first to read
 * @to: (inout): the same of the last day
 *
 * Takes in what lies around some days and is needed to count them.
 */
void
coach_progress_facts_widen (GDate *from,
                            GDate *to)
{
  g_return_if_fail (from != NULL && to != NULL);

  g_date_subtract_days (from, DAYS_BEFORE);
  /* After a journey west, what was kept today may be dated tomorrow. */
  g_date_add_days (to, 1);
}

/**
 * coach_progress_facts_count:
 * @context: what pages are given
 * @records: what was read
 * @zoom: how much time
 * @n_back: how many times as much lies between its end and today
 *
 * Counts what a look shows.
 *
 * Returns: (transfer full): the numbers
 */
CoachProgress *
coach_progress_facts_count (CoachAppContext         *context,
                            const CoachDiaryRecords *records,
                            CoachProgressZoom        zoom,
                            guint                    n_back)
{
  GDate today, first, last;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  coach_app_context_get_today (context, &today);
  coach_progress_zoom_get_period (zoom, &today, n_back, &first, &last);
  return coach_progress_facts_count_days (context, records, &first, &last);
}

/**
 * coach_progress_facts_count_days:
 * @context: what pages are given
 * @records: what was read
 * @first: the first day
 * @last: the last day
 *
 * Counts what some days come to.
 *
 * Returns: (transfer full): the numbers
 */
CoachProgress *
coach_progress_facts_count_days (CoachAppContext         *context,
                                 const CoachDiaryRecords *records,
                                 const GDate             *first,
                                 const GDate             *last)
{
  g_autoptr (GDateTime) now = NULL;
  GDate blocked_since;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (records != NULL && first != NULL && last != NULL, NULL);

  now = coach_app_context_dup_now (context);
  blocked_since = find_block (context);
  return coach_progress_from (&(CoachProgressFacts) {
      .records = records,
      .catalog = coach_app_context_get_catalog (context),
      .now = now,
      .first = *first,
      .last = *last,
      .flare_since = coach_profile_get_flare_since (coach_app_context_get_profile (context)),
      .blocked_since = &blocked_since,
  });
}
