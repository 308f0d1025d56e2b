/* "It hurts" just before, at and just after every boundary between two phases, running, paused and
 * leading in, in every routine: what was done is kept, and what hurt does not come again. */
#include "config.h"

#include "session-fixture.h"
#include "session-recorder.h"

#define SECOND ((gint64) G_USEC_PER_SEC)

static CoachCatalog *catalog;

static const char *const nerve_traits[] = { "nerve-tension", "nerve-glide", NULL };

/* Where "It hurts" comes. */
typedef struct
{
  SessionRecorder *run;
  CoachPlan       *plan;
  guint            phase;
  guint            step;
  gint64           at_us;
} Moment;

typedef void (*CheckFunc) (const Moment *moment);

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

static gboolean
is_work (const CoachPhase *phase)
{
  return phase->kind == COACH_PHASE_HOLD || phase->kind == COACH_PHASE_REPS
         || phase->kind == COACH_PHASE_TIME;
}

/* What the clock of the plan says was worked of a step by an instant. */
static guint
get_worked_s (CoachPlan *plan,
              guint      step,
              gint64     at_us)
{
  const CoachPlanStep *plan_step = coach_plan_get_step (plan, step);
  gint64 worked_us = 0;

  for (guint i = 0; i < plan_step->n_phases; i++)
    {
      const CoachPhase *phase = coach_plan_get_phase (plan, plan_step->first_phase + i);

      if (is_work (phase))
        worked_us += CLAMP (at_us - phase->start_s * SECOND, 0, phase->length_s * SECOND);
    }
  return (guint) ((worked_us + SECOND / 2) / SECOND);
}

static gboolean
is_same_movement (CoachPlan *plan,
                  guint      a,
                  guint      b)
{
  return coach_plan_get_step (plan, a)->movement == coach_plan_get_step (plan, b)->movement;
}

static gboolean
loads_nerve (const CoachPlanStep *step)
{
  const char * const *traits = coach_move_get_traits (COACH_MOVE (step->movement));

  return g_strv_contains (traits, nerve_traits[0]) || g_strv_contains (traits, nerve_traits[1]);
}

/* The step that hurt, and each one before it, is put down as far as it was done. */
static void
check_kept (const Moment       *moment,
            CoachSessionReport *report)
{
  for (guint i = 0; i <= moment->step; i++)
    {
      g_assert_cmpuint (coach_session_report_get_worked_s (report, i), ==,
                        get_worked_s (moment->plan, i, moment->at_us));
      g_assert_cmpint (coach_session_report_get_outcome (report, i), ==,
                       i == moment->step ? COACH_STEP_HURT : COACH_STEP_DONE);
    }
}

static void
check_left_out (const Moment *moment)
{
  SessionRecorder *run = moment->run;

  coach_session_leave_step_out (run->session);
  coach_session_resume (run->session);
  session_recorder_run_out (run);
  g_assert_cmpuint (run->n_finished, ==, 1);
  g_assert_true (coach_session_report_is_completed (run->report));
  check_kept (moment, run->report);
  for (guint i = moment->step + 1; i < coach_plan_get_n_steps (moment->plan); i++)
    g_assert_cmpint (coach_session_report_get_outcome (run->report, i), ==,
                     is_same_movement (moment->plan, i, moment->step) ? COACH_STEP_HURT
                                                                      : COACH_STEP_DONE);
}

static void
check_stopped (const Moment *moment)
{
  SessionRecorder *run = moment->run;

  coach_session_stop_hurt (run->session);
  g_assert_cmpint (coach_session_get_status (run->session), ==, COACH_SESSION_STOPPED);
  g_assert_cmpuint (run->n_finished, ==, 1);
  g_assert_false (coach_session_report_is_completed (run->report));
  check_kept (moment, run->report);
  for (guint i = moment->step + 1; i < coach_plan_get_n_steps (moment->plan); i++)
    g_assert_cmpint (coach_session_report_get_outcome (run->report, i), ==, COACH_STEP_PENDING);
}

