#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-session-private.h"

/* A cue that comes later than this would be about something else by now, so it is not said. */
#define STALE_CUE_US G_USEC_PER_SEC
/* The clock's two readings are not taken at one instant; a gap up to this is no sleep. */
#define SLEEP_SLACK_US G_USEC_PER_SEC

static void wake_due_cb (CoachClock *clock, gpointer user_data);

static gboolean
is_under_way (const CoachSessionState *state)
{
  return state->status == COACH_SESSION_RUNNING || state->status == COACH_SESSION_PAUSED;
}

/* G_MAXINT64 when nothing more is said before something else happens. */
static gint64
get_next_cue_us (CoachSession *self)
{
  const CoachPhase *phase = coach_session_get_phase (self);
  CoachSessionStatus status = self->state.status;

  if (status != COACH_SESSION_RUNNING && status != COACH_SESSION_FINISHED)
    return G_MAXINT64;
  if (self->next_cue >= phase->n_cues)
    return G_MAXINT64;
  return self->state.phase_began_us
         + (gint64) phase->cues[self->next_cue].at_s * G_USEC_PER_SEC;
}

/* When the state changes by itself: the end of the lead-in or of the phase, else G_MAXINT64. */
static gint64
get_next_change_us (CoachSession *self)
{
  if (self->state.status != COACH_SESSION_RUNNING)
    return G_MAXINT64;
  if (self->state.lead_in_until_us != 0)
    return self->state.lead_in_until_us;
  return self->state.phase_began_us
         + (gint64) coach_session_get_phase (self)->length_s * G_USEC_PER_SEC;
}

static void
close_step (CoachSession *self,
            guint         step,
            gboolean      ran_out)
{
  coach_session_tell_step (self, step,
                           coach_session_ledger_close_step (self->ledger, step, ran_out));
}

static gboolean
stands_on_left_out (CoachSession            *self,
                    const CoachSessionState *state)
{
  return is_under_way (state)
         && coach_session_ledger_is_left_out (
                self->ledger, coach_plan_get_phase (self->plan, state->phase)->step);
}

/* A movement that hurt is not come back to, nor one with a trait that is left out. Going back
 * passes over it backwards, unless there is nothing before it. */
static CoachSessionState
pass_over_left_out (CoachSession            *self,
                    const CoachSessionState *reached,
                    CoachSessionEvent        event,
                    gint64                   at_us)
{
  CoachSessionState state = *reached;

  if (event == COACH_SESSION_EVENT_GO_BACK)
    while (stands_on_left_out (self, &state)
           && coach_plan_get_phase (self->plan, state.phase)->step > 0)
      state = coach_session_state_after (&state, self->plan, COACH_SESSION_EVENT_GO_BACK, at_us);

  while (stands_on_left_out (self, &state))
    state = coach_session_state_after (&state, self->plan, COACH_SESSION_EVENT_SKIP_STEP, at_us);
  return state;
}

static gboolean
enters_anew (CoachSessionEvent event)
{
  return event == COACH_SESSION_EVENT_GO_BACK || event == COACH_SESSION_EVENT_REPEAT_STEP;
}

static gboolean
has_entered_phase (const CoachSessionState *before,
                   const CoachSessionState *after,
                   CoachSessionEvent        event)
{
  if (before->status == COACH_SESSION_READY)
    return after->status == COACH_SESSION_RUNNING;
  return before->phase != after->phase || (enters_anew (event) && is_under_way (before));
}

/* The step that was left is closed, and so is each one that was passed over on the way, which has
 * not run out. One that is gone back from will be come to again. */
static void
close_left_steps (CoachSession            *self,
                  const CoachSessionState *before,
                  const CoachSessionState *after,
                  CoachSessionEvent        event)
{
  guint left = coach_plan_get_phase (self->plan, before->phase)->step;
  guint reached = coach_plan_get_phase (self->plan, after->phase)->step;

  if (after->status == COACH_SESSION_STOPPED)
    reached = left + 1;
  for (guint step = left; step < reached; step++)
    close_step (self, step, step == left && event == COACH_SESSION_EVENT_TICK);
}

