#include "config.h"

#include "coach-screen-reader.h"
#include "coach-test-bus.h"

#define BUS_NAME "org.a11y.Bus"
#define BUS_PATH "/org/a11y/bus"
#define STATUS   "org.a11y.Status"

static const char introspection[]
    = "<node><interface name='" STATUS "'>"
      "<property name='ScreenReaderEnabled' type='b' access='read'/></interface></node>";

static GVariant *
get_property_cb (GDBusConnection *connection,
                 const char      *sender,
                 const char      *path,
                 const char      *interface,
                 const char      *property,
                 GError         **error,
                 gpointer         user_data)
{
  return g_variant_new_boolean (*(gboolean *) user_data);
}

static const GDBusInterfaceVTable vtable = { .get_property = get_property_cb };

/* Returns: the id of the object */
static guint
play_status (CoachTestBus *bus,
             gboolean     *is_active)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (introspection, &error);
  guint id;

  g_assert_no_error (error);
  id = g_dbus_connection_register_object (bus->theirs, BUS_PATH, info->interfaces[0], &vtable,
                                          is_active, NULL, &error);
  g_assert_no_error (error);
  return id;
}

/* With the value, or as one that is no longer valid. */
static void
tell_changed (CoachTestBus *bus,
              gboolean      is_active,
              gboolean      has_value)
{
  g_autoptr (GError) error = NULL;
  GVariantBuilder changed;
  const char *const invalid[] = { has_value ? NULL : "ScreenReaderEnabled", NULL };

  g_variant_builder_init (&changed, G_VARIANT_TYPE_VARDICT);
  if (has_value)
    g_variant_builder_add (&changed, "{sv}", "ScreenReaderEnabled",
                           g_variant_new_boolean (is_active));
  g_dbus_connection_emit_signal (bus->theirs, NULL, BUS_PATH, "org.freedesktop.DBus.Properties",
                                 "PropertiesChanged",
                                 g_variant_new ("(sa{sv}^as)", STATUS, &changed, invalid), &error);
  g_assert_no_error (error);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_follows (void)
{
  CoachTestBus bus;
  gboolean is_active = TRUE;
  guint count = 0;
  guint object_id;
  CoachScreenReader *reader;

  g_test_summary ("It is known whether a screen reader is on, when it is switched and when it goes.");

  coach_test_bus_up (&bus);
  object_id = play_status (&bus, &is_active);
  reader = coach_screen_reader_new (bus.ours);
  g_signal_connect_swapped (reader, "notify::is-active", G_CALLBACK (count_cb), &count);
  g_assert_false (coach_screen_reader_get_is_active (reader));

  coach_test_bus_own (&bus, BUS_NAME);
  coach_test_wait_for (coach_screen_reader_get_is_active (reader));
  is_active = FALSE;
  tell_changed (&bus, FALSE, TRUE);
  coach_test_wait_for (!coach_screen_reader_get_is_active (reader));
  is_active = TRUE;
  tell_changed (&bus, TRUE, FALSE);
  coach_test_wait_for (coach_screen_reader_get_is_active (reader));
  coach_test_bus_release (&bus, BUS_NAME);
  coach_test_wait_for (!coach_screen_reader_get_is_active (reader));
  g_assert_cmpuint (count, ==, 4);

  g_assert_finalize_object (reader);
  g_dbus_connection_unregister_object (bus.theirs, object_id);
  coach_test_bus_down (&bus);
}

static gboolean
time_passed_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
test_nothing_there (void)
{
  CoachTestBus bus;
  gboolean passed = FALSE;
  CoachScreenReader *reader = coach_screen_reader_new (NULL);

  g_test_summary ("Without a bus, or with a service that knows nothing of it, there is none.");

  g_assert_false (coach_screen_reader_get_is_active (reader));
  g_assert_finalize_object (reader);

  coach_test_bus_up (&bus);
  coach_test_bus_own (&bus, BUS_NAME);
  reader = coach_screen_reader_new (bus.ours);
  g_timeout_add (200, time_passed_cb, &passed);
  coach_test_wait_for (passed);
  g_assert_false (coach_screen_reader_get_is_active (reader));
  g_assert_finalize_object (reader);
  coach_test_bus_down (&bus);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/screen-reader/follows", test_follows);
  g_test_add_func ("/screen-reader/nothing-there", test_nothing_there);

  return g_test_run ();
}
