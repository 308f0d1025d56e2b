#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-report-state-private.h"

#include <glib/gi18n.h>

#include "coach-phrases.h"
#include "coach-progress-words.h"

/* The first page: pain, and what was kept to. */

static gboolean
has_pain (const CoachProgress *progress,
          CoachZone            zone)
{
  for (guint i = 0; i < progress->n_days; i++)
    if (coach_progress_get_day (progress, i)->scores[zone] > 0)
      return TRUE;
  return FALSE;
}

static char *
describe_week (const CoachProgress     *progress,
               const CoachProgressWeek *week,
               CoachZone                zone)
{
  guint worst;
  double mean = coach_progress_get_zone_mean (progress, week, zone, &worst);
  g_autofree char *digits = coach_progress_format_mean (mean);

  if (week->n_checkin_days == 0)
    return g_strdup ("–");
  /* Translators: the mean of a week and its highest number: "2.4, worst 5" */
  return g_strdup_printf (_("%s, worst %u"), digits, worst);
}

static char *
describe_all (const CoachProgress *progress,
              CoachZone            zone)
{
  CoachProgressWeek all = { .n_days = progress->n_days,
                            .n_checkin_days = progress->n_checkin_days };

  return describe_week (progress, &all, zone);
}

static void
add_zones (CoachClinicianReport   *report,
           const CoachReportFacts *facts)
{
  const char * const heads[] = { C_ ("report", "Zone"), C_ ("report", "First week, mean"),
                                 C_ ("report", "Last week, mean"),
                                 C_ ("report", "Whole time, mean"), NULL };
  const guint shares[] = { 4, 3, 3, 3 };
  CoachPainGuide *guide = coach_catalog_get_pain_guide (facts->catalog);
  CoachReportTable *table = coach_clinician_report_add_table (
      report, 0, _("Pain by zone"), heads, shares, _("No pain was marked in this time."));

  for (CoachZone zone = 0; zone < COACH_N_ZONES; zone++)
    {
      g_autofree char *first = describe_week (facts->progress, &facts->progress->first_week, zone);
      g_autofree char *last = describe_week (facts->progress, &facts->progress->last_week, zone);
      g_autofree char *all = describe_all (facts->progress, zone);

      if (has_pain (facts->progress, zone))
        coach_report_table_add_row (table, coach_pain_guide_get_zone_name (guide, zone), first, last,
                                    all, NULL);
    }
}

/* On how many days, and when last. */
static char *
describe_flag (const CoachProgress *progress,
               guint                side,
               CoachPainFlags       flag)
{
  guint n_days = 0;
  GDate last;
  g_autofree char *day = NULL;

  for (guint i = 0; i < progress->n_days; i++)
    if ((coach_progress_get_day (progress, i)->flags[side] & flag) != 0)
      {
        n_days++;
        last = coach_progress_get_date (progress, i);
      }
  if (n_days == 0)
    return g_strdup ("–");
  day = coach_phrases_format_day (&last);
  /* Translators: on how many days, and the last of them: "3 days, last on 12 November" */
  return g_strdup_printf (ngettext ("%u day, on %s", "%u days, last on %s", n_days), n_days, day);
}

static gboolean
has_flags (const CoachProgress *progress,
           guint                side)
{
  for (guint i = 0; i < progress->n_days; i++)
    if (coach_progress_get_day (progress, i)->flags[side] != 0)
      return TRUE;
  return FALSE;
}

