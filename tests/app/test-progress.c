#include "config.h"

#include "coach-progress.h"
#include "records-fixture.h"

typedef struct
{
  CoachCatalog      *catalog; /* (owned) */
  CoachDiaryRecords *records; /* (owned) */
  GDateTime         *now;     /* (owned) */
  GDate              flare;
  GDate              blocked;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  self->catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  self->records = coach_diary_records_new ();
  self->now = g_date_time_new_from_iso8601 ("2026-11-22T20:00:00+01:00", NULL);
  g_date_clear (&self->flare, 1);
  g_date_clear (&self->blocked, 1);
}

static void
tear_down (Fixture       *self,
           gconstpointer  user_data)
{
  coach_diary_records_free (self->records);
  g_date_time_unref (self->now);
  g_object_unref (self->catalog);
}

/* The two weeks up to 22 November, of which day 0 is the 9th. */
static CoachProgress *
count (Fixture *self,
       guint    n_days)
{
  CoachProgressFacts facts = {
    .records = self->records,
    .catalog = self->catalog,
    .now = self->now,
    .flare_since = &self->flare,
    .blocked_since = &self->blocked,
  };

  g_date_clear (&facts.last, 1);
  g_date_set_dmy (&facts.last, 22, 11, 2026);
  facts.first = facts.last;
  g_date_subtract_days (&facts.first, n_days - 1);
  return coach_progress_from (&facts);
}

static void
test_local_days (Fixture       *self,
                 gconstpointer  user_data)
{
  static const struct
  {
    const char *when;
    int         day; /* of the fortnight; -1 for not in it */
  } cases[] = {
    { "2026-11-20T00:00:00+01:00", 11 },  /* the first instant of a day */
    { "2026-11-20T23:59:59+01:00", 11 },  /* and the last */
    { "2026-11-20T23:30:00-08:00", 11 },  /* its own clock, wherever the person is now */
    { "2026-11-08T23:59:59+01:00", -1 },  /* before it */
    { "2026-11-09T00:30:00+11:00", 0 },   /* yesterday in Europe, but not where it was written */
    { "2026-11-22T20:00:01+01:00", -1 },  /* not yet */
    { "2026-11-23T03:00:00+09:00", 13 },  /* flew west: tomorrow there, and past: today */
  };

  g_test_summary ("A record belongs to the day that the clock on the wall showed.");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CoachProgress) progress = NULL;

      g_array_set_size (self->records->checkins, 0);
      records_fixture_add_checkin (self->records, cases[i].when, COACH_ZONE_CALF_LEFT, 4, 0);
      progress = count (self, 14);
      g_assert_cmpuint (progress->reach[COACH_PROGRESS_LEFT]->len, ==, cases[i].day >= 0 ? 1 : 0);
      if (cases[i].day >= 0)
        g_assert_true (coach_progress_get_day (progress, (guint) cases[i].day)->has_checkin);
    }
}

static void
test_clock_change (Fixture       *self,
                   gconstpointer  user_data)
{
  g_autoptr (CoachProgress) progress = NULL;

  g_test_summary ("A night on which clocks change makes no day longer or shorter.");

  records_fixture_add_session (self->records, "2026-10-24T23:30:00+02:00", "bridge", 0, 0, 60);
  records_fixture_add_session (self->records, "2026-10-25T23:30:00+01:00", "bridge", 0, 0, 60);
  records_fixture_add_session (self->records, "2026-10-26T00:10:00+01:00", "bridge", 0, 0, 60);
  progress = count (self, 30);
  g_assert_cmpuint (coach_progress_get_day (progress, 0)->n_sessions, ==, 1);
  g_assert_cmpuint (coach_progress_get_day (progress, 1)->n_sessions, ==, 1);
  g_assert_cmpuint (coach_progress_get_day (progress, 2)->n_sessions, ==, 1);
}

