#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-trend-private.h"

static guint
get_local_day (GDateTime *time)
{
  GDate date;
  int year, month, day;

  g_date_time_get_ymd (time, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/* Check-ins mostly come in their order, so it looks from the end. */
static CoachTrendDay *
ensure_day (GArray *days,
            guint   number)
{
  CoachTrendDay day = { .number = number };
  guint i = days->len;

  while (i > 0 && g_array_index (days, CoachTrendDay, i - 1).number > number)
    i--;
  if (i > 0 && g_array_index (days, CoachTrendDay, i - 1).number == number)
    return &g_array_index (days, CoachTrendDay, i - 1);
  g_array_insert_val (days, i, day);
  return &g_array_index (days, CoachTrendDay, i);
}

static void
add_pain (CoachTrendDay   *day,
          const CoachPain *pain)
{
  for (guint zone = 0; zone < COACH_N_ZONES; zone++)
    day->scores[zone] = MAX (day->scores[zone], MIN (pain->scores[zone], COACH_PAIN_WORST));
  day->flags[0] |= pain->left;
  day->flags[1] |= pain->right;
}

/**
 * coach_trend_days_fold:
 * @checkins: (array length=n_checkins): check-ins, in any order
 * @n_checkins: how many
 * @now: the present
 * @today: (out): the Julian day of @now, in its own offset
 *
 * Folds check-ins into one record a local day (pain.md, section 2). Later ones than @now are left
 * out; a day that is dated after today, as after a journey west, counts as today.
 *
 * Returns: (transfer full) (element-type CoachTrendDay): days, oldest first
 */
GArray *
coach_trend_days_fold (const CoachCheckin *checkins,
                       guint               n_checkins,
                       GDateTime          *now,
                       guint              *today)
{
  GArray *days = g_array_new (FALSE, TRUE, sizeof (CoachTrendDay));

  *today = get_local_day (now);
  for (guint i = 0; i < n_checkins; i++)
    if (g_date_time_compare (checkins[i].when, now) <= 0)
      add_pain (ensure_day (days, MIN (get_local_day (checkins[i].when), *today)),
                &checkins[i].pain);
  return days;
}

static CoachSide
get_side (guint side)
{
  return side == 0 ? COACH_SIDE_LEFT : COACH_SIDE_RIGHT;
}

/* The low back belongs to both sides. */
static gboolean
is_on_side (CoachZone zone,
            guint     side)
{
  CoachSide own = coach_zone_get_side (zone);

  return own == COACH_SIDE_NONE || own == get_side (side);
}

/* The highest score of a side's zones with rank @low to @high. */
guint
coach_trend_day_top (const CoachTrendDay *day,
                     guint                side,
                     guint                low,
                     guint                high)
{
  guint top = 0;

  for (CoachZone zone = 0; zone < COACH_N_ZONES; zone++)
    if (is_on_side (zone, side) && coach_zone_get_rank (zone) >= low
        && coach_zone_get_rank (zone) <= high)
      top = MAX (top, day->scores[zone]);
  return top;
}

/* The rank that pain reaches on a side, 0 for none. */
guint
coach_trend_day_reach (const CoachTrendDay       *day,
                       guint                      side,
                       const CoachTrendConstants *constants)
{
  guint reach = 0;

  for (CoachZone zone = 0; zone < COACH_N_ZONES; zone++)
    if (is_on_side (zone, side) && day->scores[zone] >= constants->reach_min)
      reach = MAX (reach, coach_zone_get_rank (zone));
  return reach;
}

guint
coach_trend_day_worst (const CoachTrendDay *day)
{
  guint worst = 0;

  for (guint zone = 0; zone < COACH_N_ZONES; zone++)
    worst = MAX (worst, day->scores[zone]);
  return worst;
}

gboolean
coach_trend_day_leg_sign (const CoachTrendDay       *day,
                          guint                      side,
                          const CoachTrendConstants *constants)
{
  return coach_trend_day_top (day, side, constants->leg_rank, COACH_RANK_FOOT)
             >= constants->reach_min
         || (day->flags[side] & (COACH_PAIN_NUMBNESS | COACH_PAIN_WEAKNESS)) != 0;
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

/* The median, the higher of two middle ones; 0 of nothing. Sorts @values. */
guint
coach_trend_upper (guint *values,
                   guint  n_values)
{
  if (n_values == 0)
    return 0;
  qsort (values, n_values, sizeof *values, compare_values);
  return values[n_values / 2];
}

guint
coach_trend_usual_top (GArray *days,
                       guint   side,
                       guint   low,
                       guint   high)
{
  g_autofree guint *values = g_new (guint, days->len + 1);

  for (guint i = 0; i < days->len; i++)
    values[i] = coach_trend_day_top (&g_array_index (days, CoachTrendDay, i), side, low, high);
  return coach_trend_upper (values, days->len);
}

guint
coach_trend_usual_reach (GArray                    *days,
                         guint                      side,
                         const CoachTrendConstants *constants)
{
  g_autofree guint *values = g_new (guint, days->len + 1);

  for (guint i = 0; i < days->len; i++)
    values[i] = coach_trend_day_reach (&g_array_index (days, CoachTrendDay, i), side, constants);
  return coach_trend_upper (values, days->len);
}

guint
coach_trend_usual_worst (GArray *days)
{
  g_autofree guint *values = g_new (guint, days->len + 1);

  for (guint i = 0; i < days->len; i++)
    values[i] = coach_trend_day_worst (&g_array_index (days, CoachTrendDay, i));
  return coach_trend_upper (values, days->len);
}
