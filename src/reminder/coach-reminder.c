#define G_LOG_DOMAIN "coach-reminder"

#include "config.h"

#include "coach-reminder-shell-private.h"

#include "coach-reminder-store.h"
#include "coach-reminder-words.h"

#include <string.h>

/**
 * CoachReminder:
 *
 * Reminds of sitting. A thin shell around [struct@ReminderState]: it feeds what happens, does what
 * that orders, and arms the one next wake.
 *
 * Listeners may call back into it from any of its signals: what they ask for comes next.
 */
G_DEFINE_FINAL_TYPE (CoachReminder, coach_reminder, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
  SIGNAL_LED_BREAK_BEGAN,
  SIGNAL_LED_BREAK_ENDED,
  SIGNAL_BREAK_TAKEN,
  SIGNAL_OPENED,
} CoachReminderSignal;

static guint signals[SIGNAL_OPENED + 1];

static void wake_due_cb (CoachClock *clock, gpointer user_data);

void
coach_reminder_read_clock (CoachReminder    *self,
                           CoachReminderNow *now)
{
  now->monotonic_us = coach_clock_get_monotonic_us (self->clock);
  now->suspended_us = coach_clock_get_suspended_us (self->clock);
  now->local = coach_clock_get_local_time (self->clock);
}

static void
disarm (CoachReminder *self)
{
  if (self->wake_id != 0)
    coach_clock_remove_wake (self->clock, self->wake_id);
  self->wake_id = 0;
}

static void
arm (CoachReminder          *self,
     const CoachReminderNow *now)
{
  g_autoptr (GDateTime) epoch = NULL;
  g_autoptr (GDateTime) at = NULL;
  gint64 at_us;

  disarm (self);
  switch (coach_reminder_state_get_wake (&self->state, &self->config, now, &at_us))
    {
    case COACH_REMINDER_WAKES_MONOTONIC:
      self->wake_id = coach_clock_add_wake (self->clock, at_us, wake_due_cb, self);
      break;
    case COACH_REMINDER_WAKES_WALL:
      epoch = g_date_time_new_from_unix_utc (0);
      at = g_date_time_add (epoch, at_us);
      self->wake_id = coach_clock_add_wall_wake (self->clock, at, wake_due_cb, self);
      break;
    case COACH_REMINDER_SLEEPS:
    default:
      break;
    }
}

static void
tell_break (CoachReminder             *self,
            const CoachReminderOrders *orders,
            const CoachReminderNow    *now)
{
  g_autoptr (GDateTime) began = NULL;
  guint length_s, sat_s;

  if (orders->break_kind == NULL)
    return;
  began = g_date_time_add (now->local, orders->break_began_us - coach_reminder_now_get_us (now));
  length_s = (guint) (orders->break_length_us / G_USEC_PER_SEC);
  sat_s = (guint) (orders->break_sat_us / G_USEC_PER_SEC);
  g_signal_emit (self, signals[SIGNAL_BREAK_TAKEN], 0, orders->break_kind, began, length_s, sat_s);
}

static void
show_notice (CoachReminder             *self,
             const CoachReminderOrders *orders)
{
  g_auto (CoachNotice) notice = { 0 };

  coach_reminder_words_fill (&notice, orders, &self->config,
                             self->state.presence != COACH_PRESENCE_UNKNOWN,
                             coach_notifier_has_actions (self->notifier));
  if (orders->notice == COACH_REMINDER_NOTICE_REPLACE)
    coach_notifier_replace (self->notifier, &notice);
  else
    coach_notifier_show (self->notifier, &notice);
}

static void
do_notice (CoachReminder             *self,
           const CoachReminderOrders *orders)
{
  switch (orders->notice)
    {
    case COACH_REMINDER_NOTICE_SHOW:
    case COACH_REMINDER_NOTICE_REPLACE:
      show_notice (self, orders);
      break;
    case COACH_REMINDER_NOTICE_WITHDRAW:
      coach_notifier_withdraw (self->notifier);
      break;
    case COACH_REMINDER_NOTICE_KEEP:
    default:
      break;
    }
}

