/* What the screen of a session says, moment by moment of a real routine. */
#include <string.h>

#include <glib.h>

#include "coach-manual-clock.h"
#include "coach-session-page-state.h"

typedef struct
{
  CoachCatalog     *catalog; /* (owned) */
  CoachManualClock *clock;   /* (owned) */
  CoachSession     *session; /* (owned) */
} Fixture;

typedef struct
{
  guint       at_s;
  const char *digits;
  const char *side;     /* (nullable) */
  const char *activity;
  const char *next;
  const char *progress;
} Moment;

static const Moment moments[] = {
  { 0, "0:08", "Left side", "Get into position", "Now: 30 s each side", "Step 1 of 6" },
  { 8, "0:30", "Left side", "Roll", "Next: same move, right side", "Step 1 of 6" },
  { 38, "0:05", "Right side", "Switch sides", "Now: 30 s", "Step 1 of 6" },
  { 43, "0:30", "Right side", "Roll", "Next: Lying figure four", "Step 1 of 6" },
  { 73, "0:08", "Left side", "Get into position", "Now: 30 s × 2 each side", "Step 2 of 6" },
  { 81, "0:30", "Left side", "Hold · set 1 of 2", "Next: set 2 of 2, left side", "Step 2 of 6" },
  { 111, "0:10", "Left side", "Rest", "Next: same move, right side", "Step 2 of 6" },
  { 135, "0:16", "Left side", "Hold · set 2 of 2", "Next: same move, right side",
    "Step 2 of 6" },
};

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachPlan) plan = NULL;

  fixture->catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);
  plan = coach_plan_new (coach_catalog_lookup_routine (fixture->catalog, "piriformis-essentials"),
                         fixture->catalog, profile, NULL, &error);
  g_assert_no_error (error);
  fixture->clock = coach_manual_clock_new ();
  fixture->session = coach_session_new (plan, COACH_CLOCK (fixture->clock));
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

  g_test_summary ("Digits, side, activity and what is next follow the plan");
  coach_session_start (fixture->session);
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      const Moment *moment = &moments[i];
      g_autoptr (CoachSessionPageState) state = NULL;

      advance (fixture, moment->at_s - now_s);
      now_s = moment->at_s;
      state = coach_session_page_state_new (fixture->session);
      g_test_message ("at %u s", now_s);
      g_assert_cmpstr (state->digits, ==, moment->digits);
      g_assert_cmpstr (state->side, ==, moment->side);
      g_assert_cmpstr (state->activity, ==, moment->activity);
      g_assert_cmpstr (state->next, ==, moment->next);
      g_assert_cmpstr (state->progress, ==, moment->progress);
    }
}

static void
test_sides (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (CoachSessionPageState) left = NULL;
  g_autoptr (CoachSessionPageState) turning = NULL;
  g_autoptr (CoachSessionPageState) right = NULL;

  g_test_summary ("The picture and the words name the same side");
  coach_session_start (fixture->session);
  advance (fixture, 85);
  left = coach_session_page_state_new (fixture->session);
  g_assert_cmpint (left->picture_side, ==, COACH_SIDE_LEFT);
  g_assert_nonnull (strstr (left->instruction, "left foot"));

  advance (fixture, 67);
  turning = coach_session_page_state_new (fixture->session);
  g_assert_cmpint (turning->picture_side, ==, COACH_SIDE_RIGHT);
  g_assert_cmpstr (turning->instruction, ==, "Turn to the other side: right side now.");

  advance (fixture, 5);
  right = coach_session_page_state_new (fixture->session);
  g_assert_cmpint (right->picture_side, ==, COACH_SIDE_RIGHT);
  g_assert_nonnull (strstr (right->instruction, "right foot"));
}

static void
test_position (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autoptr (CoachSessionPageState) first = NULL;
  g_autoptr (CoachSessionPageState) second = NULL;

  g_test_summary ("Getting into place shows the first steps and the first reason for care");
  coach_session_start (fixture->session);
  first = coach_session_page_state_new (fixture->session);
  g_assert_cmpstr (first->instruction, ==, "With a soft ball, stand beside a wall, left side nearest.");
  g_assert_nonnull (first->caution);
  advance (fixture, 4);
  second = coach_session_page_state_new (fixture->session);
  g_assert_cmpstr (second->instruction, ==,
                   "Put the ball between the wall and your left buttock.");
}

static void
test_repetitions (Fixture       *fixture,
                  gconstpointer  user_data)
{
  g_autoptr (CoachSessionPageState) first = NULL;
  g_autoptr (CoachSessionPageState) third = NULL;
  guint seconds;

  g_test_summary ("Repetitions are counted by the clock");
  coach_session_start (fixture->session);
  advance_to_kind (fixture, COACH_PHASE_REPS);
  seconds = coach_session_get_step (fixture->session)->dose.seconds;
  first = coach_session_page_state_new (fixture->session);
  g_assert_cmpstr (first->activity, ==, "Rep 1 of 12 · set 1 of 2");
  advance (fixture, seconds * 2);
  third = coach_session_page_state_new (fixture->session);
  g_assert_cmpstr (third->activity, ==, "Rep 3 of 12 · set 1 of 2");
}

