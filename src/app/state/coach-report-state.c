#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-report-state-private.h"

#include <glib/gi18n.h>

#include "coach-progress-words.h"

static void
describe_origin (CoachClinicianReport   *report,
                 const CoachReportFacts *facts)
{
  GDate today = coach_diary_day_of (facts->now);
  GDate last = coach_progress_get_date (facts->progress, facts->progress->n_days - 1);
  g_autofree char *day = coach_progress_format_date (&today);

  report->title = g_strdup (_("Sciatica diary: report for the clinician"));
  report->period = coach_progress_format_period (&facts->progress->first, &last);
  /* Translators: a version and a day */
  report->origin = g_strdup_printf (_("Made with Lowtide %s on %s. All of it was entered by the "
                                      "person themselves, on a scale from 0 to 10."),
                                    PACKAGE_VERSION, day);
  report->disclaimer = g_strdup (_("Lowtide is general education and no medical device. It makes no "
                                   "diagnosis and takes the place of no examination."));
}

static void
describe_trend (CoachClinicianReport   *report,
                const CoachReportFacts *facts)
{
  CoachPainGuide *guide = coach_catalog_get_pain_guide (facts->catalog);
  const CoachTrendAdvice *advice = coach_pain_guide_get_advice (guide, facts->trend->overall);

  report->trend_title = g_strdup (advice->title);
  report->trend_text = g_strdup (advice->text);
  for (guint i = 0; facts->trend->notes[i] != NULL; i++)
    g_ptr_array_add (report->notes,
                     g_strdup (coach_pain_guide_get_note (guide, facts->trend->notes[i])));
}

static void
describe_charts (CoachClinicianReport   *report,
                 const CoachReportFacts *facts)
{
  report->first_day = facts->progress->first;
  report->n_days = facts->progress->n_days;
  report->charts[COACH_PROGRESS_LEFT].title = g_strdup (_("Left leg"));
  report->charts[COACH_PROGRESS_RIGHT].title = g_strdup (_("Right leg"));
  for (guint side = 0; side < COACH_N_PROGRESS_SIDES; side++)
    {
      GArray *points = facts->progress->reach[side];

      g_array_append_vals (report->charts[side].points, points->data, points->len);
    }
  report->chart_caption
      = g_strdup (_("How far down it reached with 2 of 10 or more, a dot a day with a check-in. "
                    "The larger a dot, the sorer. A hollow dot is a day without pain worth noting; "
                    "a ring is a leg that was numb, weak or burning."));
}

/**
 * coach_report_state_from:
 * @facts: what it is made of
 *
 * Puts a report for the clinician into words.
 *
 * Returns: (transfer full): a report
 */
CoachClinicianReport *
coach_report_state_from (const CoachReportFacts *facts)
{
  CoachClinicianReport *report;

  g_return_val_if_fail (facts != NULL && facts->progress != NULL && facts->trend != NULL, NULL);
  g_return_val_if_fail (COACH_IS_CATALOG (facts->catalog), NULL);
  g_return_val_if_fail (COACH_IS_PROFILE (facts->profile), NULL);

  report = coach_clinician_report_new ();
  report->is_rtl = facts->is_rtl;
  report->made = g_date_time_ref (facts->now);
  describe_origin (report, facts);
  describe_trend (report, facts);
  describe_charts (report, facts);
  coach_report_state_add_pain (report, facts);
  coach_report_state_add_done (report, facts);
  return report;
}
