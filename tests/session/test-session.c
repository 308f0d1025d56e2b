#include "config.h"

#include "session-fixture.h"
#include "session-recorder.h"

#define SECOND ((gint64) G_USEC_PER_SEC)

static CoachCatalog *catalog;

/* What a session that is left alone says. */
static char *
list_all_cues (CoachPlan *plan)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < coach_plan_get_n_phases (plan); i++)
    {
      const CoachPhase *phase = coach_plan_get_phase (plan, i);

      for (guint c = 0; c < phase->n_cues; c++)
        g_string_append_printf (lines, "%u %s\n", phase->start_s + phase->cues[c].at_s,
                                phase->cues[c].text);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static guint
count_cues (CoachPlan *plan)
{
  guint count = 0;

  for (guint i = 0; i < coach_plan_get_n_phases (plan); i++)
    count += coach_plan_get_phase (plan, i)->n_cues;
  return count;
}

static guint
sum_work (CoachPlan *plan,
          guint      step)
{
  const CoachPlanStep *plan_step = coach_plan_get_step (plan, step);
  guint sides = coach_movement_is_per_side (plan_step->movement) ? 2 : 1;

  return sides * plan_step->dose.sets * coach_dose_get_set_seconds (&plan_step->dose);
}

/* What is done with either side takes as long as with the other. */
static void
check_sides (CoachSessionReport *report,
             CoachPlan          *plan,
             guint               step)
{
  guint left_s = coach_session_report_get_side_s (report, step, COACH_SIDE_LEFT);
  guint right_s = coach_session_report_get_side_s (report, step, COACH_SIDE_RIGHT);
  guint both_s = coach_session_report_get_side_s (report, step, COACH_SIDE_NONE);

  g_assert_cmpuint (coach_session_report_get_worked_s (report, step), ==, sum_work (plan, step));
  g_assert_cmpuint (left_s + right_s + both_s, ==, sum_work (plan, step));
  g_assert_cmpuint (left_s, ==, right_s);
  g_assert_true (coach_movement_is_per_side (coach_plan_get_step (plan, step)->movement)
                 == (both_s == 0));
}

static void
check_whole_session (CoachPlan *plan)
{
  g_autoptr (SessionRecorder) run = session_recorder_start (plan);
  g_autofree char *expected = list_all_cues (plan);
  guint n_steps = coach_plan_get_n_steps (plan);

  coach_manual_clock_advance (run->clock, coach_plan_get_total_s (plan) * SECOND - 1);
  g_assert_cmpint (coach_session_get_status (run->session), ==, COACH_SESSION_RUNNING);
  g_assert_cmpint (coach_session_get_total_remaining_us (run->session), ==, 1);
  coach_manual_clock_advance (run->clock, 1);

  g_assert_cmpint (coach_session_get_status (run->session), ==, COACH_SESSION_FINISHED);
  session_recorder_rise (run);
  g_assert_cmpstr (run->cues->str, ==, expected);
  g_assert_cmpuint (run->n_phases, ==, coach_plan_get_n_phases (plan));
  g_assert_cmpuint (run->n_finished, ==, 1);
  g_assert_cmpuint (coach_manual_clock_count_fired (run->clock), <=,
                    count_cues (plan) + coach_plan_get_n_phases (plan));
  g_assert_true (coach_session_report_is_completed (run->report));
  g_assert_cmpuint (coach_session_report_count (run->report, COACH_STEP_DONE), ==, n_steps);
  for (guint i = 0; i < n_steps; i++)
    {
      check_sides (run->report, plan, i);
      g_assert_cmpfloat (coach_session_get_step_fraction (run->session, i), ==, 1);
    }
}

static void
test_whole (void)
{
  GListModel *routines = coach_catalog_get_routines (catalog);

  g_test_summary ("Every routine takes its time to the microsecond and says each cue once");
  for (guint i = 0; i < g_list_model_get_n_items (routines); i++)
    {
      g_autoptr (CoachRoutine) routine = g_list_model_get_item (routines, i);
      g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog,
                                                              coach_routine_get_id (routine));

      check_whole_session (plan);
    }
}

static void
test_late_wakes (void)
{
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "hip-strength");
  g_autoptr (SessionRecorder) run = session_recorder_start (plan);
  gint64 late_us = SECOND * 7 / 10;

  g_test_summary ("Wakes that come late do not add up");
  coach_manual_clock_set_lateness (run->clock, late_us, late_us);
  coach_manual_clock_advance (run->clock, coach_plan_get_total_s (plan) * SECOND + late_us - 1);
  g_assert_cmpuint (run->n_finished, ==, 0);
  coach_manual_clock_advance (run->clock, 1);
  g_assert_cmpuint (run->n_finished, ==, 1);
  g_assert_cmpuint (run->n_phases, ==, coach_plan_get_n_phases (plan));
  g_assert_cmpuint (coach_session_report_get_worked_s (run->report, 0), ==, sum_work (plan, 0));
}