static void
test_break (Fixture       *self,
            gconstpointer  user_data)
{
  g_autoptr (CoachProgress) progress = NULL;
  CoachDiarySession *session;

  g_test_summary ("A break of two minutes is work, and no session");

  session = records_fixture_add_session (self->records, "2026-10-24T11:30:00+02:00",
                                         "seated-arm-reach", 0, 0, 30);
  g_free (session->routine);
  session->routine = g_strdup (COACH_ROUTINE_CHAIR);
  progress = count (self, 30);
  g_assert_cmpuint (progress->n_sessions, ==, 0);
  g_assert_cmpuint (progress->moves->len, ==, 1);
}

static void
test_fold (Fixture       *self,
           gconstpointer  user_data)
{
  g_autoptr (CoachProgress) progress = NULL;
  const CoachReachPoint *left, *right;

  g_test_summary ("A day is the sorest of each zone and all flags; below 2 of 10 nothing reaches.");

  records_fixture_add_checkin (self->records, "2026-11-09T08:00:00Z", COACH_ZONE_CALF_LEFT, 3, 0);
  records_fixture_add_checkin (self->records, "2026-11-09T18:00:00Z", COACH_ZONE_CALF_LEFT, 1,
                               COACH_PAIN_NUMBNESS);
  records_fixture_add_checkin (self->records, "2026-11-09T19:00:00Z", COACH_ZONE_FOOT_LEFT, 1, 0);
  records_fixture_add_checkin (self->records, "2026-11-10T19:00:00Z", COACH_ZONE_LOW_BACK, 5, 0);
  progress = count (self, 14);
  left = (const CoachReachPoint *) (void *) progress->reach[COACH_PROGRESS_LEFT]->data;
  right = (const CoachReachPoint *) (void *) progress->reach[COACH_PROGRESS_RIGHT]->data;
  g_assert_cmpuint (progress->n_checkin_days, ==, 2);
  g_assert_cmpuint (left[0].reach, ==, COACH_RANK_CALF);
  g_assert_cmpuint (left[0].score, ==, 3);
  g_assert_cmpint (left[0].flags, ==, COACH_PAIN_NUMBNESS);
  g_assert_cmpuint (right[0].reach, ==, 0);
  g_assert_cmpuint (left[1].reach, ==, COACH_RANK_BACK);
  g_assert_cmpuint (right[1].score, ==, 5);
}

static void
test_weeks (Fixture       *self,
            gconstpointer  user_data)
{
  g_autoptr (CoachProgress) fortnight = NULL;
  g_autoptr (CoachProgress) month = NULL;
  g_autoptr (CoachProgress) week = NULL;
  guint worst;

  g_test_summary ("The first week with a check-in and the last one are compared, if they are two.");

  records_fixture_add_checkin (self->records, "2026-11-09T08:00:00Z", COACH_ZONE_CALF_LEFT, 7, 0);
  records_fixture_add_checkin (self->records, "2026-11-11T08:00:00Z", COACH_ZONE_CALF_LEFT, 4, 0);
  records_fixture_add_checkin (self->records, "2026-11-21T08:00:00Z", COACH_ZONE_LOW_BACK, 2, 0);
  fortnight = count (self, 14);
  g_assert_true (coach_progress_has_two_weeks (fortnight));
  g_assert_cmpfloat (fortnight->first_week.worst_mean, ==, 5.5);
  g_assert_cmpfloat (fortnight->last_week.worst_mean, ==, 2);
  g_assert_cmpfloat (coach_progress_get_zone_mean (fortnight, &fortnight->first_week,
                                                   COACH_ZONE_CALF_LEFT, &worst),
                     ==, 5.5);
  g_assert_cmpuint (worst, ==, 7);
  month = count (self, 30);
  g_assert_cmpfloat (month->first_week.worst_mean, ==, 5.5);
  g_assert_cmpuint (month->weeks->len, ==, 5);
  week = count (self, 7);
  g_assert_false (coach_progress_has_two_weeks (week));
}

