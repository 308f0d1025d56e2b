#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COACH_TYPE_CLOCK (coach_clock_get_type ())
G_DECLARE_INTERFACE (CoachClock, coach_clock, COACH, CLOCK, GObject)

/**
 * CoachClockWakeFunc:
 * @clock: the clock that woke
 * @user_data: what was given when it was armed
 *
 * Called once when the moment asked for has come.
 */
typedef void (*CoachClockWakeFunc) (CoachClock *clock, gpointer user_data);

/**
 * CoachClockInterface:
 * @get_monotonic_us: microseconds that never jump and stand still while the machine sleeps
 * @get_suspended_us: microseconds the machine has slept since it was started
 * @get_local_time: the wall clock in the person's time zone
 * @add_wake: arms one call at a monotonic time
 * @add_wall_wake: arms one call at a wall-clock time
 * @remove_wake: disarms either
 *
 * Where the time comes from: the machine in the program, a hand in the tests.
 */
struct _CoachClockInterface
{
  GTypeInterface parent_iface;

  gint64 (*get_monotonic_us) (CoachClock *self);
  gint64 (*get_suspended_us) (CoachClock *self);
  GDateTime *(*get_local_time) (CoachClock *self);
  guint (*add_wake) (CoachClock *self, gint64 at_us, CoachClockWakeFunc func, gpointer user_data);
  guint (*add_wall_wake) (CoachClock *self, GDateTime *at, CoachClockWakeFunc func,
                          gpointer user_data);
  void (*remove_wake) (CoachClock *self, guint wake_id);
};

gint64     coach_clock_get_monotonic_us (CoachClock *self);
gint64     coach_clock_get_suspended_us (CoachClock *self);
GDateTime *coach_clock_get_local_time   (CoachClock *self);
guint      coach_clock_add_wake         (CoachClock         *self,
                                         gint64              at_us,
                                         CoachClockWakeFunc  func,
                                         gpointer            user_data);
guint      coach_clock_add_wall_wake    (CoachClock         *self,
                                         GDateTime          *at,
                                         CoachClockWakeFunc  func,
                                         gpointer            user_data);
void       coach_clock_remove_wake      (CoachClock *self,
                                         guint       wake_id);

G_END_DECLS
