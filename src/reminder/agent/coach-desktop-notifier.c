#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-desktop-notifier.h"

#include "coach-notify-worker-private.h"

#define SERVER_NAME "org.freedesktop.Notifications"
#define SERVER_PATH "/org/freedesktop/Notifications"

/* A command without an answer for so long has failed. */
#define PATIENCE_US (5 * (gint64) G_USEC_PER_SEC)

/* A desktop whose server is gone has so long to start it again, before any other that could be
 * started on demand is thought of: it might take the name away from it. */
#define RESTART_US (10 * (gint64) G_USEC_PER_SEC)

struct _CoachDesktopNotifier
{
  GObject               parent_instance;

  CoachClock           *clock;         /* (owned) */
  CoachBusLink         *link;          /* (owned) */
  CoachRetry            retry;         /* after a refusal */
  CoachNotifyWorker    *worker;        /* (owned) (nullable): NULL until it is needed */

  /* The server: */
  GDBusConnection      *connection;    /* (owned) (nullable): the one of the watch */
  guint                 name_watch_id;
  char                 *owner;         /* (owned) (nullable): NULL while there is none */
  GCancellable         *cancellable;   /* (owned) (nullable): of what is asked on the bus */
  CoachNotifyAbilities  abilities;
  guint                 restart_id;    /* 0 unless a server is given time to come back */
  gboolean              is_gone;       /* told so */
  gboolean              is_hung;       /* a command was given up */

  /* What was asked of the worker: */
  guint                 last_serial;
  guint                 n_unfinished;  /* commands without a report */
  guint                 awaited;       /* the serial of a notice to be shown; 0 for none */
  guint                 deadline_id;   /* 0 unless one is awaited */
  guint                 shown;         /* the serial of the notice that is there; 0 for none */

  /* The notice that is there, of this process or of one before: */
  guint                 id;            /* 0 unless shown */
  char                 *mark;          /* (owned) (nullable) */
};

typedef enum
{
  PROP_MARK = 1,
} CoachDesktopNotifierProperty;

static GParamSpec *properties[PROP_MARK + 1];

static void notifier_iface_init (CoachNotifierInterface *iface);

/**
 * CoachDesktopNotifier:
 *
 * Shows the notice by the desktop's server, through libnotify on a thread of its own, which is
 * started for the first notice. Nothing here waits, however long the server does.
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CoachDesktopNotifier, coach_desktop_notifier, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COACH_TYPE_NOTIFIER, notifier_iface_init))

static void
remove_wake (CoachDesktopNotifier *self,
             guint                *wake_id)
{
  if (*wake_id != 0)
    coach_clock_remove_wake (self->clock, *wake_id);
  *wake_id = 0;
}

static void
set_mark (CoachDesktopNotifier *self,
          char                 *mark)
{
  g_autofree char *before = self->mark;

  self->mark = mark;
  if (g_strcmp0 (before, mark) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MARK]);
}

/* Servers count from one, and names on the bus do so, too: all three make sure that nobody else's
 * notification is ever taken away. */
static char *
make_mark (CoachDesktopNotifier *self,
           guint                 id)
{
  return g_strdup_printf ("%s %s %u", g_dbus_connection_get_guid (self->connection), self->owner,
                          id);
}

static void
update_mark (CoachDesktopNotifier *self)
{
  gboolean is_known = self->id != 0 && self->connection != NULL && self->owner != NULL;

  set_mark (self, is_known ? make_mark (self, self->id) : NULL);
}

static void
set_shown (CoachDesktopNotifier *self,
           guint                 serial,
           guint                 id)
{
  self->shown = serial;
  self->id = id;
  update_mark (self);
}

static void
stop_awaiting (CoachDesktopNotifier *self)
{
  self->awaited = 0;
  remove_wake (self, &self->deadline_id);
}

static void
tell_gone (CoachDesktopNotifier *self)
{
  if (self->is_gone)
    return;
  self->is_gone = TRUE;
  coach_notifier_tell_vanished (COACH_NOTIFIER (self));
}

static void
tell_available (CoachDesktopNotifier *self)
{
  self->is_gone = FALSE;
  coach_notifier_tell_available (COACH_NOTIFIER (self));
}

