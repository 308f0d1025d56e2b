#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-trend-private.h"

/* All that is worked with; the notes are gathered in any order. */
typedef struct
{
  CoachTrendReport          *report;
  const CoachTrendConstants *constants;
  GArray                    *days;
  CoachTrendWindows          windows;
  GHashTable                *notes; /* (element-type utf8): a set of ids */
} Judge;

/* What is compared on one side. */
typedef struct
{
  gboolean is_involved;
  gboolean is_back_up; /* pain stops short of where it usually reached */
} Side;

G_DEFINE_BOXED_TYPE (CoachTrendReport, coach_trend_report, coach_trend_report_copy,
                     coach_trend_report_free)

static const CoachTrendDay *
get_newest (const Judge *judge)
{
  return &g_array_index (judge->days, CoachTrendDay, judge->days->len - 1);
}

static CoachTrendSide *
get_side (const Judge *judge,
          guint        side)
{
  return side == 0 ? &judge->report->left : &judge->report->right;
}

static void
add_note (Judge      *judge,
          const char *id)
{
  g_hash_table_add (judge->notes, g_strdup (id));
}

static void
add_side_note (Judge      *judge,
               const char *beginning,
               guint       side)
{
  g_hash_table_add (judge->notes,
                    g_strconcat (beginning, side == 0 ? "-left" : "-right", NULL));
}

static gboolean
shows_both_legs (const CoachTrendDay       *day,
                 guint                      side,
                 const CoachTrendConstants *constants)
{
  return coach_trend_day_leg_sign (day, 0, constants)
         && coach_trend_day_leg_sign (day, 1, constants);
}

static gboolean
shows_weakness (const CoachTrendDay       *day,
                guint                      side,
                const CoachTrendConstants *constants)
{
  return (day->flags[side] & COACH_PAIN_WEAKNESS) != 0;
}

/* Warning signs come first, and stay for a while when nobody checks in. */
static void
look_for_alarms (Judge               *judge,
                 const CoachReviewed *reviewed)
{
  CoachAlarm both = coach_trend_find_alarm (judge->days, shows_both_legs, 0, &reviewed->both,
                                            judge->constants);

  if (both != COACH_ALARM_NONE)
    add_note (judge, both == COACH_ALARM_URGENT ? "both-legs" : "both-legs-known");
  for (guint side = 0; side < COACH_N_TREND_SIDES; side++)
    {
      const GDate *seen = side == 0 ? &reviewed->left : &reviewed->right;
      CoachAlarm weak = coach_trend_find_alarm (judge->days, shows_weakness, side, seen,
                                                judge->constants);

      if (weak != COACH_ALARM_NONE)
        add_side_note (judge, weak == COACH_ALARM_URGENT ? "weakness" : "weakness-known", side);
      if (both == COACH_ALARM_URGENT || weak == COACH_ALARM_URGENT)
        get_side (judge, side)->trend = COACH_TREND_URGENT;
    }
}

static gboolean
was_severe_before (const Judge *judge)
{
  for (guint i = 0; i + 1 < judge->windows.recent->len; i++)
    if (coach_trend_day_worst (&g_array_index (judge->windows.recent, CoachTrendDay, i))
        >= judge->constants->severe_two)
      return TRUE;
  return FALSE;
}

static gboolean
has_recent_leg_sign (const Judge *judge,
                     guint        side)
{
  for (guint i = 0; i < judge->windows.recent->len; i++)
    if (coach_trend_day_leg_sign (&g_array_index (judge->windows.recent, CoachTrendDay, i), side,
                                  judge->constants))
      return TRUE;
  return FALSE;
}

static void
add_general_notes (Judge *judge)
{
  guint worst = coach_trend_day_worst (get_newest (judge));

  if (worst >= judge->constants->severe_one
      || (worst >= judge->constants->severe_two && was_severe_before (judge)))
    add_note (judge, "severe-pain");
  if (coach_trend_is_six_weeks (judge->days, judge->windows.recent, judge->constants))
    add_note (judge, "see-clinician");
  if (has_recent_leg_sign (judge, 0) && has_recent_leg_sign (judge, 1)
      && !g_hash_table_contains (judge->notes, "both-legs")
      && !g_hash_table_contains (judge->notes, "both-legs-known"))
    add_note (judge, "sides-alternate");
}

