#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-hold-service.h"

#include <unistd.h>

#define PROPERTIES "org.freedesktop.DBus.Properties"
#define MAX_TELLS  3

typedef gboolean (*Judge) (GVariant *reply);

/* A signal after which the answer may be another one. */
typedef struct
{
  const char *interface; /* NULL for the end of the list */
  const char *member;
  const char *argument;  /* (nullable): its first argument is this text */
} Tell;

typedef struct
{
  CoachReminderHolds  hold;
  gboolean            is_of_system;
  const char         *name;
  const char         *path;
  const char         *interface;
  const char         *method;
  const char         *arguments;   /* as text; NULL for none */
  const char         *reply_type;
  Judge               judge;
  Tell                tells[MAX_TELLS];
} Service;

static gboolean is_true (GVariant *reply);
static gboolean is_true_inside (GVariant *reply);
static gboolean has_idle_inhibitor (GVariant *reply);

/* 8 stands for being idle with GNOME's session manager, and with those that took over its
 * interface; 4 with KDE for the settings of the screen. */
static const Service services[COACH_HOLD_N_SERVICES] = {
  [COACH_HOLD_KDE] = {
    COACH_REMINDER_HOLD_DO_NOT_DISTURB, FALSE, "org.freedesktop.Notifications",
    "/org/freedesktop/Notifications", PROPERTIES, "Get",
    "('org.freedesktop.Notifications', 'Inhibited')", "(v)", is_true_inside,
    { { PROPERTIES, "PropertiesChanged", "org.freedesktop.Notifications" } },
  },
  [COACH_HOLD_XFCE] = {
    COACH_REMINDER_HOLD_DO_NOT_DISTURB, FALSE, "org.xfce.Xfconf", "/org/xfce/Xfconf",
    "org.xfce.Xfconf", "GetProperty", "('xfce4-notifyd', '/do-not-disturb')", "(v)",
    is_true_inside,
    { { "org.xfce.Xfconf", "PropertyChanged", "xfce4-notifyd" },
      { "org.xfce.Xfconf", "PropertyRemoved", "xfce4-notifyd" } },
  },
  [COACH_HOLD_SESSION_MANAGER] = {
    COACH_REMINDER_HOLD_INHIBITOR, FALSE, "org.gnome.SessionManager", "/org/gnome/SessionManager",
    "org.gnome.SessionManager", "IsInhibited", "(uint32 8,)", "(b)", is_true,
    { { "org.gnome.SessionManager", "InhibitorAdded" },
      { "org.gnome.SessionManager", "InhibitorRemoved" },
      { PROPERTIES, "PropertiesChanged", "org.gnome.SessionManager" } },
  },
  [COACH_HOLD_POWERDEVIL] = {
    COACH_REMINDER_HOLD_INHIBITOR, FALSE, "org.kde.Solid.PowerManagement.PolicyAgent",
    "/org/kde/Solid/PowerManagement/PolicyAgent", "org.kde.Solid.PowerManagement.PolicyAgent",
    "HasInhibition", "(uint32 4,)", "(b)", is_true,
    { { "org.kde.Solid.PowerManagement.PolicyAgent", "InhibitionsChanged" } },
  },
  [COACH_HOLD_LOGIND] = {
    COACH_REMINDER_HOLD_INHIBITOR, TRUE, "org.freedesktop.login1", "/org/freedesktop/login1",
    "org.freedesktop.login1.Manager", "ListInhibitors", NULL, "(a(ssssuu))", has_idle_inhibitor,
    { { PROPERTIES, "PropertiesChanged", "org.freedesktop.login1.Manager" } },
  },
};

struct _CoachHoldService
{
  CoachHold        parent_instance;

  const Service   *service;
  CoachBusLink    *link;                   /* (owned) */

  GDBusConnection *connection;             /* (owned) (nullable): the one of the ids */
  guint            name_watch_id;
  guint            subscriptions[MAX_TELLS];
  GCancellable    *cancellable;            /* (owned) (nullable): NULL while nothing is asked */
};

/**
 * CoachHoldService:
 *
 * What one service on a bus tells. It is asked when it comes and whenever it tells that something
 * changed, and never started.
 */
G_DEFINE_FINAL_TYPE (CoachHoldService, coach_hold_service, COACH_TYPE_HOLD)

static gboolean
is_true (GVariant *reply)
{
  gboolean flag;

  g_variant_get (reply, "(b)", &flag);
  return flag;
}

static gboolean
is_true_inside (GVariant *reply)
{
  g_autoptr (GVariant) value = NULL;

  g_variant_get (reply, "(v)", &value);
  return g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) && g_variant_get_boolean (value);
}