static void
add_flags (CoachClinicianReport   *report,
           const CoachReportFacts *facts)
{
  const char * const heads[] = { C_ ("report", "Leg"), C_ ("report", "Numb or tingling"),
                                 C_ ("report", "Weak"), C_ ("report", "Burning"), NULL };
  const guint shares[] = { 4, 3, 3, 3 };
  CoachReportTable *table = coach_clinician_report_add_table (
      report, 0, _("Numbness, weakness, burning"), heads, shares,
      _("None was marked in this time."));

  for (guint side = 0; side < COACH_N_PROGRESS_SIDES; side++)
    {
      g_autofree char *numb = describe_flag (facts->progress, side, COACH_PAIN_NUMBNESS);
      g_autofree char *weak = describe_flag (facts->progress, side, COACH_PAIN_WEAKNESS);
      g_autofree char *burning = describe_flag (facts->progress, side, COACH_PAIN_BURNING);

      if (has_flags (facts->progress, side))
        coach_report_table_add_row (table,
                                    side == COACH_PROGRESS_LEFT ? _("Left leg") : _("Right leg"),
                                    numb, weak, burning, NULL);
    }
}

static void
add_fact (CoachReportTable *table,
          const char       *name,
          char             *value)
{
  coach_report_table_add_row (table, name, value, NULL);
  g_free (value);
}

/* Check-ins and sessions; rest is a part of it, and nothing counts against anybody. */
static void
add_kept (CoachReportTable    *table,
          const CoachProgress *progress)
{
  g_autofree char *worst = coach_progress_describe_worst (progress);

  add_fact (table, _("Days with a check-in"),
            g_strdup_printf (ngettext ("%u of %u day", "%u of %u days", progress->n_days),
                             progress->n_checkin_days, progress->n_days));
  if (worst != NULL)
    add_fact (table, _("Worst pain of the day, weekly mean"), g_steal_pointer (&worst));
  add_fact (table, _("Days with a session"),
            g_strdup_printf (ngettext ("%u of %u day", "%u of %u days", progress->n_days),
                             progress->n_session_days, progress->n_days));
  if (progress->n_excused > 0)
    add_fact (table, _("Days for rest"),
              g_strdup_printf (ngettext ("%u day", "%u days", progress->n_excused),
                               progress->n_excused));
  add_fact (table, _("Sessions"), g_strdup_printf ("%u", progress->n_sessions));
  add_fact (table, _("Sessions a week, the oldest week first"),
            coach_progress_describe_weeks (progress));
  add_fact (table, _("Time of exercise"), coach_progress_format_time (progress->worked_s));
}

static guint
count_packs (const CoachReportFacts *facts)
{
  guint n_packs = 0;

  for (guint i = 0; i < facts->records->packs->len; i++)
    {
      const CoachDiaryPack *pack = g_ptr_array_index (facts->records->packs, i);
      GDate day = coach_diary_day_of (pack->began);
      int index = g_date_days_between (&facts->progress->first, &day);

      n_packs += index >= 0 && index < (int) facts->progress->n_days ? 1 : 0;
    }
  return n_packs;
}

static void
add_sitting (CoachReportTable    *table,
             const CoachProgress *progress)
{
  if (progress->n_sitting_days == 0)
    return;
  add_fact (table, _("Sitting at the computer, a day"),
            coach_progress_format_time (progress->sat_s / progress->n_sitting_days));
  add_fact (table, _("Breaks, a day"),
            coach_progress_format_mean ((double) progress->n_breaks / progress->n_sitting_days));
}

static void
add_adherence (CoachClinicianReport   *report,
               const CoachReportFacts *facts)
{
  const char * const heads[] = { "", "", NULL };
  const guint shares[] = { 1, 1 };
  CoachReportTable *table = coach_clinician_report_add_table (report, 0, _("What was kept to"),
                                                              heads, shares, "");
  guint n_packs = count_packs (facts);

  add_kept (table, facts->progress);
  add_sitting (table, facts->progress);
  if (n_packs > 0)
    add_fact (table, _("Warm and cold packs"), g_strdup_printf ("%u", n_packs));
}

void
coach_report_state_add_pain (CoachClinicianReport   *report,
                             const CoachReportFacts *facts)
{
  add_zones (report, facts);
  add_flags (report, facts);
  add_adherence (report, facts);
}
