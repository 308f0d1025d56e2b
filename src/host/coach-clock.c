#define G_LOG_DOMAIN "coach-host"

#include "config.h"

#include "coach-clock.h"

/**
 * CoachClock:
 *
 * The time, given to whoever needs it instead of being asked of the system.
 */
G_DEFINE_INTERFACE (CoachClock, coach_clock, G_TYPE_OBJECT)

static void
coach_clock_default_init (CoachClockInterface *iface)
{
}

/**
 * coach_clock_get_monotonic_us:
 * @self: a clock
 *
 * Gets the monotonic time, which stands still while the machine sleeps.
 *
 * Returns: microseconds since an unspecified start
 */
gint64
coach_clock_get_monotonic_us (CoachClock *self)
{
  g_return_val_if_fail (COACH_IS_CLOCK (self), 0);

  return COACH_CLOCK_GET_IFACE (self)->get_monotonic_us (self);
}

/**
 * coach_clock_get_suspended_us:
 * @self: a clock
 *
 * Gets how long the machine has slept in all. A value that grows between two looks means
 * that the machine slept between them.
 *
 * Returns: microseconds
 */
gint64
coach_clock_get_suspended_us (CoachClock *self)
{
  g_return_val_if_fail (COACH_IS_CLOCK (self), 0);

  return COACH_CLOCK_GET_IFACE (self)->get_suspended_us (self);
}

/**
 * coach_clock_get_local_time:
 * @self: a clock
 *
 * Gets the wall-clock time in the person's time zone.
 *
 * Returns: (transfer full): now
 */
GDateTime *
coach_clock_get_local_time (CoachClock *self)
{
  g_return_val_if_fail (COACH_IS_CLOCK (self), NULL);

  return COACH_CLOCK_GET_IFACE (self)->get_local_time (self);
}

/**
 * coach_clock_add_wake:
 * @self: a clock
 * @at_us: a monotonic time, in microseconds
 * @func: (scope async): called once at that time, or as soon after as the main loop allows
 * @user_data: handed to @func
 *
 * Arms one call. A time in the past is called at the next turn of the main loop.
 *
 * Returns: an id for [method@Clock.remove_wake], never 0; it is spent when @func is called
 */
guint
coach_clock_add_wake (CoachClock         *self,
                      gint64              at_us,
                      CoachClockWakeFunc  func,
                      gpointer            user_data)
{
  g_return_val_if_fail (COACH_IS_CLOCK (self), 0);
  g_return_val_if_fail (func != NULL, 0);

  return COACH_CLOCK_GET_IFACE (self)->add_wake (self, at_us, func, user_data);
}

/**
 * coach_clock_add_wall_wake:
 * @self: a clock
 * @at: a wall-clock time
 * @func: (scope async): called once at that time, or as soon after as the main loop allows
 * @user_data: handed to @func
 *
 * Arms one call by the wall clock, which goes on while the machine sleeps. It is called early when
 * the wall clock is set or the machine wakes up, since what it waits for may be another time by
 * then: look at the time again, and arm anew.
 *
 * Returns: an id for [method@Clock.remove_wake], never 0; it is spent when @func is called
 */
guint
coach_clock_add_wall_wake (CoachClock         *self,
                           GDateTime          *at,
                           CoachClockWakeFunc  func,
                           gpointer            user_data)
{
  g_return_val_if_fail (COACH_IS_CLOCK (self), 0);
  g_return_val_if_fail (at != NULL && func != NULL, 0);

  return COACH_CLOCK_GET_IFACE (self)->add_wall_wake (self, at, func, user_data);
}

/**
 * coach_clock_remove_wake:
 * @self: a clock
 * @wake_id: an id from [method@Clock.add_wake] or [method@Clock.add_wall_wake] that has not been
 *   called yet
 *
 * Disarms a call.
 */
void
coach_clock_remove_wake (CoachClock *self,
                         guint       wake_id)
{
  g_return_if_fail (COACH_IS_CLOCK (self));
  g_return_if_fail (wake_id != 0);

  COACH_CLOCK_GET_IFACE (self)->remove_wake (self, wake_id);
}