static void
change_state (CoachSession            *self,
              const CoachSessionState *reached,
              CoachSessionEvent        event,
              gint64                   at_us)
{
  CoachSessionState before = self->state;
  CoachSessionState after = pass_over_left_out (self, reached, event, at_us);
  gboolean entered, left;

  entered = has_entered_phase (&before, &after, event);
  left = is_under_way (&before) && (entered || after.status == COACH_SESSION_STOPPED);

  self->state = after;
  if (entered)
    self->next_cue = 0;
  if (left)
    {
      coach_session_ledger_add_work (
          self->ledger, coach_plan_get_phase (self->plan, before.phase),
          coach_session_state_get_passed_us (&before, self->plan, at_us));
      close_left_steps (self, &before, &after, event);
    }
  coach_session_tell_changes (self, &before);
  if (entered)
    coach_session_tell_phase (self);
}

/* The time up to @at_us has been caught up with, so this crosses one boundary at most. */
static void
feed (CoachSession      *self,
      CoachSessionEvent  event,
      gint64             at_us)
{
  CoachSessionState after = coach_session_state_after (&self->state, self->plan, event, at_us);

  change_state (self, &after, event, at_us);
}

static void
say_next_cue (CoachSession *self,
              gint64        due_us,
              gint64        now_us)
{
  const CoachCue *cue = &coach_session_get_phase (self)->cues[self->next_cue++];

  if (now_us - due_us <= STALE_CUE_US)
    coach_session_tell_cue (self, cue, due_us);
}

/* One thing at a time and each in its order, however late it is, so that a listener finds the
 * session where its signal says, and may pause or stop it then and there. */
static void
catch_up (CoachSession *self,
          gint64        now_us)
{
  for (;;)
    {
      gint64 cue_us = get_next_cue_us (self);
      gint64 change_us = get_next_change_us (self);

      if (MIN (cue_us, change_us) > now_us)
        return;
      if (cue_us < change_us)
        say_next_cue (self, cue_us, now_us);
      else
        feed (self, COACH_SESSION_EVENT_TICK, change_us);
    }
}

/* The clock does not tell when the machine fell asleep, only that it did. But whatever is due by
 * now was not said before, so the session stands no later than at the first thing that is due. */
static void
pause_if_machine_slept (CoachSession *self,
                        gint64        now_us)
{
  gint64 suspended_us = coach_clock_get_suspended_us (self->clock);
  gint64 slept_us = suspended_us - self->suspended_us;
  gint64 until_us;

  self->suspended_us = suspended_us;
  if (self->state.status != COACH_SESSION_RUNNING || slept_us <= SLEEP_SLACK_US)
    return;

  until_us = MIN (now_us, MIN (get_next_cue_us (self), get_next_change_us (self)));
  feed (self, COACH_SESSION_EVENT_TICK, until_us);
  feed (self, COACH_SESSION_EVENT_PAUSE, until_us);
}

/* Every call begins with this. Returns the time, up to which all has happened that was to happen.
 * A listener may drop the last reference to the session meanwhile. */
static gint64
begin_call (CoachSession *self)
{
  gint64 now_us = coach_clock_get_monotonic_us (self->clock);

  g_object_ref (self);
  self->depth++;
  pause_if_machine_slept (self, now_us);
  catch_up (self, now_us);
  return now_us;
}

static void
arm_next_wake (CoachSession *self)
{
  gint64 at_us = MIN (get_next_cue_us (self), get_next_change_us (self));

  coach_session_disarm (self);
  if (at_us != G_MAXINT64)
    self->wake_id = coach_clock_add_wake (self->clock, at_us, wake_due_cb, self);
}

static void
tell_end_once (CoachSession *self)
{
  g_autoptr (CoachSessionReport) report = NULL;

  if (self->has_ended || !coach_session_state_is_final (&self->state))
    return;

  self->has_ended = TRUE;
  report = coach_session_dup_report (self);
  coach_session_tell_end (self, report);
}

/* And ends with this: the session sleeps until something is due, or is over. A listener that
 * ends the session is within a call that has more to tell, so the end is left to that one. */
