#define G_LOG_DOMAIN "coach-host"

#include "config.h"

#include "coach-system-clock.h"

#include <time.h>

struct _CoachSystemClock
{
  GObject parent_instance;
};

typedef struct
{
  CoachClock         *clock; /* (unowned): the source is removed before the clock goes */
  CoachClockWakeFunc  func;
  gpointer            user_data;
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

static gboolean
wake_due_cb (gpointer user_data)
{
  Wake *wake = user_data;

  wake->func (wake->clock, wake->user_data);
  return G_SOURCE_REMOVE;
}

static guint
add_wake (CoachClock         *clock,
          gint64              at_us,
          CoachClockWakeFunc  func,
          gpointer            user_data)
{
  g_autoptr (GSource) source = g_timeout_source_new (0);
  Wake *wake = g_new (Wake, 1);

  *wake = (Wake) { .clock = clock, .func = func, .user_data = user_data };
  g_source_set_ready_time (source, MAX (at_us, 0));
  g_source_set_callback (source, wake_due_cb, wake, g_free);
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
