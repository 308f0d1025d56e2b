/* Switching the reminder on and off, by each way a desktop may have, all of them played. */
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "coach-autostart.h"
#include "coach-manual-clock.h"
#include "coach-test-bus.h"

#define REMINDER "org.lowtide.Lowtide.Reminder"
#define SYSTEMD  "org.freedesktop.systemd1"
#define PORTAL   "org.freedesktop.portal.Desktop"
#define SECOND   ((gint64) G_USEC_PER_SEC)

static const char interfaces[]
    = "<node><interface name='org.freedesktop.systemd1.Manager'>"
      "  <method name='GetUnitFileState'><arg type='s' direction='in'/>"
      "    <arg type='s' direction='out'/></method>"
      "  <method name='EnableUnitFiles'><arg type='as' direction='in'/>"
      "    <arg type='b' direction='in'/><arg type='b' direction='in'/>"
      "    <arg type='b' direction='out'/><arg type='a(sss)' direction='out'/></method>"
      "  <method name='DisableUnitFiles'><arg type='as' direction='in'/>"
      "    <arg type='b' direction='in'/><arg type='a(sss)' direction='out'/></method>"
      "  <method name='Reload'/>"
      "  <method name='StartUnit'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
      "    <arg type='o' direction='out'/></method>"
      "  <method name='StopUnit'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
      "    <arg type='o' direction='out'/></method>"
      "</interface>"
      "<interface name='org.freedesktop.portal.Background'>"
      "  <method name='RequestBackground'><arg type='s' direction='in'/>"
      "    <arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
      "</interface></node>";

typedef struct
{
  CoachTestBus       bus;
  CoachManualClock  *clock;       /* (owned) */
  GSettings         *settings;    /* (owned) */
  CoachPlaces       *places;      /* (owned) */
  CoachReminderLink *link;        /* (owned) */
  CoachAutostart    *autostart;   /* (owned) */
  GString           *heard;       /* (owned): what was asked of systemd or the portal */
  gboolean           is_enabled;  /* the unit */
  gboolean           comes_up;    /* the reminder, when it is started */
  gboolean           refuses;     /* whoever is asked */
} Fixture;

static void
answer_portal (Fixture               *fixture,
               GVariant              *parameters,
               GDBusMethodInvocation *invocation)
{
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 1);
  g_autofree char *sender = g_strdup (g_dbus_method_invocation_get_sender (invocation) + 1);
  g_autofree char *path = NULL;
  const char *token;
  gboolean autostart;
  GVariantDict results;

  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  g_assert_true (g_variant_lookup (options, "autostart", "b", &autostart));
  g_string_append (fixture->heard, autostart ? "yes " : "no ");
  g_strdelimit (sender, ".", '_');
  path = g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", sender, token);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", path));
  g_variant_dict_init (&results, NULL);
  g_variant_dict_insert (&results, "autostart", "b", autostart && !fixture->refuses);
  g_dbus_connection_emit_signal (fixture->bus.theirs, NULL, path, "org.freedesktop.portal.Request",
                                 "Response",
                                 g_variant_new ("(u@a{sv})", fixture->refuses ? 1 : 0,
                                                g_variant_dict_end (&results)),
                                 NULL);
}

static void
answer_systemd (Fixture               *fixture,
                const char            *method,
                GDBusMethodInvocation *invocation)
{
  const char *changes = NULL;

  if (g_str_equal (method, "GetUnitFileState"))
    g_dbus_method_invocation_return_value (
        invocation, g_variant_new ("(s)", fixture->is_enabled ? "enabled" : "disabled"));
  else if (g_str_equal (method, "Reload"))
    g_dbus_method_invocation_return_value (invocation, NULL);
  else if (g_str_has_suffix (method, "Unit"))
    {
      if (g_str_equal (method, "StartUnit") && fixture->comes_up)
        coach_test_bus_own (&fixture->bus, REMINDER);
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", "/job"));
    }
  else
    {
      fixture->is_enabled = g_str_equal (method, "EnableUnitFiles");
      changes = fixture->is_enabled ? "(true, @a(sss) [])" : "(@a(sss) [],)";
      g_dbus_method_invocation_return_value (invocation,
                                             g_variant_new_parsed (changes));
    }
}

