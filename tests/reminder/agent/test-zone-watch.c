/* Travelling: what the system's service for time tells, on a bus of the test. */
#include "coach-manual-clock.h"
#include "coach-test-bus.h"
#include "coach-zone-watch.h"

#define TIMEDATE "org.freedesktop.timedate1"

typedef struct
{
  CoachTestBus      bus;
  CoachManualClock *clock;
  CoachBusLink     *link;
  CoachZoneWatch   *watch;
  guint             n_changes;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  coach_test_bus_up (&fixture->bus);
  fixture->clock = coach_manual_clock_new ();
  fixture->link = coach_bus_link_new (COACH_CLOCK (fixture->clock),
                                      g_test_dbus_get_bus_address (fixture->bus.bus));
  fixture->watch = coach_zone_watch_new (fixture->link);
  g_signal_connect_swapped (fixture->watch, "changed", G_CALLBACK (changed_cb), fixture);
  coach_test_wait_for (coach_bus_link_get_connection (fixture->link) != NULL);
  coach_test_bus_own (&fixture->bus, TIMEDATE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->watch);
  g_object_run_dispose (G_OBJECT (fixture->link));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->link);
  g_object_unref (fixture->clock);
  coach_test_bus_down (&fixture->bus);
}

/* What @bus says of the zone. */
static void
tell_zone (Fixture         *fixture,
           GDBusConnection *bus,
           const char      *path)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (bus, NULL, path, "org.freedesktop.DBus.Properties",
                                 "PropertiesChanged",
                                 g_variant_new_parsed ("(%s, @a{sv} {}, ['Timezone'])", TIMEDATE),
                                 &error);
  g_assert_no_error (error);
  g_dbus_connection_flush_sync (bus, NULL, &error);
  g_assert_no_error (error);
}

static void
test_travels (Fixture       *fixture,
              gconstpointer  data)
{
  g_test_summary ("Another time zone is told each time");

  for (guint i = 1; i <= 2; i++)
    {
      tell_zone (fixture, fixture->bus.theirs, "/org/freedesktop/timedate1");
      coach_test_wait_for (fixture->n_changes == i);
    }
}

static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  g_test_summary ("What others say, or is said of other things, is not");

  tell_zone (fixture, fixture->bus.ours, "/org/freedesktop/timedate1");
  tell_zone (fixture, fixture->bus.theirs, "/org/freedesktop/elsewhere");
  tell_zone (fixture, fixture->bus.theirs, "/org/freedesktop/timedate1");
  coach_test_wait_for (fixture->n_changes > 0);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/zone-watch/travels", Fixture, NULL, set_up, test_travels, tear_down);
  g_test_add ("/zone-watch/others", Fixture, NULL, set_up, test_others, tear_down);
  return g_test_run ();
}