/* A pause is watched for exactly while one is waited for. */
static void
watch_pause (CoachReminder *self)
{
  gboolean waits = self->state.waiting_since_us != COACH_REMINDER_NEVER;

  if (waits == self->watches_pause)
    return;
  self->watches_pause = waits;
  coach_presence_watch_pause (self->presence, waits ? COACH_REMINDER_PAUSE_SECONDS : 0);
}

static void
do_orders (CoachReminder             *self,
           const CoachReminderOrders *orders,
           const CoachReminderNow    *now)
{
  tell_break (self, orders, now);
  if (orders->ends_led)
    g_signal_emit (self, signals[SIGNAL_LED_BREAK_ENDED], 0);
  do_notice (self, orders);
  watch_pause (self);
  if (orders->begins_led)
    g_signal_emit (self, signals[SIGNAL_LED_BREAK_BEGAN], 0, (int) self->state.posture);
}

/* The times of the last event are not news. */
static gboolean
is_news (const CoachReminderState *before,
         const CoachReminderState *after)
{
  CoachReminderState same = *before;

  same.at_us = after->at_us;
  same.suspended_us = after->suspended_us;
  return memcmp (&same, after, sizeof same) != 0;
}

static void
heed (CoachReminder            *self,
      const CoachReminderEvent *event)
{
  CoachReminderState before = self->state;
  CoachReminderOrders orders;
  CoachReminderNow now;

  coach_reminder_read_clock (self, &now);
  self->state = coach_reminder_state_after (&before, &self->config, event, &now, &orders);
  arm (self, &now);
  do_orders (self, &orders, &now);
  if (is_news (&before, &self->state))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  g_date_time_unref (now.local);
}

/* What happens while something is heeded comes after it. */
void
coach_reminder_feed (CoachReminder            *self,
                     const CoachReminderEvent *event)
{
  if (!self->has_started)
    return;
  g_array_append_val (self->events, *event);
  if (self->is_heeding)
    return;
  g_object_ref (self);
  self->is_heeding = TRUE;
  for (guint i = 0; i < self->events->len; i++)
    {
      CoachReminderEvent next = g_array_index (self->events, CoachReminderEvent, i);

      heed (self, &next);
    }
  g_array_set_size (self->events, 0);
  self->is_heeding = FALSE;
  g_object_unref (self);
}

void
coach_reminder_feed_kind (CoachReminder          *self,
                          CoachReminderEventKind  kind)
{
  CoachReminderEvent event = { .kind = kind };

  coach_reminder_feed (self, &event);
}

static void
wake_due_cb (CoachClock *clock,
             gpointer    user_data)
{
  CoachReminder *self = user_data;

  self->wake_id = 0;
  coach_reminder_feed_kind (self, COACH_REMINDER_EVENT_TICK);
}

static void
presence_changed_cb (CoachReminder *self)
{
  CoachReminderEvent event = {
    .kind = COACH_REMINDER_EVENT_PRESENCE,
    .presence = coach_presence_get_state (self->presence),
    .since_us = coach_presence_get_since_us (self->presence),
    .is_inhibited = coach_presence_get_is_inhibited (self->presence),
  };

  coach_reminder_feed (self, &event);
}

static void
presence_paused_cb (CoachReminder *self)
{
  self->watches_pause = FALSE;
  coach_reminder_feed_kind (self, COACH_REMINDER_EVENT_PAUSE);
}

/* Monotonic time stood still, so that the wake that is armed comes too late. */
static void
presence_woke_cb (CoachReminder *self)
{
  coach_reminder_feed_kind (self, COACH_REMINDER_EVENT_TICK);
}

static void
notice_shown_cb (CoachReminder *self)
{
  coach_reminder_feed_kind (self, COACH_REMINDER_EVENT_SHOWN);
}

static void
notice_failed_cb (CoachReminder *self)
{
  coach_reminder_feed_kind (self, COACH_REMINDER_EVENT_FAILED);
}

static void
notice_closed_cb (CoachReminder *self,
                  int            how)
{
  coach_reminder_feed_kind (self, how == COACH_NOTICE_DISMISSED ? COACH_REMINDER_EVENT_DISMISSED
                                                                : COACH_REMINDER_EVENT_EXPIRED);
}

static void
notifier_vanished_cb (CoachReminder *self)
{
  coach_reminder_feed_kind (self, COACH_REMINDER_EVENT_VANISHED);
}

