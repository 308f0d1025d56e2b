#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-notify-server-private.h"

#define SERVER_NAME "org.freedesktop.Notifications"
#define SERVER_PATH "/org/freedesktop/Notifications"
#define BUS_NAME    "org.freedesktop.DBus"
#define BUS_PATH    "/org/freedesktop/DBus"

/* A desktop whose server is gone has so long to start it again, before any other that could be
 * started on demand is thought of: it might take the name away from it. */
#define RESTART_US (10 * (gint64) G_USEC_PER_SEC)

struct _CoachNotifyServer
{
  GObject               parent_instance;

  CoachClock           *clock;         /* (owned) */
  CoachBusLink         *link;          /* (owned) */
  CoachRetry            retry;         /* after a refusal */

  GDBusConnection      *connection;    /* (owned) (nullable): the one of the watch */
  guint                 name_watch_id;
  char                 *owner;         /* (owned) (nullable): NULL while there is none */
  GCancellable         *cancellable;   /* (owned) (nullable): of what is asked on the bus */
  CoachNotifyAbilities  abilities;
  guint                 restart_id;    /* 0 unless a server is given time to come back */
  gboolean              is_gone;       /* told so */
};

typedef enum
{
  SIGNAL_CAME,
  SIGNAL_AVAILABLE,
  SIGNAL_LOST,
  SIGNAL_GONE,
} CoachNotifyServerSignal;

static guint signals[SIGNAL_GONE + 1];

/**
 * CoachNotifyServer:
 *
 * Whether there is a server of notifications, which it is, and what it can do. Watches its name on
 * the bus of the session and never waits.
 */
G_DEFINE_FINAL_TYPE (CoachNotifyServer, coach_notify_server, G_TYPE_OBJECT)

static void
tell_gone (CoachNotifyServer *self)
{
  if (self->is_gone)
    return;
  self->is_gone = TRUE;
  g_signal_emit (self, signals[SIGNAL_GONE], 0);
}

static void
tell_available (CoachNotifyServer *self)
{
  self->is_gone = FALSE;
  g_signal_emit (self, signals[SIGNAL_AVAILABLE], 0);
}

static void
stop_asking (CoachNotifyServer *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
ask (CoachNotifyServer   *self,
     const char          *name,
     const char          *path,
     const char          *method,
     int                  timeout_ms,
     GAsyncReadyCallback  replied_cb)
{
  stop_asking (self);
  self->cancellable = g_cancellable_new ();
  g_dbus_connection_call (self->connection, name, path, name, method, NULL,
                          G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, timeout_ms,
                          self->cancellable, replied_cb, self);
}

/* Returns whether the object is still there. */
static gboolean
finish_asking (GObject       *source,
               GAsyncResult  *result,
               gpointer       user_data,
               GVariant     **reply)
{
  g_autoptr (GError) error = NULL;
  CoachNotifyServer *self = user_data;

  *reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  g_clear_object (&self->cancellable);
  return TRUE;
}

static void
abilities_replied_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  CoachNotifyServer *self = user_data;
  g_autoptr (GVariant) reply = NULL;
  g_autofree const char **words = NULL;

  if (!finish_asking (source, result, user_data, &reply))
    return;
  self->abilities = COACH_NOTIFY_KNOWN;
  if (reply != NULL)
    g_variant_get (reply, "(^a&s)", &words);
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    self->abilities = coach_notify_abilities_add (self->abilities, words[i]);
  tell_available (self);
}

/* There is no hurry: a server that hangs answers when it goes on, and so tells that it does. */
static void
ask_abilities (CoachNotifyServer *self)
{
  self->abilities = COACH_NOTIFY_UNKNOWN;
  ask (self, SERVER_NAME, SERVER_PATH, "GetCapabilities", G_MAXINT, abilities_replied_cb);
}

static void
activatable_replied_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (GVariant) reply = NULL;
  g_autofree const char **names = NULL;

  if (!finish_asking (source, result, user_data, &reply))
    return;
  if (reply != NULL)
    g_variant_get (reply, "(^a&s)", &names);
  if (names != NULL && g_strv_contains (names, SERVER_NAME))
    tell_available (user_data);
  else
    tell_gone (user_data);
}

/* A server that the bus starts when it is called is as good as one that is there. */
static void
find_server (gpointer user_data)
{
  CoachNotifyServer *self = user_data;

  if (self->owner != NULL)
    tell_available (self);
  else if (self->connection != NULL)
    ask (self, BUS_NAME, BUS_PATH, "ListActivatableNames", -1, activatable_replied_cb);
}

static void
stop_restart (CoachNotifyServer *self)
{
  if (self->restart_id != 0)
    coach_clock_remove_wake (self->clock, self->restart_id);
  self->restart_id = 0;
}

static void
restart_overdue_cb (CoachClock *clock,
                    gpointer    user_data)
{
  CoachNotifyServer *self = user_data;

  self->restart_id = 0;
  find_server (self);
}

static void
await_restart (CoachNotifyServer *self)
{
  gint64 now_us = coach_clock_get_monotonic_us (self->clock);

  self->restart_id = coach_clock_add_wake (self->clock, now_us + RESTART_US, restart_overdue_cb,
                                           self);
}

static void
name_appeared_cb (GDBusConnection *connection,
                  const char      *name,
                  const char      *owner,
                  gpointer         user_data)
{
  CoachNotifyServer *self = user_data;

  stop_restart (self);
  coach_retry_reset (&self->retry);
  g_free (self->owner);
  self->owner = g_strdup (owner);
  ask_abilities (self);
  g_signal_emit (self, signals[SIGNAL_CAME], 0);
}

