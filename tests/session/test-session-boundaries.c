/* Pausing, skipping and going back just before, at and just after every boundary between two
 * phases, in every routine. */
#include "config.h"

#include "session-fixture.h"
#include "session-recorder.h"

#define SECOND  ((gint64) G_USEC_PER_SEC)
#define LEAD_IN (COACH_LEAD_IN_SECONDS * SECOND)
#define AWAY    (90 * SECOND)

static CoachCatalog *catalog;

/* Checks what one event does at an instant of the plan, up to which the session has run. */
typedef void (*CheckFunc) (SessionRecorder *run, CoachPlan *plan, gint64 at_us);

static guint
find_phase (CoachPlan *plan,
            gint64     at_us)
{
  guint phase = 0;

  while (phase + 1 < coach_plan_get_n_phases (plan)
         && at_us >= coach_plan_get_phase (plan, phase + 1)->start_s * SECOND)
    phase++;
  return phase;
}

/* The cues after an instant of the plan, each said @shift_us later than the plan has it. */
static char *
list_cues (CoachPlan *plan,
           guint      first_phase,
           gint64     after_us,
           gint64     shift_us)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = first_phase; i < coach_plan_get_n_phases (plan); i++)
    {
      const CoachPhase *phase = coach_plan_get_phase (plan, i);

      for (guint c = 0; c < phase->n_cues; c++)
        {
          gint64 due_us = (phase->start_s + phase->cues[c].at_s) * SECOND;

          if (due_us > after_us)
            g_string_append_printf (lines, "%g %s\n", (double) (due_us + shift_us) / SECOND,
                                    phase->cues[c].text);
        }
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
check_phase (SessionRecorder *run,
             guint            phase,
             gint64           passed_us)
{
  const CoachPhase *current = coach_session_get_phase (run->session);

  g_assert_true (current
                 == coach_plan_get_phase (coach_session_get_plan (run->session), phase));
  g_assert_cmpint (coach_session_get_remaining_us (run->session), ==,
                   current->length_s * SECOND - passed_us);
}

static void
check_run_out (SessionRecorder *run,
               const char      *expected_cues,
               gint64           total_us)
{
  session_recorder_run_out (run);
  g_assert_cmpint (coach_session_get_status (run->session), ==, COACH_SESSION_FINISHED);
  g_assert_cmpstr (run->cues->str, ==, expected_cues);
  g_assert_cmpint (coach_clock_get_monotonic_us (COACH_CLOCK (run->clock)) - run->started_us, ==,
                   total_us + SESSION_RECORDER_RISE_US);
  g_assert_cmpuint (run->n_finished, ==, 1);
}

static void
check_pause (SessionRecorder *run,
             CoachPlan       *plan,
             gint64           at_us)
{
  guint phase = find_phase (plan, at_us);
  gint64 passed_us = at_us - coach_plan_get_phase (plan, phase)->start_s * SECOND;
  g_autofree char *cues = list_cues (plan, phase, at_us, AWAY + LEAD_IN);

  coach_session_pause (run->session);
  check_phase (run, phase, passed_us);
  coach_manual_clock_advance (run->clock, AWAY);
  check_phase (run, phase, passed_us);
  coach_session_resume (run->session);
  coach_manual_clock_advance (run->clock, LEAD_IN);
  check_phase (run, phase, passed_us);
  check_run_out (run, cues, coach_plan_get_total_s (plan) * SECOND + AWAY + LEAD_IN);
}

static void
check_jump (SessionRecorder *run,
            CoachPlan       *plan,
            gint64           at_us,
            guint            target)
{
  gint64 target_us = coach_plan_get_phase (plan, target)->start_s * SECOND;
  g_autofree char *cues = list_cues (plan, target, -1, at_us - target_us);

  check_phase (run, target, 0);
  check_run_out (run, cues, coach_plan_get_total_s (plan) * SECOND + at_us - target_us);
}

static void
check_skip (SessionRecorder *run,
            CoachPlan       *plan,
            gint64           at_us)
{
  guint step = coach_plan_get_phase (plan, find_phase (plan, at_us))->step;
  const CoachPlanStep *left = coach_plan_get_step (plan, step);

  coach_session_skip_step (run->session);
  check_jump (run, plan, at_us, left->first_phase + left->n_phases);
}

static void
check_go_back (SessionRecorder *run,
               CoachPlan       *plan,
               gint64           at_us)
{
  guint phase = find_phase (plan, at_us);
  guint step = coach_plan_get_phase (plan, phase)->step;
  const CoachPlanStep *current = coach_plan_get_step (plan, step);
  gint64 into_us = at_us - coach_plan_get_phase (plan, current->first_phase)->start_s * SECOND;

  if (into_us <= COACH_GO_BACK_RESTART_SECONDS * SECOND && step > 0)
    current = coach_plan_get_step (plan, step - 1);
  coach_session_go_back (run->session);
  check_jump (run, plan, at_us, current->first_phase);
}

static void
check_paused_skip (SessionRecorder *run,
                   CoachPlan       *plan,
                   gint64           at_us)
{
  guint step = coach_plan_get_phase (plan, find_phase (plan, at_us))->step;
  const CoachPlanStep *left = coach_plan_get_step (plan, step);
  guint target = left->first_phase + left->n_phases;

  coach_session_pause (run->session);
  coach_session_skip_step (run->session);
  check_phase (run, target, 0);
  if (target == coach_plan_get_n_phases (plan) - 1)
    return;

  g_assert_cmpstr (run->cues->str, ==, "");
  coach_session_resume (run->session);
  coach_manual_clock_advance (run->clock, LEAD_IN);
  check_jump (run, plan, at_us + LEAD_IN, target);
}

static void
check_every_boundary (CoachPlan *plan,
                      CheckFunc  check)
{
  for (guint i = 0; i < coach_plan_get_n_phases (plan) - 1; i++)
    for (int offset = -1; offset <= 1; offset++)
      {
        gint64 at_us = coach_plan_get_phase (plan, i)->start_s * SECOND + offset;
        g_autoptr (SessionRecorder) run = NULL;

        if (at_us < 0)
          continue;
        run = session_recorder_start (plan);
        coach_manual_clock_advance (run->clock, at_us);
        session_recorder_clear (run);
        check (run, plan, at_us);
      }
}

static void
test_every_boundary (gconstpointer data)
{
  CheckFunc check = (CheckFunc) data;
  GListModel *routines = coach_catalog_get_routines (catalog);

  g_test_summary ("The event does the same at every boundary of every routine");
  for (guint i = 0; i < g_list_model_get_n_items (routines); i++)
    {
      g_autoptr (CoachRoutine) routine = g_list_model_get_item (routines, i);
      g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog,
                                                              coach_routine_get_id (routine));

      check_every_boundary (plan, check);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalog = session_fixture_load_catalog ();

  g_test_add_data_func ("/session-boundaries/pause", check_pause, test_every_boundary);
  g_test_add_data_func ("/session-boundaries/skip", check_skip, test_every_boundary);
  g_test_add_data_func ("/session-boundaries/go-back", check_go_back, test_every_boundary);
  g_test_add_data_func ("/session-boundaries/paused-skip", check_paused_skip, test_every_boundary);

  status = g_test_run ();
  g_clear_object (&catalog);
  return status;
}