/* As after burning that went: the move is left out, and so are those that tense a nerve. */
static void
check_nerves_spared (const Moment *moment)
{
  SessionRecorder *run = moment->run;

  coach_session_leave_step_out (run->session);
  coach_session_leave_traits_out (run->session, nerve_traits);
  coach_session_resume (run->session);
  session_recorder_run_out (run);
  check_kept (moment, run->report);
  for (guint i = moment->step + 1; i < coach_plan_get_n_steps (moment->plan); i++)
    {
      CoachStepOutcome outcome = coach_session_report_get_outcome (run->report, i);

      if (is_same_movement (moment->plan, i, moment->step))
        g_assert_cmpint (outcome, ==, COACH_STEP_HURT);
      else if (loads_nerve (coach_plan_get_step (moment->plan, i)))
        g_assert_cmpint (outcome, ==, COACH_STEP_SKIPPED);
      else
        g_assert_cmpint (outcome, ==, COACH_STEP_DONE);
      if (outcome != COACH_STEP_DONE)
        g_assert_cmpuint (coach_session_report_get_worked_s (run->report, i), ==, 0);
    }
}

/* The gentler movement comes after a rest, from its beginning; what was to follow follows it. */
static void
check_easier (const Moment *moment)
{
  SessionRecorder *run = moment->run;
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachPlan) plan = NULL;
  const CoachPhase *phase;

  plan = coach_plan_new_easier (moment->plan, catalog, profile, moment->step, 30);
  if (plan == NULL)
    return;
  coach_session_take_easier (run->session, plan, TRUE);
  phase = coach_session_get_phase (run->session);
  g_assert_true (coach_session_get_plan (run->session) == plan);
  g_assert_cmpuint (phase->step, ==, moment->step + 1);
  g_assert_cmpint (phase->kind, ==, COACH_PHASE_REST);
  g_assert_cmpint (coach_session_get_remaining_us (run->session), ==, 30 * SECOND);
  g_assert_cmpint (coach_session_get_status (run->session), ==, COACH_SESSION_PAUSED);

  coach_session_resume (run->session);
  session_recorder_run_out (run);
  g_assert_true (coach_session_report_get_plan (run->report) == plan);
  check_kept (moment, run->report);
  for (guint i = moment->step + 1; i < coach_plan_get_n_steps (plan); i++)
    g_assert_cmpint (coach_session_report_get_outcome (run->report, i), ==,
                     is_same_movement (plan, i, moment->step) ? COACH_STEP_HURT
                                                              : COACH_STEP_DONE);
}

static void
begin_lead_in (const Moment *moment)
{
  coach_session_pause (moment->run->session);
  coach_manual_clock_advance (moment->run->clock, 90 * SECOND);
  coach_session_resume (moment->run->session);
  coach_manual_clock_advance (moment->run->clock, 2 * SECOND);
  g_assert_true (coach_session_is_leading_in (moment->run->session));
}

/* The dialogue pauses what runs, is open for a while, and then decides. */
static void
check_moment (CoachPlan *plan,
              gint64     at_us,
              gboolean   while_leading_in,
              CheckFunc  check)
{
  g_autoptr (SessionRecorder) run = session_recorder_start (plan);
  Moment moment = { .run = run, .plan = plan, .phase = find_phase (plan, at_us), .at_us = at_us };

  moment.step = coach_plan_get_phase (plan, moment.phase)->step;
  coach_manual_clock_advance (run->clock, at_us);
  if (while_leading_in)
    begin_lead_in (&moment);
  coach_session_pause (run->session);
  coach_manual_clock_advance (run->clock, 40 * SECOND);
  check (&moment);
}

