#define G_LOG_DOMAIN "coach-host"

#include "config.h"

#include "coach-login.h"

#include "coach-retry.h"

#define LOGIN_NAME        "org.freedesktop.login1"
#define LOGIN_PATH        "/org/freedesktop/login1"
#define MANAGER_INTERFACE "org.freedesktop.login1.Manager"
#define SESSION_INTERFACE "org.freedesktop.login1.Session"

typedef enum
{
  SLEEP_SIGNAL,
  LOCK_SIGNALS,
  PROPERTY_SIGNAL,
  N_SUBSCRIPTIONS
} Subscription;

struct _CoachLogin
{
  GObject          parent_instance;

  CoachBusLink    *link;             /* (owned) */
  char            *session_id;       /* (owned) (nullable): NULL to let the service choose */
  CoachRetry       retry;

  GDBusConnection *connection;       /* (owned) (nullable): the one of the ids */
  guint            name_watch_id;
  guint            subscriptions[N_SUBSCRIPTIONS];
  GCancellable    *cancellable;      /* (owned) (nullable): NULL while the service is not there */

  gboolean         is_settled;
  gboolean         tells_idle;       /* the desktop was seen to set the hint */
  gboolean         is_idle;
  gint64           idle_since_us;    /* monotonic, of the machine; 0 when not told */
  gboolean         is_locked;        /* the desktop says so */
  gboolean         is_lock_asked;    /* somebody asked the desktop for it */
  gboolean         is_asleep;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * CoachLogin:
 *
 * What logind knows of this session, and that the machine goes to sleep.
 */
G_DEFINE_FINAL_TYPE (CoachLogin, coach_login, G_TYPE_OBJECT)

static void
emit_changed (CoachLogin *self)
{
  self->is_settled = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
unsubscribe (CoachLogin   *self,
             Subscription  which)
{
  if (self->subscriptions[which] != 0)
    g_dbus_connection_signal_unsubscribe (self->connection, self->subscriptions[which]);
  self->subscriptions[which] = 0;
}

static void
subscribe (CoachLogin          *self,
           Subscription         which,
           const char          *interface,
           const char          *signal,
           const char          *path,
           GDBusSignalCallback  callback)
{
  unsubscribe (self, which);
  self->subscriptions[which] = g_dbus_connection_signal_subscribe (
      self->connection, LOGIN_NAME, interface, signal, path, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
      callback, self, NULL);
}

static void
forget_session (CoachLogin *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->connection != NULL)
    {
      unsubscribe (self, LOCK_SIGNALS);
      unsubscribe (self, PROPERTY_SIGNAL);
    }
  self->tells_idle = FALSE;
  self->is_idle = FALSE;
  self->idle_since_us = 0;
  self->is_locked = FALSE;
  self->is_lock_asked = FALSE;
}

static void
take_idle_hint (CoachLogin *self,
                gboolean    is_idle)
{
  /* It is false where nobody ever sets it, so false alone says nothing. */
  if (is_idle)
    self->tells_idle = TRUE;
  self->is_idle = is_idle;
}

static void
take_locked_hint (CoachLogin *self,
                  gboolean    is_locked)
{
  if (is_locked != self->is_locked)
    self->is_lock_asked = FALSE;
  self->is_locked = is_locked;
}

/* Properties of a type that is not expected are as good as none. */
static void
take_properties (CoachLogin *self,
                 GVariant   *properties)
{
  gboolean flag;
  guint64 time_us;

  if (g_variant_lookup (properties, "IdleHint", "b", &flag))
    take_idle_hint (self, flag);
  if (g_variant_lookup (properties, "IdleSinceHintMonotonic", "t", &time_us))
    self->idle_since_us = (gint64) MIN (time_us, G_MAXINT64);
  if (g_variant_lookup (properties, "LockedHint", "b", &flag))
    take_locked_hint (self, flag);
}

static void
properties_changed_cb (GDBusConnection *connection,
                       const char      *sender,
                       const char      *path,
                       const char      *interface,
                       const char      *signal,
                       GVariant        *parameters,
                       gpointer         user_data)
{
  CoachLogin *self = user_data;
  g_autoptr (GVariant) properties = NULL;
  const char *changed;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(sa{sv}as)")))
    return;
  g_variant_get (parameters, "(&s@a{sv}@as)", &changed, &properties, NULL);
  if (!g_str_equal (changed, SESSION_INTERFACE))
    return;
  take_properties (self, properties);
  emit_changed (self);
}

static void
session_signal_cb (GDBusConnection *connection,
                   const char      *sender,
                   const char      *path,
                   const char      *interface,
                   const char      *signal,
                   GVariant        *parameters,
                   gpointer         user_data)
{
  CoachLogin *self = user_data;

  if (g_str_equal (signal, "Lock"))
    self->is_lock_asked = !self->is_locked;
  else if (g_str_equal (signal, "Unlock"))
    self->is_lock_asked = FALSE;
  else
    return;
  emit_changed (self);
}

static void
sleep_signal_cb (GDBusConnection *connection,
                 const char      *sender,
                 const char      *path,
                 const char      *interface,
                 const char      *signal,
                 GVariant        *parameters,
                 gpointer         user_data)
{
  CoachLogin *self = user_data;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;
  g_variant_get (parameters, "(b)", &self->is_asleep);
  emit_changed (self);
}

/* Returns the reply, or NULL after a failure that was seen to. The login may be gone without one. */
static GVariant *
finish_call (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  CoachLogin *self = user_data;
  g_autoptr (GError) error = NULL;
  GVariant *reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (reply != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return reply;
  g_debug ("logind does not answer: %s", error->message);
  forget_session (self);
  coach_retry_arm (&self->retry);
  emit_changed (self);
  return NULL;
}

static void
properties_replied_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  CoachLogin *self = user_data;
  g_autoptr (GVariant) reply = finish_call (source, result, user_data);
  g_autoptr (GVariant) properties = NULL;

  if (reply == NULL)
    return;
  coach_retry_reset (&self->retry);
  g_variant_get (reply, "(@a{sv})", &properties);
  take_properties (self, properties);
  emit_changed (self);
}

static void
session_replied_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  CoachLogin *self = user_data;
  g_autoptr (GVariant) reply = finish_call (source, result, user_data);
  const char *path;