/* The low back does not make a side involved. */
static gboolean
is_involved (const Judge *judge,
             GArray      *days,
             guint        side)
{
  for (guint i = 0; i < days->len; i++)
    {
      const CoachTrendDay *day = &g_array_index (days, CoachTrendDay, i);

      if (day->flags[side] != 0
          || coach_trend_day_top (day, side, COACH_RANK_BUTTOCK, COACH_RANK_FOOT)
                 >= judge->constants->reach_min)
        return TRUE;
    }
  return FALSE;
}

static guint
get_furthest_recent (const Judge *judge,
                     guint        side)
{
  guint furthest = 0;

  for (guint i = 0; i < judge->windows.recent->len; i++)
    furthest = MAX (furthest, coach_trend_day_reach (
                                  &g_array_index (judge->windows.recent, CoachTrendDay, i), side,
                                  judge->constants));
  return furthest;
}

/* Pain has retreated when it stops short on every recent day, and the leg itself is no sorer. */
static gboolean
is_back_up (const Judge *judge,
            guint        side)
{
  guint leg_rank = judge->constants->leg_rank;
  guint usual_reach = get_side (judge, side)->usual_reach;

  return judge->windows.has_base && usual_reach >= judge->constants->spread_rank
         && get_furthest_recent (judge, side) < usual_reach
         && coach_trend_day_top (get_newest (judge), side, leg_rank, COACH_RANK_FOOT)
                <= coach_trend_usual_top (judge->windows.usual, side, leg_rank, COACH_RANK_FOOT)
                       + judge->constants->leg_rise_ok;
}

static gboolean
has_numbness (GArray *days,
              guint   n_days,
              guint   side)
{
  for (guint i = 0; i < n_days; i++)
    if (g_array_index (days, CoachTrendDay, i).flags[side] & COACH_PAIN_NUMBNESS)
      return TRUE;
  return FALSE;
}

static gboolean
is_numbness_new (const Judge *judge,
                 guint        side)
{
  GArray *usual = judge->windows.usual;
  GArray *compare = usual->len > 0 ? usual : judge->windows.recent;
  guint n_compare = usual->len > 0 ? usual->len : compare->len - 1;

  return (get_newest (judge)->flags[side] & COACH_PAIN_NUMBNESS) != 0 && n_compare > 0
         && !has_numbness (compare, n_compare, side);
}

static gboolean
is_quiet (const Judge *judge,
          guint        side)
{
  GArray *recent = judge->windows.recent;

  for (guint i = 0; i < recent->len; i++)
    {
      const CoachTrendDay *day = &g_array_index (recent, CoachTrendDay, i);

      if (day->flags[side] != 0
          || coach_trend_day_top (day, side, COACH_RANK_BACK, COACH_RANK_FOOT)
                 > judge->constants->quiet_max)
        return FALSE;
    }
  return recent->len >= judge->constants->resolved_need
         || get_newest (judge)->number - g_array_index (recent, CoachTrendDay, 0).number
                >= judge->constants->resolved_span;
}

/* A rise must be so large on one day, or somewhat smaller and kept for most of the last ones. */
static gboolean
is_flare (const Judge          *judge,
          const CoachTrendSide *side)
{
  guint was = side->usual_score;

  return side->newest_score >= judge->constants->flare_min
         && (side->newest_score >= was + judge->constants->rise_day
             || MIN (side->newest_score, side->recent_score)
                    >= was + judge->constants->rise_kept);
}

static gboolean
is_spreading (const Judge          *judge,
              const CoachTrendSide *side)
{
  return side->recent_reach > side->usual_reach
         && side->recent_reach >= judge->constants->spread_rank;
}

/* A back that is sorer because the other leg is better is no flare, so it does not count then. */
static void
measure (Judge    *judge,
         guint     side,
         gboolean  without_back)
{
  CoachTrendSide *found = get_side (judge, side);
  guint low = without_back ? COACH_RANK_BUTTOCK : COACH_RANK_BACK;

  found->newest_score = coach_trend_day_top (get_newest (judge), side, low, COACH_RANK_FOOT);
  found->recent_score = coach_trend_usual_top (judge->windows.recent, side, low, COACH_RANK_FOOT);
  found->usual_score = coach_trend_usual_top (judge->windows.usual, side, low, COACH_RANK_FOOT);
  found->recent_reach = coach_trend_usual_reach (judge->windows.recent, side, judge->constants);
  found->newest_reach = coach_trend_day_reach (get_newest (judge), side, judge->constants);
}

