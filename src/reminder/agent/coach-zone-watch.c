#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-zone-watch.h"

#define TIMEDATE "org.freedesktop.timedate1"

struct _CoachZoneWatch
{
  GObject          parent_instance;

  CoachBusLink    *system_bus;      /* (owned) (not nullable), given at construction */
  GDBusConnection *bus;             /* (owned) (nullable): the one that is listened to */
  guint            subscription_id; /* 0 without one */
};

typedef enum
{
  SIGNAL_CHANGED,
} CoachZoneWatchSignal;

static guint signals[SIGNAL_CHANGED + 1];

/**
 * CoachZoneWatch:
 *
 * Hears of it when the person travels: the system's service for time tells of another time zone,
 * which no timer does.
 */
G_DEFINE_FINAL_TYPE (CoachZoneWatch, coach_zone_watch, G_TYPE_OBJECT)

static void
properties_changed_cb (GDBusConnection *bus,
                       const char      *sender,
                       const char      *path,
                       const char      *interface,
                       const char      *signal,
                       GVariant        *parameters,
                       gpointer         user_data)
{
  g_signal_emit (user_data, signals[SIGNAL_CHANGED], 0);
}

static void
forget_bus (CoachZoneWatch *self)
{
  if (self->subscription_id != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription_id);
  self->subscription_id = 0;
  g_clear_object (&self->bus);
}

static void
link_changed_cb (CoachZoneWatch *self)
{
  forget_bus (self);
  if (!g_set_object (&self->bus, coach_bus_link_get_connection (self->system_bus)))
    return;
  self->subscription_id = g_dbus_connection_signal_subscribe (
      self->bus, TIMEDATE, "org.freedesktop.DBus.Properties", "PropertiesChanged",
      "/org/freedesktop/timedate1", TIMEDATE, G_DBUS_SIGNAL_FLAGS_NONE, properties_changed_cb, self,
      NULL);
}

static void
coach_zone_watch_dispose (GObject *object)
{
  CoachZoneWatch *self = COACH_ZONE_WATCH (object);

  forget_bus (self);
  g_clear_object (&self->system_bus);

  G_OBJECT_CLASS (coach_zone_watch_parent_class)->dispose (object);
}

static void
coach_zone_watch_class_init (CoachZoneWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_zone_watch_dispose;

  /**
   * CoachZoneWatch::changed:
   * @self: a watch
   *
   * The time zone is another, or something else about the clock is.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", COACH_TYPE_ZONE_WATCH, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_zone_watch_init (CoachZoneWatch *self)
{
}

/**
 * coach_zone_watch_new:
 * @system_bus: the bus of the system
 *
 * Begins to listen. The service is not started for that.
 *
 * Returns: (transfer full): a watch
 */
CoachZoneWatch *
coach_zone_watch_new (CoachBusLink *system_bus)
{
  CoachZoneWatch *self;

  g_return_val_if_fail (COACH_IS_BUS_LINK (system_bus), NULL);

  self = g_object_new (COACH_TYPE_ZONE_WATCH, NULL);
  self->system_bus = g_object_ref (system_bus);
  g_signal_connect_object (system_bus, "changed", G_CALLBACK (link_changed_cb), self,
                           G_CONNECT_SWAPPED);
  link_changed_cb (self);
  return self;
}