static void
notifier_available_cb (CoachReminder *self)
{
  coach_reminder_feed_kind (self, COACH_REMINDER_EVENT_AVAILABLE);
}

/* Whatever was pressed, the notice has been answered and is gone, even where it came too late to
 * mean anything. */
static void
notice_action_cb (CoachReminder *self,
                  const char    *id)
{
  static const struct
  {
    const char             *id;
    CoachReminderEventKind  kind;
  } actions[] = {
    { COACH_NOTICE_STAND, COACH_REMINDER_EVENT_STAND },
    { COACH_NOTICE_CHAIR, COACH_REMINDER_EVENT_CHAIR },
    { COACH_NOTICE_LATER, COACH_REMINDER_EVENT_LATER },
    { COACH_NOTICE_SIT, COACH_REMINDER_EVENT_SITTING },
    { COACH_NOTICE_DEFAULT, COACH_REMINDER_EVENT_OPENED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_strcmp0 (actions[i].id, id) == 0)
      coach_reminder_feed_kind (self, actions[i].kind);
  coach_reminder_feed_kind (self, COACH_REMINDER_EVENT_DISMISSED);
  if (g_strcmp0 (id, COACH_NOTICE_DEFAULT) == 0)
    g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
connect_notifier (CoachReminder *self)
{
  static const struct
  {
    const char *signal;
    GCallback   callback;
  } handlers[] = {
    { "shown", G_CALLBACK (notice_shown_cb) },
    { "failed", G_CALLBACK (notice_failed_cb) },
    { "action", G_CALLBACK (notice_action_cb) },
    { "closed", G_CALLBACK (notice_closed_cb) },
    { "vanished", G_CALLBACK (notifier_vanished_cb) },
    { "available", G_CALLBACK (notifier_available_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (self->notifier, handlers[i].signal, handlers[i].callback, self,
                             G_CONNECT_SWAPPED);
}

static void
coach_reminder_dispose (GObject *object)
{
  CoachReminder *self = COACH_REMINDER (object);

  self->has_started = FALSE;
  if (self->clock != NULL)
    disarm (self);
  if (self->presence != NULL && self->watches_pause)
    coach_presence_watch_pause (self->presence, 0);
  self->watches_pause = FALSE;
  g_clear_object (&self->clock);
  g_clear_object (&self->presence);
  g_clear_object (&self->notifier);

  G_OBJECT_CLASS (coach_reminder_parent_class)->dispose (object);
}

static void
coach_reminder_finalize (GObject *object)
{
  g_array_unref (COACH_REMINDER (object)->events);

  G_OBJECT_CLASS (coach_reminder_parent_class)->finalize (object);
}

static void
coach_reminder_class_init (CoachReminderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_reminder_dispose;
  G_OBJECT_CLASS (klass)->finalize = coach_reminder_finalize;

  /**
   * CoachReminder::changed:
   * @self: a reminder
   *
   * Something about it is another, and worth being kept and told. Not emitted as time passes.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", COACH_TYPE_REMINDER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CoachReminder::led-break-began:
   * @self: a reminder
   * @posture: a [enum@ReminderPosture]
   *
   * A break is to be led. Call [method@Reminder.end_break] when it is over.
   */
  signals[SIGNAL_LED_BREAK_BEGAN]
      = g_signal_new ("led-break-began", COACH_TYPE_REMINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * CoachReminder::led-break-ended:
   * @self: a reminder
   *
   * The break is over, or something else has taken its place: lead no longer.
   */
  signals[SIGNAL_LED_BREAK_ENDED]
      = g_signal_new ("led-break-ended", COACH_TYPE_REMINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
  /**
   * CoachReminder::break-taken:
   * @self: a reminder
   * @kind: "away", "stand", "chair" or "session"
   * @when: the local time it began at
   * @length_s: how long it was, in seconds
   * @sat_s: how long the person had sat before it, in seconds
   *
   * A break is over, and is to be put down in the journal.
   */
  signals[SIGNAL_BREAK_TAKEN]
      = g_signal_new ("break-taken", COACH_TYPE_REMINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 4, G_TYPE_STRING, G_TYPE_DATE_TIME, G_TYPE_UINT, G_TYPE_UINT);
  /**
   * CoachReminder::opened:
   * @self: a reminder
   *
   * The notification itself was chosen: open the program.
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", COACH_TYPE_REMINDER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_reminder_init (CoachReminder *self)
{
  self->events = g_array_new (FALSE, FALSE, sizeof (CoachReminderEvent));
}

/**
 * coach_reminder_new:
 * @clock: the clock
 * @presence: whether somebody is here
 * @notifier: shows the notification
 * @config: the configuration; copied
 *
 * Makes a reminder that does nothing until [method@Reminder.start].
 *
 * Returns: (transfer full): the reminder
 */
CoachReminder *
coach_reminder_new (CoachClock                *clock,
                    CoachPresence             *presence,
                    CoachNotifier             *notifier,
                    const CoachReminderConfig *config)
{
  CoachReminder *self;
  CoachReminderNow now;

  g_return_val_if_fail (COACH_IS_CLOCK (clock) && COACH_IS_PRESENCE (presence), NULL);
  g_return_val_if_fail (COACH_IS_NOTIFIER (notifier) && config != NULL, NULL);

  self = g_object_new (COACH_TYPE_REMINDER, NULL);
  self->clock = g_object_ref (clock);
  self->presence = g_object_ref (presence);
  self->notifier = g_object_ref (notifier);
  self->config = *config;
  coach_reminder_read_clock (self, &now);
  self->state = coach_reminder_state_begin (&now);
  g_date_time_unref (now.local);
  return self;
}

/**
 * coach_reminder_restore:
 * @self: a reminder that was not started yet
 * @text: what [method@Reminder.to_text] gave
 * @boot_id: what is another after each start of the machine
 * @error: why it could not, a [error@ReminderError]
 *
 * Goes on where another process ended; see [func@reminder_store_from_text]. On error it begins
 * anew.
 *
 * Returns: whether the text made sense
 */
gboolean
coach_reminder_restore (CoachReminder  *self,
                        const char     *text,
                        const char     *boot_id,
                        GError        **error)
{
  CoachReminderOrders orders;
  CoachReminderNow now;
  gboolean made_sense;

  g_return_val_if_fail (COACH_IS_REMINDER (self) && !self->has_started, FALSE);
  g_return_val_if_fail (text != NULL && boot_id != NULL, FALSE);

  coach_reminder_read_clock (self, &now);
  made_sense = coach_reminder_store_from_text (text, &self->config, &now, boot_id, &self->state,
                                               &orders, error);
  tell_break (self, &orders, &now);
  g_date_time_unref (now.local);
  return made_sense;
}

/**
 * coach_reminder_to_text:
 * @self: a reminder
 * @boot_id: what is another after each start of the machine
 * @is_leaving: whether the process is about to end, as at a log-out
 *
 * Writes down where it is, for [method@Reminder.restore] in another process.
 *
 * Returns: (transfer full): a text
 */
char *
coach_reminder_to_text (CoachReminder *self,
                        const char    *boot_id,
                        gboolean       is_leaving)
{
  CoachReminderNow now;
  char *text;

  g_return_val_if_fail (COACH_IS_REMINDER (self) && boot_id != NULL, NULL);

  coach_reminder_read_clock (self, &now);
  text = coach_reminder_store_to_text (&self->state, &now, boot_id, is_leaving);
  g_date_time_unref (now.local);
  return text;
}

/**
 * coach_reminder_start:
 * @self: a reminder
 *
 * Begins to look and to remind. What a process before this one may have shown is withdrawn.
 */
void
coach_reminder_start (CoachReminder *self)
{
  g_return_if_fail (COACH_IS_REMINDER (self) && !self->has_started);

  self->has_started = TRUE;
  coach_notifier_withdraw (self->notifier);
  connect_notifier (self);
  g_signal_connect_object (self->presence, "changed", G_CALLBACK (presence_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->presence, "paused", G_CALLBACK (presence_paused_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->presence, "woke", G_CALLBACK (presence_woke_cb), self,
                           G_CONNECT_SWAPPED);
  coach_presence_set_idle_after (self->presence, COACH_REMINDER_IDLE_SECONDS);
  presence_changed_cb (self);
}