static void
check_every_boundary (CoachPlan *plan,
                      CheckFunc  check)
{
  for (guint i = 0; i < coach_plan_get_n_phases (plan) - 1; i++)
    for (int offset = -1; offset <= 1; offset++)
      {
        gint64 at_us = coach_plan_get_phase (plan, i)->start_s * SECOND + offset;

        if (at_us < 0)
          continue;
        check_moment (plan, at_us, FALSE, check);
        check_moment (plan, at_us, TRUE, check);
      }
}

static void
test_every_boundary (gconstpointer data)
{
  CheckFunc check = (CheckFunc) data;
  GListModel *routines = coach_catalog_get_routines (catalog);

  g_test_summary ("Wherever it hurts, what was done is kept and what hurt does not come again");
  for (guint i = 0; i < g_list_model_get_n_items (routines); i++)
    {
      g_autoptr (CoachRoutine) routine = g_list_model_get_item (routines, i);
      g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog,
                                                              coach_routine_get_id (routine));

      check_every_boundary (plan, check);
    }
}

static void
test_traits_under_way (void)
{
  g_autoptr (CoachRoutine) routine = session_fixture_read_routine (
      catalog, "fixed", "nerve-slider-supine", "bridge", "nerve-slider-seated", NULL);
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachPlan) plan = coach_plan_new (routine, catalog, profile, NULL, NULL);
  g_autoptr (SessionRecorder) run = session_recorder_start (plan);

  g_test_summary ("A step under way with a trait that is left out is left at once");
  coach_manual_clock_advance (run->clock, 9 * SECOND);
  coach_session_leave_traits_out (run->session, nerve_traits);
  g_assert_cmpuint (coach_session_get_phase (run->session)->step, ==, 1);
  session_recorder_run_out (run);
  g_assert_cmpstr (run->steps->str, ==, "0:partly 1:done 2:skipped ");
  g_assert_true (coach_session_report_is_completed (run->report));
}

static void
test_easier_plan (void)
{
  g_autoptr (CoachRoutine) routine = session_fixture_read_routine (
      catalog, "fixed", "clamshell", "bridge", "clamshell", NULL);
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachPlan) plan = coach_plan_new (routine, catalog, profile, NULL, NULL);
  g_autoptr (CoachPlan) easier = coach_plan_new_easier (plan, catalog, profile, 1, 0);
  const CoachPlanStep *step = coach_plan_get_step (easier, 2);

  g_test_summary ("A plan with a gentler movement is the same up to it, and the same after it");
  g_assert_cmpuint (coach_plan_get_n_steps (easier), ==, 4);
  g_assert_cmpstr (session_fixture_get_id (step->movement), ==,
                   coach_movement_get_easier (coach_plan_get_step (plan, 1)->movement));
  g_assert_true (step->instead_of == coach_plan_get_step (plan, 1)->movement);
  g_assert_cmpint (coach_plan_get_phase (easier, step->first_phase)->kind, ==,
                   COACH_PHASE_POSITION);
  g_assert_true (coach_plan_get_step (easier, 3)->movement
                 == coach_plan_get_step (plan, 2)->movement);
  for (guint i = 0; i < step->first_phase; i++)
    {
      g_assert_cmpint (coach_plan_get_phase (easier, i)->kind, ==,
                       coach_plan_get_phase (plan, i)->kind);
      g_assert_cmpuint (coach_plan_get_phase (easier, i)->start_s, ==,
                        coach_plan_get_phase (plan, i)->start_s);
    }
}

