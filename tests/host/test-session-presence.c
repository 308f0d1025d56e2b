/* What the presence of a session does as time goes by, on a clock that the test moves. */
#include <gio/gio.h>

#include "coach-manual-clock.h"
#include "coach-presence-private.h"
#include "presence.h"

#define SECOND       ((gint64) G_USEC_PER_SEC)
#define MINUTE       (60 * SECOND)
#define LOGIN_NAME   "org.freedesktop.login1"
#define LOGIN_PATH   "/org/freedesktop/login1"
#define SESSION_PATH "/org/freedesktop/login1/session/c1"
#define PATIENCE_US  (10 * SECOND)

static const char login_xml[] =
    "<node>"
    "<interface name='org.freedesktop.login1.Manager'>"
    "<method name='GetSession'>"
    "<arg type='s' direction='in'/><arg type='o' direction='out'/>"
    "</method>"
    "</interface>"
    "<interface name='org.freedesktop.login1.Session'>"
    "<property name='LockedHint' type='b' access='read'/>"
    "</interface>"
    "</node>";

typedef struct
{
  GTestDBus        *bus;        /* (owned) (nullable) */
  GDBusConnection  *connection; /* (owned) (nullable): of who plays logind */
  CoachManualClock *clock;      /* (owned) */
  CoachPresence    *presence;   /* (owned) */
  guint             n_woke;
  gint64            slept_us;
} Fixture;

static void
woke_cb (CoachPresence *presence,
         gint64         slept_us,
         Fixture       *fixture)
{
  fixture->n_woke++;
  fixture->slept_us = slept_us;
}

static void
method_called_cb (GDBusConnection       *connection,
                  const char            *sender,
                  const char            *path,
                  const char            *interface,
                  const char            *method,
                  GVariant              *arguments,
                  GDBusMethodInvocation *invocation,
                  gpointer               user_data)
{
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", SESSION_PATH));
}

static GVariant *
property_read_cb (GDBusConnection  *connection,
                  const char       *sender,
                  const char       *path,
                  const char       *interface,
                  const char       *property,
                  GError          **error,
                  gpointer          user_data)
{
  return g_variant_new_boolean (FALSE);
}

static void
play_login (Fixture *fixture)
{
  static const GDBusInterfaceVTable functions = { method_called_cb, property_read_cb, NULL };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (login_xml, NULL);
  g_autoptr (GVariant) reply = NULL;
  const char * const paths[] = { LOGIN_PATH, SESSION_PATH };

  fixture->connection = g_dbus_connection_new_for_address_sync (
      g_test_dbus_get_bus_address (fixture->bus),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, NULL);
  g_assert_nonnull (fixture->connection);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_assert_cmpuint (g_dbus_connection_register_object (fixture->connection, paths[i],
                                                         node->interfaces[i], &functions, NULL,
                                                         NULL, NULL),
                      !=, 0);
  reply = g_dbus_connection_call_sync (fixture->connection, "org.freedesktop.DBus",
                                       "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "RequestName", g_variant_new ("(su)", LOGIN_NAME, 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_assert_nonnull (reply);
}

static void
emit_login (Fixture    *fixture,
            const char *path,
            const char *interface,
            const char *signal,
            GVariant   *arguments)
{
  g_assert_true (g_dbus_connection_emit_signal (fixture->connection, NULL, path, interface, signal,
                                                arguments, NULL));
}

static void
make_presence (Fixture    *fixture,
               const char *bus_address)
{
  g_autofree char *session = g_strdup_printf ("DBUS_SESSION_BUS_ADDRESS=%s", bus_address);
  g_autofree char *system = g_strdup_printf ("DBUS_SYSTEM_BUS_ADDRESS=%s", bus_address);
  const char *environment[] = { session, system, NULL };

  fixture->clock = coach_manual_clock_new ();
  fixture->presence = coach_session_presence_new (COACH_CLOCK (fixture->clock), environment);
  g_signal_connect (fixture->presence, "woke", G_CALLBACK (woke_cb), fixture);
}

static gboolean
late_cb (gpointer user_data)
{
  g_assert_not_reached ();
}

/* Until each of the two buses waits for its next try; what else waits is the wall clock's. */
static void
wait_for_failures (Fixture *fixture)
{
  guint late_id = g_timeout_add (PATIENCE_US / 1000, late_cb, NULL);

  while (coach_manual_clock_count_armed (fixture->clock) < 3)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late_id);
}

static void
wait_for_state (Fixture            *fixture,
                CoachPresenceState  state)
{
  guint late_id = g_timeout_add (PATIENCE_US / 1000, late_cb, NULL);

  while (!coach_presence_is_settled (fixture->presence)
         || coach_presence_get_state (fixture->presence) != state)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late_id);
}