/* What the days compared come to, when there are enough of them. */
static CoachTrend
compare_windows (const Judge *judge,
                 guint        side,
                 gboolean     back_up)
{
  const CoachTrendSide *found = get_side (judge, side);
  gboolean spread = is_spreading (judge, found);
  gboolean flare = is_flare (judge, found);

  if (judge->windows.usual->len == 0 || (!judge->windows.has_base && !spread && !flare))
    return COACH_TREND_NOT_ENOUGH_DATA;
  if (spread)
    return COACH_TREND_SPREADING;
  if (back_up)
    return COACH_TREND_RETREATING;
  return flare ? COACH_TREND_FLARE : COACH_TREND_STEADY;
}

static CoachTrend
find_trend (const Judge *judge,
            guint        side,
            const Side  *sides)
{
  if (get_side (judge, side)->trend == COACH_TREND_URGENT)
    return COACH_TREND_URGENT;
  if (is_numbness_new (judge, side))
    return COACH_TREND_SPREADING;
  if (judge->windows.recent->len < judge->constants->recent_need)
    return COACH_TREND_NOT_ENOUGH_DATA;
  if (is_quiet (judge, side) || (sides[1 - side].is_involved && !sides[side].is_involved))
    return COACH_TREND_RESOLVED;
  return compare_windows (judge, side, sides[side].is_back_up);
}

static void
add_flag_notes (Judge *judge,
                guint  side)
{
  CoachPainFlags flags = get_newest (judge)->flags[side];

  if (is_numbness_new (judge, side))
    add_side_note (judge, "numbness-new", side);
  else if (flags & COACH_PAIN_NUMBNESS)
    add_side_note (judge, "numbness", side);
  if (flags & COACH_PAIN_BURNING)
    add_side_note (judge, "burning", side);
}

static void
add_trend_notes (Judge *judge,
                 guint  side)
{
  const CoachTrendSide *found = get_side (judge, side);
  guint ease = judge->constants->ease;
  guint upper_now = coach_trend_day_top (get_newest (judge), side, COACH_RANK_BACK,
                                         COACH_RANK_BUTTOCK);
  guint upper_was = judge->windows.has_base
                        ? coach_trend_usual_top (judge->windows.usual, side, COACH_RANK_BACK,
                                                 COACH_RANK_BUTTOCK)
                        : 0;

  if ((found->trend == COACH_TREND_STEADY || found->trend == COACH_TREND_FLARE)
      && found->newest_reach > MAX (found->usual_reach, COACH_RANK_BACK))
    add_side_note (judge, "further-today", side);
  if (found->trend == COACH_TREND_RETREATING && upper_now >= upper_was + ease)
    add_side_note (judge, "proximal-up", side);
  if (found->trend == COACH_TREND_STEADY && found->usual_score >= found->recent_score + ease)
    add_side_note (judge, "easing", side);
}

static void
judge_sides (Judge *judge)
{
  Side sides[COACH_N_TREND_SIDES];

  for (guint side = 0; side < COACH_N_TREND_SIDES; side++)
    {
      get_side (judge, side)->usual_reach
          = coach_trend_usual_reach (judge->windows.usual, side, judge->constants);
      sides[side].is_involved = is_involved (judge, judge->windows.recent, side)
                                || is_involved (judge, judge->windows.usual, side);
      sides[side].is_back_up = is_back_up (judge, side);
    }
  for (guint side = 0; side < COACH_N_TREND_SIDES; side++)
    {
      measure (judge, side, sides[1 - side].is_back_up);
      get_side (judge, side)->trend = find_trend (judge, side, sides);
      add_flag_notes (judge, side);
      add_trend_notes (judge, side);
    }
}

static void
judge_days (Judge               *judge,
            const CoachReviewed *reviewed)
{
  CoachTrendReport *report = judge->report;

  if (report->age_days <= judge->constants->urgent_hold)
    look_for_alarms (judge, reviewed);
  if (report->age_days > judge->constants->stale_days)
    {
      add_note (judge, "stale");
      return;
    }
  coach_trend_windows_init (&judge->windows, judge->days, judge->constants);
  report->n_recent = judge->windows.recent->len;
  report->n_usual = judge->windows.usual->len;
  report->is_early = !judge->windows.has_base;
  add_general_notes (judge);
  judge_sides (judge);
}

static char **
sort_notes (Judge          *judge,
            CoachPainGuide *guide)
{
  const char * const *ids = coach_pain_guide_get_note_ids (guide);
  g_autoptr (GStrvBuilder) sorted = g_strv_builder_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (g_hash_table_contains (judge->notes, ids[i]))
      g_strv_builder_add (sorted, ids[i]);
  return g_strv_builder_end (sorted);
}

