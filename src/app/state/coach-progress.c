#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-progress-private.h"

#define DAYS_A_WEEK 7

static const CoachSide sides[COACH_N_PROGRESS_SIDES] = { COACH_SIDE_LEFT, COACH_SIDE_RIGHT };

static CoachProgress *
make_progress (const CoachProgressFacts *facts)
{
  CoachProgress *self = g_new0 (CoachProgress, 1);

  self->first = facts->first;
  self->n_days = (guint) g_date_days_between (&facts->first, &facts->last) + 1;
  self->days = g_array_sized_new (FALSE, TRUE, sizeof (CoachProgressDay), self->n_days);
  g_array_set_size (self->days, self->n_days);
  for (guint side = 0; side < COACH_N_PROGRESS_SIDES; side++)
    self->reach[side] = g_array_new (FALSE, TRUE, sizeof (CoachReachPoint));
  self->weeks = g_array_new (FALSE, TRUE, sizeof (CoachProgressWeek));
  self->muscles = g_array_new (FALSE, TRUE, sizeof (CoachProgressMuscle));
  self->moves = g_array_new (FALSE, TRUE, sizeof (CoachProgressMove));
  return self;
}

/* The day a record belongs to: that which the clock on the wall showed, as written in its own time.
 * After a journey west it may be tomorrow, and counts as today (pain.md, section 2). */
CoachProgressDay *
coach_progress_find_day (CoachProgress            *self,
                         const CoachProgressFacts *facts,
                         GDateTime                *time)
{
  GDate today = coach_diary_day_of (facts->now);
  GDate day = coach_diary_day_of (time);
  int index;

  if (g_date_time_compare (time, facts->now) > 0)
    return NULL;
  if (g_date_compare (&day, &today) > 0)
    day = today;
  index = g_date_days_between (&self->first, &day);
  if (index < 0 || index >= (int) self->n_days)
    return NULL;
  return &g_array_index (self->days, CoachProgressDay, index);
}

static void
add_checkins (CoachProgress            *self,
              const CoachProgressFacts *facts)
{
  for (guint i = 0; i < facts->records->checkins->len; i++)
    {
      const CoachCheckin *checkin = &g_array_index (facts->records->checkins, CoachCheckin, i);
      CoachProgressDay *day = coach_progress_find_day (self, facts, checkin->when);

      if (day == NULL)
        continue;
      day->has_checkin = TRUE;
      for (guint zone = 0; zone < COACH_N_ZONES; zone++)
        day->scores[zone] = MAX (day->scores[zone], checkin->pain.scores[zone]);
      day->flags[COACH_PROGRESS_LEFT] |= checkin->pain.left;
      day->flags[COACH_PROGRESS_RIGHT] |= checkin->pain.right;
    }
}

static void
add_breaks (CoachProgress            *self,
            const CoachProgressFacts *facts)
{
  for (guint i = 0; i < facts->records->breaks->len; i++)
    {
      const CoachDiaryBreak *pause = g_ptr_array_index (facts->records->breaks, i);
      CoachProgressDay *day = coach_progress_find_day (self, facts, pause->when);

      if (day == NULL)
        continue;
      day->n_breaks++;
      day->sat_s += pause->sat_s;
    }
}

static CoachReachPoint
make_point (const CoachProgressDay *day,
            guint                   index,
            guint                   side,
            guint                   reach_min)
{
  CoachPain pain = { 0 };
  CoachReachPoint point = { .day = index, .flags = day->flags[side] };

  memcpy (pain.scores, day->scores, sizeof pain.scores);
  point.reach = coach_pain_get_reach (&pain, sides[side], reach_min);
  if (point.reach > 0)
    point.score = day->scores[coach_zone_at (sides[side], point.reach)];
  return point;
}

static void
trace_reach (CoachProgress            *self,
             const CoachProgressFacts *facts)
{
  CoachPainGuide *guide = coach_catalog_get_pain_guide (facts->catalog);
  guint reach_min = coach_pain_guide_get_constants (guide)->reach_min;

  for (guint i = 0; i < self->n_days; i++)
    for (guint side = 0; side < COACH_N_PROGRESS_SIDES; side++)
      {
        const CoachProgressDay *day = coach_progress_get_day (self, i);
        CoachReachPoint point = make_point (day, i, side, reach_min);

        if (day->has_checkin)
          g_array_append_val (self->reach[side], point);
      }
}

