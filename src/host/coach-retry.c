#define G_LOG_DOMAIN "coach-host"

#include "config.h"

#include "coach-retry.h"

#define FIRST_DELAY_S 1
#define LAST_DELAY_S  1800

static void
stop_waiting (CoachRetry *self)
{
  if (self->wake_id != 0)
    coach_clock_remove_wake (self->clock, self->wake_id);
  self->wake_id = 0;
}

static void
retry_due_cb (CoachClock *clock,
              gpointer    user_data)
{
  CoachRetry *self = user_data;

  self->wake_id = 0;
  self->func (self->user_data);
}

/**
 * coach_retry_init:
 * @self: a retry
 * @clock: the time
 * @func: tries again
 * @user_data: (unowned): handed to @func
 *
 * Prepares for failures.
 */
void
coach_retry_init (CoachRetry     *self,
                  CoachClock     *clock,
                  CoachRetryFunc  func,
                  gpointer        user_data)
{
  *self = (CoachRetry) {
    .clock = g_object_ref (clock),
    .func = func,
    .user_data = user_data,
    .delay_s = FIRST_DELAY_S,
  };
}

/**
 * coach_retry_arm:
 * @self: a retry
 *
 * Notes a failure: there will be another try. Does nothing if one is to come anyway.
 */
void
coach_retry_arm (CoachRetry *self)
{
  gint64 delay_us = self->delay_s * (gint64) G_USEC_PER_SEC;

  if (self->wake_id != 0)
    return;
  self->wake_id = coach_clock_add_wake (self->clock,
                                        coach_clock_get_monotonic_us (self->clock) + delay_us,
                                        retry_due_cb, self);
  self->delay_s = MIN (2 * self->delay_s, LAST_DELAY_S);
}

/**
 * coach_retry_reset:
 * @self: a retry
 *
 * Notes success: no try is to come, and the next failure is the first again.
 */
void
coach_retry_reset (CoachRetry *self)
{
  stop_waiting (self);
  self->delay_s = FIRST_DELAY_S;
}

/**
 * coach_retry_clear:
 * @self: a retry, which may be cleared already
 *
 * Gives up.
 */
void
coach_retry_clear (CoachRetry *self)
{
  if (self->clock != NULL)
    stop_waiting (self);
  g_clear_object (&self->clock);
}