static void
test_stale_cues (void)
{
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "morning-loosen-up");
  g_autoptr (SessionRecorder) run = session_recorder_start (plan);

  g_test_summary ("After a jump only what is less than a second late is said");
  coach_manual_clock_set_lateness (run->clock, 0, 0);
  coach_manual_clock_advance (run->clock, 4 * SECOND);
  coach_manual_clock_set_lateness (run->clock, 2 * SECOND, 2 * SECOND);
  session_recorder_clear (run);
  /* The wake for "Three" was armed in time; the one after it comes two seconds late, at 8. */
  coach_manual_clock_advance (run->clock, 4 * SECOND);
  g_assert_cmpstr (run->cues->str, ==, "5 Three\n8 One\n8 Begin. 60 seconds.\n");
  g_assert_cmpuint (coach_session_get_phase (run->session)->start_s, ==, 8);
}

static void
test_pause (void)
{
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "desk-break-2");
  g_autoptr (SessionRecorder) run = session_recorder_start (plan);

  g_test_summary ("A pause says nothing, sleeps, and goes on after a lead-in where it was");
  coach_manual_clock_advance (run->clock, 4 * SECOND);
  session_recorder_clear (run);
  coach_session_pause (run->session);
  g_assert_cmpuint (coach_manual_clock_count_armed (run->clock), ==, 0);
  coach_manual_clock_advance (run->clock, 600 * SECOND);
  g_assert_cmpint (coach_session_get_remaining_us (run->session), ==, 4 * SECOND);

  coach_session_resume (run->session);
  g_assert_true (coach_session_is_leading_in (run->session));
  g_assert_cmpint (coach_session_get_lead_in_us (run->session), ==, 5 * SECOND);
  coach_manual_clock_advance (run->clock, 5 * SECOND - 1);
  g_assert_true (coach_session_is_leading_in (run->session));
  coach_manual_clock_advance (run->clock, 1);
  g_assert_false (coach_session_is_leading_in (run->session));
  g_assert_cmpstr (run->cues->str, ==, "");
  coach_manual_clock_advance (run->clock, 3 * SECOND);
  g_assert_cmpstr (run->cues->str, ==, "610 Three\n611 Two\n612 One\n");
}

static void
test_suspend (void)
{
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "desk-break-2");
  g_autoptr (SessionRecorder) run = session_recorder_start (plan);

  g_test_summary ("A machine that sleeps pauses the session, which then says what it had not");
  coach_manual_clock_advance (run->clock, 4 * SECOND);
  coach_manual_clock_suspend (run->clock, SECOND);
  coach_manual_clock_advance (run->clock, 2 * SECOND);
  g_assert_cmpint (coach_session_get_status (run->session), ==, COACH_SESSION_RUNNING);

  session_recorder_clear (run);
  coach_manual_clock_suspend (run->clock, 3600 * SECOND);
  coach_manual_clock_advance (run->clock, 30 * SECOND);
  g_assert_cmpint (coach_session_get_status (run->session), ==, COACH_SESSION_PAUSED);
  g_assert_cmpint (coach_session_get_remaining_us (run->session), ==, SECOND);
  g_assert_cmpstr (run->cues->str, ==, "");
  coach_session_resume (run->session);
  coach_manual_clock_advance (run->clock, 5 * SECOND);
  g_assert_cmpstr (run->cues->str, ==, "41 One\n");

  coach_manual_clock_suspend (run->clock, 3600 * SECOND);
  coach_session_stop (run->session);
  g_assert_cmpint (coach_session_get_status (run->session), ==, COACH_SESSION_STOPPED);
}

