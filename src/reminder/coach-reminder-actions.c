#define G_LOG_DOMAIN "coach-reminder"

#include "config.h"

#include "coach-reminder-shell-private.h"

/* What a reminder can be told and asked. */

/**
 * coach_reminder_set_config:
 * @self: a reminder
 * @config: the configuration; copied
 *
 * Takes another configuration at once.
 */
void
coach_reminder_set_config (CoachReminder             *self,
                           const CoachReminderConfig *config)
{
  g_return_if_fail (COACH_IS_REMINDER (self) && config != NULL);

  self->config = *config;
  coach_reminder_feed_kind (self, COACH_REMINDER_EVENT_SETTINGS);
}

/**
 * coach_reminder_set_holds:
 * @self: a reminder
 * @holds: those of %COACH_REMINDER_HOLDS_TOLD that hold now
 *
 * Tells why reminders are to be held back. Tell all that is known, whatever the person chose: a
 * film, a camera and a microphone also mean that somebody sits there.
 */
void
coach_reminder_set_holds (CoachReminder      *self,
                          CoachReminderHolds  holds)
{
  CoachReminderEvent event = { .kind = COACH_REMINDER_EVENT_HOLDS, .holds = holds };

  g_return_if_fail (COACH_IS_REMINDER (self));

  coach_reminder_feed (self, &event);
}

/**
 * coach_reminder_set_standing:
 * @self: a reminder
 * @stands: whether the person works standing
 *
 * Tells "I'm standing", which is a break, or that they sit again.
 */
void
coach_reminder_set_standing (CoachReminder *self,
                             gboolean       stands)
{
  g_return_if_fail (COACH_IS_REMINDER (self));

  coach_reminder_feed_kind (self, stands ? COACH_REMINDER_EVENT_STANDING
                                         : COACH_REMINDER_EVENT_SITTING);
}

/**
 * coach_reminder_set_session:
 * @self: a reminder
 * @runs: whether a session runs in the program
 *
 * Tells that a session began or ended, also by a program that is gone.
 */
void
coach_reminder_set_session (CoachReminder *self,
                            gboolean       runs)
{
  g_return_if_fail (COACH_IS_REMINDER (self));

  coach_reminder_feed_kind (self, runs ? COACH_REMINDER_EVENT_SESSION_BEGAN
                                       : COACH_REMINDER_EVENT_SESSION_ENDED);
}

/**
 * coach_reminder_begin_break:
 * @self: a reminder
 * @posture: %COACH_REMINDER_LED_STAND or %COACH_REMINDER_LED_CHAIR
 *
 * Begins a led break without being asked by a notification.
 */
void
coach_reminder_begin_break (CoachReminder        *self,
                            CoachReminderPosture  posture)
{
  g_return_if_fail (COACH_IS_REMINDER (self));
  g_return_if_fail (posture == COACH_REMINDER_LED_STAND || posture == COACH_REMINDER_LED_CHAIR);

  coach_reminder_feed_kind (self, posture == COACH_REMINDER_LED_STAND
                                      ? COACH_REMINDER_EVENT_STAND
                                      : COACH_REMINDER_EVENT_CHAIR);
}

/**
 * coach_reminder_end_break:
 * @self: a reminder
 * @is_done: whether it was done to its end
 *
 * Tells that the led break is over. Does nothing when there is none.
 */
void
coach_reminder_end_break (CoachReminder *self,
                          gboolean       is_done)
{
  g_return_if_fail (COACH_IS_REMINDER (self));

  coach_reminder_feed_kind (self, is_done ? COACH_REMINDER_EVENT_BREAK_FINISHED
                                          : COACH_REMINDER_EVENT_BREAK_STOPPED);
}

/**
 * coach_reminder_snooze:
 * @self: a reminder
 *
 * Puts the reminder off, as *Later* does.
 */
void
coach_reminder_snooze (CoachReminder *self)
{
  g_return_if_fail (COACH_IS_REMINDER (self));

  coach_reminder_feed_kind (self, COACH_REMINDER_EVENT_LATER);
}

/**
 * coach_reminder_keep_quiet:
 * @self: a reminder
 * @length_us: for how long, in microseconds
 *
 * Holds reminders back for a chosen time.
 */
