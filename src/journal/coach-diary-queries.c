#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-diary-private.h"

/* How old a session may be, in days, to be asked about. */
#define MAX_ASKED_DAYS 2

static const CoachDiarySession *
get_session (const CoachDiaryRecords *records,
             guint                    index)
{
  return g_ptr_array_index (records->sessions, index);
}

/* Whether anything was done of it: one that was left at once did nothing to anybody. */
static gboolean
was_worked (const CoachDiarySession *session)
{
  for (guint i = 0; i < session->steps->len; i++)
    {
      const CoachDiaryStep *step = g_ptr_array_index (session->steps, i);

      if (coach_diary_step_get_worked_s (step) > 0 || step->outcome == COACH_STEP_HURT)
        return TRUE;
    }
  return FALSE;
}

/* Before a break of a minute or two nothing is asked, and nothing after it. */
static gboolean
is_asked_about (const CoachDiarySession *session)
{
  return was_worked (session) && !coach_routine_id_is_micro (session->routine);
}

/* Of one whose end the program did not live to see, not before the work that it has put down. */
static GDateTime *
dup_end (const CoachDiarySession *session)
{
  guint worked_s = 0;

  if (session->ended != NULL)
    return g_date_time_ref (session->ended);
  for (guint i = 0; i < session->steps->len; i++)
    worked_s += coach_diary_step_get_worked_s (g_ptr_array_index (session->steps, i));
  return g_date_time_add_seconds (session->began, worked_s);
}

/**
 * coach_diary_get_pain_of:
 * @self: a diary
 * @now: the local time
 *
 * Gets what the newest check-in of the same local day says.
 *
 * Returns: (transfer none) (nullable): where it hurts, valid until the next change; %NULL when there
 *   was none on that day
 */
const CoachPain *
coach_diary_get_pain_of (CoachDiary *self,
                         GDateTime  *now)
{
  GArray *checkins;
  GDate today;

  g_return_val_if_fail (COACH_IS_DIARY (self), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  checkins = coach_diary_get_records (self)->checkins;
  today = coach_diary_day_of (now);
  for (guint i = checkins->len; i > 0; i--)
    {
      const CoachCheckin *checkin = &g_array_index (checkins, CoachCheckin, i - 1);
      GDate day = coach_diary_day_of (checkin->when);

      if (g_date_compare (&day, &today) == 0)
        return &checkin->pain;
    }
  return NULL;
}

/**
 * coach_diary_get_last_activity:
 * @self: a diary
 * @day: (out): the local day of the last check-in or session; left alone when there is none
 *
 * Finds when the person last did something here.
 *
 * Returns: whether they did
 */
gboolean
coach_diary_get_last_activity (CoachDiary *self,
                               GDate      *day)
{
  const CoachDiaryRecords *records;
  GDate of_checkin;

  g_return_val_if_fail (COACH_IS_DIARY (self), FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  records = coach_diary_get_records (self);
  if (records->sessions->len > 0)
    *day = coach_diary_day_of (get_session (records, records->sessions->len - 1)->began);
  if (records->checkins->len == 0)
    return records->sessions->len > 0;
  of_checkin = coach_diary_day_of (
      g_array_index (records->checkins, CoachCheckin, records->checkins->len - 1).when);
  if (records->sessions->len == 0 || g_date_compare (&of_checkin, day) > 0)
    *day = of_checkin;
  return TRUE;
}

static GHashTable *
gather_sessions_asking_for_rest (const CoachDiaryRecords *records)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->hurts->len; i++)
    {
      const CoachDiaryHurt *hurt = g_ptr_array_index (records->hurts, i);

      if (hurt->state.rest_day && hurt->session != NULL)
        g_hash_table_add (ids, hurt->session);
    }
  return ids;
}

static CoachRecoverySession
summarize (const CoachDiarySession *session,
           gboolean                 asked_for_rest)
{
  return (CoachRecoverySession) {
    .day = coach_diary_day_of (session->began),
    .was_half_dose = session->is_half_dose,
    .has_hour_after = session->hour_after != NULL,
    .hour_after = session->hour_after_colour,
    .has_morning = session->morning != NULL,
    .morning = session->morning_colour,
    .has_second_morning = session->second_morning != NULL,
    .second_morning = session->second_morning_colour,
    .asked_for_rest = asked_for_rest,
  };
}

static int
compare_session_days (gconstpointer a,
                      gconstpointer b)
{
  return g_date_compare (&((const CoachRecoverySession *) a)->day,
                         &((const CoachRecoverySession *) b)->day);
}

/* What hurt outside of a session, on the page of a move, counts as one that asks for rest. */
static void
add_hurts_outside (const CoachDiaryRecords *records,
                   GArray                  *sessions)
{
  for (guint i = 0; i < records->hurts->len; i++)
    {
      const CoachDiaryHurt *hurt = g_ptr_array_index (records->hurts, i);
      CoachRecoverySession session = { .asked_for_rest = TRUE };

      if (!hurt->state.rest_day || hurt->session != NULL)
        continue;
      session.day = coach_diary_day_of (hurt->when);
      g_array_append_val (sessions, session);
    }
}