static void
end_call (CoachSession *self,
          gint64        now_us)
{
  catch_up (self, now_us);
  arm_next_wake (self);
  self->depth--;
  if (self->depth == 0)
    tell_end_once (self);
  g_object_unref (self);
}

static void
wake_due_cb (CoachClock *clock,
             gpointer    user_data)
{
  CoachSession *self = user_data;

  self->wake_id = 0;
  coach_session_handle (self, COACH_SESSION_EVENT_TICK);
}

/**
 * coach_session_handle:
 * @self: a session
 * @event: what happens, now
 *
 * Lets the time pass up to now, then the event happen, and tells the listeners of it all.
 */
void
coach_session_handle (CoachSession      *self,
                      CoachSessionEvent  event)
{
  gint64 now_us = begin_call (self);

  feed (self, event, now_us);
  end_call (self, now_us);
}

/**
 * coach_session_bench_step:
 * @self: a session
 * @event: how the step is left: by skipping it or by stopping
 *
 * Leaves the movement of the step under way out, now and for the rest of the session.
 */
void
coach_session_bench_step (CoachSession      *self,
                          CoachSessionEvent  event)
{
  gint64 now_us = begin_call (self);

  if (is_under_way (&self->state))
    coach_session_ledger_bench (self->ledger, coach_session_get_phase (self)->step);
  if (is_under_way (&self->state) || event == COACH_SESSION_EVENT_STOP)
    feed (self, event, now_us);
  end_call (self, now_us);
}

/**
 * coach_session_pass_over:
 * @self: a session
 * @traits: (array zero-terminated=1): what moves do to the body
 *
 * Leaves movements with one of @traits out for the rest of the session, and the step under way
 * at once if it has one.
 */
void
coach_session_pass_over (CoachSession       *self,
                         const char * const *traits)
{
  gint64 now_us = begin_call (self);

  coach_session_ledger_leave_out (self->ledger, traits);
  if (stands_on_left_out (self, &self->state))
    feed (self, COACH_SESSION_EVENT_SKIP_STEP, now_us);
  end_call (self, now_us);
}

/**
 * coach_session_insert:
 * @self: a session
 * @plan: the plan of the session with more steps right behind the one under way
 * @hurt: whether the step under way hurt
 *
 * Goes over to another plan and to the first of the steps it has more.
 */
void
coach_session_insert (CoachSession *self,
                      CoachPlan    *plan,
                      gboolean      hurt)
{
  gint64 now_us = begin_call (self);

  if (is_under_way (&self->state))
    {
      guint step = coach_session_get_phase (self)->step;

      coach_session_ledger_change_plan (self->ledger, plan, step);
      g_set_object (&self->plan, plan);
      if (hurt)
        coach_session_ledger_bench (self->ledger, step);
      coach_session_tell_plan (self);
      feed (self, COACH_SESSION_EVENT_SKIP_STEP, now_us);
    }
  end_call (self, now_us);
}

/**
 * coach_session_go_to_phase:
 * @self: a session
 * @phase: index of a phase of the plan
 *
 * Goes to the beginning of a phase of the step under way, even of the one that runs. To the
 * listeners it is like going back: the step goes on.
 */
void
coach_session_go_to_phase (CoachSession *self,
                           guint         phase)
{
  gint64 now_us = begin_call (self);

  if (is_under_way (&self->state)
      && coach_plan_get_phase (self->plan, phase)->step == coach_session_get_phase (self)->step)
    {
      CoachSessionState after
          = coach_session_state_after_seek (&self->state, self->plan, phase, now_us);

      change_state (self, &after, COACH_SESSION_EVENT_GO_BACK, now_us);
    }
  end_call (self, now_us);
}

/**
 * coach_session_disarm:
 * @self: a session
 *
 * Takes back the wake that is armed, if there is one.
 */
void
coach_session_disarm (CoachSession *self)
{
  if (self->wake_id != 0)
    coach_clock_remove_wake (self->clock, self->wake_id);
  self->wake_id = 0;
}