void
coach_reminder_keep_quiet (CoachReminder *self,
                           gint64         length_us)
{
  CoachReminderEvent event = { .kind = COACH_REMINDER_EVENT_QUIET, .length_us = length_us };

  g_return_if_fail (COACH_IS_REMINDER (self));
  g_return_if_fail (length_us >= 0);

  coach_reminder_feed (self, &event);
}

/**
 * coach_reminder_pause_today:
 * @self: a reminder
 *
 * Holds reminders back for the rest of the day.
 */
void
coach_reminder_pause_today (CoachReminder *self)
{
  g_return_if_fail (COACH_IS_REMINDER (self));

  coach_reminder_feed_kind (self, COACH_REMINDER_EVENT_PAUSE_TODAY);
}

/**
 * coach_reminder_resume:
 * @self: a reminder
 *
 * Ends what [method@Reminder.keep_quiet], [method@Reminder.pause_today] and
 * [method@Reminder.snooze] began.
 */
void
coach_reminder_resume (CoachReminder *self)
{
  g_return_if_fail (COACH_IS_REMINDER (self));

  coach_reminder_feed_kind (self, COACH_REMINDER_EVENT_RESUME);
}

/**
 * coach_reminder_clock_changed:
 * @self: a reminder
 *
 * Tells that the wall clock was set, or the zone is another, where somebody tells that.
 */
void
coach_reminder_clock_changed (CoachReminder *self)
{
  g_return_if_fail (COACH_IS_REMINDER (self));

  coach_reminder_feed_kind (self, COACH_REMINDER_EVENT_CLOCK_CHANGED);
}

/**
 * coach_reminder_get_config:
 * @self: a reminder
 *
 * Gets what it reminds by.
 *
 * Returns: (transfer none): the configuration
 */
const CoachReminderConfig *
coach_reminder_get_config (CoachReminder *self)
{
  g_return_val_if_fail (COACH_IS_REMINDER (self), NULL);

  return &self->config;
}

/**
 * coach_reminder_get_state:
 * @self: a reminder
 *
 * Gets all that it knows.
 *
 * Returns: (transfer none): the state after the last event
 */
const CoachReminderState *
coach_reminder_get_state (CoachReminder *self)
{
  g_return_val_if_fail (COACH_IS_REMINDER (self), NULL);

  return &self->state;
}

/**
 * coach_reminder_get_spell_us:
 * @self: a reminder
 *
 * Gets how long was sat, up to now.
 *
 * Returns: microseconds, never negative
 */
gint64
coach_reminder_get_spell_us (CoachReminder *self)
{
  CoachReminderNow now;
  gint64 spell_us;

  g_return_val_if_fail (COACH_IS_REMINDER (self), 0);

  coach_reminder_read_clock (self, &now);
  spell_us = coach_reminder_state_get_spell_us (&self->state, &self->config, &now);
  g_date_time_unref (now.local);
  return spell_us;
}

/**
 * coach_reminder_get_holds:
 * @self: a reminder
 *
 * Gets why a reminder would be held back now.
 *
 * Returns: the reasons; 0 when there is none
 */
CoachReminderHolds
coach_reminder_get_holds (CoachReminder *self)
{
  CoachReminderHolds holds;
  CoachReminderNow now;

  g_return_val_if_fail (COACH_IS_REMINDER (self), 0);

  coach_reminder_read_clock (self, &now);
  holds = coach_reminder_state_get_holds (&self->state, &self->config, &now);
  g_date_time_unref (now.local);
  return holds;
}

/**
 * coach_reminder_is_on_break:
 * @self: a reminder
 *
 * Tells whether the person is away, and not only idle for a moment.
 *
 * Returns: as [func@reminder_state_is_on_break]
 */
gboolean
coach_reminder_is_on_break (CoachReminder *self)
{
  gboolean is_on_break;
  CoachReminderNow now;

  g_return_val_if_fail (COACH_IS_REMINDER (self), FALSE);

  coach_reminder_read_clock (self, &now);
  is_on_break = coach_reminder_state_is_on_break (&self->state, &self->config, &now);
  g_date_time_unref (now.local);
  return is_on_break;
}