static GArray *
gather_sessions (const CoachDiaryRecords *records)
{
  g_autoptr (GHashTable) resting = gather_sessions_asking_for_rest (records);
  GArray *sessions = g_array_new (FALSE, FALSE, sizeof (CoachRecoverySession));

  for (guint i = 0; i < records->sessions->len; i++)
    {
      const CoachDiarySession *session = get_session (records, i);
      gboolean asked_for_rest = g_hash_table_contains (resting, session->id);
      CoachRecoverySession summary = summarize (session, asked_for_rest);

      if (is_asked_about (session) || asked_for_rest)
        g_array_append_val (sessions, summary);
    }
  add_hurts_outside (records, sessions);
  g_array_sort (sessions, compare_session_days);
  return sessions;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return g_date_compare (&((const CoachRecoveryDay *) a)->day,
                         &((const CoachRecoveryDay *) b)->day);
}

/* Each day once, with the worst that was said on it. */
static GArray *
gather_days (const CoachDiaryRecords *records)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (CoachRecoveryDay));
  guint n_days = 0;

  for (guint i = 0; i < records->checkins->len; i++)
    {
      const CoachCheckin *checkin = &g_array_index (records->checkins, CoachCheckin, i);
      CoachRecoveryDay day = { .day = coach_diary_day_of (checkin->when),
                               .worst = coach_pain_get_worst (&checkin->pain) };

      g_array_append_val (days, day);
    }
  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    {
      CoachRecoveryDay day = g_array_index (days, CoachRecoveryDay, i);
      CoachRecoveryDay *last
          = n_days > 0 ? &g_array_index (days, CoachRecoveryDay, n_days - 1) : NULL;

      if (last != NULL && g_date_compare (&last->day, &day.day) == 0)
        last->worst = MAX (last->worst, day.worst);
      else
        g_array_index (days, CoachRecoveryDay, n_days++) = day;
    }
  g_array_set_size (days, n_days);
  return days;
}

/**
 * coach_diary_get_recovery:
 * @self: a diary
 * @catalog: the catalogue, whose guides have the numbers
 * @flare_since: (nullable): since when flare-up mode is on; %NULL when it is off
 * @today: the local day
 *
 * Finds what the traffic lights of the last days ask for, see [func@recovery_from].
 *
 * Returns: what they ask for
 */
CoachRecovery
coach_diary_get_recovery (CoachDiary   *self,
                          CoachCatalog *catalog,
                          const GDate  *flare_since,
                          const GDate  *today)
{
  g_autoptr (GArray) sessions = NULL;
  g_autoptr (GArray) days = NULL;

  g_return_val_if_fail (COACH_IS_DIARY (self), (CoachRecovery) { 0 });
  g_return_val_if_fail (COACH_IS_CATALOG (catalog), (CoachRecovery) { 0 });
  g_return_val_if_fail (today != NULL && g_date_valid (today), (CoachRecovery) { 0 });

  sessions = gather_sessions (coach_diary_get_records (self));
  days = gather_days (coach_diary_get_records (self));
  return coach_recovery_from (catalog, (const CoachRecoverySession *) sessions->data, sessions->len,
                              (const CoachRecoveryDay *) days->data, days->len, flare_since, today);
}

/* How many days ago a session was. Who travels west may have had it tomorrow. */
static int
get_age (const CoachDiarySession *session,
         const GDate             *today)
{
  GDate day = coach_diary_day_of (session->began);
  int age = g_date_days_between (&day, today);

  return age == -1 ? 0 : age;
}

/* On its own day, or until there is another session. */
static gboolean
is_hour_after_open (const CoachDiarySession *session,
                    int                      age,
                    gboolean                 is_newest,
                    GDateTime               *now)
{
  g_autoptr (GDateTime) end = NULL;

  if (session->hour_after != NULL || (age > 0 && !is_newest))
    return FALSE;
  end = dup_end (session);
  return g_date_time_difference (now, end) >= G_TIME_SPAN_HOUR;
}

/* The next day; and the day after that, where the first morning was red. */
static gboolean
is_morning_open (const CoachDiarySession *session,
                 int                      age)
{
  if (age == 1)
    return session->morning == NULL;
  return age == 2 && session->morning != NULL && session->morning_colour >= COACH_PAIN_RED
         && session->second_morning == NULL;
}

static const CoachDiarySession *
find_hour_after (const CoachDiaryRecords *records,
                 GDateTime               *now)
{
  GDate today = coach_diary_day_of (now);
  gboolean is_newest = TRUE;

  for (guint i = records->sessions->len; i > 0; i--)
    {
      const CoachDiarySession *session = get_session (records, i - 1);
      int age = get_age (session, &today);

      if (age > MAX_ASKED_DAYS)
        break;
      if (age < 0 || !is_asked_about (session))
        continue;
      if (is_hour_after_open (session, age, is_newest, now))
        return session;
      is_newest = FALSE;
    }
  return NULL;
}

