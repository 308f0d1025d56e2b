#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-hold.h"

typedef struct
{
  CoachReminderHolds holds;
} CoachHoldPrivate;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * CoachHold:
 *
 * One source of reasons to hold a reminder back. Each waits to be told, and asks for nothing while
 * nothing happens.
 */
G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CoachHold, coach_hold, G_TYPE_OBJECT)

static void
coach_hold_class_init (CoachHoldClass *klass)
{
  /**
   * CoachHold::changed:
   * @self: a hold
   *
   * There are other reasons than before.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_hold_init (CoachHold *self)
{
}

/**
 * coach_hold_get:
 * @self: a hold
 *
 * Returns: the reasons that are there now; none while nothing is known
 */
CoachReminderHolds
coach_hold_get (CoachHold *self)
{
  CoachHoldPrivate *private = coach_hold_get_instance_private (self);

  g_return_val_if_fail (COACH_IS_HOLD (self), 0);

  return private->holds;
}

/**
 * coach_hold_set:
 * @self: a hold
 * @holds: the reasons that are there now
 *
 * Tells of a change, for those who derive from it.
 */
void
coach_hold_set (CoachHold          *self,
                CoachReminderHolds  holds)
{
  CoachHoldPrivate *private = coach_hold_get_instance_private (self);

  g_return_if_fail (COACH_IS_HOLD (self));

  if (private->holds == holds)
    return;
  private->holds = holds;
  g_signal_emit (self, signals[CHANGED], 0);
}
