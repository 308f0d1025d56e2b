#define G_LOG_DOMAIN "coach-test-support"

#include "config.h"

#include "coach-manual-clock.h"

/* Any start but 0, so that a forgotten offset shows. */
#define FIRST_INSTANT_US (1000 * (gint64) G_USEC_PER_SEC)
#define LATENESS_SEED    20240229

typedef struct
{
  guint               id;
  gboolean            is_wall;
  gint64              at_us; /* when it will be called, its lateness included; of a wall wake, the
                              * wall clock's time */
  CoachClockWakeFunc  func;
  gpointer            user_data;
} Wake;

struct _CoachManualClock
{
  GObject    parent_instance;

  gint64     now_us;
  gint64     suspended_us;
  GDateTime *first_local_time; /* (owned): the wall clock at FIRST_INSTANT_US */

  GArray    *wakes;            /* (owned) (element-type Wake): armed, in no order */
  guint      last_id;
  guint      n_fired;

  GRand     *rand;             /* (owned): the same numbers in every run */
  gint64     min_late_us;
  gint64     max_late_us;
};

static void clock_iface_init (CoachClockInterface *iface);
static GDateTime *get_local_time (CoachClock *clock);

/**
 * CoachManualClock:
 *
 * A clock that a test moves by hand, so that an hour costs nothing.
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CoachManualClock, coach_manual_clock, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COACH_TYPE_CLOCK, clock_iface_init))

static gint64
draw_lateness (CoachManualClock *self)
{
  gint64 span_us = self->max_late_us - self->min_late_us;

  return self->min_late_us + (gint64) (g_rand_double (self->rand) * span_us);
}

static gint64
get_wall_us (GDateTime *time)
{
  return g_date_time_to_unix (time) * G_USEC_PER_SEC + g_date_time_get_microsecond (time);
}

/* What is to be added to a wall-clock time to get a monotonic one. */
static gint64
get_wall_offset_us (CoachManualClock *self)
{
  g_autoptr (GDateTime) now = get_local_time (COACH_CLOCK (self));

  return self->now_us - get_wall_us (now);
}

/* Of two wakes for one instant, the one that was armed first comes first. */
static gboolean
take_next_wake (CoachManualClock *self,
                gint64            until_us,
                Wake             *next)
{
  gint64 wall_offset_us = get_wall_offset_us (self);
  guint found = G_MAXUINT;

  for (guint i = 0; i < self->wakes->len; i++)
    {
      const Wake *wake = &g_array_index (self->wakes, Wake, i);
      gint64 at_us = wake->at_us + (wake->is_wall ? wall_offset_us : 0);

      if (at_us > until_us || (found != G_MAXUINT && at_us >= next->at_us))
        continue;
      found = i;
      *next = *wake;
      next->at_us = at_us;
    }
  if (found == G_MAXUINT)
    return FALSE;

  g_array_remove_index (self->wakes, found);
  return TRUE;
}

static gint64
get_monotonic_us (CoachClock *clock)
{
  return COACH_MANUAL_CLOCK (clock)->now_us;
}

static gint64
get_suspended_us (CoachClock *clock)
{
  return COACH_MANUAL_CLOCK (clock)->suspended_us;
}

static GDateTime *
get_local_time (CoachClock *clock)
{
  CoachManualClock *self = COACH_MANUAL_CLOCK (clock);

  return g_date_time_add (self->first_local_time,
                          self->now_us - FIRST_INSTANT_US + self->suspended_us);
}

static guint
add_wake (CoachClock         *clock,
          gint64              at_us,
          CoachClockWakeFunc  func,
          gpointer            user_data)
{
  CoachManualClock *self = COACH_MANUAL_CLOCK (clock);
  Wake wake = {
    .id = ++self->last_id,
    .at_us = MAX (at_us, self->now_us) + draw_lateness (self),
    .func = func,
    .user_data = user_data,
  };

  g_array_append_val (self->wakes, wake);
  return wake.id;
}

static guint
add_wall_wake (CoachClock         *clock,
               GDateTime          *at,
               CoachClockWakeFunc  func,
               gpointer            user_data)
{
  CoachManualClock *self = COACH_MANUAL_CLOCK (clock);
  Wake wake = {
    .id = ++self->last_id,
    .is_wall = TRUE,
    .at_us = get_wall_us (at),
    .func = func,
    .user_data = user_data,
  };

  g_array_append_val (self->wakes, wake);
  return wake.id;
}

