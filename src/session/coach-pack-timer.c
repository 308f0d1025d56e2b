#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-pack-timer.h"

struct _CoachPackTimer
{
  GObject           parent_instance;

  CoachClock       *clock;   /* (owned) (not nullable), given at construction */

  CoachPackState    state;
  CoachPackNumbers  numbers; /* of the pack that is on */
  GDateTime        *began;   /* (owned) (nullable): the wall clock; NULL when no pack is on */
  guint             wake_id;      /* 0 when no wake is armed */
  guint             wall_wake_id; /* the same; called when the machine has slept, too */
};

/**
 * CoachPackTimer:
 *
 * One warm or cold pack at a time, from when it is put on until it is confirmed that it is off. Its
 * time goes on while the machine sleeps, and does not mind when somebody sets the wall clock.
 */
G_DEFINE_FINAL_TYPE (CoachPackTimer, coach_pack_timer, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
  SIGNAL_CHECK_SKIN,
  SIGNAL_TAKE_OFF,
  SIGNAL_ENDED,
} CoachPackTimerSignal;

static guint signals[SIGNAL_ENDED + 1];

static void wake_due_cb (CoachClock *clock, gpointer user_data);
static void wall_wake_due_cb (CoachClock *clock, gpointer user_data);

/* Goes on while the machine sleeps. */
static gint64
get_now_us (CoachPackTimer *self)
{
  return coach_clock_get_monotonic_us (self->clock) + coach_clock_get_suspended_us (self->clock);
}

static void
disarm (CoachPackTimer *self)
{
  if (self->wake_id != 0)
    coach_clock_remove_wake (self->clock, self->wake_id);
  if (self->wall_wake_id != 0)
    coach_clock_remove_wake (self->clock, self->wall_wake_id);
  self->wake_id = 0;
  self->wall_wake_id = 0;
}

/* Of the two the one by the wall clock comes right after a sleep, and the other does not mind when
 * somebody sets that clock back. */
static void
arm_next_wake (CoachPackTimer *self)
{
  gint64 next_us = coach_pack_state_get_next_change_us (&self->state, &self->numbers);
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) next = NULL;
  gint64 wait_us;

  disarm (self);
  if (next_us == G_MAXINT64)
    return;
  wait_us = MAX (next_us - get_now_us (self), 0);
  now = coach_clock_get_local_time (self->clock);
  next = g_date_time_add (now, wait_us);
  self->wake_id = coach_clock_add_wake (self->clock,
                                        coach_clock_get_monotonic_us (self->clock) + wait_us,
                                        wake_due_cb, self);
  self->wall_wake_id = coach_clock_add_wall_wake (self->clock, next, wall_wake_due_cb, self);
}

/* Only the newest is told: what was due before it is about something else by now. */
static void
tell_changes (CoachPackTimer       *self,
              const CoachPackState *before)
{
  CoachPackStage stage = self->state.stage;

  if (stage == before->stage && self->state.reminders == before->reminders)
    return;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (stage != self->state.stage)
    return;
  if (stage == COACH_PACK_CHECK_SKIN)
    g_signal_emit (self, signals[SIGNAL_CHECK_SKIN], 0);
  else if (stage == COACH_PACK_TAKE_OFF)
    g_signal_emit (self, signals[SIGNAL_TAKE_OFF], 0, self->state.reminders);
}

static void
handle (CoachPackTimer *self,
        CoachPackEvent  event)
{
  CoachPackState before = self->state;

  g_object_ref (self);
  self->state = coach_pack_state_after (&before, &self->numbers, event, get_now_us (self));
  arm_next_wake (self);
  tell_changes (self, &before);
  g_object_unref (self);
}

static void
wake_due_cb (CoachClock *clock,
             gpointer    user_data)
{
  CoachPackTimer *self = user_data;

  self->wake_id = 0;
  handle (self, COACH_PACK_EVENT_TICK);
}

static void
wall_wake_due_cb (CoachClock *clock,
                  gpointer    user_data)
{
  CoachPackTimer *self = user_data;

  self->wall_wake_id = 0;
  handle (self, COACH_PACK_EVENT_TICK);
}

static void
coach_pack_timer_dispose (GObject *object)
{
  CoachPackTimer *self = COACH_PACK_TIMER (object);

  if (self->clock != NULL)
    disarm (self);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->began, g_date_time_unref);

  G_OBJECT_CLASS (coach_pack_timer_parent_class)->dispose (object);
}