static CoachProgressWeek
sum_week (const CoachProgress *self,
          guint                first_day,
          guint                n_days)
{
  CoachProgressWeek week = { .first_day = first_day, .n_days = n_days };

  for (guint i = first_day; i < first_day + n_days; i++)
    {
      const CoachProgressDay *day = coach_progress_get_day (self, i);

      week.n_sessions += day->n_sessions;
      if (!day->has_checkin)
        continue;
      week.n_checkin_days++;
      week.worst_mean += coach_progress_day_get_worst (day);
    }
  if (week.n_checkin_days > 0)
    week.worst_mean /= week.n_checkin_days;
  return week;
}

/* What came before the first check-in cannot be compared with: the first week begins with it, as
 * long as the last one does not overlap. */
static guint
find_first_week (const CoachProgress *self)
{
  for (guint i = 0; i + 2 * DAYS_A_WEEK <= self->n_days; i++)
    if (coach_progress_get_day (self, i)->has_checkin)
      return i;
  return 0;
}

static void
add_weeks (CoachProgress *self)
{
  guint first_day = 0;
  guint n_days = self->n_days % DAYS_A_WEEK;

  if (n_days == 0)
    n_days = DAYS_A_WEEK;
  while (first_day < self->n_days)
    {
      CoachProgressWeek week = sum_week (self, first_day, n_days);

      g_array_append_val (self->weeks, week);
      first_day += n_days;
      n_days = DAYS_A_WEEK;
    }
  n_days = MIN (self->n_days, DAYS_A_WEEK);
  self->first_week = sum_week (self, find_first_week (self), n_days);
  self->last_week = sum_week (self, self->n_days - n_days, n_days);
}

/* The last day may still bring a session: that there is none yet breaks nothing. */
static guint
count_days_in_a_row (const CoachProgress *self)
{
  guint n_days = 0;

  for (guint i = self->n_days; i > 0; i--)
    {
      const CoachProgressDay *day = coach_progress_get_day (self, i - 1);

      if (day->n_sessions > 0)
        n_days++;
      else if (!day->is_excused && i < self->n_days)
        break;
    }
  return n_days;
}

static void
sum_up (CoachProgress *self)
{
  for (guint i = 0; i < self->n_days; i++)
    {
      const CoachProgressDay *day = coach_progress_get_day (self, i);

      self->n_checkin_days += day->has_checkin ? 1 : 0;
      self->n_sessions += day->n_sessions;
      self->n_session_days += day->n_sessions > 0 ? 1 : 0;
      self->n_excused += day->is_excused ? 1 : 0;
      self->worked_s += day->worked_s;
      self->n_breaks += day->n_breaks;
      self->sat_s += day->sat_s;
      self->n_sitting_days += day->sat_s > 0 ? 1 : 0;
    }
  self->days_in_a_row = count_days_in_a_row (self);
}

/**
 * coach_progress_from:
 * @facts: what was kept, and of which days
 *
 * Counts what a while comes to. A day is the local one that is written in the time of each record; a
 * check-in that was sorer than another on the same day is the one that counts.
 *
 * Days in a row are those with a session, counted back from the last day. A day for rest neither
 * breaks the row nor makes it longer: one that was asked for after a session, one of a flare-up, one
 * on which exercises were off, and one on which the trend asked for less. That, and that the last day
 * may still bring a session, is a judgement: whoever rests when told to did what was asked.
 *
 * Returns: (transfer full): the numbers
 */
CoachProgress *
coach_progress_from (const CoachProgressFacts *facts)
{
  CoachProgress *self;

  g_return_val_if_fail (facts != NULL && facts->records != NULL, NULL);
  g_return_val_if_fail (COACH_IS_CATALOG (facts->catalog), NULL);
  g_return_val_if_fail (g_date_compare (&facts->first, &facts->last) <= 0, NULL);

  self = make_progress (facts);
  add_checkins (self, facts);
  add_breaks (self, facts);
  coach_progress_add_work (self, facts);
  coach_progress_excuse_days (self, facts);
  trace_reach (self, facts);
  add_weeks (self);
  sum_up (self);
  return self;
}