/* Sums up, once the sides are judged. */
static void
conclude (Judge          *judge,
          CoachPainGuide *guide)
{
  CoachTrendReport *report = judge->report;

  if ((report->left.trend == COACH_TREND_NOT_ENOUGH_DATA
       || report->right.trend == COACH_TREND_NOT_ENOUGH_DATA)
      && !g_hash_table_contains (judge->notes, "stale"))
    add_note (judge, "more-check-ins");
  report->overall = MAX (report->left.trend, report->right.trend);
  report->notes = sort_notes (judge, guide);
}

/* Judges days that are folded already, as they are on the Julian day @today. */
CoachTrendReport *
coach_trend_judge (CoachPainGuide      *guide,
                   GArray              *days,
                   const CoachReviewed *reviewed,
                   guint                today)
{
  g_autoptr (GHashTable) notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Judge judge = {
    .report = g_new0 (CoachTrendReport, 1),
    .constants = coach_pain_guide_get_constants (guide),
    .days = days,
    .notes = notes,
  };

  judge.report->left.trend = COACH_TREND_NOT_ENOUGH_DATA;
  judge.report->right.trend = COACH_TREND_NOT_ENOUGH_DATA;
  judge.report->n_days = days->len;
  if (days->len > 0)
    {
      judge.report->age_days = today - get_newest (&judge)->number;
      judge_days (&judge, reviewed);
    }
  conclude (&judge, guide);
  coach_trend_windows_clear (&judge.windows);
  return judge.report;
}

/* Whether the newest of the days, looked at on that day, is urgent. */
gboolean
coach_trend_is_urgent (GArray                    *days,
                       const CoachReviewed       *reviewed,
                       const CoachTrendConstants *constants)
{
  return coach_trend_find_alarm (days, shows_both_legs, 0, &reviewed->both, constants)
             == COACH_ALARM_URGENT
         || coach_trend_find_alarm (days, shows_weakness, 0, &reviewed->left, constants)
                == COACH_ALARM_URGENT
         || coach_trend_find_alarm (days, shows_weakness, 1, &reviewed->right, constants)
                == COACH_ALARM_URGENT;
}

/**
 * coach_trend_report_new:
 * @guide: the constants and the order of the notes
 * @checkins: (array length=n_checkins): check-ins, in any order
 * @n_checkins: how many
 * @reviewed: (nullable): what a clinician knows of
 * @now: the present, in the person's offset
 *
 * Judges a diary of check-ins: whether pain reaches less far down the leg, as far, or further. The
 * algorithm is that of shared/clinical/pain.md, section 5.
 *
 * Returns: (transfer full): the report
 */
CoachTrendReport *
coach_trend_report_new (CoachPainGuide      *guide,
                        const CoachCheckin  *checkins,
                        guint                n_checkins,
                        const CoachReviewed *reviewed,
                        GDateTime           *now)
{
  CoachReviewed none = { 0 };
  CoachTrendReport *report;
  g_autoptr (GArray) days = NULL;
  guint today;

  g_return_val_if_fail (COACH_IS_PAIN_GUIDE (guide), NULL);
  g_return_val_if_fail (checkins != NULL || n_checkins == 0, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  days = coach_trend_days_fold (checkins, n_checkins, now, &today);
  report = coach_trend_judge (guide, days, reviewed != NULL ? reviewed : &none, today);
  coach_trend_find_spells (report, guide, days, reviewed != NULL ? reviewed : &none);
  return report;
}

/**
 * coach_trend_report_copy:
 * @self: a report
 *
 * Copies a report.
 *
 * Returns: (transfer full): a report
 */
CoachTrendReport *
coach_trend_report_copy (const CoachTrendReport *self)
{
  CoachTrendReport *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->notes = g_strdupv (self->notes);
  return copy;
}

/**
 * coach_trend_report_free:
 * @self: (transfer full): a report
 *
 * Frees a report.
 */
void
coach_trend_report_free (CoachTrendReport *self)
{
  g_return_if_fail (self != NULL);

  g_strfreev (self->notes);
  g_free (self);
}

/**
 * coach_trend_report_has_note:
 * @self: a report
 * @id: the id of a note
 *
 * Tells whether a note is shown.
 *
 * Returns: whether it is
 */
gboolean
coach_trend_report_has_note (const CoachTrendReport *self,
                             const char             *id)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return g_strv_contains ((const char * const *) self->notes, id);
}
