#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-session-private.h"

/**
 * coach_session_start:
 * @self: a session
 *
 * Starts the clock of a session that is ready. Otherwise does nothing.
 */
void
coach_session_start (CoachSession *self)
{
  g_return_if_fail (COACH_IS_SESSION (self));

  coach_session_handle (self, COACH_SESSION_EVENT_START);
}

/**
 * coach_session_pause:
 * @self: a session
 *
 * Stands still until [method@Session.resume], keeping what has passed of the phase.
 */
void
coach_session_pause (CoachSession *self)
{
  g_return_if_fail (COACH_IS_SESSION (self));

  coach_session_handle (self, COACH_SESSION_EVENT_PAUSE);
}

/**
 * coach_session_resume:
 * @self: a session
 *
 * Goes on after a pause, once a lead-in of %COACH_LEAD_IN_SECONDS has passed.
 */
void
coach_session_resume (CoachSession *self)
{
  g_return_if_fail (COACH_IS_SESSION (self));

  coach_session_handle (self, COACH_SESSION_EVENT_RESUME);
}

/**
 * coach_session_skip_step:
 * @self: a session
 *
 * Goes to the next step; from the last one, to the finish. A session that is paused stays
 * paused.
 */
void
coach_session_skip_step (CoachSession *self)
{
  g_return_if_fail (COACH_IS_SESSION (self));

  coach_session_handle (self, COACH_SESSION_EVENT_SKIP_STEP);
}

/**
 * coach_session_go_back:
 * @self: a session
 *
 * Begins the step again, or goes to the step before when it has only just begun. A session that
 * is paused stays paused. Movements that hurt are passed over.
 */
void
coach_session_go_back (CoachSession *self)
{
  g_return_if_fail (COACH_IS_SESSION (self));

  coach_session_handle (self, COACH_SESSION_EVENT_GO_BACK);
}

/**
 * coach_session_repeat_step:
 * @self: a session
 *
 * Begins the step under way again, once a lead-in of %COACH_LEAD_IN_SECONDS has passed. A session
 * that is paused goes on.
 */
void
coach_session_repeat_step (CoachSession *self)
{
  g_return_if_fail (COACH_IS_SESSION (self));

  coach_session_handle (self, COACH_SESSION_EVENT_REPEAT_STEP);
}

/**
 * coach_session_seek:
 * @self: a session
 * @phase: index of a phase of the plan
 *
 * Goes to the beginning of another phase of the step under way, or begins the one that runs again.
 * What was done stays done, and what is done again counts again. Before work comes a lead-in. A
 * session that is paused stays paused, and a phase of another step changes nothing.
 */
void
coach_session_seek (CoachSession *self,
                    guint         phase)
{
  g_return_if_fail (COACH_IS_SESSION (self));
  g_return_if_fail (phase < coach_plan_get_n_phases (self->plan));

  coach_session_go_to_phase (self, phase);
}

/**
 * coach_session_leave_step_out:
 * @self: a session
 *
 * Leaves the step because it hurts. The same movement is passed over wherever it comes again in
 * this session. A session that is paused stays paused.
 */
void
coach_session_leave_step_out (CoachSession *self)
{
  g_return_if_fail (COACH_IS_SESSION (self));

  coach_session_bench_step (self, COACH_SESSION_EVENT_SKIP_STEP);
}

/**
 * coach_session_take_easier:
 * @self: a session
 * @plan: the plan of the session with a gentler movement behind the step under way, see
 *   [func@Plan.new_easier]
 * @hurt: whether the step under way hurt
 *
 * Goes over to @plan and to the gentler movement, from its beginning. What was done of the step
 * under way is kept; if it hurt, it is not come back to in this session. A session that is paused
 * stays paused, one that is not under way stays as it is.
 */
void
coach_session_take_easier (CoachSession *self,
                           CoachPlan    *plan,
                           gboolean      hurt)
{
  g_return_if_fail (COACH_IS_SESSION (self));
  g_return_if_fail (COACH_IS_PLAN (plan));
  g_return_if_fail (coach_plan_get_n_steps (plan) > coach_plan_get_n_steps (self->plan));

  coach_session_insert (self, plan, hurt);
}

/**
 * coach_session_leave_traits_out:
 * @self: a session
 * @traits: (array zero-terminated=1): what moves do to the body
 *
 * Passes over every step whose movement has one of @traits, for the rest of the session. The step
 * under way is left at once if it has. A session that is paused stays paused.
 */
void
coach_session_leave_traits_out (CoachSession       *self,
                                const char * const *traits)
{
  g_return_if_fail (COACH_IS_SESSION (self));
  g_return_if_fail (traits != NULL);

  coach_session_pass_over (self, traits);
}

/**
 * coach_session_stop:
 * @self: a session
 *
 * Ends the session where it is. Of one that has ended, changes nothing.
 */
void
coach_session_stop (CoachSession *self)
{
  g_return_if_fail (COACH_IS_SESSION (self));

  coach_session_handle (self, COACH_SESSION_EVENT_STOP);
}

/**
 * coach_session_stop_hurt:
 * @self: a session
 *
 * Ends the session where it is because the step under way hurts, which is how that step is put
 * down. Of one that has ended, changes nothing.
 */
void
coach_session_stop_hurt (CoachSession *self)
{
  g_return_if_fail (COACH_IS_SESSION (self));

  coach_session_bench_step (self, COACH_SESSION_EVENT_STOP);
}