/**
 * coach_progress_free:
 * @self: (nullable): progress
 *
 * Frees it.
 */
void
coach_progress_free (CoachProgress *self)
{
  if (self == NULL)
    return;
  for (guint side = 0; side < COACH_N_PROGRESS_SIDES; side++)
    g_array_unref (self->reach[side]);
  g_array_unref (self->days);
  g_array_unref (self->weeks);
  g_array_unref (self->muscles);
  g_array_unref (self->moves);
  g_free (self);
}

/**
 * coach_progress_get_day:
 * @self: progress
 * @day: days since its first day
 *
 * Gets one day.
 *
 * Returns: (transfer none): the day
 */
const CoachProgressDay *
coach_progress_get_day (const CoachProgress *self,
                        guint                day)
{
  g_return_val_if_fail (self != NULL && day < self->n_days, NULL);

  return &g_array_index (self->days, CoachProgressDay, day);
}

/**
 * coach_progress_get_date:
 * @self: progress
 * @day: days since its first day
 *
 * Gets the date of a day.
 *
 * Returns: the date
 */
GDate
coach_progress_get_date (const CoachProgress *self,
                         guint                day)
{
  GDate date = self->first;

  g_date_add_days (&date, day);
  return date;
}

/**
 * coach_progress_is_empty:
 * @self: progress
 *
 * Finds out whether nothing at all was kept in the period.
 *
 * Returns: whether it is empty
 */
gboolean
coach_progress_is_empty (const CoachProgress *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->n_checkin_days == 0 && self->n_sessions == 0 && self->n_breaks == 0;
}

/**
 * coach_progress_has_two_weeks:
 * @self: progress
 *
 * Finds out whether the first week and the last can be compared: they have no day in common, and
 * both have a check-in.
 *
 * Returns: whether they can
 */
gboolean
coach_progress_has_two_weeks (const CoachProgress *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_days >= 2 * DAYS_A_WEEK && self->first_week.n_checkin_days > 0
         && self->last_week.n_checkin_days > 0;
}

/**
 * coach_progress_get_zone_mean:
 * @self: progress
 * @week: one of its weeks
 * @zone: a zone
 * @worst: (out): the highest score of the zone in that week
 *
 * Gets how sore a zone was in a week: the mean of the day's highest score over the days with a
 * check-in.
 *
 * Returns: 0 to 10; 0 when there was no check-in
 */
double
coach_progress_get_zone_mean (const CoachProgress     *self,
                              const CoachProgressWeek *week,
                              CoachZone                zone,
                              guint                   *worst)
{
  guint sum = 0;

  g_return_val_if_fail (self != NULL && week != NULL && worst != NULL, 0);

  *worst = 0;
  for (guint i = week->first_day; i < week->first_day + week->n_days; i++)
    {
      guint score = coach_progress_get_day (self, i)->scores[zone];

      sum += score;
      *worst = MAX (*worst, score);
    }
  return week->n_checkin_days > 0 ? (double) sum / week->n_checkin_days : 0;
}

/**
 * coach_progress_day_get_worst:
 * @day: a day
 *
 * Gets the highest of all scores of a day.
 *
 * Returns: 0 to 10
 */
guint
coach_progress_day_get_worst (const CoachProgressDay *day)
{
  guint worst = 0;

  g_return_val_if_fail (day != NULL, 0);

  for (guint zone = 0; zone < COACH_N_ZONES; zone++)
    worst = MAX (worst, day->scores[zone]);
  return worst;
}

/**
 * coach_progress_muscle_get_total:
 * @muscle: a muscle
 *
 * Gets how long a muscle was worked, on whichever side.
 *
 * Returns: seconds
 */
guint
coach_progress_muscle_get_total (const CoachProgressMuscle *muscle)
{
  g_return_val_if_fail (muscle != NULL, 0);

  return muscle->side_s[COACH_PROGRESS_LEFT] + muscle->side_s[COACH_PROGRESS_RIGHT]
         + muscle->both_s;
}