/* Of this person alone: others may sit at the same machine. What merely delays is no film. */
static gboolean
has_idle_inhibitor (GVariant *reply)
{
  g_autoptr (GVariantIter) inhibitors = NULL;
  const char *what;
  const char *mode;
  guint32 uid;

  g_variant_get (reply, "(a(ssssuu))", &inhibitors);
  while (g_variant_iter_next (inhibitors, "(&s&s&s&suu)", &what, NULL, NULL, &mode, &uid, NULL))
    {
      g_auto (GStrv) words = g_strsplit (what, ":", -1);

      if (uid == getuid () && g_str_equal (mode, "block")
          && g_strv_contains ((const char * const *) words, "idle"))
        return TRUE;
    }
  return FALSE;
}

static void
stop_asking (CoachHoldService *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Some have the name and not the method: then they tell nothing. */
static void
replied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result,
                                                              &error);
  CoachHoldService *self = user_data;
  gboolean is_held;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  is_held = reply != NULL && self->service->judge (reply);
  coach_hold_set (COACH_HOLD (self), is_held ? self->service->hold : 0);
}

static void
ask (CoachHoldService *self)
{
  const Service *service = self->service;
  GVariant *arguments = service->arguments != NULL ? g_variant_new_parsed (service->arguments)
                                                   : NULL;

  stop_asking (self);
  self->cancellable = g_cancellable_new ();
  g_dbus_connection_call (self->connection, service->name, service->path, service->interface,
                          service->method, arguments, G_VARIANT_TYPE (service->reply_type),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, self->cancellable, replied_cb, self);
}

static void
told_cb (GDBusConnection *connection,
         const char      *sender,
         const char      *path,
         const char      *interface,
         const char      *signal,
         GVariant        *parameters,
         gpointer         user_data)
{
  ask (user_data);
}

static void
unsubscribe (CoachHoldService *self)
{
  for (guint i = 0; i < MAX_TELLS; i++)
    {
      if (self->subscriptions[i] != 0)
        g_dbus_connection_signal_unsubscribe (self->connection, self->subscriptions[i]);
      self->subscriptions[i] = 0;
    }
}

static void
subscribe (CoachHoldService *self)
{
  const Service *service = self->service;

  unsubscribe (self);
  for (guint i = 0; i < MAX_TELLS && service->tells[i].interface != NULL; i++)
    self->subscriptions[i] = g_dbus_connection_signal_subscribe (
        self->connection, service->name, service->tells[i].interface, service->tells[i].member,
        service->path, service->tells[i].argument, G_DBUS_SIGNAL_FLAGS_NONE, told_cb, self, NULL);
}

static void
name_appeared_cb (GDBusConnection *connection,
                  const char      *name,
                  const char      *owner,
                  gpointer         user_data)
{
  subscribe (user_data);
  ask (user_data);
}

static void
name_vanished_cb (GDBusConnection *connection,
                  const char      *name,
                  gpointer         user_data)
{
  CoachHoldService *self = user_data;

  stop_asking (self);
  if (self->connection != NULL)
    unsubscribe (self);
  coach_hold_set (COACH_HOLD (self), 0);
}

static void
leave_bus (CoachHoldService *self)
{
  stop_asking (self);
  g_clear_handle_id (&self->name_watch_id, g_bus_unwatch_name);
  if (self->connection != NULL)
    unsubscribe (self);
  g_clear_object (&self->connection);
}

static void
link_changed_cb (CoachHoldService *self)
{
  GDBusConnection *connection = coach_bus_link_get_connection (self->link);

  leave_bus (self);
  if (connection == NULL)
    {
      coach_hold_set (COACH_HOLD (self), 0);
      return;
    }
  self->connection = g_object_ref (connection);
  self->name_watch_id = g_bus_watch_name_on_connection (
      connection, self->service->name, G_BUS_NAME_WATCHER_FLAGS_NONE, name_appeared_cb,
      name_vanished_cb, self, NULL);
}

static void
coach_hold_service_dispose (GObject *object)
{
  CoachHoldService *self = COACH_HOLD_SERVICE (object);

  leave_bus (self);
  g_clear_object (&self->link);

  G_OBJECT_CLASS (coach_hold_service_parent_class)->dispose (object);
}

static void
coach_hold_service_class_init (CoachHoldServiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_hold_service_dispose;
}

static void
coach_hold_service_init (CoachHoldService *self)
{
}

/**
 * coach_hold_service_new:
 * @id: which service
 * @session_bus: the bus of the session
 * @system_bus: the bus of the system
 *
 * Begins to listen to a service, were it not there yet.
 *
 * Returns: (transfer full): a hold
 */
CoachHold *
coach_hold_service_new (CoachHoldServiceId  id,
                        CoachBusLink       *session_bus,
                        CoachBusLink       *system_bus)
{
  CoachHoldService *self = g_object_new (COACH_TYPE_HOLD_SERVICE, NULL);

  self->service = &services[id];
  self->link = g_object_ref (self->service->is_of_system ? system_bus : session_bus);
  g_signal_connect_object (self->link, "changed", G_CALLBACK (link_changed_cb), self,
                           G_CONNECT_SWAPPED);
  link_changed_cb (self);
  return COACH_HOLD (self);
}
