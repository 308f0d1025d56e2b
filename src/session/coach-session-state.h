#pragma once

#include "coach-plan.h"

G_BEGIN_DECLS

/* After a pause the person is given this long to settle again (design: the session engine). */
#define COACH_LEAD_IN_SECONDS 5

/* Going back later than this into a step begins it again; sooner, it leads to the one before. */
#define COACH_GO_BACK_RESTART_SECONDS 3

/**
 * CoachSessionStatus:
 * @COACH_SESSION_READY: made, not started. May become running or stopped.
 * @COACH_SESSION_RUNNING: the clock runs. May become paused, finished or stopped.
 * @COACH_SESSION_PAUSED: the clock stands. May become running, finished (by skipping the last
 *   step) or stopped.
 * @COACH_SESSION_FINISHED: led to its end. Final.
 * @COACH_SESSION_STOPPED: ended by the person before its end. Final.
 *
 * Where a session is.
 */
typedef enum
{
  COACH_SESSION_READY,
  COACH_SESSION_RUNNING,
  COACH_SESSION_PAUSED,
  COACH_SESSION_FINISHED,
  COACH_SESSION_STOPPED,
} CoachSessionStatus;

#define COACH_TYPE_SESSION_STATUS (coach_session_status_get_type ())
GType coach_session_status_get_type (void);

/**
 * CoachSessionEvent:
 * @COACH_SESSION_EVENT_START: begins a session that is ready
 * @COACH_SESSION_EVENT_TICK: lets time pass, and nothing else
 * @COACH_SESSION_EVENT_PAUSE: stands still, keeping what has passed of the phase
 * @COACH_SESSION_EVENT_RESUME: goes on after a pause, with a lead-in
 * @COACH_SESSION_EVENT_SKIP_STEP: goes to the next step; from the last, to the finish
 * @COACH_SESSION_EVENT_GO_BACK: begins the step again; at its very beginning, the step before
 * @COACH_SESSION_EVENT_REPEAT_STEP: begins the step again and runs, with a lead-in
 * @COACH_SESSION_EVENT_STOP: ends the session where it is
 *
 * What can happen to a session. Every event lets the time pass first.
 */
typedef enum
{
  COACH_SESSION_EVENT_START,
  COACH_SESSION_EVENT_TICK,
  COACH_SESSION_EVENT_PAUSE,
  COACH_SESSION_EVENT_RESUME,
  COACH_SESSION_EVENT_SKIP_STEP,
  COACH_SESSION_EVENT_GO_BACK,
  COACH_SESSION_EVENT_REPEAT_STEP,
  COACH_SESSION_EVENT_STOP,
} CoachSessionEvent;

/**
 * CoachSessionState:
 * @status: where the session is
 * @phase: index into the plan's phases
 * @phase_began_us: while running, the monotonic time at which the phase would have begun had
 *   there been no pause, so that what has passed of it is now minus this
 * @lead_in_until_us: while running, the monotonic time at which the lead-in after a pause ends:
 *   until then no time passes of the phase; 0 when no lead-in runs
 * @passed_us: while not running, what had passed of the phase when the clock was stopped
 *
 * All that a session knows about time: what remains is derived from it, never counted. Zeroed, it
 * is the state of a session that is ready.
 */
typedef struct
{
  CoachSessionStatus status;
  guint              phase;
  gint64             phase_began_us;
  gint64             lead_in_until_us;
  gint64             passed_us;
} CoachSessionState;

CoachSessionState coach_session_state_after            (const CoachSessionState *before,
                                                        CoachPlan               *plan,
                                                        CoachSessionEvent        event,
                                                        gint64                   now_us);
CoachSessionState coach_session_state_after_seek       (const CoachSessionState *before,
                                                        CoachPlan               *plan,
                                                        guint                    phase,
                                                        gint64                   now_us);
gboolean          coach_session_state_is_final         (const CoachSessionState *state);
gint64            coach_session_state_get_passed_us    (const CoachSessionState *state,
                                                        CoachPlan               *plan,
                                                        gint64                   now_us);
gint64            coach_session_state_get_remaining_us (const CoachSessionState *state,
                                                        CoachPlan               *plan,
                                                        gint64                   now_us);

G_END_DECLS
