#include "config.h"

#include "report-fixture.h"

static const char * const zone_heads[] = { "Zone", "First week", "Worst", "Last week", "Worst", NULL };
static const guint zone_shares[] = { 3, 2, 2, 2, 2 };
static const char * const done_heads[] = { "Move", "Times", "Left", "Right", NULL };
static const guint done_shares[] = { 5, 1, 1, 1 };
static const char * const list_heads[] = { "", "", NULL };
static const guint list_shares[] = { 1, 3 };

static guint
count_rows (ReportSize size)
{
  switch (size)
    {
    case REPORT_EMPTY:
      return 0;
    case REPORT_SMALL:
      return 3;
    case REPORT_HUGE:
    default:
      return 400;
    }
}

static void
add_points (CoachClinicianReport *report,
            ReportSize            size)
{
  for (guint i = 0; size != REPORT_EMPTY && i < report->n_days; i++)
    for (guint side = 0; side < COACH_REPORT_CHARTS; side++)
      {
        CoachReachPoint point = { .day = i, .reach = 5 - MIN (i / 3 + side, 5), .score = 10 - i % 11,
                                  .flags = i % 5 == 1 ? COACH_PAIN_NUMBNESS : 0 };

        g_array_append_val (report->charts[side].points, point);
      }
}

static void
add_zones (CoachClinicianReport *report,
           ReportSize            size)
{
  CoachReportTable *table = coach_clinician_report_add_table (
      report, 0, "Pain by zone", zone_heads, zone_shares, "No check-in in this time.");

  for (guint i = 0; i < (size == REPORT_EMPTY ? 0 : COACH_N_ZONES); i++)
    coach_report_table_add_row (table, coach_zone_get_id (i), "5.0", "6", "2.5", "4", NULL);
}

static void
add_list (CoachClinicianReport *report,
          guint                 page,
          const char           *title,
          const char           *words,
          guint                 n_rows)
{
  CoachReportTable *table = coach_clinician_report_add_table (report, page, title, list_heads,
                                                              list_shares, "None in this time.");

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *first = g_strdup_printf ("%s %u", title, i + 1);

      coach_report_table_add_row (table, first, words, NULL);
    }
}

static void
add_done (CoachClinicianReport *report,
          guint                 n_rows)
{
  CoachReportTable *table = coach_clinician_report_add_table (
      report, 1, "What was done", done_heads, done_shares, "No session in this time.");

  for (guint i = 0; i < n_rows; i++)
    coach_report_table_add_row (table, "Lying figure four", "11", "12 min", "10 min", NULL);
}

CoachClinicianReport *
report_fixture_make (ReportSize size,
                     gboolean   is_rtl)
{
  static const char long_words[]
      = "Burning, electric, tingling or numb, and a good many more words than any row has room for, "
        "so that it has to be cut at its end whatever language it was written in, and then some.";
  CoachClinicianReport *report = coach_clinician_report_new ();
  guint n_rows = count_rows (size);
  const char *words = size == REPORT_HUGE ? long_words : "Pulling, 3 of 10, went on";

  report->title = g_strdup ("Report for the clinician");
  report->period = g_strdup ("9 November 2026 to 22 November 2026");
  report->origin = g_strdup ("Made with Lowtide 0.1.0 on 22 November 2026.");
  report->disclaimer = g_strdup ("Lowtide is general education and makes no diagnosis. All of this "
                                 "was entered by the person.");
  report->trend_title = g_strdup ("Pulling back up");
  report->trend_text = g_strdup (size == REPORT_HUGE ? long_words : "It no longer reaches as far.");
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (report->notes, g_strdup (words));
  report->charts[0].title = g_strdup ("Left leg");
  report->charts[1].title = g_strdup ("Right leg");
  report->chart_caption = g_strdup ("The larger a dot, the sorer the day.");
  g_date_clear (&report->first_day, 1);
  g_date_set_dmy (&report->first_day, 9, 11, 2026);
  report->n_days = size == REPORT_HUGE ? 365 : 14;
  report->is_rtl = is_rtl;
  report->made = g_date_time_new_utc (2026, 11, 22, 18, 0, 0);
  add_points (report, size);
  add_zones (report, size);
  add_list (report, 0, "Flags", words, size == REPORT_HUGE ? n_rows : 2);
  add_list (report, 0, "Keeping at it", words, n_rows);
  add_done (report, n_rows);
  add_list (report, 1, "What hurt", words, n_rows);
  add_list (report, 1, "Left out for now", words, size == REPORT_HUGE ? 1 : n_rows);
  add_list (report, 1, "Warning signs", words, n_rows);
  return report;
}