static void
called_cb (GDBusConnection       *connection,
           const char            *sender,
           const char            *path,
           const char            *interface,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               user_data)
{
  Fixture *fixture = user_data;

  if (g_str_equal (method, "RequestBackground"))
    {
      answer_portal (fixture, parameters, invocation);
      return;
    }
  if (!g_str_equal (method, "GetUnitFileState"))
    g_string_append_printf (fixture->heard, "%s ", method);
  if (fixture->refuses && !g_str_equal (method, "GetUnitFileState"))
    g_dbus_method_invocation_return_dbus_error (invocation, "org.lowtide.Test.No", "not today");
  else
    answer_systemd (fixture, method, invocation);
}

static void
play (Fixture    *fixture,
      const char *name)
{
  static const GDBusInterfaceVTable vtable = { .method_call = called_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interfaces, NULL);
  gboolean is_portal = g_str_equal (name, PORTAL);
  g_autoptr (GError) error = NULL;

  g_dbus_connection_register_object (
      fixture->bus.theirs,
      is_portal ? "/org/freedesktop/portal/desktop" : "/org/freedesktop/systemd1",
      node->interfaces[is_portal ? 1 : 0], &vtable, fixture, NULL, &error);
  g_assert_no_error (error);
  coach_test_bus_own (&fixture->bus, name);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *folder = g_dir_make_tmp ("coach-XXXXXX", NULL);

  coach_test_bus_up (&fixture->bus);
  fixture->heard = g_string_new (NULL);
  fixture->clock = coach_manual_clock_new ();
  fixture->settings = g_settings_new ("org.lowtide.Lowtide");
  g_settings_reset (fixture->settings, "reminders-enabled");
  fixture->places = coach_places_new ("unused", "unused", folder);
  fixture->link = coach_reminder_link_new (COACH_CLOCK (fixture->clock));
  coach_reminder_link_connect (fixture->link, fixture->bus.ours);
  fixture->autostart = coach_autostart_new (fixture->settings, fixture->places,
                                            COACH_CLOCK (fixture->clock), fixture->link);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_object_run_dispose (G_OBJECT (fixture->autostart));
  g_object_run_dispose (G_OBJECT (fixture->link));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->autostart);
  g_object_unref (fixture->link);
  g_object_unref (fixture->places);
  g_object_unref (fixture->settings);
  g_object_unref (fixture->clock);
  g_string_free (fixture->heard, TRUE);
  coach_test_bus_down (&fixture->bus);
}

static CoachAutostartFacts
get_facts (Fixture *fixture)
{
  CoachAutostartFacts facts;

  coach_autostart_get_facts (fixture->autostart, &facts);
  return facts;
}

/* As somebody who starts it by hand. */
static void
bring_up (Fixture *fixture)
{
  CoachReminderFacts told = { 0 };

  coach_test_bus_own (&fixture->bus, REMINDER);
  coach_test_wait_for ((coach_reminder_link_get_facts (fixture->link, &told), told.is_running));
}