static void
tear_down (Fixture *fixture)
{
  g_assert_finalize_object (fixture->presence);
  g_assert_finalize_object (fixture->clock);
  if (fixture->bus == NULL)
    return;
  g_clear_object (&fixture->connection);
  g_test_dbus_down (fixture->bus);
  g_object_unref (fixture->bus);
}

/* Returns whether there is a bus to test with. */
static gboolean
set_up_login (Fixture *fixture)
{
  g_autofree char *daemon = g_find_program_in_path ("dbus-daemon");

  if (daemon == NULL)
    {
      g_test_skip ("dbus-daemon is not installed");
      return FALSE;
    }
  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
  play_login (fixture);
  make_presence (fixture, g_test_dbus_get_bus_address (fixture->bus));
  wait_for_state (fixture, COACH_PRESENCE_UNKNOWN);
  return TRUE;
}

static void
test_retry (void)
{
  Fixture fixture = { 0 };
  guint n_tries;

  g_test_summary ("Buses that are not there are tried seldom, and more seldom as time goes by");
  make_presence (&fixture, "unix:path=/nonexistent");
  wait_for_state (&fixture, COACH_PRESENCE_UNKNOWN);
  g_assert_cmpstr (coach_presence_get_source_id (fixture.presence), ==, "none");
  for (guint i = 0; i < 8 * 60; i++)
    {
      wait_for_failures (&fixture);
      coach_manual_clock_advance (fixture.clock, MINUTE);
    }
  n_tries = coach_manual_clock_count_fired (fixture.clock);
  g_assert_cmpuint (n_tries, >=, 20);
  g_assert_cmpuint (n_tries, <=, 64);
  tear_down (&fixture);
}

static void
test_sleep_unsaid (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GDateTime) other = g_date_time_new_utc (2024, 3, 1, 9, 0, 0);

  g_test_summary ("Sleep that nobody told of is noticed, and a clock that is set is none");
  make_presence (&fixture, "unix:path=/nonexistent");
  coach_manual_clock_advance (fixture.clock, MINUTE);
  coach_manual_clock_set_local_time (fixture.clock, other);
  g_assert_cmpuint (fixture.n_woke, ==, 0);
  for (guint i = 1; i <= 2; i++)
    {
      coach_manual_clock_suspend (fixture.clock, i * 40 * MINUTE);
      g_assert_cmpuint (fixture.n_woke, ==, i);
      g_assert_cmpint (fixture.slept_us, ==, i * 40 * MINUTE);
    }
  tear_down (&fixture);
}

static void
test_sleep_said (void)
{
  Fixture fixture = { 0 };

  g_test_summary ("Sleep that logind told of as well is counted once");
  if (!set_up_login (&fixture))
    return;
  emit_login (&fixture, LOGIN_PATH, "org.freedesktop.login1.Manager", "PrepareForSleep",
              g_variant_new ("(b)", TRUE));
  wait_for_state (&fixture, COACH_PRESENCE_ASLEEP);
  coach_manual_clock_suspend (fixture.clock, 40 * MINUTE);
  emit_login (&fixture, LOGIN_PATH, "org.freedesktop.login1.Manager", "PrepareForSleep",
              g_variant_new ("(b)", FALSE));
  wait_for_state (&fixture, COACH_PRESENCE_UNKNOWN);
  g_assert_cmpuint (fixture.n_woke, ==, 1);
  g_assert_cmpint (fixture.slept_us, ==, 40 * MINUTE);
  tear_down (&fixture);
}

static void
test_lock_ignored (void)
{
  Fixture fixture = { 0 };

  g_test_summary ("A request to lock that nobody follows is doubted after half a minute");
  if (!set_up_login (&fixture))
    return;
  emit_login (&fixture, SESSION_PATH, "org.freedesktop.login1.Session", "Lock", NULL);
  wait_for_state (&fixture, COACH_PRESENCE_LOCKED);
  coach_manual_clock_advance (fixture.clock, 29 * SECOND);
  g_assert_cmpint (coach_presence_get_state (fixture.presence), ==, COACH_PRESENCE_LOCKED);
  coach_manual_clock_advance (fixture.clock, SECOND);
  g_assert_cmpint (coach_presence_get_state (fixture.presence), ==, COACH_PRESENCE_UNKNOWN);
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/host/session-presence/retry", test_retry);
  g_test_add_func ("/host/session-presence/sleep-unsaid", test_sleep_unsaid);
  g_test_add_func ("/host/session-presence/sleep-said", test_sleep_said);
  g_test_add_func ("/host/session-presence/lock-ignored", test_lock_ignored);

  return g_test_run ();
}
