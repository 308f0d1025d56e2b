#define G_LOG_DOMAIN "coach-host"

#include "config.h"

#include "coach-screen-reader.h"

#define BUS_NAME   "org.a11y.Bus"
#define BUS_PATH   "/org/a11y/bus"
#define STATUS     "org.a11y.Status"
#define PROPERTY   "ScreenReaderEnabled"
#define PROPERTIES "org.freedesktop.DBus.Properties"

struct _CoachScreenReader
{
  GObject          parent_instance;

  GDBusConnection *bus;             /* (owned) (nullable), given at construction */
  guint            name_watch_id;   /* 0 without a bus */
  guint            subscription_id; /* 0 without a bus */
  GCancellable    *cancellable;     /* (owned) (nullable): NULL without somebody to ask */
  gboolean         is_active;
};

/**
 * CoachScreenReader:
 *
 * Whether a screen reader is switched on, as the accessibility service of the session tells. Without
 * a bus or such a service none is. The service is not started by asking.
 */
G_DEFINE_FINAL_TYPE (CoachScreenReader, coach_screen_reader, G_TYPE_OBJECT)

typedef enum
{
  PROP_IS_ACTIVE = 1,
} CoachScreenReaderProperty;

static GParamSpec *properties[PROP_IS_ACTIVE + 1];

static void
set_active (CoachScreenReader *self,
            gboolean           is_active)
{
  if (self->is_active == is_active)
    return;
  self->is_active = is_active;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_ACTIVE]);
}

static void
stop_asking (CoachScreenReader *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
told_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  CoachScreenReader *self = user_data;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result,
                                                              &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reply != NULL)
    g_variant_get (reply, "(v)", &value);
  else
    g_debug ("nobody tells of a screen reader: %s", error->message);
  set_active (self, value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN)
                        && g_variant_get_boolean (value));
}

static void
ask (CoachScreenReader *self)
{
  stop_asking (self);
  self->cancellable = g_cancellable_new ();
  g_dbus_connection_call (self->bus, BUS_NAME, BUS_PATH, PROPERTIES, "Get",
                          g_variant_new ("(ss)", STATUS, PROPERTY), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, self->cancellable, told_cb, self);
}

/* Whatever has changed: it may have come without the value. */
static void
status_changed_cb (GDBusConnection *bus,
                   const char      *sender,
                   const char      *path,
                   const char      *interface,
                   const char      *signal,
                   GVariant        *parameters,
                   gpointer         user_data)
{
  ask (COACH_SCREEN_READER (user_data));
}

static void
name_appeared_cb (GDBusConnection *bus,
                  const char      *name,
                  const char      *owner,
                  gpointer         user_data)
{
  ask (COACH_SCREEN_READER (user_data));
}

static void
name_vanished_cb (GDBusConnection *bus,
                  const char      *name,
                  gpointer         user_data)
{
  CoachScreenReader *self = user_data;

  stop_asking (self);
  set_active (self, FALSE);
}

static void
coach_screen_reader_dispose (GObject *object)
{
  CoachScreenReader *self = COACH_SCREEN_READER (object);

  stop_asking (self);
  g_clear_handle_id (&self->name_watch_id, g_bus_unwatch_name);
  if (self->subscription_id != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription_id);
  self->subscription_id = 0;
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (coach_screen_reader_parent_class)->dispose (object);
}

static void
coach_screen_reader_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch ((CoachScreenReaderProperty) id)
    {
    case PROP_IS_ACTIVE:
      g_value_set_boolean (value, COACH_SCREEN_READER (object)->is_active);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_screen_reader_class_init (CoachScreenReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = coach_screen_reader_dispose;
  object_class->get_property = coach_screen_reader_get_property;

  /**
   * CoachScreenReader:is-active:
   *
   * Whether a screen reader is switched on. False until it is known.
   */
  properties[PROP_IS_ACTIVE] = g_param_spec_boolean ("is-active", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
coach_screen_reader_init (CoachScreenReader *self)
{
}

/**
 * coach_screen_reader_new:
 * @bus: (nullable): the bus of the session
 *
 * Begins to watch for a screen reader.
 *
 * Returns: (transfer full): what knows of it
 */
CoachScreenReader *
coach_screen_reader_new (GDBusConnection *bus)
{
  CoachScreenReader *self;

  g_return_val_if_fail (bus == NULL || G_IS_DBUS_CONNECTION (bus), NULL);

  self = g_object_new (COACH_TYPE_SCREEN_READER, NULL);
  if (bus == NULL)
    return self;
  self->bus = g_object_ref (bus);
  self->subscription_id = g_dbus_connection_signal_subscribe (
      bus, BUS_NAME, PROPERTIES, "PropertiesChanged", BUS_PATH, STATUS, G_DBUS_SIGNAL_FLAGS_NONE,
      status_changed_cb, self, NULL);
  self->name_watch_id = g_bus_watch_name_on_connection (bus, BUS_NAME,
                                                        G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                        name_appeared_cb, name_vanished_cb, self,
                                                        NULL);
  return self;
}

/**
 * coach_screen_reader_get_is_active:
 * @self: what knows of screen readers
 *
 * Tells whether a screen reader is switched on.
 *
 * Returns: whether one is; false until it is known
 */
gboolean
coach_screen_reader_get_is_active (CoachScreenReader *self)
{
  g_return_val_if_fail (COACH_IS_SCREEN_READER (self), FALSE);

  return self->is_active;
}
