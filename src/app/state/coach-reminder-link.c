#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-reminder-link.h"

#include "coach-reminder-bus.h"

#define NAME       APP_ID ".Reminder"
#define PATH       "/org/lowtide/Lowtide/Reminder"
#define TIMEOUT_MS 5000
#define MINUTE_US  (60 * (gint64) G_USEC_PER_SEC)

struct _CoachReminderLink
{
  GObject           parent_instance;

  CoachClock       *clock;         /* (owned) (not nullable), given at construction */
  GDBusConnection  *bus;           /* (owned) (nullable) until connected, or where there is none */
  guint             watch_id;      /* of the reminder's name; 0 without a bus */
  GCancellable     *cancellable;   /* (owned) (nullable): ends what is asked of one reminder */
  CoachBusReminder *reminder;      /* (owned) (nullable): while it runs and has told of itself */

  gboolean          is_known;
  gboolean          is_running;
  gboolean          has_spell;
  guint             sat_s;
  guint             limit_s;
  gboolean          is_growing;
  guint             stood_s;

  guint             n_viewers;     /* how many show the spell just now */
  gboolean          is_asking;     /* for the spell */
  guint             wake_id;       /* 0 when no wake is armed */
  gboolean          is_in_session; /* a session runs here */
};

enum
{
  CHANGED,
  BREAK_TAKEN,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * CoachReminderLink:
 *
 * What the program knows of the reminder that runs in the background, and tells it. It computes
 * nothing, never starts the reminder, and never waits for it.
 */
G_DEFINE_FINAL_TYPE (CoachReminderLink, coach_reminder_link, G_TYPE_OBJECT)

static void ask (CoachReminderLink *self);

static void
tell_changed (CoachReminderLink *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
disarm (CoachReminderLink *self)
{
  if (self->wake_id != 0)
    coach_clock_remove_wake (self->clock, self->wake_id);
  self->wake_id = 0;
}

static void
wake_due_cb (CoachClock *clock,
             gpointer    user_data)
{
  CoachReminderLink *self = user_data;

  self->wake_id = 0;
  ask (self);
}

/* A spell grows with every minute; it is looked at only while somebody sees it. */
static void
arm (CoachReminderLink *self)
{
  disarm (self);
  if (self->n_viewers > 0 && self->reminder != NULL)
    self->wake_id = coach_clock_add_wake (
        self->clock, coach_clock_get_monotonic_us (self->clock) + MINUTE_US, wake_due_cb, self);
}

static void
spell_told_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (CoachReminderLink) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean has_spell;

  has_spell = coach_bus_reminder_call_get_spell_finish (COACH_BUS_REMINDER (object), &self->sat_s,
                                                        &self->limit_s, &self->is_growing,
                                                        &self->stood_s, result, &error);
  if (COACH_BUS_REMINDER (object) != self->reminder)
    return;
  self->is_asking = FALSE;
  self->has_spell = has_spell;
  if (error != NULL)
    g_message ("how long has been sat: %s", error->message);
  arm (self);
  tell_changed (self);
}

static void
ask (CoachReminderLink *self)
{
  if (self->reminder == NULL || self->n_viewers == 0 || self->is_asking)
    return;
  self->is_asking = TRUE;
  disarm (self);
  coach_bus_reminder_call_get_spell (self->reminder, self->cancellable, spell_told_cb,
                                     g_object_ref (self));
}

static void
properties_changed_cb (CoachReminderLink *self)
{
  tell_changed (self);
  ask (self);
}

static void
break_taken_cb (CoachReminderLink *self)
{
  g_signal_emit (self, signals[BREAK_TAKEN], 0);
}

/* What goes on by itself, and what the person has pressed a button for. */
static void
told_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CoachReminderLink) self G_GNUC_UNUSED = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) nothing G_GNUC_UNUSED = NULL;

  nothing = g_dbus_proxy_call_finish (G_DBUS_PROXY (object), result, &error);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("the reminder was not told: %s", error->message);
}

static void
asked_for_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CoachReminderLink) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) nothing G_GNUC_UNUSED = NULL;

  nothing = g_dbus_proxy_call_finish (G_DBUS_PROXY (object), result, &error);
  if (error != NULL)
    {
      g_message ("the reminder did not do it: %s", error->message);
      g_signal_emit (self, signals[FAILED], 0);
    }
  ask (self);
}

static void
call (CoachReminderLink   *self,
      const char          *method,
      GVariant            *arguments,
      GAsyncReadyCallback  callback)
{
  g_autoptr (GVariant) held = arguments != NULL ? g_variant_ref_sink (arguments) : NULL;

  if (self->reminder != NULL)
    g_dbus_proxy_call (G_DBUS_PROXY (self->reminder), method, held, G_DBUS_CALL_FLAGS_NO_AUTO_START,
                       TIMEOUT_MS, self->cancellable, callback, g_object_ref (self));
  else if (callback == asked_for_cb)
    g_signal_emit (self, signals[FAILED], 0);
}

