#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-session-state.h"

#define LEAD_IN_US         (COACH_LEAD_IN_SECONDS * G_USEC_PER_SEC)
#define GO_BACK_RESTART_US (COACH_GO_BACK_RESTART_SECONDS * G_USEC_PER_SEC)

G_DEFINE_ENUM_TYPE (CoachSessionStatus, coach_session_status,
                    G_DEFINE_ENUM_VALUE (COACH_SESSION_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (COACH_SESSION_RUNNING, "running"),
                    G_DEFINE_ENUM_VALUE (COACH_SESSION_PAUSED, "paused"),
                    G_DEFINE_ENUM_VALUE (COACH_SESSION_FINISHED, "finished"),
                    G_DEFINE_ENUM_VALUE (COACH_SESSION_STOPPED, "stopped"))

static gint64
get_length_us (CoachPlan *plan,
               guint      phase)
{
  return (gint64) coach_plan_get_phase (plan, phase)->length_s * G_USEC_PER_SEC;
}

/* A phase is entered from its beginning, whether the clock runs or stands. */
static void
enter_phase (CoachSessionState *state,
             CoachPlan         *plan,
             guint              phase,
             gint64             at_us)
{
  state->phase = phase;
  state->phase_began_us = at_us;
  state->lead_in_until_us = 0;
  state->passed_us = 0;
  if (coach_plan_get_phase (plan, phase)->kind == COACH_PHASE_FINISH)
    state->status = COACH_SESSION_FINISHED;
}

/* However late this comes, each phase begins where the one before ended: nothing drifts. */
static void
let_time_pass (CoachSessionState *state,
               CoachPlan         *plan,
               gint64             now_us)
{
  if (state->lead_in_until_us != 0 && now_us >= state->lead_in_until_us)
    state->lead_in_until_us = 0;

  while (state->status == COACH_SESSION_RUNNING && state->lead_in_until_us == 0
         && now_us - state->phase_began_us >= get_length_us (plan, state->phase))
    enter_phase (state, plan, state->phase + 1,
                 state->phase_began_us + get_length_us (plan, state->phase));
}

static void
stop_clock (CoachSessionState  *state,
            CoachPlan          *plan,
            CoachSessionStatus  status,
            gint64              now_us)
{
  state->passed_us = coach_session_state_get_passed_us (state, plan, now_us);
  state->lead_in_until_us = 0;
  state->status = status;
}

static void
resume (CoachSessionState *state,
        gint64             now_us)
{
  state->status = COACH_SESSION_RUNNING;
  state->lead_in_until_us = now_us + LEAD_IN_US;
  state->phase_began_us = state->lead_in_until_us - state->passed_us;
  state->passed_us = 0;
}

/* Skipping from the last step enters the finish, which is the first phase after its own. */
static void
skip_step (CoachSessionState *state,
           CoachPlan         *plan,
           gint64             now_us)
{
  guint step = coach_plan_get_phase (plan, state->phase)->step;
  const CoachPlanStep *skipped = coach_plan_get_step (plan, step);

  enter_phase (state, plan, skipped->first_phase + skipped->n_phases, now_us);
}

static void
go_back (CoachSessionState *state,
         CoachPlan         *plan,
         gint64             now_us)
{
  guint step = coach_plan_get_phase (plan, state->phase)->step;
  const CoachPlanStep *current = coach_plan_get_step (plan, step);
  gboolean at_beginning;

  at_beginning = state->phase == current->first_phase
                 && coach_session_state_get_passed_us (state, plan, now_us) <= GO_BACK_RESTART_US;
  if (at_beginning && step > 0)
    current = coach_plan_get_step (plan, step - 1);
  enter_phase (state, plan, current->first_phase, now_us);
}

static void
repeat_step (CoachSessionState *state,
             CoachPlan         *plan,
             gint64             now_us)
{
  guint step = coach_plan_get_phase (plan, state->phase)->step;

  enter_phase (state, plan, coach_plan_get_step (plan, step)->first_phase, now_us);
  resume (state, now_us);
}

static gboolean
is_work (CoachPhaseKind kind)
{
  return kind == COACH_PHASE_HOLD || kind == COACH_PHASE_REPS || kind == COACH_PHASE_TIME;
}

static gboolean
is_under_way (const CoachSessionState *state)
{
  return state->status == COACH_SESSION_RUNNING || state->status == COACH_SESSION_PAUSED;
}

/**
 * coach_session_state_is_final:
 * @state: a state
 *
 * Tells whether nothing can happen any more.
 *
 * Returns: %TRUE when finished or stopped
 */
gboolean
coach_session_state_is_final (const CoachSessionState *state)
{
  g_return_val_if_fail (state != NULL, TRUE);

  return state->status == COACH_SESSION_FINISHED || state->status == COACH_SESSION_STOPPED;
}

/**
 * coach_session_state_after:
 * @before: where the session is
 * @plan: what is done
 * @event: what happens
 * @now_us: the monotonic time at which it happens, in microseconds
 *
 * Finds where a session is after an event. The time up to the event passes first, over as many
 * phases as it may be. An event that makes no sense in a status changes nothing.
 *
 * Skipping and going back do not start a clock that stands, repeating does. After a pause and
 * before a repetition there is always a lead-in of %COACH_LEAD_IN_SECONDS; a pause during the
 * lead-in is followed by a whole one.
 *
 * Returns: the state after
 */
CoachSessionState
coach_session_state_after (const CoachSessionState *before,
                           CoachPlan               *plan,
                           CoachSessionEvent        event,
                           gint64                   now_us)
{
  CoachSessionState state = *before;

  let_time_pass (&state, plan, now_us);
  switch (event)
    {
    case COACH_SESSION_EVENT_START:
      if (state.status == COACH_SESSION_READY)
        {
          state.status = COACH_SESSION_RUNNING;
          enter_phase (&state, plan, 0, now_us);
        }
      break;
    case COACH_SESSION_EVENT_TICK:
      break;
    case COACH_SESSION_EVENT_PAUSE:
      if (state.status == COACH_SESSION_RUNNING)
        stop_clock (&state, plan, COACH_SESSION_PAUSED, now_us);
      break;
    case COACH_SESSION_EVENT_RESUME:
      if (state.status == COACH_SESSION_PAUSED)
        resume (&state, now_us);
      break;
    case COACH_SESSION_EVENT_SKIP_STEP:
      if (is_under_way (&state))
        skip_step (&state, plan, now_us);
      break;
    case COACH_SESSION_EVENT_GO_BACK:
      if (is_under_way (&state))
        go_back (&state, plan, now_us);
      break;
    case COACH_SESSION_EVENT_REPEAT_STEP:
      if (is_under_way (&state))
        repeat_step (&state, plan, now_us);
      break;
    case COACH_SESSION_EVENT_STOP:
      if (!coach_session_state_is_final (&state))
        stop_clock (&state, plan, COACH_SESSION_STOPPED, now_us);
      break;
    default:
      g_return_val_if_reached (*before);
    }
  return state;
}

/**
 * coach_session_state_after_seek:
 * @before: where the session is
 * @plan: what is done
 * @phase: index of a phase of the step under way
 * @now_us: the monotonic time at which it happens, in microseconds
 *
 * Finds where a session is after it was taken to another phase of the same step, always to its
 * beginning: no hold is shorter than it should be. Work is not sprung upon the person: before it
 * comes a lead-in of %COACH_LEAD_IN_SECONDS. A phase of another step, and a session that is not
 * under way, change nothing; like any event it lets the time pass first. A clock that stands goes on
 * standing.
 *
 * Returns: the state after
 */
CoachSessionState
coach_session_state_after_seek (const CoachSessionState *before,
                                CoachPlan               *plan,
                                guint                    phase,
                                gint64                   now_us)
{
  CoachSessionState state = *before;
  const CoachPhase *target = coach_plan_get_phase (plan, phase);

  let_time_pass (&state, plan, now_us);
  if (!is_under_way (&state) || target->step != coach_plan_get_phase (plan, state.phase)->step)
    return state;

  enter_phase (&state, plan, phase, now_us);
  if (state.status == COACH_SESSION_RUNNING && is_work (target->kind))
    resume (&state, now_us);
  return state;
}

/**
 * coach_session_state_get_passed_us:
 * @state: a state
 * @plan: what is done
 * @now_us: the monotonic time, in microseconds
 *
 * Gets how much of the phase has passed, which stands still in a pause and in its lead-in.
 *
 * Returns: microseconds, from 0 to the length of the phase
 */
gint64
coach_session_state_get_passed_us (const CoachSessionState *state,
                                   CoachPlan               *plan,
                                   gint64                   now_us)
{
  gint64 passed_us = state->passed_us;

  if (state->status == COACH_SESSION_RUNNING)
    passed_us = MAX (now_us, state->lead_in_until_us) - state->phase_began_us;
  return CLAMP (passed_us, 0, get_length_us (plan, state->phase));
}

/**
 * coach_session_state_get_remaining_us:
 * @state: a state
 * @plan: what is done
 * @now_us: the monotonic time, in microseconds
 *
 * Gets how much of the phase is left, which stands still in a pause and in its lead-in.
 *
 * Returns: microseconds, from the length of the phase to 0
 */
gint64
coach_session_state_get_remaining_us (const CoachSessionState *state,
                                      CoachPlan               *plan,
                                      gint64                   now_us)
{
  return get_length_us (plan, state->phase)
         - coach_session_state_get_passed_us (state, plan, now_us);
}