/* Day by day up to the last: s is a session, a dot none. */
static void
add_sessions (Fixture    *self,
              const char *days)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 22, 11, 2026);
  g_date_subtract_days (&day, (guint) strlen (days) - 1);
  for (; *days != '\0'; days++, g_date_add_days (&day, 1))
    {
      g_autofree char *began = g_strdup_printf ("%04u-%02u-%02uT12:00:00Z", g_date_get_year (&day),
                                                g_date_get_month (&day), g_date_get_day (&day));

      if (*days == 's')
        records_fixture_add_session (self->records, began, "bridge", 0, 0, 60);
    }
}

static void
test_row (Fixture       *self,
          gconstpointer  user_data)
{
  static const struct
  {
    const char *days;
    guint       flare;   /* since which day of November; 0 for none */
    guint       blocked; /* the same for a warning sign */
    guint       row;
  } cases[] = {
    { "..............", 0, 0, 0 },
    { ".............s", 0, 0, 1 },
    { "...........sss", 0, 0, 3 },
    { "..........sss.", 0, 0, 3 },  /* today is not over yet */
    { ".........sss..", 0, 0, 0 },  /* yesterday is */
    { "........ss.sss", 0, 0, 3 },
    { ".........sss..", 21, 0, 3 }, /* a flare-up since the 21st */
    { ".......sss....", 19, 0, 3 },
    { ".......sss....", 20, 0, 0 }, /* the 19th was no day of it */
    { ".......sss....", 0, 19, 3 },
    { ".......sss.s..", 19, 0, 4 }, /* done all the same: it counts */
  };

  g_test_summary ("Days of a flare-up and of a warning sign neither break a row nor lengthen it.");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CoachProgress) progress = NULL;

      coach_diary_records_free (self->records);
      self->records = coach_diary_records_new ();
      add_sessions (self, cases[i].days);
      g_date_clear (&self->flare, 1);
      g_date_clear (&self->blocked, 1);
      if (cases[i].flare != 0)
        g_date_set_dmy (&self->flare, (GDateDay) cases[i].flare, 11, 2026);
      if (cases[i].blocked != 0)
        g_date_set_dmy (&self->blocked, (GDateDay) cases[i].blocked, 11, 2026);
      progress = count (self, 14);
      g_test_message ("%s", cases[i].days);
      g_assert_cmpuint (progress->days_in_a_row, ==, cases[i].row);
    }
}

static void
test_rest_day (Fixture       *self,
               gconstpointer  user_data)
{
  g_autoptr (CoachProgress) progress = NULL;
  CoachDiaryHurt *hurt;

  g_test_summary ("A day of rest that was asked for after a session breaks no row.");

  add_sessions (self, "ss.s");
  hurt = records_fixture_add_hurt (self->records, "2026-11-20T12:05:00Z", "2026-11-20T12:00:00Z",
                                   "bridge");
  hurt->state.rest_day = TRUE;
  progress = count (self, 14);
  g_assert_true (coach_progress_get_day (progress, 12)->is_excused);
  g_assert_cmpuint (progress->days_in_a_row, ==, 3);
  g_assert_cmpuint (progress->n_excused, ==, 1);
}

static void
test_sore_day (Fixture       *self,
               gconstpointer  user_data)
{
  g_autoptr (CoachProgress) progress = NULL;

  g_test_summary ("A day on which pain had spread breaks no row either.");

  records_fixture_add_checkin (self->records, "2026-11-10T08:00:00Z", COACH_ZONE_BUTTOCK_LEFT, 3, 0);
  records_fixture_add_checkin (self->records, "2026-11-12T08:00:00Z", COACH_ZONE_BUTTOCK_LEFT, 3, 0);
  records_fixture_add_checkin (self->records, "2026-11-19T08:00:00Z", COACH_ZONE_CALF_LEFT, 4, 0);
  records_fixture_add_checkin (self->records, "2026-11-20T08:00:00Z", COACH_ZONE_CALF_LEFT, 4, 0);
  records_fixture_add_checkin (self->records, "2026-11-21T08:00:00Z", COACH_ZONE_CALF_LEFT, 4, 0);
  add_sessions (self, "ss.s");
  progress = count (self, 14);
  g_assert_true (coach_progress_get_day (progress, 12)->is_excused);
  g_assert_cmpuint (progress->days_in_a_row, ==, 3);
}