static void
test_pause (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (CoachSessionPageState) paused = NULL;
  g_autoptr (CoachSessionPageState) leading_in = NULL;

  g_test_summary ("A pause stands still, and a lead-in counts down before the clock goes on");
  coach_session_start (fixture->session);
  advance (fixture, 20.5);
  coach_session_pause (fixture->session);
  advance (fixture, 60);
  paused = coach_session_page_state_new (fixture->session);
  g_assert_true (paused->is_paused);
  g_assert_false (paused->is_moving);
  g_assert_cmpstr (paused->digits, ==, "0:18");
  g_assert_cmpint (paused->next_change_us, ==, -1);

  coach_session_resume (fixture->session);
  advance (fixture, 1);
  leading_in = coach_session_page_state_new (fixture->session);
  g_assert_cmpstr (leading_in->instruction, ==, "Ready? Going on in 4");
  g_assert_cmpstr (leading_in->digits, ==, "0:18");
  g_assert_cmpint (leading_in->next_change_us, ==, G_USEC_PER_SEC);
}

static void
test_wakes (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (CoachSessionPageState) odd = NULL;
  g_autoptr (CoachSessionPageState) whole = NULL;
  g_autoptr (CoachSessionPageState) spoken = NULL;

  g_test_summary ("The screen changes on whole seconds, and words come every ten and at the end");
  coach_session_start (fixture->session);
  advance (fixture, 9.25);
  odd = coach_session_page_state_new (fixture->session);
  g_assert_cmpint (odd->next_change_us, ==, 750000);
  g_assert_false (odd->digits_words_due);
  advance (fixture, 0.75);
  whole = coach_session_page_state_new (fixture->session);
  g_assert_cmpstr (whole->digits, ==, "0:28");
  g_assert_cmpint (whole->next_change_us, ==, G_USEC_PER_SEC);
  advance (fixture, 8);
  spoken = coach_session_page_state_new (fixture->session);
  g_assert_true (spoken->digits_words_due);
  g_assert_cmpstr (spoken->digits_words, ==, "20 seconds left");
}

static void
test_actions (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (CoachSessionPageState) ready = coach_session_page_state_new (fixture->session);
  g_autoptr (CoachSessionPageState) running = NULL;
  g_autoptr (CoachSessionPageState) stopped = NULL;

  g_test_summary ("What can be done depends on where the session is");
  g_assert_true (ready->can_toggle_pause);
  g_assert_false (ready->can_move);
  coach_session_start (fixture->session);
  running = coach_session_page_state_new (fixture->session);
  g_assert_true (running->can_toggle_pause && running->can_move && running->can_stop);
  coach_session_stop (fixture->session);
  stopped = coach_session_page_state_new (fixture->session);
  g_assert_false (stopped->can_toggle_pause || stopped->can_move || stopped->can_stop);
}

static void
test_whole_plan (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_test_summary ("Every second of a routine can be shown, up to its end");
  coach_session_start (fixture->session);
  for (guint i = 0; coach_session_get_status (fixture->session) == COACH_SESSION_RUNNING; i++)
    {
      g_autoptr (CoachSessionPageState) state = coach_session_page_state_new (fixture->session);

      g_assert_cmpuint (i, <, 3600);
      g_assert_cmpuint (state->step, <, state->n_steps);
      g_assert_cmpfloat (state->fraction, >=, 0);
      g_assert_cmpfloat (state->fraction, <=, 1);
      g_assert_cmpint (state->next_change_us, >, 0);
      g_assert_cmpstr (state->instruction, !=, "");
      advance (fixture, 1);
    }
  g_assert_cmpint (coach_session_get_status (fixture->session), ==, COACH_SESSION_FINISHED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/session-page-state/moments", Fixture, NULL, set_up, test_moments, tear_down);
  g_test_add ("/session-page-state/sides", Fixture, NULL, set_up, test_sides, tear_down);
  g_test_add ("/session-page-state/position", Fixture, NULL, set_up, test_position, tear_down);
  g_test_add ("/session-page-state/repetitions", Fixture, NULL, set_up, test_repetitions,
              tear_down);
  g_test_add ("/session-page-state/pause", Fixture, NULL, set_up, test_pause, tear_down);
  g_test_add ("/session-page-state/wakes", Fixture, NULL, set_up, test_wakes, tear_down);
  g_test_add ("/session-page-state/actions", Fixture, NULL, set_up, test_actions, tear_down);
  g_test_add ("/session-page-state/whole-plan", Fixture, NULL, set_up, test_whole_plan, tear_down);
  return g_test_run ();
}
