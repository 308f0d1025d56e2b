#define G_LOG_DOMAIN "coach-host"

#include "config.h"

#include "coach-bus-link.h"

#include "coach-retry.h"

struct _CoachBusLink
{
  GObject          parent_instance;

  char            *address;     /* (owned) (nullable): of the bus; NULL when there is none */
  CoachRetry       retry;

  GCancellable    *cancellable; /* (owned): ends the try that is under way */
  GDBusConnection *connection;  /* (owned) (nullable): open */
  gboolean         is_settled;  /* the first try is over */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * CoachBusLink:
 *
 * A connection of its own to a bus, made again when the bus goes and comes back. Losing it never
 * ends the program, as it would on the connection that GLib shares.
 */
G_DEFINE_FINAL_TYPE (CoachBusLink, coach_bus_link, G_TYPE_OBJECT)

static void
drop_connection (CoachBusLink *self)
{
  if (self->connection == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->connection, self);
  if (!g_dbus_connection_is_closed (self->connection))
    g_dbus_connection_close (self->connection, NULL, NULL, NULL);
  g_clear_object (&self->connection);
}

static void
connection_closed_cb (GDBusConnection *connection,
                      gboolean         remote_peer_vanished,
                      GError          *error,
                      CoachBusLink    *self)
{
  g_debug ("bus gone: %s", error != NULL ? error->message : "closed");
  drop_connection (self);
  coach_retry_arm (&self->retry);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_connection (CoachBusLink    *self,
                 GDBusConnection *connection)
{
  self->connection = connection;
  g_dbus_connection_set_exit_on_close (connection, FALSE);
  g_signal_connect (connection, "closed", G_CALLBACK (connection_closed_cb), self);
  coach_retry_reset (&self->retry);
}

static void
connected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  CoachBusLink *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) connection = NULL;

  connection = g_dbus_connection_new_for_address_finish (result, &error);
  /* Without a link there is nobody to tell. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->is_settled = TRUE;
  if (connection != NULL)
    take_connection (self, g_steal_pointer (&connection));
  else
    {
      g_debug ("no bus at %s: %s", self->address, error->message);
      coach_retry_arm (&self->retry);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
try_to_connect (gpointer user_data)
{
  CoachBusLink *self = user_data;

  g_dbus_connection_new_for_address (self->address,
                                     G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                         | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                     NULL, self->cancellable, connected_cb, self);
}

static void
coach_bus_link_dispose (GObject *object)
{
  CoachBusLink *self = COACH_BUS_LINK (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  coach_retry_clear (&self->retry);
  drop_connection (self);

  G_OBJECT_CLASS (coach_bus_link_parent_class)->dispose (object);
}

static void
coach_bus_link_finalize (GObject *object)
{
  g_free (COACH_BUS_LINK (object)->address);

  G_OBJECT_CLASS (coach_bus_link_parent_class)->finalize (object);
}

static void
coach_bus_link_class_init (CoachBusLinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = coach_bus_link_dispose;
  object_class->finalize = coach_bus_link_finalize;

  /**
   * CoachBusLink::changed:
   * @self: a link
   *
   * The connection came, went, or could not be had at the first try.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_bus_link_init (CoachBusLink *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * coach_bus_link_new:
 * @clock: the time, for tries
 * @address: (nullable): the address of a bus
 *
 * Makes a link, which connects as soon as the main loop runs.
 *
 * Returns: (transfer full): the link
 */
CoachBusLink *
coach_bus_link_new (CoachClock *clock,
                    const char *address)
{
  CoachBusLink *self = g_object_new (COACH_TYPE_BUS_LINK, NULL);

  self->address = g_strdup (address);
  coach_retry_init (&self->retry, clock, try_to_connect, self);
  if (address != NULL)
    try_to_connect (self);
  else
    self->is_settled = TRUE;
  return self;
}

/**
 * coach_bus_link_get_connection:
 * @self: a link
 *
 * Gets the connection. It stays the same until [signal@BusLink::changed].
 *
 * Returns: (transfer none) (nullable): the connection, if there is one now
 */
GDBusConnection *
coach_bus_link_get_connection (CoachBusLink *self)
{
  g_return_val_if_fail (COACH_IS_BUS_LINK (self), NULL);

  return self->connection;
}

/**
 * coach_bus_link_is_settled:
 * @self: a link
 *
 * Tells whether the lack of a connection means that there is none to be had at the moment.
 *
 * Returns: whether the first try is over
 */
gboolean
coach_bus_link_is_settled (CoachBusLink *self)
{
  g_return_val_if_fail (COACH_IS_BUS_LINK (self), FALSE);

  return self->is_settled;
}

/**
 * coach_bus_link_find_address:
 * @bus: the session's bus or the system's
 * @environment: (array zero-terminated=1): the variables of the process
 *
 * Finds the address of a bus. Unlike GLib's own way it never starts one.
 *
 * Returns: (transfer full) (nullable): an address
 */
char *
coach_bus_link_find_address (GBusType            bus,
                             const char * const *environment)
{
  const char *name = bus == G_BUS_TYPE_SYSTEM ? "DBUS_SYSTEM_BUS_ADDRESS"
                                              : "DBUS_SESSION_BUS_ADDRESS";
  const char *address = g_environ_getenv ((char **) environment, name);
  const char *folder = g_environ_getenv ((char **) environment, "XDG_RUNTIME_DIR");
  g_autofree char *escaped = NULL;

  if (address != NULL && *address != '\0')
    return g_strdup (address);
  if (bus == G_BUS_TYPE_SYSTEM)
    return g_strdup ("unix:path=/run/dbus/system_bus_socket");
  if (folder == NULL)
    return NULL;
  escaped = g_dbus_address_escape_value (folder);
  return g_strdup_printf ("unix:path=%s/bus", escaped);
}