static void
remove_wake (CoachClock *clock,
             guint       wake_id)
{
  CoachManualClock *self = COACH_MANUAL_CLOCK (clock);

  for (guint i = 0; i < self->wakes->len; i++)
    if (g_array_index (self->wakes, Wake, i).id == wake_id)
      {
        g_array_remove_index (self->wakes, i);
        return;
      }
  g_error ("wake %u is not armed", wake_id);
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
coach_manual_clock_finalize (GObject *object)
{
  CoachManualClock *self = COACH_MANUAL_CLOCK (object);

  g_date_time_unref (self->first_local_time);
  g_array_unref (self->wakes);
  g_rand_free (self->rand);

  G_OBJECT_CLASS (coach_manual_clock_parent_class)->finalize (object);
}

static void
coach_manual_clock_class_init (CoachManualClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_manual_clock_finalize;
}

static void
coach_manual_clock_init (CoachManualClock *self)
{
  self->now_us = FIRST_INSTANT_US;
  self->first_local_time = g_date_time_new_utc (2024, 2, 29, 9, 0, 0);
  self->wakes = g_array_new (FALSE, FALSE, sizeof (Wake));
  self->rand = g_rand_new_with_seed (LATENESS_SEED);
}

/**
 * coach_manual_clock_new:
 *
 * Makes a clock that stands, on a Thursday morning.
 *
 * Returns: (transfer full): the clock
 */
CoachManualClock *
coach_manual_clock_new (void)
{
  return g_object_new (COACH_TYPE_MANUAL_CLOCK, NULL);
}

/**
 * coach_manual_clock_advance:
 * @self: a clock
 * @us: microseconds
 *
 * Lets time pass, and calls what is due meanwhile, each at its own instant and in order; what is
 * armed by such a call as well.
 */
void
coach_manual_clock_advance (CoachManualClock *self,
                            gint64            us)
{
  gint64 until_us = self->now_us + us;
  Wake wake;

  g_return_if_fail (us >= 0);

  while (take_next_wake (self, until_us, &wake))
    {
      self->now_us = MAX (self->now_us, wake.at_us);
      self->n_fired++;
      wake.func (COACH_CLOCK (self), wake.user_data);
    }
  self->now_us = MAX (self->now_us, until_us);
}

/* Those that are armed by such a call wait for the next time. */
static void
fire_wall_wakes (CoachManualClock *self)
{
  guint last_id = self->last_id;

  for (guint i = 0; i < self->wakes->len;)
    {
      Wake wake = g_array_index (self->wakes, Wake, i);

      if (!wake.is_wall || wake.id > last_id)
        {
          i++;
          continue;
        }
      g_array_remove_index (self->wakes, i);
      self->n_fired++;
      wake.func (COACH_CLOCK (self), wake.user_data);
      i = 0;
    }
}

/**
 * coach_manual_clock_suspend:
 * @self: a clock
 * @us: microseconds
 *
 * Lets the machine sleep: the wall clock goes on, the monotonic one stands, and nothing is called
 * but what waits for the wall clock, when the machine wakes up.
 */
void
coach_manual_clock_suspend (CoachManualClock *self,
                            gint64            us)
{
  g_return_if_fail (us >= 0);

  self->suspended_us += us;
  fire_wall_wakes (self);
}

/**
 * coach_manual_clock_set_lateness:
 * @self: a clock
 * @min_us: microseconds
 * @max_us: microseconds, not less than @min_us
 *
 * Makes the wakes that are armed from now on come late by something between the two.
 */
void
coach_manual_clock_set_lateness (CoachManualClock *self,
                                 gint64            min_us,
                                 gint64            max_us)
{
  g_return_if_fail (0 <= min_us && min_us <= max_us);

  self->min_late_us = min_us;
  self->max_late_us = max_us;
}

/**
 * coach_manual_clock_set_local_time:
 * @self: a clock
 * @time: the time and zone of the wall clock, now
 *
 * Sets the wall clock, as a person or a change of zone would. The monotonic time does not mind;
 * what waits for the wall clock is called.
 */
void
coach_manual_clock_set_local_time (CoachManualClock *self,
                                   GDateTime        *time)
{
  GDateTime *old = self->first_local_time;

  self->first_local_time = g_date_time_add (time, FIRST_INSTANT_US - self->now_us
                                                      - self->suspended_us);
  g_date_time_unref (old);
  fire_wall_wakes (self);
}

/**
 * coach_manual_clock_count_armed:
 * @self: a clock
 *
 * Counts the calls that are still to come.
 *
 * Returns: a number of wakes
 */
guint
coach_manual_clock_count_armed (CoachManualClock *self)
{
  return self->wakes->len;
}

/**
 * coach_manual_clock_count_fired:
 * @self: a clock
 *
 * Counts the calls that were made.
 *
 * Returns: a number of wakes
 */
guint
coach_manual_clock_count_fired (CoachManualClock *self)
{
  return self->n_fired;
}