static void
lose_server (CoachNotifyServer *self)
{
  stop_asking (self);
  stop_restart (self);
  coach_retry_reset (&self->retry);
  g_clear_pointer (&self->owner, g_free);
  self->abilities = COACH_NOTIFY_UNKNOWN;
  g_signal_emit (self, signals[SIGNAL_LOST], 0);
}

static void
name_vanished_cb (GDBusConnection *connection,
                  const char      *name,
                  gpointer         user_data)
{
  CoachNotifyServer *self = user_data;

  /* At first: a notice may be on its way to a server that the bus starts for it. */
  if (self->owner == NULL)
    {
      find_server (self);
      return;
    }
  await_restart (self);
  lose_server (self);
  tell_gone (self);
}

static void
leave_bus (CoachNotifyServer *self)
{
  stop_asking (self);
  g_clear_handle_id (&self->name_watch_id, g_bus_unwatch_name);
  g_clear_object (&self->connection);
}

static void
link_changed_cb (CoachNotifyServer *self)
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
coach_notify_server_dispose (GObject *object)
{
  CoachNotifyServer *self = COACH_NOTIFY_SERVER (object);

  leave_bus (self);
  if (self->clock != NULL)
    stop_restart (self);
  coach_retry_clear (&self->retry);
  g_clear_object (&self->clock);
  g_clear_object (&self->link);

  G_OBJECT_CLASS (coach_notify_server_parent_class)->dispose (object);
}

static void
coach_notify_server_finalize (GObject *object)
{
  g_free (COACH_NOTIFY_SERVER (object)->owner);

  G_OBJECT_CLASS (coach_notify_server_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, COACH_TYPE_NOTIFY_SERVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
coach_notify_server_class_init (CoachNotifyServerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = coach_notify_server_dispose;
  object_class->finalize = coach_notify_server_finalize;

  /**
   * CoachNotifyServer::came:
   * @self: a server
   *
   * It is known which one it is. What it can do follows.
   */
  signals[SIGNAL_CAME] = add_signal ("came");
  /**
   * CoachNotifyServer::available:
   * @self: a server
   *
   * It answered, can be started on demand, or is worth another try.
   */
  signals[SIGNAL_AVAILABLE] = add_signal ("available");
  /**
   * CoachNotifyServer::lost:
   * @self: a server
   *
   * The one that was there is there no more, and with it all that it showed.
   */
  signals[SIGNAL_LOST] = add_signal ("lost");
  /**
   * CoachNotifyServer::gone:
   * @self: a server
   *
   * There is none to be had. Told once until [signal@NotifyServer::available].
   */
  signals[SIGNAL_GONE] = add_signal ("gone");
}

static void
coach_notify_server_init (CoachNotifyServer *self)
{
}

/**
 * coach_notify_server_new:
 * @clock: the time
 * @session_bus: the bus of the session
 *
 * Begins to look for a server. Whether there is none is known when the link is settled; it can be
 * told in here already.
 *
 * Returns: (transfer full): a server
 */
CoachNotifyServer *
coach_notify_server_new (CoachClock   *clock,
                         CoachBusLink *session_bus)
{
  CoachNotifyServer *self = g_object_new (COACH_TYPE_NOTIFY_SERVER, NULL);

  self->clock = g_object_ref (clock);
  self->link = g_object_ref (session_bus);
  coach_retry_init (&self->retry, clock, find_server, self);
  g_signal_connect_object (session_bus, "changed", G_CALLBACK (link_changed_cb), self,
                           G_CONNECT_SWAPPED);
  link_changed_cb (self);
  return self;
}

/**
 * coach_notify_server_dup_id:
 * @self: a server
 *
 * Gets what no other server has, not even on the bus of another session.
 *
 * Returns: (transfer full) (nullable): a text; %NULL while there is none
 */
char *
coach_notify_server_dup_id (CoachNotifyServer *self)
{
  if (self->connection == NULL || self->owner == NULL)
    return NULL;
  return g_strdup_printf ("%s %s", g_dbus_connection_get_guid (self->connection), self->owner);
}

/**
 * coach_notify_server_get_abilities:
 * @self: a server
 *
 * Returns: what it can do
 */
CoachNotifyAbilities
coach_notify_server_get_abilities (CoachNotifyServer *self)
{
  return self->abilities;
}

/**
 * coach_notify_server_is_gone:
 * @self: a server
 *
 * Returns: whether it was told that there is none
 */
gboolean
coach_notify_server_is_gone (CoachNotifyServer *self)
{
  return self->is_gone;
}

/**
 * coach_notify_server_learn:
 * @self: a server
 * @abilities: what it turned out to be able to do
 *
 * Takes over what somebody else asked it.
 */
void
coach_notify_server_learn (CoachNotifyServer    *self,
                           CoachNotifyAbilities  abilities)
{
  self->abilities = abilities;
}

/**
 * coach_notify_server_doubt:
 * @self: a server that does not answer
 *
 * Has [signal@NotifyServer::available] told when it answers again.
 */
void
coach_notify_server_doubt (CoachNotifyServer *self)
{
  if (self->owner != NULL)
    ask_abilities (self);
}

/**
 * coach_notify_server_refused:
 * @self: a server
 *
 * Has [signal@NotifyServer::available] told after a while, longer from time to time.
 */
void
coach_notify_server_refused (CoachNotifyServer *self)
{
  coach_retry_arm (&self->retry);
}

/**
 * coach_notify_server_obeyed:
 * @self: a server
 *
 * Notes that it showed something.
 */
void
coach_notify_server_obeyed (CoachNotifyServer *self)
{
  coach_retry_reset (&self->retry);
  self->is_gone = FALSE;
}