static void
stop_asking (CoachDesktopNotifier *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
ask (CoachDesktopNotifier *self,
     const char           *name,
     const char           *path,
     const char           *method,
     int                   timeout_ms,
     GAsyncReadyCallback   replied_cb)
{
  stop_asking (self);
  self->cancellable = g_cancellable_new ();
  g_dbus_connection_call (self->connection, name, path, name, method, NULL,
                          G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, timeout_ms,
                          self->cancellable, replied_cb, self);
}

/* What is to be had again after a hang is told when the thread has been let go, too. */
static void
note_recovery (CoachDesktopNotifier *self)
{
  if (!self->is_hung || self->n_unfinished > 0)
    return;
  if (self->owner == NULL)
    coach_retry_arm (&self->retry);
  else if (self->abilities == COACH_NOTIFY_UNKNOWN)
    return;
  self->is_hung = FALSE;
  if (self->owner != NULL)
    tell_available (self);
}

static void
take_abilities (CoachDesktopNotifier *self,
                GVariant             *reply)
{
  g_autofree const char **words = NULL;

  self->abilities = COACH_NOTIFY_KNOWN;
  if (reply == NULL)
    return;
  g_variant_get (reply, "(^a&s)", &words);
  for (guint i = 0; words[i] != NULL; i++)
    self->abilities = coach_notify_abilities_add (self->abilities, words[i]);
}

static void
abilities_replied_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result,
                                                              &error);
  CoachDesktopNotifier *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  take_abilities (self, reply);
  if (self->is_hung)
    note_recovery (self);
  else
    tell_available (self);
}

/* There is no hurry: a server that hangs answers when it goes on, and so tells that it does. */
static void
ask_abilities (CoachDesktopNotifier *self)
{
  self->abilities = COACH_NOTIFY_UNKNOWN;
  ask (self, SERVER_NAME, SERVER_PATH, "GetCapabilities", G_MAXINT, abilities_replied_cb);
}

static void
activatable_replied_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result,
                                                              &error);
  g_autofree const char **names = NULL;
  CoachDesktopNotifier *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (reply != NULL)
    g_variant_get (reply, "(^a&s)", &names);
  if (names != NULL && g_strv_contains (names, SERVER_NAME))
    tell_available (self);
  else
    tell_gone (self);
}

/* A server that the bus starts when it is called is as good as one that is there. */
static void
find_server (gpointer user_data)
{
  CoachDesktopNotifier *self = user_data;

  if (self->owner != NULL)
    tell_available (self);
  else if (self->connection != NULL)
    ask (self, "org.freedesktop.DBus", "/org/freedesktop/DBus", "ListActivatableNames", -1,
         activatable_replied_cb);
}

static void
restart_overdue_cb (CoachClock *clock,
                    gpointer    user_data)
{
  CoachDesktopNotifier *self = user_data;

  self->restart_id = 0;
  find_server (self);
}

static void
tell_failed (CoachDesktopNotifier *self)
{
  stop_awaiting (self);
  set_shown (self, 0, 0);
  coach_notifier_tell_failed (COACH_NOTIFIER (self));
}

static void
deadline_passed_cb (CoachClock *clock,
                    gpointer    user_data)
{
  CoachDesktopNotifier *self = user_data;

  self->deadline_id = 0;
  self->is_hung = TRUE;
  g_debug ("the server does not answer");
  if (self->owner != NULL)
    ask_abilities (self);
  tell_failed (self);
}

static void
close_shown (CoachDesktopNotifier *self,
             guint                 id)
{
  self->n_unfinished++;
  coach_notify_worker_close (self->worker, ++self->last_serial, id);
}

/* It refused; whether it will again is seen by trying. Where only the words were not for it, they
 * can be chosen anew at once. */
static void
note_refusal (CoachDesktopNotifier    *self,
              const CoachNotifyReport *report)
{
  gboolean lacks_actions = self->abilities == COACH_NOTIFY_UNKNOWN
                           && report->abilities != COACH_NOTIFY_UNKNOWN
                           && (report->abilities & COACH_NOTIFY_ACTIONS) == 0;

  if (lacks_actions)
    self->abilities = report->abilities;
  else
    coach_retry_arm (&self->retry);
  tell_failed (self);
  if (lacks_actions)
    tell_available (self);
}

static void
note_shown (CoachDesktopNotifier    *self,
            const CoachNotifyReport *report)
{
  stop_awaiting (self);
  coach_retry_reset (&self->retry);
  self->is_gone = FALSE;
  set_shown (self, report->serial, report->id);
  coach_notifier_tell_shown (COACH_NOTIFIER (self));
}

/* What was shown after it was given up is not wanted, unless another took its place already. */
static void
command_done (CoachDesktopNotifier    *self,
              const CoachNotifyReport *report)
{
  self->n_unfinished--;
  if (report->serial != self->awaited)
    {
      if (report->id != 0 && self->n_unfinished == 0 && self->shown == 0)
        close_shown (self, 0);
    }
  else if (report->id != 0)
    note_shown (self, report);
  else
    note_refusal (self, report);
  note_recovery (self);
}

/* With the answer to a notice the one that was to replace it has lost its meaning. */
static gboolean
notice_ended (CoachDesktopNotifier    *self,
              const CoachNotifyReport *report)
{
  if (report->serial == 0 || report->serial != self->shown)
    return FALSE;
  stop_awaiting (self);
  set_shown (self, 0, 0);
  return TRUE;
}