static void
test_work (Fixture       *self,
           gconstpointer  user_data)
{
  g_autoptr (CoachProgress) progress = NULL;
  const CoachProgressMove *move;
  const CoachProgressMuscle *muscle = NULL;

  g_test_summary ("Seconds of work go to each side of each muscle of a move.");

  records_fixture_add_session (self->records, "2026-11-20T12:00:00Z", "figure-four-supine", 60, 30, 0);
  records_fixture_add_session (self->records, "2026-11-21T12:00:00Z", "figure-four-supine", 60, 0, 0);
  records_fixture_add_session (self->records, "2026-11-21T13:00:00Z", "no-such-move", 0, 0, 10);
  records_fixture_add_session (self->records, "2026-11-21T14:00:00Z", "bridge", 0, 0, 0);
  progress = count (self, 14);
  g_assert_cmpuint (progress->n_sessions, ==, 3);
  g_assert_cmpuint (progress->n_session_days, ==, 2);
  g_assert_cmpuint (progress->worked_s, ==, 160);
  move = &g_array_index (progress->moves, CoachProgressMove, 0);
  g_assert_cmpstr (move->id, ==, "figure-four-supine");
  g_assert_cmpuint (move->n_done, ==, 2);
  for (guint i = 0; i < progress->muscles->len; i++)
    if (g_str_equal (g_array_index (progress->muscles, CoachProgressMuscle, i).id, "piriformis"))
      muscle = &g_array_index (progress->muscles, CoachProgressMuscle, i);
  g_assert_nonnull (muscle);
  g_assert_cmpuint (muscle->side_s[COACH_PROGRESS_LEFT], ==, 120);
  g_assert_cmpuint (muscle->side_s[COACH_PROGRESS_RIGHT], ==, 30);
  g_assert_cmpuint (coach_progress_muscle_get_total (muscle), ==, 150);
}

static void
test_sitting (Fixture       *self,
              gconstpointer  user_data)
{
  g_autoptr (CoachProgress) progress = NULL;

  g_test_summary ("Sitting belongs to the day of the break that ended it.");

  records_fixture_add_break (self->records, "2026-11-20T00:10:00Z", 1800);
  records_fixture_add_break (self->records, "2026-11-20T09:00:00Z", 1500);
  records_fixture_add_break (self->records, "2026-11-21T09:00:00Z", 0);
  progress = count (self, 14);
  g_assert_cmpuint (progress->n_breaks, ==, 3);
  g_assert_cmpuint (progress->sat_s, ==, 3300);
  g_assert_cmpuint (progress->n_sitting_days, ==, 1);
  g_assert_cmpuint (coach_progress_get_day (progress, 11)->sat_s, ==, 3300);
}

static void
test_nothing (Fixture       *self,
              gconstpointer  user_data)
{
  g_autoptr (CoachProgress) progress = count (self, 1);

  g_test_summary ("Of nothing there are no numbers, and a single day is a period.");

  g_assert_true (coach_progress_is_empty (progress));
  g_assert_false (coach_progress_has_two_weeks (progress));
  g_assert_cmpuint (progress->weeks->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add ("/progress/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("local-days", test_local_days);
  ADD ("clock-change", test_clock_change);
  ADD ("break", test_break);
  ADD ("fold", test_fold);
  ADD ("weeks", test_weeks);
  ADD ("row", test_row);
  ADD ("rest-day", test_rest_day);
  ADD ("sore-day", test_sore_day);
  ADD ("work", test_work);
  ADD ("sitting", test_sitting);
  ADD ("nothing", test_nothing);

  return g_test_run ();
}
