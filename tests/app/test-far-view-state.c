/* What is read of a session from two metres, moment by moment of real routines. */
#include <glib.h>

#include "coach-far-view-state.h"
#include "coach-manual-clock.h"

typedef struct
{
  CoachCatalog     *catalog; /* (owned) */
  CoachManualClock *clock;   /* (owned) */
  CoachSession     *session; /* (owned) (nullable) */
} Fixture;

typedef struct
{
  guint          at_s;
  CoachFarField  field;
  const char    *word;
  const char    *digits;
  const char    *side;   /* (nullable) */
  const char    *detail; /* (nullable) */
} Moment;

static const Moment moments[] = {
  { 0, COACH_FAR_FIELD_READY, "GET READY", "8", "Left side", "Now: 30 s each side" },
  { 8, COACH_FAR_FIELD_MOVE, "ROLL", "30", "Left side", NULL },
  { 38, COACH_FAR_FIELD_SWITCH, "SWITCH", "5", "Right side", "Now: 30 s" },
  { 72, COACH_FAR_FIELD_MOVE, "ROLL", "1", "Right side", NULL },
  { 81, COACH_FAR_FIELD_HOLD, "HOLD", "30", "Left side", "Set 1 of 2" },
  { 111, COACH_FAR_FIELD_REST, "REST", "10", "Left side", "Next: set 2 of 2" },
};

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  fixture->clock = coach_manual_clock_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->clock);
  g_object_unref (fixture->catalog);
}

static void
start (Fixture    *fixture,
       const char *routine)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachPlan) plan = NULL;

  plan = coach_plan_new (coach_catalog_lookup_routine (fixture->catalog, routine),
                         fixture->catalog, profile, NULL, &error);
  g_assert_no_error (error);
  fixture->session = coach_session_new (plan, COACH_CLOCK (fixture->clock));
  coach_session_start (fixture->session);
}

static void
advance (Fixture *fixture,
         double   seconds)
{
  coach_manual_clock_advance (fixture->clock, (gint64) (seconds * G_USEC_PER_SEC));
}

static void
advance_to_kind (Fixture        *fixture,
                 CoachPhaseKind  kind)
{
  for (guint i = 0; i < 3600; i++)
    {
      if (coach_session_get_phase (fixture->session)->kind == kind)
        return;
      advance (fixture, 1);
    }
  g_assert_not_reached ();
}

static void
test_moments (Fixture       *fixture,
              gconstpointer  user_data)
{
  guint now_s = 0;

  g_test_summary ("Field, word, digits, side and detail follow the plan");
  start (fixture, "piriformis-essentials");
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      const Moment *moment = &moments[i];
      g_autoptr (CoachFarViewState) state = NULL;

      advance (fixture, moment->at_s - now_s);
      now_s = moment->at_s;
      state = coach_far_view_state_new (fixture->session);
      g_test_message ("at %u s", now_s);
      g_assert_cmpint (state->field, ==, moment->field);
      g_assert_cmpstr (state->word, ==, moment->word);
      g_assert_cmpstr (state->digits, ==, moment->digits);
      g_assert_cmpstr (state->side, ==, moment->side);
      g_assert_cmpstr (state->detail, ==, moment->detail);
    }
}

static void
test_work (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (CoachFarViewState) reps = NULL;
  g_autoptr (CoachFarViewState) walk = NULL;

  g_test_summary ("What is repeated and what goes on have words of their own");
  start (fixture, "piriformis-essentials");
  advance_to_kind (fixture, COACH_PHASE_REPS);
  reps = coach_far_view_state_new (fixture->session);
  g_assert_cmpint (reps->field, ==, COACH_FAR_FIELD_MOVE);
  g_assert_cmpstr (reps->word, ==, "REPEAT");
  g_assert_cmpstr (reps->detail, ==, "Rep 1 of 12 · set 1 of 2");
  g_object_unref (fixture->session);

  start (fixture, "desk-stand-1");
  advance_to_kind (fixture, COACH_PHASE_TIME);
  walk = coach_far_view_state_new (fixture->session);
  g_assert_cmpstr (walk->word, ==, "KEEP GOING");
}

static void
test_pause (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (CoachFarViewState) paused = NULL;
  g_autoptr (CoachFarViewState) leading_in = NULL;

  g_test_summary ("A pause says how to go on, and then counts in");
  start (fixture, "piriformis-essentials");
  advance (fixture, 20.5);
  coach_session_pause (fixture->session);
  paused = coach_far_view_state_new (fixture->session);
  g_assert_cmpint (paused->field, ==, COACH_FAR_FIELD_PAUSED);
  g_assert_cmpstr (paused->word, ==, "PAUSED");
  g_assert_cmpstr (paused->digits, ==, "18");
  g_assert_cmpstr (paused->detail, ==, "Press any key to go on");
  g_assert_false (paused->is_moving);

  coach_session_resume (fixture->session);
  advance (fixture, 1);
  leading_in = coach_far_view_state_new (fixture->session);
  g_assert_cmpint (leading_in->field, ==, COACH_FAR_FIELD_READY);
  g_assert_cmpstr (leading_in->digits, ==, "4");
  g_assert_cmpstr (leading_in->digits_words, ==, "4 seconds left");
}

static void
test_minutes (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (CoachFarViewState) minute = NULL;
  g_autoptr (CoachFarViewState) seconds = NULL;

  g_test_summary ("A minute and more has a colon, less is seconds alone");
  start (fixture, "evening-wind-down");
  advance_to_kind (fixture, COACH_PHASE_TIME);
  advance (fixture, 120);
  minute = coach_far_view_state_new (fixture->session);
  g_assert_cmpstr (minute->digits, ==, "1:00");
  advance (fixture, 1);
  seconds = coach_far_view_state_new (fixture->session);
  g_assert_cmpstr (seconds->digits, ==, "59");
}

static void
test_finish (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (CoachFarViewState) state = NULL;

  g_test_summary ("At the end it says so");
  start (fixture, "piriformis-essentials");
  advance (fixture, 3600);
  state = coach_far_view_state_new (fixture->session);
  g_assert_cmpint (state->field, ==, COACH_FAR_FIELD_REST);
  g_assert_cmpstr (state->word, ==, "DONE");
  g_assert_null (state->detail);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/far-view-state/moments", Fixture, NULL, set_up, test_moments, tear_down);
  g_test_add ("/far-view-state/work", Fixture, NULL, set_up, test_work, tear_down);
  g_test_add ("/far-view-state/pause", Fixture, NULL, set_up, test_pause, tear_down);
  g_test_add ("/far-view-state/minutes", Fixture, NULL, set_up, test_minutes, tear_down);
  g_test_add ("/far-view-state/finish", Fixture, NULL, set_up, test_finish, tear_down);
  return g_test_run ();
}
