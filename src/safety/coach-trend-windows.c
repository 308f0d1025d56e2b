#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-trend-private.h"

static const CoachTrendDay *
get_day (GArray *days,
         guint   index)
{
  return &g_array_index (days, CoachTrendDay, index);
}

static const CoachTrendDay *
get_newest (GArray *days)
{
  return get_day (days, days->len - 1);
}

static gboolean
has_day (GArray *days,
         guint   number)
{
  for (guint i = 0; days != NULL && i < days->len; i++)
    if (get_day (days, i)->number == number)
      return TRUE;
  return FALSE;
}

/* The days whose distance from the newest is @near to @far, without those of @skip; none at all
 * when they are fewer than @need. */
static GArray *
pick (GArray *days,
      guint   near,
      guint   far,
      guint   need,
      GArray *skip)
{
  GArray *found = g_array_new (FALSE, TRUE, sizeof (CoachTrendDay));

  for (guint i = 0; i < days->len; i++)
    {
      const CoachTrendDay *day = get_day (days, i);
      guint gap = get_newest (days)->number - day->number;

      if (gap >= near && gap <= far && !has_day (skip, day->number))
        g_array_append_val (found, *day);
    }
  if (found->len < need)
    g_array_set_size (found, 0);
  return found;
}

static void
keep_last (GArray *days,
           guint   n_days)
{
  if (days->len > n_days)
    g_array_remove_range (days, 0, days->len - n_days);
}

/* Takes the place of @days when that is empty. */
static void
fall_back (GArray **days,
           GArray  *other)
{
  if ((*days)->len == 0)
    {
      GArray *empty = *days;

      *days = g_array_ref (other);
      g_array_unref (empty);
    }
  g_array_unref (other);
}

/**
 * coach_trend_windows_init:
 * @self: (out caller-allocates): the windows
 * @days: (element-type CoachTrendDay): at least one day, oldest first
 * @constants: the constants
 *
 * Picks the days that are compared (pain.md, section 4).
 */
void
coach_trend_windows_init (CoachTrendWindows         *self,
                          GArray                    *days,
                          const CoachTrendConstants *constants)
{
  GArray *wide;

  self->recent = pick (days, 0, constants->recent_span, constants->recent_need, NULL);
  keep_last (self->recent, constants->recent_max);
  wide = pick (days, 0, constants->recent_wide, 1, NULL);
  keep_last (wide, constants->recent_need);
  fall_back (&self->recent, wide);

  self->usual = pick (days, constants->base_from, constants->base_to, constants->base_need,
                      self->recent);
  fall_back (&self->usual, pick (days, constants->base_from, constants->base_wide_to,
                                 constants->base_need, self->recent));
  self->has_base = self->usual->len > 0;
  fall_back (&self->usual,
             pick (days, 0, constants->early_to, constants->early_need, self->recent));
}

/**
 * coach_trend_windows_clear:
 * @self: windows
 *
 * Drops what they hold.
 */
void
coach_trend_windows_clear (CoachTrendWindows *self)
{
  g_clear_pointer (&self->recent, g_array_unref);
  g_clear_pointer (&self->usual, g_array_unref);
}

/* Whether a clinician saw the sign in this run of days, not too long ago. */
static gboolean
is_known (guint                      first,
          guint                      newest,
          const GDate               *seen,
          const CoachTrendConstants *constants)
{
  guint day;

  if (seen == NULL || !g_date_valid (seen))
    return FALSE;
  day = g_date_get_julian (seen);
  return first <= day && (newest <= day || newest - day <= constants->review_days);
}

/**
 * coach_trend_find_alarm:
 * @days: (element-type CoachTrendDay): at least one day, oldest first
 * @sign: what to look for
 * @side: 0 left, 1 right
 * @seen: (nullable): when a clinician checked it
 * @constants: the constants
 *
 * Looks for a warning sign in the last days (pain.md, section 5).
 *
 * Returns: whether there is one, and whether a clinician knows of it
 */
CoachAlarm
coach_trend_find_alarm (GArray                    *days,
                        CoachTrendSign             sign,
                        guint                      side,
                        const GDate               *seen,
                        const CoachTrendConstants *constants)
{
  guint newest = get_newest (days)->number;
  guint i = days->len;

  while (i > 0 && newest - get_day (days, i - 1)->number <= constants->urgent_back
         && !sign (get_day (days, i - 1), side, constants))
    i--;
  if (i == 0 || newest - get_day (days, i - 1)->number > constants->urgent_back)
    return COACH_ALARM_NONE;
  while (i > 1 && sign (get_day (days, i - 2), side, constants))
    i--;
  return is_known (get_day (days, i - 1)->number, newest, seen, constants) ? COACH_ALARM_KNOWN
                                                                          : COACH_ALARM_URGENT;
}

static gboolean
is_calm (const CoachTrendDay       *day,
         const CoachTrendConstants *constants)
{
  return coach_trend_day_worst (day) <= constants->quiet_max && day->flags[0] == 0
         && day->flags[1] == 0;
}

/* The day on which the present spell began; the days are not all calm. */
static guint
find_episode_start (GArray                    *days,
                    const CoachTrendConstants *constants)
{
  guint start = 0, calm_from = 0, last = 0;

  for (guint i = 0; i < days->len; i++)
    {
      const CoachTrendDay *day = get_day (days, i);

      if (is_calm (day, constants))
        calm_from = calm_from == 0 ? day->number : calm_from;
      else
        {
          gboolean rested = calm_from != 0 && day->number - calm_from >= constants->episode_quiet;

          if (start == 0 || rested || day->number - last > constants->episode_gap)
            start = day->number;
          calm_from = 0;
        }
      last = day->number;
    }
  return start;
}

static guint
usual_reach_of_both (GArray                    *days,
                     const CoachTrendConstants *constants)
{
  g_autofree guint *values = g_new (guint, days->len + 1);

  for (guint i = 0; i < days->len; i++)
    values[i] = MAX (coach_trend_day_reach (get_day (days, i), 0, constants),
                     coach_trend_day_reach (get_day (days, i), 1, constants));
  return coach_trend_upper (values, days->len);
}

/**
 * coach_trend_is_six_weeks:
 * @days: (element-type CoachTrendDay): at least one day, oldest first
 * @recent: (element-type CoachTrendDay): the last days
 * @constants: the constants
 *
 * Looks whether the present spell is six weeks old and neither its reach nor its worst score is
 * better than in its first week (pain.md, section 5).
 *
 * Returns: whether it is
 */
gboolean
coach_trend_is_six_weeks (GArray                    *days,
                          GArray                    *recent,
                          const CoachTrendConstants *constants)
{
  const CoachTrendDay *newest = get_newest (days);
  g_autoptr (GArray) first = g_array_new (FALSE, TRUE, sizeof (CoachTrendDay));
  guint start;

  if (is_calm (newest, constants))
    return FALSE;
  start = find_episode_start (days, constants);
  if (newest->number - start < constants->episode_long)
    return FALSE;
  for (guint i = 0; i < days->len; i++)
    if (get_day (days, i)->number >= start
        && get_day (days, i)->number < start + constants->episode_first)
      g_array_append_val (first, *get_day (days, i));
  return usual_reach_of_both (recent, constants) >= usual_reach_of_both (first, constants)
         && coach_trend_usual_worst (first)
                < coach_trend_usual_worst (recent) + constants->episode_ease;
}
