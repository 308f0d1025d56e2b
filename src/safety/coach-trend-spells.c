#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-trend-private.h"

/* Since when a trend is what it is. It decides whether the warning-sign questions that follow from it
 * have been answered since. It is looked up in the check-ins each time, so that one that was wrong
 * and was taken out leaves nothing behind. */

/* What a spell is a spell of. */
typedef gboolean (*Spell) (const CoachTrendReport *report);

static gboolean
is_spreading (const CoachTrendReport *report)
{
  return report->overall == COACH_TREND_SPREADING;
}

static gboolean
is_newly_numb (const CoachTrendReport *report)
{
  return coach_trend_report_has_note (report, "numbness-new-left")
         || coach_trend_report_has_note (report, "numbness-new-right");
}

static gboolean
is_severe (const CoachTrendReport *report)
{
  return coach_trend_report_has_note (report, "severe-pain");
}

static guint
get_newest (GArray *days)
{
  return g_array_index (days, CoachTrendDay, days->len - 1).number;
}

static void
drop_newest (GArray *days)
{
  g_array_set_size (days, days->len - 1);
}

static void
set_day (GDate *day,
         guint  number)
{
  g_date_clear (day, 1);
  g_date_set_julian (day, number);
}

/* The first of the check-in days in a row on which it was so. */
static void
find_beginning (GDate               *since,
                CoachPainGuide      *guide,
                GArray              *all,
                const CoachReviewed *reviewed,
                Spell                spell)
{
  g_autoptr (GArray) days = g_array_copy (all);

  for (; days->len > 0; drop_newest (days))
    {
      g_autoptr (CoachTrendReport) report = coach_trend_judge (guide, days, reviewed,
                                                               get_newest (days));

      if (!spell (report))
        return;
      set_day (since, get_newest (days));
    }
}

/* An urgent verdict is over on the next check-in day, or when nobody has checked in for long. */
static guint
find_end (GArray                    *all,
          guint                      n_days,
          const CoachTrendConstants *constants)
{
  guint end = g_array_index (all, CoachTrendDay, n_days - 1).number + constants->urgent_hold + 1;

  return n_days < all->len ? MIN (end, g_array_index (all, CoachTrendDay, n_days).number) : end;
}

static void
find_urgent (CoachTrendReport          *report,
             GArray                    *all,
             const CoachReviewed       *reviewed,
             const CoachTrendConstants *constants)
{
  g_autoptr (GArray) days = g_array_copy (all);

  while (days->len > 0 && !coach_trend_is_urgent (days, reviewed, constants))
    drop_newest (days);
  if (days->len == 0)
    return;
  set_day (&report->urgent_changed, find_end (all, days->len, constants));
  if (report->overall != COACH_TREND_URGENT)
    return;
  for (; days->len > 0 && coach_trend_is_urgent (days, reviewed, constants); drop_newest (days))
    set_day (&report->urgent_changed, get_newest (days));
}

/**
 * coach_trend_find_spells:
 * @report: what @days come to
 * @guide: the constants
 * @days: (element-type CoachTrendDay): days, oldest first
 * @reviewed: what a clinician knows of
 *
 * Adds to a report since when things are as they are. An urgent verdict that is over is told as
 * well: exercises stay paused until the short warning screen has been answered after it (pain.md,
 * section 6).
 */
void
coach_trend_find_spells (CoachTrendReport    *report,
                         CoachPainGuide      *guide,
                         GArray              *days,
                         const CoachReviewed *reviewed)
{
  find_urgent (report, days, reviewed, coach_pain_guide_get_constants (guide));
  if (is_spreading (report))
    find_beginning (&report->spreading_since, guide, days, reviewed, is_spreading);
  if (is_newly_numb (report))
    find_beginning (&report->numb_since, guide, days, reviewed, is_newly_numb);
  if (is_severe (report))
    find_beginning (&report->severe_since, guide, days, reviewed, is_severe);
}
