/* What the diary says was done lately, as today's choice is told it. */
#include "coach-manual-clock.h"
#include "coach-today-facts.h"

typedef struct
{
  CoachManualClock *clock;   /* (owned) */
  CoachCatalog     *catalog; /* (owned) */
  CoachProfile     *profile; /* (owned) */
  CoachAppContext  *context; /* (owned) */
} Fixture;

static void
set_time (Fixture *fixture,
          int      day,
          int      hour)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, day, hour, 30, 0);

  coach_manual_clock_set_local_time (fixture->clock, time);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettings) settings = g_settings_new ("org.lowtide.Lowtide");
  g_autofree char *data_dir = g_dir_make_tmp ("coach-XXXXXX", NULL);
  g_autoptr (CoachPlaces) places = coach_places_new ("unused", "unused", data_dir);

  fixture->catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  fixture->clock = coach_manual_clock_new ();
  set_time (fixture, 20, 15);
  fixture->profile = coach_profile_new ();
  fixture->context = coach_app_context_new (fixture->catalog, fixture->profile, places,
                                            COACH_CLOCK (fixture->clock), settings);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_assert_finalize_object (fixture->context);
  g_assert_finalize_object (fixture->clock);
  g_object_unref (fixture->profile);
  g_object_unref (fixture->catalog);
}

/* Begins a session and works on its first step for a while. */
static void
do_session (Fixture    *fixture,
            const char *routine,
            guint       worked_s)
{
  CoachDiary *diary = coach_app_context_get_diary (fixture->context);
  g_autoptr (GDateTime) now = coach_app_context_dup_now (fixture->context);
  g_autoptr (CoachProfile) anybody = coach_profile_new ();
  g_autoptr (CoachPlan) plan = NULL;
  g_autoptr (CoachSessionReport) report = NULL;
  g_autofree CoachStepOutcome *outcomes = NULL;
  g_autofree CoachStepWork *work = NULL;
  g_autofree char *id = NULL;

  plan = coach_plan_new (coach_catalog_lookup_routine (fixture->catalog, routine),
                         fixture->catalog, anybody, NULL, NULL);
  id = coach_diary_begin_session (diary, now, plan, FALSE, NULL);
  outcomes = g_new0 (CoachStepOutcome, coach_plan_get_n_steps (plan));
  work = g_new0 (CoachStepWork, coach_plan_get_n_steps (plan));
  outcomes[0] = worked_s > 0 ? COACH_STEP_PARTLY : COACH_STEP_SKIPPED;
  work[0].us[COACH_SIDE_NONE] = worked_s * G_USEC_PER_SEC;
  report = coach_session_report_new (plan, outcomes, work, FALSE);
  coach_diary_set_report (diary, id, report);
}

static void
test_done (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_auto (CoachTodayFacts) today = { 0 };

  g_test_summary ("What was worked at in the last days was done; what was only opened was not");
  set_time (fixture, 15, 9);
  do_session (fixture, "nerve-calm", 60);
  set_time (fixture, 19, 9);
  do_session (fixture, "hip-strength", 60);
  set_time (fixture, 20, 9);
  do_session (fixture, "no-floor", 0);
  do_session (fixture, "steady-bones", 1);
  set_time (fixture, 20, 15);

  coach_today_facts_init (&today, fixture->context);
  g_assert_cmpuint (today.facts.n_done, ==, 2);
  g_assert_cmpstr (today.facts.done[0].routine, ==, "steady-bones");
  g_assert_cmpuint (g_date_get_day (&today.facts.done[0].day), ==, 20);
  g_assert_cmpstr (today.facts.done[1].routine, ==, "hip-strength");
  g_assert_cmpuint (g_date_get_day (&today.facts.done[1].day), ==, 19);
  g_assert_cmpint (today.facts.trend, ==, COACH_TREND_NOT_ENOUGH_DATA);
  g_assert_cmpint (g_date_time_get_hour (today.facts.now), ==, 15);
}

static void
test_nothing_done (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_auto (CoachTodayFacts) today = { 0 };

  g_test_summary ("An empty diary is no history");
  coach_today_facts_init (&today, fixture->context);
  g_assert_cmpuint (today.facts.n_done, ==, 0);
  g_assert_true (today.facts.profile == fixture->profile);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/app/today-facts/done", Fixture, NULL, set_up, test_done, tear_down);
  g_test_add ("/app/today-facts/nothing-done", Fixture, NULL, set_up, test_nothing_done, tear_down);

  return g_test_run ();
}
