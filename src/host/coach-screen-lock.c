#define G_LOG_DOMAIN "coach-host"

#include "config.h"

#include "coach-screen-lock.h"

/* The name of each service is that of its interface as well. GNOME has both of the first two, and
 * says by the second alone when it locks. */
static const struct
{
  const char *name;
  const char *path;
} services[] = {
  { "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver" },
  { "org.gnome.ScreenSaver", "/org/gnome/ScreenSaver" },
  { "org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver" },
  { "org.mate.ScreenSaver", "/org/mate/ScreenSaver" },
  { "org.xfce.ScreenSaver", "/org/xfce/ScreenSaver" },
};

typedef struct
{
  CoachScreenLock *owner;           /* (unowned) */
  guint            service;         /* its place in the table */
  guint            subscription_id; /* 0 without a connection */
  guint            name_watch_id;   /* likewise */
  GCancellable    *cancellable;     /* (owned) (nullable): NULL while nobody has the name */
  gboolean         is_known;        /* it told */
  gboolean         is_active;
} Watch;

struct _CoachScreenLock
{
  GObject          parent_instance;

  CoachBusLink    *link;       /* (owned) */
  GDBusConnection *connection; /* (owned) (nullable): the one of the ids */
  Watch            watches[G_N_ELEMENTS (services)];
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * CoachScreenLock:
 *
 * Whether the screen is locked, told by `org.freedesktop.ScreenSaver` or what a desktop has in its
 * place.
 */
G_DEFINE_FINAL_TYPE (CoachScreenLock, coach_screen_lock, G_TYPE_OBJECT)

static void
set_watch (Watch    *watch,
           gboolean  is_known,
           gboolean  is_active)
{
  if (watch->is_known == is_known && watch->is_active == is_active)
    return;
  watch->is_known = is_known;
  watch->is_active = is_active;
  g_signal_emit (watch->owner, signals[CHANGED], 0);
}

static void
active_changed_cb (GDBusConnection *connection,
                   const char      *sender,
                   const char      *path,
                   const char      *interface,
                   const char      *signal,
                   GVariant        *parameters,
                   gpointer         user_data)
{
  gboolean is_active;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;
  g_variant_get (parameters, "(b)", &is_active);
  set_watch (user_data, TRUE, is_active);
}

static void
active_replied_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result,
                                                              &error);
  gboolean is_active;

  /* Some have the name and not the method: then they tell nothing. */
  if (reply == NULL)
    return;
  g_variant_get (reply, "(b)", &is_active);
  set_watch (user_data, TRUE, is_active);
}

static void
stop_asking (Watch *watch)
{
  if (watch->cancellable != NULL)
    g_cancellable_cancel (watch->cancellable);
  g_clear_object (&watch->cancellable);
}

static void
name_appeared_cb (GDBusConnection *connection,
                  const char      *name,
                  const char      *owner,
                  gpointer         user_data)
{
  Watch *watch = user_data;

  stop_asking (watch);
  watch->cancellable = g_cancellable_new ();
  g_dbus_connection_call (connection, name, services[watch->service].path, name, "GetActive", NULL,
                          G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1,
                          watch->cancellable, active_replied_cb, watch);
}

static void
name_vanished_cb (GDBusConnection *connection,
                  const char      *name,
                  gpointer         user_data)
{
  stop_asking (user_data);
  set_watch (user_data, FALSE, FALSE);
}

static void
stop_watch (CoachScreenLock *self,
            Watch           *watch)
{
  stop_asking (watch);
  if (watch->subscription_id != 0)
    g_dbus_connection_signal_unsubscribe (self->connection, watch->subscription_id);
  watch->subscription_id = 0;
  g_clear_handle_id (&watch->name_watch_id, g_bus_unwatch_name);
}

static void
start_watch (CoachScreenLock *self,
             Watch           *watch)
{
  const char *name = services[watch->service].name;

  /* KDE tells from another path than the one it is asked at. */
  watch->subscription_id = g_dbus_connection_signal_subscribe (
      self->connection, name, name, "ActiveChanged", NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
      active_changed_cb, watch, NULL);
  watch->name_watch_id = g_bus_watch_name_on_connection (self->connection, name,
                                                         G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                         name_appeared_cb, name_vanished_cb, watch,
                                                         NULL);
}

static void
leave_bus (CoachScreenLock *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    stop_watch (self, &self->watches[i]);
  g_clear_object (&self->connection);
}

static void
link_changed_cb (CoachScreenLock *self)
{
  GDBusConnection *connection = coach_bus_link_get_connection (self->link);

  leave_bus (self);
  if (connection != NULL)
    self->connection = g_object_ref (connection);
  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    if (connection != NULL)
      start_watch (self, &self->watches[i]);
    else
      set_watch (&self->watches[i], FALSE, FALSE);
}

static void
coach_screen_lock_dispose (GObject *object)
{
  CoachScreenLock *self = COACH_SCREEN_LOCK (object);

  leave_bus (self);
  g_clear_object (&self->link);

  G_OBJECT_CLASS (coach_screen_lock_parent_class)->dispose (object);
}

static void
coach_screen_lock_class_init (CoachScreenLockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_screen_lock_dispose;

  /**
   * CoachScreenLock::changed:
   * @self: a screen lock
   *
   * It is locked or unlocked, or that became known.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_screen_lock_init (CoachScreenLock *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    self->watches[i] = (Watch) { .owner = self, .service = i };
}

/**
 * coach_screen_lock_new:
 * @session_bus: the bus of the session
 *
 * Begins to watch. It counts as unlocked until it is known.
 *
 * Returns: (transfer full): the screen lock
 */
CoachScreenLock *
coach_screen_lock_new (CoachBusLink *session_bus)
{
  CoachScreenLock *self = g_object_new (COACH_TYPE_SCREEN_LOCK, NULL);

  self->link = g_object_ref (session_bus);
  g_signal_connect_object (session_bus, "changed", G_CALLBACK (link_changed_cb), self,
                           G_CONNECT_SWAPPED);
  link_changed_cb (self);
  return self;
}

/**
 * coach_screen_lock_get_is_known:
 * @self: a screen lock
 *
 * Returns: whether any service tells
 */
gboolean
coach_screen_lock_get_is_known (CoachScreenLock *self)
{
  g_return_val_if_fail (COACH_IS_SCREEN_LOCK (self), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    if (self->watches[i].is_known)
      return TRUE;
  return FALSE;
}

/**
 * coach_screen_lock_get_is_locked:
 * @self: a screen lock
 *
 * Returns: whether any service says that the screen is locked
 */
gboolean
coach_screen_lock_get_is_locked (CoachScreenLock *self)
{
  g_return_val_if_fail (COACH_IS_SCREEN_LOCK (self), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    if (self->watches[i].is_active)
      return TRUE;
  return FALSE;
}