/* Neither one to avoid nor one that is left out is taken for the gentler one. */
static void
test_no_easier_plan (void)
{
  g_autoptr (CoachRoutine) routine = session_fixture_read_routine (catalog, "fixed", "pelvic-tilt",
                                                                   "bridge", NULL);
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachPlan) plan = coach_plan_new (routine, catalog, profile, NULL, NULL);
  const char *easier = coach_movement_get_easier (coach_plan_get_step (plan, 1)->movement);
  g_autoptr (CoachPlan) last = NULL;

  g_test_summary ("There is no gentler movement where none is allowed, or none is known");
  last = coach_plan_new_easier (plan, catalog, profile, 1, 0);
  while (last != NULL)
    {
      guint end = coach_plan_get_n_steps (last) - 1;
      g_autoptr (CoachPlan) next = coach_plan_new_easier (last, catalog, profile, end, 0);

      if (next == NULL)
        g_assert_null (coach_movement_get_easier (coach_plan_get_step (last, end)->movement));
      g_set_object (&last, next);
    }
  coach_profile_set_move_order (profile, easier, COACH_ORDER_NEVER);
  g_assert_null (coach_plan_new_easier (plan, catalog, profile, 1, 0));
}

static void
test_easier_keeps_later_work (void)
{
  g_autoptr (CoachRoutine) routine = session_fixture_read_routine (
      catalog, "fixed", "bridge", "clamshell", "pelvic-tilt", NULL);
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachPlan) plan = coach_plan_new (routine, catalog, profile, NULL, NULL);
  g_autoptr (SessionRecorder) run = session_recorder_start (plan);
  g_autoptr (CoachPlan) easier = coach_plan_new_easier (plan, catalog, profile, 0, 0);

  g_test_summary ("What was done of later steps stays with them when the plan changes");
  coach_session_skip_step (run->session);
  coach_manual_clock_advance (run->clock, 12 * SECOND);
  coach_session_skip_step (run->session);
  coach_session_go_back (run->session);
  coach_session_go_back (run->session);
  g_assert_cmpuint (coach_session_get_phase (run->session)->step, ==, 0);
  coach_session_take_easier (run->session, easier, FALSE);
  coach_session_stop (run->session);
  g_assert_cmpint (coach_session_report_get_outcome (run->report, 0), ==, COACH_STEP_SKIPPED);
  g_assert_cmpint (coach_session_report_get_outcome (run->report, 1), ==, COACH_STEP_SKIPPED);
  g_assert_cmpint (coach_session_report_get_outcome (run->report, 2), ==, COACH_STEP_PARTLY);
  g_assert_cmpuint (coach_session_report_get_worked_s (run->report, 2), ==, 4);
}

static void
test_over_already (void)
{
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "morning-loosen-up");
  g_autoptr (SessionRecorder) run = session_recorder_start (plan);

  g_test_summary ("After the end nothing can hurt any more");
  session_recorder_run_out (run);
  session_recorder_clear (run);
  coach_session_stop_hurt (run->session);
  coach_session_leave_traits_out (run->session, nerve_traits);
  g_assert_cmpint (coach_session_get_status (run->session), ==, COACH_SESSION_FINISHED);
  g_assert_cmpstr (run->steps->str, ==, "");
  g_assert_cmpuint (run->n_finished, ==, 1);
  g_assert_cmpuint (coach_session_report_count (run->report, COACH_STEP_HURT), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalog = session_fixture_load_catalog ();

  g_test_add_data_func ("/session-hurts/leave-out", check_left_out, test_every_boundary);
  g_test_add_data_func ("/session-hurts/stop", check_stopped, test_every_boundary);
  g_test_add_data_func ("/session-hurts/spare-nerves", check_nerves_spared, test_every_boundary);
  g_test_add_data_func ("/session-hurts/easier", check_easier, test_every_boundary);
  g_test_add_func ("/session-hurts/easier-plan", test_easier_plan);
  g_test_add_func ("/session-hurts/no-easier-plan", test_no_easier_plan);
  g_test_add_func ("/session-hurts/easier-keeps-later-work", test_easier_keeps_later_work);
  g_test_add_func ("/session-hurts/traits-under-way", test_traits_under_way);
  g_test_add_func ("/session-hurts/over-already", test_over_already);

  status = g_test_run ();
  g_clear_object (&catalog);
  return status;
}