  if (reply == NULL)
    return;
  g_variant_get (reply, "(&o)", &path);
  subscribe (self, LOCK_SIGNALS, SESSION_INTERFACE, NULL, path, session_signal_cb);
  subscribe (self, PROPERTY_SIGNAL, "org.freedesktop.DBus.Properties", "PropertiesChanged", path,
             properties_changed_cb);
  g_dbus_connection_call (self->connection, LOGIN_NAME, path, "org.freedesktop.DBus.Properties",
                          "GetAll", g_variant_new ("(s)", SESSION_INTERFACE),
                          G_VARIANT_TYPE ("(a{sv})"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1,
                          self->cancellable, properties_replied_cb, self);
}

/* "auto" is the session of the caller or, for what systemd starts for the person, their graphical
 * one. */
static void
find_session (gpointer user_data)
{
  CoachLogin *self = user_data;
  const char *id = self->session_id != NULL ? self->session_id : "auto";

  forget_session (self);
  if (self->connection == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  g_dbus_connection_call (self->connection, LOGIN_NAME, LOGIN_PATH, MANAGER_INTERFACE, "GetSession",
                          g_variant_new ("(s)", id), G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, self->cancellable,
                          session_replied_cb, self);
}

static void
name_appeared_cb (GDBusConnection *connection,
                  const char      *name,
                  const char      *owner,
                  gpointer         user_data)
{
  CoachLogin *self = user_data;

  coach_retry_reset (&self->retry);
  find_session (self);
}

static void
name_vanished_cb (GDBusConnection *connection,
                  const char      *name,
                  gpointer         user_data)
{
  CoachLogin *self = user_data;

  coach_retry_reset (&self->retry);
  forget_session (self);
  self->is_asleep = FALSE;
  emit_changed (self);
}

static void
leave_bus (CoachLogin *self)
{
  forget_session (self);
  if (self->connection != NULL)
    unsubscribe (self, SLEEP_SIGNAL);
  g_clear_handle_id (&self->name_watch_id, g_bus_unwatch_name);
  g_clear_object (&self->connection);
}

static void
link_changed_cb (CoachLogin *self)
{
  GDBusConnection *connection = coach_bus_link_get_connection (self->link);

  leave_bus (self);
  if (connection != NULL)
    {
      self->connection = g_object_ref (connection);
      subscribe (self, SLEEP_SIGNAL, MANAGER_INTERFACE, "PrepareForSleep", LOGIN_PATH,
                 sleep_signal_cb);
      self->name_watch_id = g_bus_watch_name_on_connection (
          connection, LOGIN_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE, name_appeared_cb, name_vanished_cb,
          self, NULL);
      return;
    }
  self->is_asleep = FALSE;
  if (coach_bus_link_is_settled (self->link))
    emit_changed (self);
}

static void
coach_login_dispose (GObject *object)
{
  CoachLogin *self = COACH_LOGIN (object);

  leave_bus (self);
  coach_retry_clear (&self->retry);
  g_clear_object (&self->link);

  G_OBJECT_CLASS (coach_login_parent_class)->dispose (object);
}

static void
coach_login_finalize (GObject *object)
{
  g_free (COACH_LOGIN (object)->session_id);

  G_OBJECT_CLASS (coach_login_parent_class)->finalize (object);
}

static void
coach_login_class_init (CoachLoginClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = coach_login_dispose;
  object_class->finalize = coach_login_finalize;

  /**
   * CoachLogin::changed:
   * @self: a login
   *
   * Something was told, or can be told no longer.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_login_init (CoachLogin *self)
{
}

/**
 * coach_login_new:
 * @clock: the time
 * @system_bus: the bus of the system
 * @session_id: (nullable): the session, as in `XDG_SESSION_ID`; %NULL for that of the person
 *
 * Begins to ask logind. Nothing is known at first.
 *
 * Returns: (transfer full): the login
 */
CoachLogin *
coach_login_new (CoachClock   *clock,
                 CoachBusLink *system_bus,
                 const char   *session_id)
{
  CoachLogin *self = g_object_new (COACH_TYPE_LOGIN, NULL);

  self->link = g_object_ref (system_bus);
  self->session_id = g_strdup (session_id);
  coach_retry_init (&self->retry, clock, find_session, self);
  g_signal_connect_object (system_bus, "changed", G_CALLBACK (link_changed_cb), self,
                           G_CONNECT_SWAPPED);
  link_changed_cb (self);
  return self;
}

/**
 * coach_login_get_is_settled:
 * @self: a login
 *
 * Returns: whether logind told something, or turned out not to be there
 */
gboolean
coach_login_get_is_settled (CoachLogin *self)
{
  g_return_val_if_fail (COACH_IS_LOGIN (self), FALSE);

  return self->is_settled;
}

/**
 * coach_login_get_tells_idle:
 * @self: a login
 *
 * Tells whether the desktop sets the hint at all, as far as was seen.
 *
 * Returns: whether the hint means anything
 */
gboolean
coach_login_get_tells_idle (CoachLogin *self)
{
  g_return_val_if_fail (COACH_IS_LOGIN (self), FALSE);

  return self->tells_idle;
}

/**
 * coach_login_get_is_idle:
 * @self: a login
 *
 * Returns: the hint that the session is idle, by the desktop's own idea of how long that takes
 */
gboolean
coach_login_get_is_idle (CoachLogin *self)
{
  g_return_val_if_fail (COACH_IS_LOGIN (self), FALSE);

  return self->is_idle;
}

/**
 * coach_login_get_idle_since_us:
 * @self: a login
 *
 * Returns: when the hint was last changed, on the machine's monotonic clock; 0 when not told
 */
gint64
coach_login_get_idle_since_us (CoachLogin *self)
{
  g_return_val_if_fail (COACH_IS_LOGIN (self), 0);

  return self->idle_since_us;
}

/**
 * coach_login_get_is_locked:
 * @self: a login
 *
 * Returns: whether the desktop says that the screen is locked
 */
gboolean
coach_login_get_is_locked (CoachLogin *self)
{
  g_return_val_if_fail (COACH_IS_LOGIN (self), FALSE);

  return self->is_locked;
}

/**
 * coach_login_get_is_lock_asked:
 * @self: a login
 *
 * Tells whether the desktop was asked to lock the screen, and has not said yet that it did. Not
 * every desktop says.
 *
 * Returns: whether the screen may be locked
 */
gboolean
coach_login_get_is_lock_asked (CoachLogin *self)
{
  g_return_val_if_fail (COACH_IS_LOGIN (self), FALSE);

  return self->is_lock_asked;
}

/**
 * coach_login_forget_lock_request:
 * @self: a login
 *
 * Takes it that the request to lock was not followed, or that the screen is unlocked again. Emits
 * nothing.
 */
void
coach_login_forget_lock_request (CoachLogin *self)
{
  g_return_if_fail (COACH_IS_LOGIN (self));

  self->is_lock_asked = FALSE;
}

/**
 * coach_login_get_is_asleep:
 * @self: a login
 *
 * Returns: whether the machine is about to sleep, or has not said yet that it woke up
 */
gboolean
coach_login_get_is_asleep (CoachLogin *self)
{
  g_return_val_if_fail (COACH_IS_LOGIN (self), FALSE);

  return self->is_asleep;
}