/* "morning-loosen-up" begins with a minute of breathing: 8 s, then 60 s of work. */
static void
test_outcomes (void)
{
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "morning-loosen-up");
  g_autoptr (SessionRecorder) run = session_recorder_start (plan);

  g_test_summary ("How steps end, and that the better outcome of a repeated step stands");
  coach_manual_clock_advance (run->clock, 18 * SECOND);
  coach_session_skip_step (run->session);
  coach_manual_clock_advance (run->clock, 5 * SECOND);
  coach_session_skip_step (run->session);
  g_assert_cmpstr (run->steps->str, ==, "0:partly 1:skipped ");

  coach_session_go_back (run->session);
  coach_session_go_back (run->session);
  g_assert_cmpuint (coach_session_get_phase (run->session)->step, ==, 0);
  coach_manual_clock_advance (run->clock, 68 * SECOND);
  coach_session_go_back (run->session);
  coach_session_repeat_step (run->session);
  coach_session_skip_step (run->session);
  g_assert_cmpstr (run->steps->str, ==, "0:partly 1:skipped 0:done 0:done ");
  g_assert_cmpfloat (coach_session_get_step_fraction (run->session, 0), ==, 1);
  g_assert_cmpfloat (coach_session_get_step_fraction (run->session, 1), ==, 0);

  coach_manual_clock_advance (run->clock, 8 * SECOND);
  coach_session_stop (run->session);
  coach_session_stop (run->session);
  g_assert_cmpuint (run->n_finished, ==, 1);
  g_assert_false (coach_session_report_is_completed (run->report));
  g_assert_cmpint (coach_session_report_get_outcome (run->report, 0), ==, COACH_STEP_DONE);
  g_assert_cmpint (coach_session_report_get_outcome (run->report, 1), ==, COACH_STEP_SKIPPED);
  g_assert_cmpint (coach_session_report_get_outcome (run->report, 2), ==, COACH_STEP_PENDING);
  g_assert_cmpuint (coach_session_report_get_worked_s (run->report, 0), ==, 70);
  g_assert_cmpuint (coach_session_report_get_total_worked_s (run->report), ==, 70);
  g_assert_true (coach_session_report_get_plan (run->report) == plan);
}

/* "morning-loosen-up" begins with a minute of breathing: 8 s, then 60 s of work. */
static void
test_seek (void)
{
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "morning-loosen-up");
  g_autoptr (SessionRecorder) run = session_recorder_start (plan);
  guint second = coach_plan_get_step (plan, 1)->first_phase;

  g_test_summary ("Work that is gone back in counts as often as it is done, and no step ends by it");
  coach_manual_clock_advance (run->clock, 18 * SECOND);
  coach_session_seek (run->session, 1);
  g_assert_true (coach_session_is_leading_in (run->session));
  coach_manual_clock_advance (run->clock, 25 * SECOND);
  coach_session_seek (run->session, 0);
  g_assert_false (coach_session_is_leading_in (run->session));
  coach_session_seek (run->session, second);
  g_assert_cmpuint (coach_session_get_phase (run->session)->step, ==, 0);
  g_assert_cmpstr (run->steps->str, ==, "");
  g_assert_cmpuint (run->n_phases, ==, 4);

  coach_manual_clock_advance (run->clock, 68 * SECOND);
  g_assert_cmpstr (run->steps->str, ==, "0:done ");
  coach_session_stop (run->session);
  g_assert_cmpuint (coach_session_report_get_worked_s (run->report, 0), ==, 10 + 20 + 60);
  coach_session_seek (run->session, second);
  g_assert_cmpint (coach_session_get_status (run->session), ==, COACH_SESSION_STOPPED);
}

static void
test_work_excludes_pauses (void)
{
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "morning-loosen-up");
  g_autoptr (SessionRecorder) run = session_recorder_start (plan);
  g_autoptr (CoachSessionReport) report = NULL;

  g_test_summary ("Pauses and lead-ins are no work, and a report may be had at any time");
  coach_manual_clock_advance (run->clock, 18 * SECOND);
  coach_session_pause (run->session);
  coach_manual_clock_advance (run->clock, 100 * SECOND);
  coach_session_resume (run->session);
  coach_manual_clock_advance (run->clock, 15 * SECOND);
  report = coach_session_dup_report (run->session);
  g_assert_cmpuint (coach_session_report_get_worked_s (report, 0), ==, 20);
  g_assert_cmpint (coach_session_report_get_outcome (report, 0), ==, COACH_STEP_PENDING);
  g_assert_cmpfloat_with_epsilon (coach_session_get_step_fraction (run->session, 0), 28.0 / 68,
                                  1e-9);
}

static void
test_leave_out (void)
{
  g_autoptr (CoachRoutine) routine = NULL;
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachPlan) plan = NULL;
  g_autoptr (SessionRecorder) run = NULL;

  g_test_summary ("A movement that hurt does not come again, neither forwards nor backwards");
  routine = session_fixture_read_routine (catalog, "fixed", "bridge", "bird-dog", "clamshell",
                                          "bridge", "calf-raise", "bridge", NULL);
  plan = coach_plan_new (routine, catalog, profile, NULL, NULL);
  run = session_recorder_start (plan);
  coach_manual_clock_advance (run->clock, 10 * SECOND);
  coach_session_pause (run->session);
  coach_session_leave_step_out (run->session);
  g_assert_cmpint (coach_session_get_status (run->session), ==, COACH_SESSION_PAUSED);
  g_assert_cmpstr (run->steps->str, ==, "0:hurt ");

  coach_session_go_back (run->session);
  g_assert_cmpuint (coach_session_get_phase (run->session)->step, ==, 1);
  coach_session_skip_step (run->session);
  coach_session_skip_step (run->session);
  g_assert_cmpuint (coach_session_get_phase (run->session)->step, ==, 4);
  coach_session_go_back (run->session);
  g_assert_cmpuint (coach_session_get_phase (run->session)->step, ==, 2);
  coach_session_skip_step (run->session);
  session_recorder_clear (run);
  coach_session_resume (run->session);
  session_recorder_run_out (run);
  g_assert_cmpstr (run->steps->str, ==, "4:done 5:hurt ");
  g_assert_cmpint (coach_session_get_status (run->session), ==, COACH_SESSION_FINISHED);
  g_assert_cmpuint (coach_session_report_count (run->report, COACH_STEP_HURT), ==, 3);
  g_assert_cmpuint (coach_session_report_count (run->report, COACH_STEP_SKIPPED), ==, 2);
  g_assert_cmpuint (coach_session_report_get_worked_s (run->report, 0), ==, 2);
}