/* Of several sessions on one day the last one is asked about: its morning is that of all. */
static const CoachDiarySession *
find_morning (const CoachDiaryRecords *records,
              GDateTime               *now)
{
  GDate today = coach_diary_day_of (now);
  int seen = 0;

  for (guint i = records->sessions->len; i > 0; i--)
    {
      const CoachDiarySession *session = get_session (records, i - 1);
      int age = get_age (session, &today);

      if (age > MAX_ASKED_DAYS)
        break;
      if (age <= seen || !is_asked_about (session))
        continue;
      if (is_morning_open (session, age))
        return session;
      seen = age;
    }
  return NULL;
}

/**
 * coach_diary_find_unasked:
 * @self: a diary
 * @moment: %COACH_PAIN_HOUR_AFTER or %COACH_PAIN_NEXT_MORNING; of others nothing is asked later
 * @now: the local time
 *
 * Finds the session of which a question is open. How it was an hour later is asked from then on for
 * as long as it is the day of the session, or there is none after it; how it was in the morning is
 * asked on the next day, and after a red morning once more on the day after. Sessions of which
 * nothing was done, breaks of a minute or two, and sessions older than two days are let be.
 *
 * Returns: (transfer none) (nullable): a session, valid until the next change
 */
const CoachDiarySession *
coach_diary_find_unasked (CoachDiary      *self,
                          CoachPainMoment  moment,
                          GDateTime       *now)
{
  g_return_val_if_fail (COACH_IS_DIARY (self), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  switch (moment)
    {
    case COACH_PAIN_HOUR_AFTER:
      return find_hour_after (coach_diary_get_records (self), now);
    case COACH_PAIN_NEXT_MORNING:
      return find_morning (coach_diary_get_records (self), now);
    case COACH_PAIN_BEFORE:
    case COACH_PAIN_DURING_LEG:
    case COACH_PAIN_DURING_BACK:
    default:
      return NULL;
    }
}

static gboolean
is_within (GDateTime   *time,
           const GDate *from,
           const GDate *to)
{
  GDate day = coach_diary_day_of (time);

  return g_date_compare (&day, from) >= 0 && g_date_compare (&day, to) <= 0;
}

static gboolean
is_stop (CoachHurtsAction action)
{
  switch (action)
    {
    case COACH_HURTS_ACTION_SKIP:
    case COACH_HURTS_ACTION_END:
    case COACH_HURTS_ACTION_END_SAME_DAY:
    case COACH_HURTS_ACTION_END_EMERGENCY:
      return TRUE;
    case COACH_HURTS_ACTION_NONE:
    case COACH_HURTS_ACTION_GO_ON:
    case COACH_HURTS_ACTION_EASIER:
    case COACH_HURTS_ACTION_PAUSE_EASIER:
    default:
      return FALSE;
    }
}

static gboolean
has_hurt (const CoachDiaryRecords *records,
          const char              *session,
          const char              *movement)
{
  for (guint i = 0; i < records->hurts->len; i++)
    {
      const CoachDiaryHurt *hurt = g_ptr_array_index (records->hurts, i);

      if (g_strcmp0 (hurt->session, session) == 0 && g_str_equal (hurt->movement, movement))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_hurt_step (const CoachDiarySession *session,
               const char              *movement)
{
  for (guint i = 0; i < session->steps->len; i++)
    {
      const CoachDiaryStep *step = g_ptr_array_index (session->steps, i);

      if (step->outcome == COACH_STEP_HURT && g_str_equal (step->movement, movement))
        return TRUE;
    }
  return FALSE;
}

/**
 * coach_diary_count_stops:
 * @self: a diary
 * @movement: the id of a movement
 * @from: the first local day
 * @to: the last local day
 *
 * Counts how often a movement was stopped because it hurt. A session in which a step hurt without a
 * word of "It hurts", such as one that the program did not live to see the end of, counts once.
 *
 * Returns: how often
 */
guint
coach_diary_count_stops (CoachDiary  *self,
                         const char  *movement,
                         const GDate *from,
                         const GDate *to)
{
  const CoachDiaryRecords *records;
  guint n_stops = 0;

  g_return_val_if_fail (COACH_IS_DIARY (self), 0);
  g_return_val_if_fail (movement != NULL, 0);
  g_return_val_if_fail (from != NULL && to != NULL, 0);

  records = coach_diary_get_records (self);
  for (guint i = 0; i < records->hurts->len; i++)
    {
      const CoachDiaryHurt *hurt = g_ptr_array_index (records->hurts, i);

      if (g_str_equal (hurt->movement, movement) && is_stop (hurt->state.action)
          && is_within (hurt->when, from, to))
        n_stops++;
    }
  for (guint i = 0; i < records->sessions->len; i++)
    {
      const CoachDiarySession *session = get_session (records, i);

      if (is_within (session->began, from, to) && has_hurt_step (session, movement)
          && !has_hurt (records, session->id, movement))
        n_stops++;
    }
  return n_stops;
}