static void
reported_cb (const CoachNotifyReport *report,
             gpointer                 user_data)
{
  /* Whoever is told may let it go. */
  g_autoptr (CoachDesktopNotifier) self = g_object_ref (user_data);

  switch (report->kind)
    {
    case COACH_NOTIFY_DONE:
      command_done (self, report);
      break;
    case COACH_NOTIFY_ACTION:
      if (notice_ended (self, report))
        {
          /* Not every server takes it away then. */
          close_shown (self, 0);
          coach_notifier_tell_action (COACH_NOTIFIER (self), report->action);
        }
      break;
    case COACH_NOTIFY_CLOSED:
    default:
      if (notice_ended (self, report))
        coach_notifier_tell_closed (COACH_NOTIFIER (self), report->end);
      break;
    }
}

static void
demand_worker (CoachDesktopNotifier *self)
{
  if (self->worker == NULL)
    self->worker = coach_notify_worker_new (reported_cb, self);
}

/* What a process before this one left behind is closed if the server is still the same one. */
static void
close_stale (CoachDesktopNotifier *self)
{
  const char *space = self->mark != NULL ? strrchr (self->mark, ' ') : NULL;
  guint64 id = 0;
  g_autofree char *mark = NULL;

  if (self->id != 0 || space == NULL
      || !g_ascii_string_to_unsigned (space + 1, 10, 1, G_MAXINT32, &id, NULL))
    return;
  mark = make_mark (self, (guint) id);
  if (g_str_equal (mark, self->mark))
    {
      demand_worker (self);
      close_shown (self, (guint) id);
    }
}

static void
name_appeared_cb (GDBusConnection *connection,
                  const char      *name,
                  const char      *owner,
                  gpointer         user_data)
{
  CoachDesktopNotifier *self = user_data;

  remove_wake (self, &self->restart_id);
  coach_retry_reset (&self->retry);
  g_free (self->owner);
  self->owner = g_strdup (owner);
  close_stale (self);
  update_mark (self);
  ask_abilities (self);
}

static void
lose_server (CoachDesktopNotifier *self)
{
  stop_asking (self);
  remove_wake (self, &self->restart_id);
  coach_retry_reset (&self->retry);
  stop_awaiting (self);
  g_clear_pointer (&self->owner, g_free);
  self->abilities = COACH_NOTIFY_UNKNOWN;
  if (self->worker != NULL)
    coach_notify_worker_forget (self->worker);
  set_shown (self, 0, 0);
}

static void
name_vanished_cb (GDBusConnection *connection,
                  const char      *name,
                  gpointer         user_data)
{
  CoachDesktopNotifier *self = user_data;
  gboolean was_there = self->owner != NULL;

  /* At first: a notice may be on its way to a server that the bus starts for it. */
  if (!was_there)
    {
      update_mark (self);
      find_server (self);
      return;
    }
  lose_server (self);
  self->restart_id = coach_clock_add_wake (self->clock,
                                           coach_clock_get_monotonic_us (self->clock) + RESTART_US,
                                           restart_overdue_cb, self);
  tell_gone (self);
}

static void
leave_bus (CoachDesktopNotifier *self)
{
  stop_asking (self);
  g_clear_handle_id (&self->name_watch_id, g_bus_unwatch_name);
  g_clear_object (&self->connection);
}

static void
link_changed_cb (CoachDesktopNotifier *self)
{
  GDBusConnection *connection = coach_bus_link_get_connection (self->link);
  gboolean had_connection = self->connection != NULL;

  leave_bus (self);
  if (connection != NULL)
    {
      self->connection = g_object_ref (connection);
      self->name_watch_id = g_bus_watch_name_on_connection (
          connection, SERVER_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE, name_appeared_cb,
          name_vanished_cb, self, NULL);
      return;
    }
  if (had_connection)
    lose_server (self);
  if (coach_bus_link_is_settled (self->link))
    tell_gone (self);
}

static void
put_up (CoachNotifier     *notifier,
        const CoachNotice *notice)
{
  CoachDesktopNotifier *self = COACH_DESKTOP_NOTIFIER (notifier);

  if (self->is_gone)
    {
      coach_notifier_tell_failed (notifier);
      return;
    }
  stop_awaiting (self);
  demand_worker (self);
  self->n_unfinished++;
  self->awaited = ++self->last_serial;
  self->deadline_id = coach_clock_add_wake (
      self->clock, coach_clock_get_monotonic_us (self->clock) + PATIENCE_US, deadline_passed_cb,
      self);
  coach_notify_worker_show (self->worker, self->awaited, notice, self->abilities);
}