static void
reminder_told_of_itself_cb (GObject      *object,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  g_autoptr (CoachReminderLink) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachBusReminder) reminder = coach_bus_reminder_proxy_new_finish (result, &error);

  if (reminder == NULL)
    {
      g_debug ("the reminder: %s", error->message);
      return;
    }
  self->reminder = g_steal_pointer (&reminder);
  g_dbus_proxy_set_default_timeout (G_DBUS_PROXY (self->reminder), TIMEOUT_MS);
  g_signal_connect_object (self->reminder, "g-properties-changed",
                           G_CALLBACK (properties_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminder, "break-taken", G_CALLBACK (break_taken_cb), self,
                           G_CONNECT_SWAPPED);
  if (self->is_in_session)
    call (self, "BeginSession", NULL, told_cb);
  tell_changed (self);
  ask (self);
}

static void
forget_reminder (CoachReminderLink *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->reminder != NULL)
    g_signal_handlers_disconnect_by_data (self->reminder, self);
  g_clear_object (&self->reminder);
  self->has_spell = FALSE;
  self->is_asking = FALSE;
  disarm (self);
}

static void
name_appeared_cb (GDBusConnection *bus,
                  const char      *name,
                  const char      *owner,
                  gpointer         user_data)
{
  CoachReminderLink *self = user_data;

  forget_reminder (self);
  self->is_known = TRUE;
  self->is_running = TRUE;
  self->cancellable = g_cancellable_new ();
  coach_bus_reminder_proxy_new (bus, G_DBUS_PROXY_FLAGS_DO_NOT_AUTO_START, owner, PATH,
                                self->cancellable, reminder_told_of_itself_cb, g_object_ref (self));
  tell_changed (self);
}

static void
name_vanished_cb (GDBusConnection *bus,
                  const char      *name,
                  gpointer         user_data)
{
  CoachReminderLink *self = user_data;

  forget_reminder (self);
  self->is_known = TRUE;
  self->is_running = FALSE;
  tell_changed (self);
}

static void
coach_reminder_link_dispose (GObject *object)
{
  CoachReminderLink *self = COACH_REMINDER_LINK (object);

  if (self->watch_id != 0)
    g_bus_unwatch_name (self->watch_id);
  self->watch_id = 0;
  forget_reminder (self);
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (coach_reminder_link_parent_class)->dispose (object);
}

static void
coach_reminder_link_finalize (GObject *object)
{
  g_object_unref (COACH_REMINDER_LINK (object)->clock);

  G_OBJECT_CLASS (coach_reminder_link_parent_class)->finalize (object);
}

