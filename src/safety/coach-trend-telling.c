#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-trend.h"

#include <glib/gi18n-lib.h>

/* How a trend is told: which notes come first, and the numbers that it came from in words. */

/**
 * coach_trend_note_comes_first:
 * @id: the id of a note
 *
 * Tells whether a note is shown above the verdict: what to do at once comes before what it is called
 * (shared/clinical/pain.md, section 6).
 *
 * Returns: whether it is; the others are shown below it
 */
gboolean
coach_trend_note_comes_first (const char *id)
{
  static const char * const first[] = {
    "both-legs",         "weakness-left",      "weakness-right", "numbness-new-left",
    "numbness-new-right", "severe-pain", NULL,
  };

  g_return_val_if_fail (id != NULL, FALSE);

  return g_strv_contains (first, id);
}

static const char *
get_reach (guint rank)
{
  switch (rank)
    {
    case COACH_RANK_BACK:
      return C_ ("pain reaches", "the low back");
    case COACH_RANK_BUTTOCK:
      return C_ ("pain reaches", "the buttock");
    case COACH_RANK_THIGH:
      return C_ ("pain reaches", "the thigh");
    case COACH_RANK_CALF:
      return C_ ("pain reaches", "the calf");
    case COACH_RANK_FOOT:
      return C_ ("pain reaches", "the foot");
    default:
      return C_ ("pain reaches", "nowhere worth noting");
    }
}

static char *
describe_age (const CoachTrendReport *report)
{
  if (report->age_days == 0)
    return g_strdup (_("The newest check-in is of today."));
  return g_strdup_printf (ngettext ("The newest check-in is of yesterday.",
                                    "The newest check-in is %u days old.", report->age_days),
                          report->age_days);
}

static void
add_days (GStrvBuilder           *numbers,
          const CoachTrendReport *report)
{
  g_autofree char *days = NULL;
  g_autofree char *age = NULL;

  days = g_strdup_printf (ngettext ("There are check-ins on %u day.",
                                    "There are check-ins on %u days.", report->n_days),
                          report->n_days);
  g_strv_builder_add (numbers, days);
  if (report->n_days == 0)
    return;
  age = describe_age (report);
  g_strv_builder_add (numbers, age);
}

static void
add_windows (GStrvBuilder           *numbers,
             const CoachTrendReport *report)
{
  g_autofree char *recent = NULL;
  g_autofree char *usual = NULL;

  recent = g_strdup_printf (ngettext ("%u day counts as recent.", "%u days count as recent.",
                                      report->n_recent),
                            report->n_recent);
  g_strv_builder_add (numbers, recent);
  if (report->n_usual == 0)
    {
      g_strv_builder_add (numbers, _("There are not enough earlier days to compare with."));
      return;
    }
  usual = g_strdup_printf (ngettext ("%u earlier day is what is compared with.",
                                     "%u earlier days are what is compared with.",
                                     report->n_usual),
                           report->n_usual);
  g_strv_builder_add (numbers, usual);
  if (report->is_early)
    g_strv_builder_add (numbers, _("They are too near to tell that anything is better."));
}

static char *
describe_reach (const CoachTrendSide *found,
                CoachSide             side,
                gboolean              has_usual)
{
  const char *usual = get_reach (found->usual_reach);
  const char *recent = get_reach (found->recent_reach);
  const char *newest = get_reach (found->newest_reach);

  if (!has_usual)
    return g_strdup_printf (side == COACH_SIDE_LEFT
                                /* Translators: parts of the body, as in "the calf" */
                                ? _("Left, how far the pain reaches: lately %s; at the newest "
                                    "check-in %s.")
                                : _("Right, how far the pain reaches: lately %s; at the newest "
                                    "check-in %s."),
                            recent, newest);
  return g_strdup_printf (side == COACH_SIDE_LEFT
                              ? _("Left, how far the pain reaches: before, %s; lately %s; at the "
                                  "newest check-in %s.")
                              : _("Right, how far the pain reaches: before, %s; lately %s; at the "
                                  "newest check-in %s."),
                          usual, recent, newest);
}

static char *
describe_score (const CoachTrendSide *found,
                CoachSide             side,
                gboolean              has_usual)
{
  if (!has_usual)
    return g_strdup_printf (side == COACH_SIDE_LEFT
                                /* Translators: scores from 0 to 10 */
                                ? _("Left, the strongest score: lately %u of 10; at the newest "
                                    "check-in %u.")
                                : _("Right, the strongest score: lately %u of 10; at the newest "
                                    "check-in %u."),
                            found->recent_score, found->newest_score);
  return g_strdup_printf (side == COACH_SIDE_LEFT
                              ? _("Left, the strongest score: before, %u of 10; lately %u; at the "
                                  "newest check-in %u.")
                              : _("Right, the strongest score: before, %u of 10; lately %u; at the "
                                  "newest check-in %u."),
                          found->usual_score, found->recent_score, found->newest_score);
}

static gboolean
is_nothing (const CoachTrendSide *found)
{
  return found->usual_reach + found->recent_reach + found->newest_reach == 0
         && found->usual_score + found->recent_score + found->newest_score == 0;
}

static void
add_side (GStrvBuilder         *numbers,
          const CoachTrendSide *found,
          CoachSide             side,
          gboolean              has_usual)
{
  g_autofree char *reach = describe_reach (found, side, has_usual);
  g_autofree char *score = describe_score (found, side, has_usual);

  if (is_nothing (found))
    {
      g_strv_builder_add (numbers, side == COACH_SIDE_LEFT ? _("Left, there is nothing to compare.")
                                                           : _("Right, there is nothing to compare."));
      return;
    }
  g_strv_builder_add (numbers, reach);
  g_strv_builder_add (numbers, score);
}

/**
 * coach_trend_report_dup_numbers:
 * @self: a report
 *
 * Says in words which days and numbers a trend came from. Where the newest check-in is too old, or
 * there is none, nothing was compared.
 *
 * Returns: (transfer full) (array zero-terminated=1): translated sentences
 */
char **
coach_trend_report_dup_numbers (const CoachTrendReport *self)
{
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);

  add_days (numbers, self);
  if (self->n_recent > 0)
    {
      add_windows (numbers, self);
      add_side (numbers, &self->left, COACH_SIDE_LEFT, self->n_usual > 0);
      add_side (numbers, &self->right, COACH_SIDE_RIGHT, self->n_usual > 0);
    }
  return g_strv_builder_end (numbers);
}