static void
withdraw (CoachNotifier *notifier)
{
  CoachDesktopNotifier *self = COACH_DESKTOP_NOTIFIER (notifier);
  gboolean is_there = self->shown != 0 || self->awaited != 0;

  if (!is_there)
    return;
  stop_awaiting (self);
  set_shown (self, 0, 0);
  close_shown (self, 0);
}

static gboolean
has_actions (CoachNotifier *notifier)
{
  CoachNotifyAbilities abilities = COACH_DESKTOP_NOTIFIER (notifier)->abilities;

  /* Most have. If one turns out not to, the notice is put into other words. */
  return abilities == COACH_NOTIFY_UNKNOWN || (abilities & COACH_NOTIFY_ACTIONS) != 0;
}

static void
notifier_iface_init (CoachNotifierInterface *iface)
{
  iface->show = put_up;
  iface->replace = put_up;
  iface->withdraw = withdraw;
  iface->has_actions = has_actions;
}

static void
coach_desktop_notifier_get_property (GObject    *object,
                                     guint       property_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  CoachDesktopNotifier *self = COACH_DESKTOP_NOTIFIER (object);

  switch ((CoachDesktopNotifierProperty) property_id)
    {
    case PROP_MARK:
      g_value_set_string (value, self->mark);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
coach_desktop_notifier_dispose (GObject *object)
{
  CoachDesktopNotifier *self = COACH_DESKTOP_NOTIFIER (object);

  leave_bus (self);
  if (self->worker != NULL && self->shown + self->awaited != 0)
    coach_notify_worker_close (self->worker, 0, 0);
  g_clear_pointer (&self->worker, coach_notify_worker_end);
  if (self->clock != NULL)
    {
      stop_awaiting (self);
      remove_wake (self, &self->restart_id);
    }
  coach_retry_clear (&self->retry);
  g_clear_object (&self->clock);
  g_clear_object (&self->link);

  G_OBJECT_CLASS (coach_desktop_notifier_parent_class)->dispose (object);
}

static void
coach_desktop_notifier_finalize (GObject *object)
{
  CoachDesktopNotifier *self = COACH_DESKTOP_NOTIFIER (object);

  g_free (self->owner);
  g_free (self->mark);

  G_OBJECT_CLASS (coach_desktop_notifier_parent_class)->finalize (object);
}

static void
coach_desktop_notifier_class_init (CoachDesktopNotifierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = coach_desktop_notifier_get_property;
  object_class->dispose = coach_desktop_notifier_dispose;
  object_class->finalize = coach_desktop_notifier_finalize;

  /**
   * CoachDesktopNotifier:mark:
   *
   * By what a later process finds the notice that is there; %NULL when there is none.
   */
  properties[PROP_MARK] = g_param_spec_string ("mark", NULL, NULL, NULL,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
coach_desktop_notifier_init (CoachDesktopNotifier *self)
{
}

/**
 * coach_desktop_notifier_new:
 * @clock: the time
 * @session_bus: the bus of the session, where the server is looked for
 * @mark: (nullable): what [method@DesktopNotifier.get_mark] gave in a process that is no more
 *
 * Begins to look for a server. A notice that @mark still finds is taken away: nobody would hear of
 * its buttons.
 *
 * A notice that is there when the notifier goes is taken away as well, for which a server that
 * hangs is given a second.
 *
 * Returns: (transfer full): a notifier
 */
CoachDesktopNotifier *
coach_desktop_notifier_new (CoachClock   *clock,
                            CoachBusLink *session_bus,
                            const char   *mark)
{
  CoachDesktopNotifier *self;

  g_return_val_if_fail (COACH_IS_CLOCK (clock) && COACH_IS_BUS_LINK (session_bus), NULL);

  self = g_object_new (COACH_TYPE_DESKTOP_NOTIFIER, NULL);
  self->clock = g_object_ref (clock);
  self->link = g_object_ref (session_bus);
  self->mark = g_strdup (mark);
  coach_retry_init (&self->retry, clock, find_server, self);
  g_signal_connect_object (session_bus, "changed", G_CALLBACK (link_changed_cb), self,
                           G_CONNECT_SWAPPED);
  link_changed_cb (self);
  return self;
}

/**
 * coach_desktop_notifier_get_mark:
 * @self: a notifier
 *
 * Gets what is to be kept over a crash, so that the notice that is there now can be taken away by
 * the next process. It changes with `notify::mark`.
 *
 * Returns: (nullable): a line of text; %NULL when nothing is there
 */
const char *
coach_desktop_notifier_get_mark (CoachDesktopNotifier *self)
{
  g_return_val_if_fail (COACH_IS_DESKTOP_NOTIFIER (self), NULL);

  return self->mark;
}
