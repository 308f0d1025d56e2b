#define G_LOG_DOMAIN "coach-host"

#include "config.h"

#include "coach-system-clock.h"

#include <glib-unix.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

struct _CoachSystemClock
{
  GObject parent_instance;
};

typedef struct
{
  CoachClock         *clock; /* (unowned): the source is removed before the clock goes */
  CoachClockWakeFunc  func;
  gpointer            user_data;
  int                 timer; /* -1 unless it waits for the wall clock */
} Wake;

static void clock_iface_init (CoachClockInterface *iface);

/**
 * CoachSystemClock:
 *
 * The machine's own clock, on the thread-default main context.
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CoachSystemClock, coach_system_clock, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COACH_TYPE_CLOCK, clock_iface_init))

static gint64
read_clock_us (clockid_t id)
{
  struct timespec now;

  if (clock_gettime (id, &now) != 0)
    return 0;
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gint64
get_monotonic_us (CoachClock *clock)
{
  return g_get_monotonic_time ();
}

/* CLOCK_BOOTTIME goes on in sleep and CLOCK_MONOTONIC does not, so the gap is the sleep. */
static gint64
get_suspended_us (CoachClock *clock)
{
  return read_clock_us (CLOCK_BOOTTIME) - read_clock_us (CLOCK_MONOTONIC);
}

static GDateTime *
get_local_time (CoachClock *clock)
{
  return g_date_time_new_now_local ();
}

static void
wake_free (gpointer data)
{
  Wake *wake = data;

  if (wake->timer >= 0)
    close (wake->timer);
  g_free (wake);
}

static Wake *
wake_new (CoachClock         *clock,
          int                 timer,
          CoachClockWakeFunc  func,
          gpointer            user_data)
{
  Wake *wake = g_new (Wake, 1);

  *wake = (Wake) { .clock = clock, .func = func, .user_data = user_data, .timer = timer };
  return wake;
}

static gboolean
wake_due_cb (gpointer user_data)
{
  Wake *wake = user_data;

  wake->func (wake->clock, wake->user_data);
  return G_SOURCE_REMOVE;
}

static gboolean
wall_wake_due_cb (int          timer,
                  GIOCondition condition,
                  gpointer     user_data)
{
  return wake_due_cb (user_data);
}

static guint
add_wake (CoachClock         *clock,
          gint64              at_us,
          CoachClockWakeFunc  func,
          gpointer            user_data)
{
  g_autoptr (GSource) source = g_timeout_source_new (0);

  g_source_set_ready_time (source, MAX (at_us, 0));
  g_source_set_callback (source, wake_due_cb, wake_new (clock, -1, func, user_data), wake_free);
  return g_source_attach (source, g_main_context_get_thread_default ());
}

/* A timer of the kernel's that goes off at a time of the wall clock, and early when that clock is
 * set; newer kernels count waking up as such. */
static int
open_wall_timer (GDateTime *at)
{
  struct itimerspec due = { .it_value.tv_sec = MAX (g_date_time_to_unix (at), 1) };
  int timer = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);

  if (timer >= 0
      && timerfd_settime (timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &due, NULL) == 0)
    return timer;
  if (timer >= 0)
    close (timer);
  return -1;
}

static guint
add_wall_wake (CoachClock         *clock,
               GDateTime          *at,
               CoachClockWakeFunc  func,
               gpointer            user_data)
{
  int timer = open_wall_timer (at);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GSource) source = NULL;

  /* Out of descriptors: late after a sleep is better than not at all. */
  if (timer < 0)
    return add_wake (clock, g_get_monotonic_time () + g_date_time_difference (at, now), func,
                     user_data);
  source = g_unix_fd_source_new (timer, G_IO_IN | G_IO_ERR | G_IO_HUP);
  g_source_set_callback (source, G_SOURCE_FUNC (wall_wake_due_cb),
                         wake_new (clock, timer, func, user_data), wake_free);
  return g_source_attach (source, g_main_context_get_thread_default ());
}

static void
remove_wake (CoachClock *clock,
             guint       wake_id)
{
  GSource *source;

  source = g_main_context_find_source_by_id (g_main_context_get_thread_default (), wake_id);
  if (source != NULL)
    g_source_destroy (source);
}

static void
clock_iface_init (CoachClockInterface *iface)
{
  iface->get_monotonic_us = get_monotonic_us;
  iface->get_suspended_us = get_suspended_us;
  iface->get_local_time = get_local_time;
  iface->add_wake = add_wake;
  iface->add_wall_wake = add_wall_wake;
  iface->remove_wake = remove_wake;
}

static void
coach_system_clock_class_init (CoachSystemClockClass *klass)
{
}

static void
coach_system_clock_init (CoachSystemClock *self)
{
}

/**
 * coach_system_clock_new:
 *
 * Makes the machine's clock.
 *
 * Returns: (transfer full): a clock
 */
CoachClock *
coach_system_clock_new (void)
{
  return g_object_new (COACH_TYPE_SYSTEM_CLOCK, NULL);
}