static gboolean
has_entry (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (coach_places_get_config_dir (fixture->places),
                                            "autostart", REMINDER ".desktop", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
switch_to (Fixture  *fixture,
           gboolean  on)
{
  g_string_truncate (fixture->heard, 0);
  coach_autostart_switch (fixture->autostart, on);
  g_assert_true (get_facts (fixture).is_busy);
  coach_test_wait_for (!get_facts (fixture).is_busy);
}

static void
test_systemd (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_test_summary ("systemd enables and starts its unit, and undoes both; the state is systemd's own");
  play (fixture, SYSTEMD);
  fixture->comes_up = TRUE;
  coach_autostart_connect (fixture->autostart, fixture->bus.ours, FALSE);
  coach_autostart_look (fixture->autostart);
  coach_test_wait_for (get_facts (fixture).way == COACH_AUTOSTART_SYSTEMD);
  g_assert_false (get_facts (fixture).is_at_login);
  switch_to (fixture, TRUE);
  coach_test_wait_for (g_str_equal (fixture->heard->str, "EnableUnitFiles Reload StartUnit "));
  g_assert_null (get_facts (fixture).problem);
  g_assert_true (get_facts (fixture).is_wanted && get_facts (fixture).is_at_login);
  g_assert_false (has_entry (fixture));

  fixture->is_enabled = FALSE;
  coach_autostart_look (fixture->autostart);
  coach_test_wait_for (!get_facts (fixture).is_at_login);
  fixture->is_enabled = TRUE;
  switch_to (fixture, FALSE);
  g_assert_cmpstr (fixture->heard->str, ==, "DisableUnitFiles Reload StopUnit ");
  g_assert_false (get_facts (fixture).is_wanted || get_facts (fixture).is_at_login);
}

static void
test_refusal (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_test_summary ("What systemd refuses is told with its reason, and reminders stay off");
  play (fixture, SYSTEMD);
  fixture->refuses = TRUE;
  coach_autostart_connect (fixture->autostart, fixture->bus.ours, FALSE);
  switch_to (fixture, TRUE);
  g_assert_cmpstr (get_facts (fixture).problem, ==,
                   "The reminder will not start at login: not today");
  g_assert_false (get_facts (fixture).is_wanted || get_facts (fixture).is_at_login);
}

static void
test_does_not_come_up (Fixture       *fixture,
                       gconstpointer  user_data)
{
  g_test_summary ("A reminder that is started and does not come up is told of after a while");
  play (fixture, SYSTEMD);
  coach_autostart_connect (fixture->autostart, fixture->bus.ours, FALSE);
  coach_autostart_switch (fixture->autostart, TRUE);
  coach_test_wait_for (coach_manual_clock_count_armed (fixture->clock) == 1);
  g_assert_true (get_facts (fixture).is_busy);
  coach_manual_clock_advance (fixture->clock, 11 * SECOND);
  g_assert_false (get_facts (fixture).is_busy);
  g_assert_cmpstr (get_facts (fixture).problem, ==,
                   "The reminder was started, but does not come up.");
  g_assert_true (get_facts (fixture).is_at_login);
}

static void
test_file (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_test_summary ("Without systemd there is an entry, and the bus starts the reminder");
  bring_up (fixture);
  coach_autostart_connect (fixture->autostart, fixture->bus.ours, FALSE);
  switch_to (fixture, TRUE);
  g_assert_null (get_facts (fixture).problem);
  g_assert_cmpint (get_facts (fixture).way, ==, COACH_AUTOSTART_FILE);
  g_assert_true (get_facts (fixture).is_at_login && has_entry (fixture));
  switch_to (fixture, FALSE);
  g_assert_false (get_facts (fixture).is_at_login || has_entry (fixture));
}

static void
test_not_installed (Fixture       *fixture,
                    gconstpointer  user_data)
{
  g_test_summary ("A reminder that the bus cannot start is told of, though the entry is there");
  coach_autostart_connect (fixture->autostart, fixture->bus.ours, FALSE);
  switch_to (fixture, TRUE);
  g_assert_true (g_str_has_prefix (get_facts (fixture).problem,
                                   "The reminder could not be started: "));
  g_assert_true (get_facts (fixture).is_wanted && has_entry (fixture));
}

static void
test_no_place (Fixture       *fixture,
               gconstpointer  user_data)
{
  const char *folder = coach_places_get_config_dir (fixture->places);

  g_test_summary ("Where neither an entry nor a start is possible, reminders are off again");
  g_file_set_contents (folder, "in the way", -1, NULL);
  coach_autostart_connect (fixture->autostart, fixture->bus.ours, FALSE);
  switch_to (fixture, TRUE);
  g_assert_true (g_str_has_prefix (get_facts (fixture).problem,
                                   "The reminder will not start at login: "));
  g_assert_false (get_facts (fixture).is_wanted || get_facts (fixture).is_at_login);
}

static void
test_portal (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_test_summary ("In a sandbox the portal is asked, and its answer is what counts");
  play (fixture, PORTAL);
  bring_up (fixture);
  coach_autostart_connect (fixture->autostart, fixture->bus.ours, TRUE);
  switch_to (fixture, TRUE);
  g_assert_cmpstr (fixture->heard->str, ==, "yes ");
  g_assert_true (get_facts (fixture).is_at_login);
  g_assert_null (get_facts (fixture).problem);
  switch_to (fixture, FALSE);
  g_assert_cmpstr (fixture->heard->str, ==, "no ");
  g_assert_false (get_facts (fixture).is_at_login);
  fixture->refuses = TRUE;
  switch_to (fixture, TRUE);
  g_assert_false (get_facts (fixture).is_at_login);
  g_assert_nonnull (get_facts (fixture).problem);
  g_assert_false (has_entry (fixture));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  add ("/app/autostart/systemd", test_systemd);
  add ("/app/autostart/refusal", test_refusal);
  add ("/app/autostart/does-not-come-up", test_does_not_come_up);
  add ("/app/autostart/file", test_file);
  add ("/app/autostart/not-installed", test_not_installed);
  add ("/app/autostart/no-place", test_no_place);
  add ("/app/autostart/portal", test_portal);

  return g_test_run ();
}