static void
coach_pack_timer_class_init (CoachPackTimerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_pack_timer_dispose;

  /**
   * CoachPackTimer::changed:
   * @self: the timer
   *
   * The stage is another, or a reminder is due.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", COACH_TYPE_PACK_TIMER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * CoachPackTimer::check-skin:
   * @self: the timer
   *
   * The skin is to be looked at now.
   */
  signals[SIGNAL_CHECK_SKIN] = g_signal_new ("check-skin", COACH_TYPE_PACK_TIMER,
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                             0);

  /**
   * CoachPackTimer::take-off:
   * @self: the timer
   * @reminders: 0 when its time is over, and how often that was due again later
   *
   * The pack is to be taken off now. A reminder that was slept through is not made up for.
   */
  signals[SIGNAL_TAKE_OFF] = g_signal_new ("take-off", COACH_TYPE_PACK_TIMER, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * CoachPackTimer::ended:
   * @self: the timer
   * @kind: a [enum@PackKind]
   * @began: when it was put on, local time
   * @worn_us: how long it was on, in microseconds
   *
   * The pack is off. The timer can be started again.
   */
  signals[SIGNAL_ENDED] = g_signal_new ("ended", COACH_TYPE_PACK_TIMER, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_DATE_TIME,
                                        G_TYPE_INT64);
}

static void
coach_pack_timer_init (CoachPackTimer *self)
{
}

/**
 * coach_pack_timer_new:
 * @clock: the clock
 *
 * Makes a timer without a pack.
 *
 * Returns: (transfer full): the timer
 */
CoachPackTimer *
coach_pack_timer_new (CoachClock *clock)
{
  CoachPackTimer *self;

  g_return_val_if_fail (COACH_IS_CLOCK (clock), NULL);

  self = g_object_new (COACH_TYPE_PACK_TIMER, NULL);
  self->clock = g_object_ref (clock);
  return self;
}

/**
 * coach_pack_timer_start:
 * @self: a timer without a pack
 * @kind: heat or cold
 * @numbers: the protocol of that kind; copied
 * @minutes: how long; kept within what the protocol allows
 *
 * Starts with the moment the pack is put on. Never two at once: while one is on, this does nothing.
 */
void
coach_pack_timer_start (CoachPackTimer         *self,
                        CoachPackKind           kind,
                        const CoachPackNumbers *numbers,
                        guint                   minutes)
{
  CoachPackState before;

  g_return_if_fail (COACH_IS_PACK_TIMER (self));
  g_return_if_fail (numbers != NULL);

  if (self->state.stage != COACH_PACK_OFF)
    return;
  before = self->state;
  self->numbers = *numbers;
  self->began = coach_clock_get_local_time (self->clock);
  self->state = coach_pack_state_begin (kind, numbers, minutes, get_now_us (self));
  arm_next_wake (self);
  tell_changes (self, &before);
}

/**
 * coach_pack_timer_confirm_skin:
 * @self: a timer
 *
 * The skin was looked at and is fine. Does nothing when it was not asked for.
 */
void
coach_pack_timer_confirm_skin (CoachPackTimer *self)
{
  g_return_if_fail (COACH_IS_PACK_TIMER (self));

  handle (self, COACH_PACK_EVENT_SKIN_FINE);
}

/**
 * coach_pack_timer_take_off:
 * @self: a timer
 *
 * The pack is off, early or because its time is over. Does nothing when none is on.
 */
void
coach_pack_timer_take_off (CoachPackTimer *self)
{
  g_autoptr (GDateTime) began = NULL;
  CoachPackKind kind;
  gint64 worn_us;

  g_return_if_fail (COACH_IS_PACK_TIMER (self));

  if (self->state.stage == COACH_PACK_OFF)
    return;
  began = g_steal_pointer (&self->began);
  kind = self->state.kind;
  worn_us = coach_pack_timer_get_worn_us (self);

  g_object_ref (self);
  handle (self, COACH_PACK_EVENT_TAKEN_OFF);
  g_signal_emit (self, signals[SIGNAL_ENDED], 0, (int) kind, began, worn_us);
  g_object_unref (self);
}

/**
 * coach_pack_timer_get_stage:
 * @self: a timer
 *
 * Gets where the pack is.
 *
 * Returns: the stage
 */
CoachPackStage
coach_pack_timer_get_stage (CoachPackTimer *self)
{
  g_return_val_if_fail (COACH_IS_PACK_TIMER (self), COACH_PACK_OFF);

  return self->state.stage;
}

/**
 * coach_pack_timer_get_kind:
 * @self: a timer with a pack
 *
 * Gets what is on.
 *
 * Returns: heat or cold; of no meaning when none is on
 */
CoachPackKind
coach_pack_timer_get_kind (CoachPackTimer *self)
{
  g_return_val_if_fail (COACH_IS_PACK_TIMER (self), COACH_PACK_HEAT);

  return self->state.kind;
}

/**
 * coach_pack_timer_get_minutes:
 * @self: a timer
 *
 * Gets how long the pack is to be on in all.
 *
 * Returns: minutes; 0 when none is on
 */
guint
coach_pack_timer_get_minutes (CoachPackTimer *self)
{
  g_return_val_if_fail (COACH_IS_PACK_TIMER (self), 0);

  return (guint) (self->state.length_us / (60 * (gint64) G_USEC_PER_SEC));
}

/**
 * coach_pack_timer_get_began:
 * @self: a timer
 *
 * Gets when the pack was put on.
 *
 * Returns: (transfer none) (nullable): local time; %NULL when none is on
 */
GDateTime *
coach_pack_timer_get_began (CoachPackTimer *self)
{
  g_return_val_if_fail (COACH_IS_PACK_TIMER (self), NULL);

  return self->began;
}

/**
 * coach_pack_timer_get_remaining_us:
 * @self: a timer
 *
 * Gets how long the pack is still to stay on.
 *
 * Returns: microseconds, never negative; 0 when none is on
 */
gint64
coach_pack_timer_get_remaining_us (CoachPackTimer *self)
{
  g_return_val_if_fail (COACH_IS_PACK_TIMER (self), 0);

  return coach_pack_state_get_remaining_us (&self->state, get_now_us (self));
}

/**
 * coach_pack_timer_get_worn_us:
 * @self: a timer
 *
 * Gets how long the pack has been on, which is longer than it was to when it is left on.
 *
 * Returns: microseconds, never negative; 0 when none is on
 */
gint64
coach_pack_timer_get_worn_us (CoachPackTimer *self)
{
  g_return_val_if_fail (COACH_IS_PACK_TIMER (self), 0);

  return coach_pack_state_get_worn_us (&self->state, get_now_us (self));
}