static void
coach_reminder_link_class_init (CoachReminderLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_reminder_link_dispose;
  G_OBJECT_CLASS (klass)->finalize = coach_reminder_link_finalize;

  /**
   * CoachReminderLink::changed:
   * @self: a link
   *
   * What the reminder tells is another, or it has come or gone.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CoachReminderLink::break-taken:
   * @self: a link
   *
   * A break was taken. It is on its way to the journal.
   */
  signals[BREAK_TAKEN] = g_signal_new ("break-taken", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CoachReminderLink::failed:
   * @self: a link
   *
   * What the person asked the reminder for did not happen.
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_reminder_link_init (CoachReminderLink *self)
{
}

/**
 * coach_reminder_link_new:
 * @clock: the clock
 *
 * Makes a link that knows nothing yet.
 *
 * Returns: (transfer full): a link
 */
CoachReminderLink *
coach_reminder_link_new (CoachClock *clock)
{
  CoachReminderLink *self;

  g_return_val_if_fail (COACH_IS_CLOCK (clock), NULL);

  self = g_object_new (COACH_TYPE_REMINDER_LINK, NULL);
  self->clock = g_object_ref (clock);
  return self;
}

/**
 * coach_reminder_link_connect:
 * @self: a link
 * @bus: (nullable): the session bus; %NULL when there is none, and so no reminder
 *
 * Begins to look out for the reminder. It may be called once.
 */
void
coach_reminder_link_connect (CoachReminderLink *self,
                             GDBusConnection   *bus)
{
  g_return_if_fail (COACH_IS_REMINDER_LINK (self));
  g_return_if_fail (self->watch_id == 0);

  if (bus == NULL)
    {
      self->is_known = TRUE;
      tell_changed (self);
      return;
    }
  self->bus = g_object_ref (bus);
  self->watch_id = g_bus_watch_name_on_connection (bus, NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                   name_appeared_cb, name_vanished_cb, self, NULL);
}

/**
 * coach_reminder_link_get_facts:
 * @self: a link
 * @facts: (out caller-allocates): what is known
 *
 * Gets what the reminder told last.
 */
void
coach_reminder_link_get_facts (CoachReminderLink  *self,
                               CoachReminderFacts *facts)
{
  g_return_if_fail (COACH_IS_REMINDER_LINK (self));
  g_return_if_fail (facts != NULL);

  *facts = (CoachReminderFacts) {
    .is_known = self->is_known,
    .is_running = self->is_running,
    .has_spell = self->has_spell,
    .sat_s = self->sat_s,
    .limit_s = self->limit_s,
    .is_growing = self->is_growing,
    .stood_s = self->stood_s,
  };
  if (self->reminder == NULL)
    return;
  facts->state = coach_bus_reminder_get_state (self->reminder);
  facts->holds = coach_bus_reminder_get_holds (self->reminder);
  facts->quiet_until = coach_bus_reminder_get_quiet_until (self->reminder);
  facts->source = coach_bus_reminder_get_source (self->reminder);
  facts->has_server = coach_bus_reminder_get_has_server (self->reminder);
}

/**
 * coach_reminder_link_begin_viewing:
 * @self: a link
 *
 * Tells that somebody sees the spell: it is asked for now, and once a minute.
 */
void
coach_reminder_link_begin_viewing (CoachReminderLink *self)
{
  g_return_if_fail (COACH_IS_REMINDER_LINK (self));

  self->n_viewers++;
  ask (self);
}

/**
 * coach_reminder_link_end_viewing:
 * @self: a link that is viewed
 *
 * Tells that it is seen no longer.
 */
void
coach_reminder_link_end_viewing (CoachReminderLink *self)
{
  g_return_if_fail (COACH_IS_REMINDER_LINK (self));
  g_return_if_fail (self->n_viewers > 0);

  self->n_viewers--;
  if (self->n_viewers == 0)
    disarm (self);
}

/**
 * coach_reminder_link_pause:
 * @self: a link
 * @minutes: for how long; 0 for the rest of the day
 *
 * Asks for quiet.
 */
void
coach_reminder_link_pause (CoachReminderLink *self,
                           guint              minutes)
{
  g_return_if_fail (COACH_IS_REMINDER_LINK (self));

  call (self, "Pause", g_variant_new ("(u)", minutes), asked_for_cb);
}

/**
 * coach_reminder_link_resume:
 * @self: a link
 *
 * Ends quiet.
 */
void
coach_reminder_link_resume (CoachReminderLink *self)
{
  g_return_if_fail (COACH_IS_REMINDER_LINK (self));

  call (self, "Resume", NULL, asked_for_cb);
}

/**
 * coach_reminder_link_set_standing:
 * @self: a link
 * @stands: whether the person stands at the desk
 *
 * Tells that the person stands up, or sits down again.
 */
void
coach_reminder_link_set_standing (CoachReminderLink *self,
                                  gboolean           stands)
{
  g_return_if_fail (COACH_IS_REMINDER_LINK (self));

  call (self, "SetStanding", g_variant_new ("(b)", stands), asked_for_cb);
}

/**
 * coach_reminder_link_begin_break:
 * @self: a link
 * @kind: "stand" or "chair"
 *
 * Asks to be led through a break.
 */
void
coach_reminder_link_begin_break (CoachReminderLink *self,
                                 const char        *kind)
{
  g_return_if_fail (COACH_IS_REMINDER_LINK (self));
  g_return_if_fail (kind != NULL);

  call (self, "BeginBreak", g_variant_new ("(s)", kind), asked_for_cb);
}

/**
 * coach_reminder_link_end_break:
 * @self: a link
 *
 * Leaves the break that is led before its end.
 */
void
coach_reminder_link_end_break (CoachReminderLink *self)
{
  g_return_if_fail (COACH_IS_REMINDER_LINK (self));

  call (self, "EndBreak", g_variant_new ("(b)", FALSE), asked_for_cb);
}

/**
 * coach_reminder_link_set_session:
 * @self: a link
 * @runs: whether a session runs in the program
 *
 * Tells of a session. A reminder that comes up while one runs hears of it, too.
 */
void
coach_reminder_link_set_session (CoachReminderLink *self,
                                 gboolean           runs)
{
  g_return_if_fail (COACH_IS_REMINDER_LINK (self));

  if (self->is_in_session == runs)
    return;
  self->is_in_session = runs;
  call (self, runs ? "BeginSession" : "EndSession", NULL, told_cb);
}

/**
 * coach_reminder_link_reload:
 * @self: a link
 *
 * Tells that what is known of the person is another. A reminder that does not run reads it when it
 * starts.
 */
void
coach_reminder_link_reload (CoachReminderLink *self)
{
  g_return_if_fail (COACH_IS_REMINDER_LINK (self));

  call (self, "Reload", NULL, told_cb);
}
