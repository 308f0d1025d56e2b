#include "config.h"

#include "session-fixture.h"

#define SECOND  ((gint64) G_USEC_PER_SEC)
#define START   (77 * SECOND)
#define LEAD_IN (COACH_LEAD_IN_SECONDS * SECOND)

static CoachCatalog *catalog;

static CoachSessionState
state_after (CoachSessionState  before,
             CoachPlan         *plan,
             CoachSessionEvent  event,
             gint64             now_us)
{
  return coach_session_state_after (&before, plan, event, now_us);
}

static CoachSessionState
start_at (CoachPlan *plan,
          gint64     now_us)
{
  return state_after ((CoachSessionState) { 0 }, plan, COACH_SESSION_EVENT_START, now_us);
}

static void
test_late_tick (void)
{
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "desk-break-2");
  gint64 total_us = coach_plan_get_total_s (plan) * SECOND;
  CoachSessionState often = start_at (plan, START);

  g_test_summary ("However seldom time is looked at, it comes to the same");
  for (gint64 now_us = START; now_us <= START + total_us + SECOND; now_us += SECOND / 4)
    {
      CoachSessionState once = state_after (start_at (plan, START), plan,
                                            COACH_SESSION_EVENT_TICK, now_us);

      often = state_after (often, plan, COACH_SESSION_EVENT_TICK, now_us);
      g_assert_cmpmem (&often, sizeof often, &once, sizeof once);
    }
  g_assert_cmpint (often.status, ==, COACH_SESSION_FINISHED);
  g_assert_cmpint (often.phase_began_us, ==, START + total_us);
}

static void
test_lead_in (void)
{
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "desk-break-2");
  CoachSessionState state = start_at (plan, START);
  gint64 now_us = START + 2 * SECOND;

  g_test_summary ("A pause keeps what had passed, and each one is followed by a whole lead-in");
  for (guint i = 0; i < 3; i++)
    {
      state = state_after (state, plan, COACH_SESSION_EVENT_PAUSE, now_us);
      g_assert_cmpint (state.status, ==, COACH_SESSION_PAUSED);
      g_assert_cmpint (coach_session_state_get_passed_us (&state, plan, now_us), ==, 2 * SECOND);
      now_us += 3600 * SECOND;
      g_assert_cmpint (coach_session_state_get_passed_us (&state, plan, now_us), ==, 2 * SECOND);

      state = state_after (state, plan, COACH_SESSION_EVENT_RESUME, now_us);
      g_assert_cmpint (state.lead_in_until_us, ==, now_us + LEAD_IN);
      now_us += LEAD_IN - 1;
      state = state_after (state, plan, COACH_SESSION_EVENT_TICK, now_us);
      g_assert_cmpint (state.lead_in_until_us, !=, 0);
      g_assert_cmpint (coach_session_state_get_remaining_us (&state, plan, now_us), ==, 6 * SECOND);
    }

  now_us += 1 + 4 * SECOND;
  state = state_after (state, plan, COACH_SESSION_EVENT_TICK, now_us);
  g_assert_cmpint (state.lead_in_until_us, ==, 0);
  g_assert_cmpint (coach_session_state_get_remaining_us (&state, plan, now_us), ==, 2 * SECOND);
}

static void
test_out_of_place (void)
{
  static const struct
  {
    CoachSessionStatus status;
    CoachSessionEvent event;
  } cases[] = {
    { COACH_SESSION_READY, COACH_SESSION_EVENT_TICK },
    { COACH_SESSION_READY, COACH_SESSION_EVENT_PAUSE },
    { COACH_SESSION_READY, COACH_SESSION_EVENT_RESUME },
    { COACH_SESSION_READY, COACH_SESSION_EVENT_SKIP_STEP },
    { COACH_SESSION_READY, COACH_SESSION_EVENT_GO_BACK },
    { COACH_SESSION_READY, COACH_SESSION_EVENT_REPEAT_STEP },
    { COACH_SESSION_PAUSED, COACH_SESSION_EVENT_START },
    { COACH_SESSION_PAUSED, COACH_SESSION_EVENT_TICK },
    { COACH_SESSION_PAUSED, COACH_SESSION_EVENT_PAUSE },
    { COACH_SESSION_RUNNING, COACH_SESSION_EVENT_START },
    { COACH_SESSION_RUNNING, COACH_SESSION_EVENT_RESUME },
  };
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "desk-break-2");

  g_test_summary ("An event that makes no sense changes nothing, and nothing changes an end");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CoachSessionState before = { .status = cases[i].status, .phase_began_us = START };
      CoachSessionState after = state_after (before, plan, cases[i].event, START + SECOND);

      g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
    }
  for (int end = COACH_SESSION_FINISHED; end <= COACH_SESSION_STOPPED; end++)
    for (int event = COACH_SESSION_EVENT_START; event <= COACH_SESSION_EVENT_STOP; event++)
      {
        CoachSessionState before = { .status = end, .phase = 2, .passed_us = 5 };
        CoachSessionState after = state_after (before, plan, event, START);

        g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
      }
}