static void
drop_cb (CoachSession *session,
         CoachCue     *cue,
         gint64        due_us,
         gpointer      user_data)
{
  g_clear_object ((CoachSession **) user_data);
}

static void
test_listeners (void)
{
  static const char * const details[] = { "cue", "phase-changed", "step-finished" };
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "desk-break-2");
  g_autoptr (CoachManualClock) clock = coach_manual_clock_new ();
  CoachSession *dropped = coach_session_new (plan, COACH_CLOCK (clock));

  g_test_summary ("A listener may stop the session, or drop it, while it is told something");
  for (gsize i = 0; i < G_N_ELEMENTS (details); i++)
    {
      g_autoptr (SessionRecorder) run = session_recorder_start (plan);

      g_signal_connect (run->session, details[i], G_CALLBACK (coach_session_stop), NULL);
      session_recorder_run_out (run);
      g_assert_cmpint (coach_session_get_status (run->session), ==, COACH_SESSION_STOPPED);
      g_assert_cmpuint (run->n_finished, ==, 1);
      g_assert_cmpuint (run->n_phases, ==, run->n_phases_at_end);
    }

  g_signal_connect (dropped, "cue", G_CALLBACK (drop_cb), &dropped);
  coach_session_start (dropped);
  g_assert_null (dropped);
  g_assert_cmpuint (coach_manual_clock_count_armed (clock), ==, 0);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  guint *count = user_data;

  (*count)++;
}

static void
test_notify (void)
{
  g_autoptr (CoachPlan) plan = session_fixture_make_plan (catalog, "desk-break-2");
  g_autoptr (SessionRecorder) run = session_recorder_start (plan);
  guint n_status = 0, n_phase = 0, n_leading_in = 0;
  CoachSessionStatus status;
  guint phase;

  g_test_summary ("Properties are notified of when they change, and only then");
  g_signal_connect (run->session, "notify::status", G_CALLBACK (count_cb), &n_status);
  g_signal_connect (run->session, "notify::phase", G_CALLBACK (count_cb), &n_phase);
  g_signal_connect (run->session, "notify::is-leading-in", G_CALLBACK (count_cb), &n_leading_in);
  coach_session_start (run->session);
  coach_session_resume (run->session);
  coach_session_go_back (run->session);
  g_assert_cmpuint (n_status + n_phase + n_leading_in, ==, 0);

  coach_session_pause (run->session);
  coach_session_pause (run->session);
  coach_session_resume (run->session);
  session_recorder_run_out (run);
  g_object_get (run->session, "status", &status, "phase", &phase, NULL);
  g_assert_cmpint (status, ==, COACH_SESSION_FINISHED);
  g_assert_cmpuint (phase, ==, coach_plan_get_n_phases (plan) - 1);
  g_assert_cmpuint (n_status, ==, 3);
  g_assert_cmpuint (n_leading_in, ==, 2);
  g_assert_cmpuint (n_phase, ==, phase);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalog = session_fixture_load_catalog ();

  g_test_add_func ("/session/whole", test_whole);
  g_test_add_func ("/session/late-wakes", test_late_wakes);
  g_test_add_func ("/session/stale-cues", test_stale_cues);
  g_test_add_func ("/session/pause", test_pause);
  g_test_add_func ("/session/suspend", test_suspend);
  g_test_add_func ("/session/outcomes", test_outcomes);
  g_test_add_func ("/session/seek", test_seek);
  g_test_add_func ("/session/work-excludes-pauses", test_work_excludes_pauses);
  g_test_add_func ("/session/leave-out", test_leave_out);
  g_test_add_func ("/session/listeners", test_listeners);
  g_test_add_func ("/session/notify", test_notify);

  status = g_test_run ();
  g_clear_object (&catalog);
  return status;
}
