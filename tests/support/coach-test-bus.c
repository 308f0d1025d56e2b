#include "config.h"

#include "coach-test-bus.h"

static GDBusConnection *
connect_to (GTestDBus *bus)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection = g_dbus_connection_new_for_address_sync (
      g_test_dbus_get_bus_address (bus),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);

  g_assert_no_error (error);
  return connection;
}

static void
ask (CoachTestBus *self,
     const char   *method,
     GVariant     *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer G_GNUC_UNUSED = NULL;

  answer = g_dbus_connection_call_sync (self->theirs, "org.freedesktop.DBus",
                                        "/org/freedesktop/DBus", "org.freedesktop.DBus", method,
                                        arguments, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

/**
 * coach_test_bus_up:
 * @self: (out caller-allocates): a bus with two connections
 *
 * Starts the bus.
 */
void
coach_test_bus_up (CoachTestBus *self)
{
  self->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (self->bus);
  self->theirs = connect_to (self->bus);
  self->ours = connect_to (self->bus);
}

/**
 * coach_test_bus_down:
 * @self: a bus that is up
 *
 * Closes both connections and ends the bus.
 */
void
coach_test_bus_down (CoachTestBus *self)
{
  g_dbus_connection_close_sync (self->ours, NULL, NULL);
  g_dbus_connection_close_sync (self->theirs, NULL, NULL);
  g_object_unref (self->ours);
  g_object_unref (self->theirs);
  g_test_dbus_down (self->bus);
  g_object_unref (self->bus);
}

/**
 * coach_test_bus_own:
 * @self: a bus
 * @name: a name
 *
 * Gives their connection a name.
 */
void
coach_test_bus_own (CoachTestBus *self,
                    const char   *name)
{
  ask (self, "RequestName", g_variant_new ("(su)", name, 0));
}

/**
 * coach_test_bus_release:
 * @self: a bus
 * @name: a name that their connection has
 *
 * Takes it away again.
 */
void
coach_test_bus_release (CoachTestBus *self,
                        const char   *name)
{
  ask (self, "ReleaseName", g_variant_new ("(s)", name));
}

gboolean
coach_test_time_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_CONTINUE;
}
