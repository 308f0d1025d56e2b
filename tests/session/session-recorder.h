/* Writes down what a session tells, with the second at which it does. */
#pragma once

#include "coach-manual-clock.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * SessionRecorder:
 * @clock: (owned): moved by the test
 * @session: (owned): started at once
 * @started_us: when
 * @cues: (owned): a line for each cue, as "12.5 Hold."
 * @steps: (owned): a word for each step that ended, as "0:done "
 * @n_phases: how many phases have begun
 * @n_phases_at_end: how many had when the session said that it is over
 * @n_finished: how often the session said that it is over
 * @report: (owned) (nullable): what it said then
 *
 * A session on a manual clock, and what it has told so far.
 */
typedef struct
{
  CoachManualClock   *clock;
  CoachSession       *session;
  gint64              started_us;
  GString            *cues;
  GString            *steps;
  guint               n_phases;
  guint               n_phases_at_end;
  guint               n_finished;
  CoachSessionReport *report;
} SessionRecorder;

/* Longer than anything that is said after the end. */
#define SESSION_RECORDER_RISE_US (60 * (gint64) G_USEC_PER_SEC)

SessionRecorder *session_recorder_start         (CoachPlan       *plan);
void             session_recorder_free          (SessionRecorder *self);
void             session_recorder_rise          (SessionRecorder *self);
void             session_recorder_run_out       (SessionRecorder *self);
double           session_recorder_get_elapsed_s (SessionRecorder *self);
void             session_recorder_clear         (SessionRecorder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SessionRecorder, session_recorder_free)

G_END_DECLS