/* Going back from an instant of a step: at most 3 s into getting into place, the step before. */
static void
test_go_back (void)
{
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "morning-loosen-up");
  guint second = coach_plan_get_step (plan, 1)->first_phase;
  gint64 second_us = coach_plan_get_phase (plan, second)->start_s * SECOND;
  const struct
  {
    gint64 at_us;
    guint  step;
  } cases[] = {
    { 0, 0 },
    { 20 * SECOND, 0 },
    { second_us - 1, 0 },
    { second_us, 0 },
    { second_us + 3 * SECOND, 0 },
    { second_us + 3 * SECOND + 1, 1 },
    { second_us + 9 * SECOND, 1 },
  };

  g_test_summary ("Going back begins the step again, or the one before if it has just begun");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int paused = FALSE; paused <= TRUE; paused++)
      {
        CoachSessionState state = start_at (plan, START);

        if (paused)
          state = state_after (state, plan, COACH_SESSION_EVENT_PAUSE, START + cases[i].at_us);
        state = state_after (state, plan, COACH_SESSION_EVENT_GO_BACK, START + cases[i].at_us);
        g_assert_cmpint (state.status, ==, paused ? COACH_SESSION_PAUSED : COACH_SESSION_RUNNING);
        g_assert_cmpuint (state.phase, ==, coach_plan_get_step (plan, cases[i].step)->first_phase);
        g_assert_cmpint (coach_session_state_get_passed_us (&state, plan, START + cases[i].at_us),
                         ==, 0);
      }
}

/* From any instant of a step, also from its first second: never the step before. */
static void
test_repeat (void)
{
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "morning-loosen-up");
  guint second = coach_plan_get_step (plan, 1)->first_phase;
  gint64 second_us = coach_plan_get_phase (plan, second)->start_s * SECOND;
  const gint64 into_us[] = { 0, SECOND, 3 * SECOND + 1, 20 * SECOND };

  g_test_summary ("Repeating begins the step again and runs, with a whole lead-in");
  for (gsize i = 0; i < G_N_ELEMENTS (into_us); i++)
    for (int paused = FALSE; paused <= TRUE; paused++)
      {
        CoachSessionState state = start_at (plan, START);
        gint64 now_us = START + second_us + into_us[i];

        if (paused)
          state = state_after (state, plan, COACH_SESSION_EVENT_PAUSE, now_us);
        state = state_after (state, plan, COACH_SESSION_EVENT_REPEAT_STEP, now_us);
        g_assert_cmpint (state.status, ==, COACH_SESSION_RUNNING);
        g_assert_cmpuint (state.phase, ==, second);
        g_assert_cmpint (state.lead_in_until_us, ==, now_us + LEAD_IN);
        g_assert_cmpint (coach_session_state_get_passed_us (&state, plan, now_us + LEAD_IN), ==, 0);
      }
}

static void
test_seek (void)
{
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "piriformis-essentials");
  guint last = coach_plan_get_n_phases (plan) - 1;

  g_test_summary ("Seeking leads to the beginning of a phase of the same step, work after a lead-in");
  for (guint from = 0; from < last; from++)
    for (guint to = 0; to <= last; to++)
      for (int paused = FALSE; paused <= TRUE; paused++)
        {
          const CoachPhase *left = coach_plan_get_phase (plan, from);
          const CoachPhase *target = coach_plan_get_phase (plan, to);
          gint64 now_us = START + (left->start_s + 1) * SECOND;
          gboolean works = target->kind == COACH_PHASE_HOLD || target->kind == COACH_PHASE_REPS
                           || target->kind == COACH_PHASE_TIME;
          CoachSessionState before = start_at (plan, START), after;

          before = state_after (before, plan,
                                paused ? COACH_SESSION_EVENT_PAUSE : COACH_SESSION_EVENT_TICK,
                                now_us);
          after = coach_session_state_after_seek (&before, plan, to, now_us);
          g_assert_cmpint (after.status, ==, before.status);
          if (left->step != target->step)
            {
              g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
              continue;
            }
          g_assert_cmpuint (after.phase, ==, to);
          g_assert_cmpint (coach_session_state_get_passed_us (&after, plan, now_us), ==, 0);
          g_assert_cmpint (after.lead_in_until_us, ==, works && !paused ? now_us + LEAD_IN : 0);
        }
}

static void
test_seek_out_of_place (void)
{
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "desk-break-2");

  g_test_summary ("Seeking before the start or after the end changes nothing");
  for (int status = COACH_SESSION_READY; status <= COACH_SESSION_STOPPED; status++)
    {
      CoachSessionState before = { .status = status, .phase = 1, .passed_us = 5 };
      CoachSessionState after;

      if (status == COACH_SESSION_RUNNING || status == COACH_SESSION_PAUSED)
        continue;
      after = coach_session_state_after_seek (&before, plan, 0, START);
      g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalog = session_fixture_load_catalog ();

  g_test_add_func ("/session-state/late-tick", test_late_tick);
  g_test_add_func ("/session-state/lead-in", test_lead_in);
  g_test_add_func ("/session-state/out-of-place", test_out_of_place);
  g_test_add_func ("/session-state/go-back", test_go_back);
  g_test_add_func ("/session-state/repeat", test_repeat);
  g_test_add_func ("/session-state/seek", test_seek);
  g_test_add_func ("/session-state/seek-out-of-place", test_seek_out_of_place);

  status = g_test_run ();
  g_clear_object (&catalog);
  return status;
}
