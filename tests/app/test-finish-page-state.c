/* What is said after a session, finished or stopped. */
#include <glib.h>

#include "coach-finish-page-state.h"
#include "coach-manual-clock.h"

typedef struct
{
  CoachCatalog     *catalog; /* (owned) */
  CoachProfile     *profile; /* (owned) */
  CoachManualClock *clock;   /* (owned) */
  CoachSession     *session; /* (owned) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachPlan) plan = NULL;

  fixture->profile = coach_profile_new ();
  fixture->catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  plan = coach_plan_new (coach_catalog_lookup_routine (fixture->catalog, "piriformis-essentials"),
                         fixture->catalog, fixture->profile, NULL, &error);
  g_assert_no_error (error);
  fixture->clock = coach_manual_clock_new ();
  fixture->session = coach_session_new (plan, COACH_CLOCK (fixture->clock));
  coach_session_start (fixture->session);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->clock);
  g_object_unref (fixture->profile);
  g_object_unref (fixture->catalog);
}

static void
advance (Fixture *fixture,
         guint    seconds)
{
  coach_manual_clock_advance (fixture->clock, (gint64) seconds * G_USEC_PER_SEC);
}

static CoachFinishPageState *
make_state (Fixture *fixture)
{
  g_autoptr (CoachSessionReport) report = coach_session_dup_report (fixture->session);

  return coach_finish_page_state_new (report, fixture->profile);
}

static void
assert_row (CoachFinishPageState *state,
            guint                 index,
            const char           *name,
            const char           *detail)
{
  const CoachFinishRow *row = g_ptr_array_index (state->rows, index);

  g_assert_cmpstr (row->name, ==, name);
  g_assert_cmpstr (row->detail, ==, detail);
}

static void
test_finished (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autoptr (CoachFinishPageState) state = NULL;

  g_test_summary ("A session led to its end is well done, and asks for nothing");
  advance (fixture, 3600);
  state = make_state (fixture);
  g_assert_cmpstr (state->title, ==, "Well done");
  g_assert_null (state->advice);
  g_assert_nonnull (state->after);
  g_assert_cmpuint (state->rows->len, ==, 6);
  g_assert_true (g_str_has_suffix (state->summary, "6 moves done"));
  assert_row (state, 1, "Lying figure four", "30 s × 2 each side");
}

static void
test_stopped (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (CoachFinishPageState) state = NULL;

  g_test_summary ("A stop is a sound choice: what was done counts, nothing is blamed");
  advance (fixture, 73 + 8 + 20);
  coach_session_stop (fixture->session);
  state = make_state (fixture);
  g_assert_cmpstr (state->title, ==, "Stopped. That counts too");
  g_assert_nonnull (state->advice);
  g_assert_cmpstr (state->summary, ==, "1 minute of exercise · 1 move done · 1 in part");
  assert_row (state, 0, "Ball on the wall", "30 s each side");
  assert_row (state, 1, "Lying figure four", "20 seconds of it");
  assert_row (state, 2, "Knee to opposite shoulder", "Not this time");
}

static void
test_hurt (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (CoachFinishPageState) state = NULL;

  g_test_summary ("A move that hurt is named so, and advice follows even when all else was done");
  advance (fixture, 100);
  coach_session_leave_step_out (fixture->session);
  advance (fixture, 3600);
  state = make_state (fixture);
  g_assert_cmpstr (state->title, ==, "Well done");
  g_assert_nonnull (state->advice);
  assert_row (state, 1, "Lying figure four", "Left out today because it hurt");
}

static void
test_left_out_until (Fixture       *fixture,
                     gconstpointer  user_data)
{
  const CoachPlanStep *step = coach_session_get_step (fixture->session);
  const char *name = coach_move_get_name (COACH_MOVE (step->movement));
  const char *id = coach_move_get_id (COACH_MOVE (step->movement));
  g_autoptr (CoachFinishPageState) state = NULL;
  GDate since, until;

  g_test_summary ("What hurt says until when it is left out, or whom to ask");
  g_date_clear (&since, 1);
  g_date_set_dmy (&since, 27, G_DATE_FEBRUARY, 2024);
  until = since;
  g_date_add_days (&until, 7);
  coach_session_stop_hurt (fixture->session);
  coach_profile_bench (fixture->profile, id, &since, &until);
  state = make_state (fixture);
  assert_row (state, 0, name, "Left out because it hurt, until 5 March");

  coach_profile_bench (fixture->profile, id, &since, NULL);
  g_clear_pointer (&state, coach_finish_page_state_free);
  state = make_state (fixture);
  assert_row (state, 0, name, "Left out because it hurt more than once lately. Ask a physiotherapist "
                              "about this one");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/finish-page-state/finished", Fixture, NULL, set_up, test_finished, tear_down);
  g_test_add ("/finish-page-state/left-out-until", Fixture, NULL, set_up, test_left_out_until,
              tear_down);
  g_test_add ("/finish-page-state/stopped", Fixture, NULL, set_up, test_stopped, tear_down);
  g_test_add ("/finish-page-state/hurt", Fixture, NULL, set_up, test_hurt, tear_down);
  return g_test_run ();
}
