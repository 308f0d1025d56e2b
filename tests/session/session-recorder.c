#include "config.h"

#include "session-recorder.h"

static void
cue_cb (CoachSession *session,
        CoachCue     *cue,
        gint64        due_us,
        gpointer      user_data)
{
  SessionRecorder *self = user_data;

  g_string_append_printf (self->cues, "%g %s\n", session_recorder_get_elapsed_s (self),
                          cue->text);
}

static void
phase_changed_cb (CoachSession *session,
                  gpointer      user_data)
{
  SessionRecorder *self = user_data;

  self->n_phases++;
}

static void
step_finished_cb (CoachSession     *session,
                  guint             step,
                  CoachStepOutcome  outcome,
                  gpointer          user_data)
{
  SessionRecorder *self = user_data;
  g_autoptr (GEnumClass) outcomes = g_type_class_ref (COACH_TYPE_STEP_OUTCOME);

  g_string_append_printf (self->steps, "%u:%s ", step,
                          g_enum_get_value (outcomes, outcome)->value_nick);
}

static void
finished_cb (CoachSession       *session,
             CoachSessionReport *report,
             gpointer            user_data)
{
  SessionRecorder *self = user_data;

  self->n_finished++;
  self->n_phases_at_end = self->n_phases;
  g_clear_pointer (&self->report, coach_session_report_unref);
  self->report = coach_session_report_ref (report);
}

SessionRecorder *
session_recorder_start (CoachPlan *plan)
{
  SessionRecorder *self = g_new0 (SessionRecorder, 1);

  self->clock = coach_manual_clock_new ();
  self->session = coach_session_new (plan, COACH_CLOCK (self->clock));
  self->started_us = coach_clock_get_monotonic_us (COACH_CLOCK (self->clock));
  self->cues = g_string_new (NULL);
  self->steps = g_string_new (NULL);
  g_signal_connect (self->session, "cue", G_CALLBACK (cue_cb), self);
  g_signal_connect (self->session, "phase-changed", G_CALLBACK (phase_changed_cb), self);
  g_signal_connect (self->session, "step-finished", G_CALLBACK (step_finished_cb), self);
  g_signal_connect (self->session, "finished", G_CALLBACK (finished_cb), self);
  coach_session_start (self->session);
  return self;
}

/* Nobody but the test holds a session, and a session that is gone has no wake armed. */
void
session_recorder_free (SessionRecorder *self)
{
  g_assert_finalize_object (self->session);
  g_assert_cmpuint (coach_manual_clock_count_armed (self->clock), ==, 0);
  g_assert_finalize_object (self->clock);
  g_string_free (self->cues, TRUE);
  g_string_free (self->steps, TRUE);
  g_clear_pointer (&self->report, coach_session_report_unref);
  g_free (self);
}

/* Lets the rest of the plan pass, whatever is left of it, a lead-in, and what is said after it. */
void
session_recorder_run_out (SessionRecorder *self)
{
  coach_manual_clock_advance (self->clock,
                              coach_session_get_total_remaining_us (self->session)
                                + coach_session_get_lead_in_us (self->session));
  session_recorder_rise (self);
}

/* Lets pass what is said after the end. */
void
session_recorder_rise (SessionRecorder *self)
{
  coach_manual_clock_advance (self->clock, SESSION_RECORDER_RISE_US);
}

double
session_recorder_get_elapsed_s (SessionRecorder *self)
{
  return (double) (coach_clock_get_monotonic_us (COACH_CLOCK (self->clock)) - self->started_us)
         / G_USEC_PER_SEC;
}

void
session_recorder_clear (SessionRecorder *self)
{
  g_string_truncate (self->cues, 0);
  g_string_truncate (self->steps, 0);
}
