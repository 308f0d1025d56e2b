#include "config.h"

#include "remote-fixture.h"

#include "session-fixture.h"

static CoachCatalog *catalog;
static CoachPlaces *places;

void
remote_fixture_load (void)
{
  catalog = session_fixture_load_catalog ();
  places = coach_places_new (g_getenv ("LOWTIDE_CATALOG_DIR"), g_getenv ("LOWTIDE_MEDIA_DIR"),
                             g_get_tmp_dir ());
}

void
remote_fixture_unload (void)
{
  g_clear_object (&catalog);
  g_clear_object (&places);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char **) a, *(const char **) b);
}

static void
note_changes (GString  *told,
              GVariant *parameters)
{
  g_autoptr (GVariant) changed = g_variant_get_child_value (parameters, 1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, changed);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &value))
    {
      g_ptr_array_add (names, g_strdup (name));
      g_variant_unref (value);
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  value = g_variant_new_take_string (g_strjoinv (",", (char **) names->pdata));
  g_string_append_printf (told, "%s ", g_variant_get_string (value, NULL));
  g_variant_unref (g_variant_ref_sink (value));
}

static void
signal_cb (GDBusConnection *connection,
           const char      *sender,
           const char      *path,
           const char      *interface,
           const char      *name,
           GVariant        *parameters,
           gpointer         user_data)
{
  RemoteFixture *fixture = user_data;
  gint64 position_us;

  if (g_str_equal (name, "Seeked"))
    {
      g_variant_get (parameters, "(x)", &position_us);
      g_string_append_printf (fixture->told, "Seeked:%d ", (int) (position_us / SECOND));
    }
  else
    note_changes (fixture->told, parameters);
}

/* The first movement is held: 8 s to get into place, 30 s, 10 s of rest, 30 s; then the other side. */
static CoachPlan *
make_plan (void)
{
  g_autoptr (CoachRoutine) routine = NULL;
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (GError) error = NULL;
  CoachPlan *plan;

  routine = session_fixture_read_routine (catalog, "fixed", "figure-four-supine", "clamshell",
                                          "bridge", "calf-raise", NULL);
  plan = coach_plan_new (routine, catalog, profile, NULL, &error);
  g_assert_no_error (error);
  return plan;
}

void
remote_fixture_set_up (RemoteFixture       *fixture,
        gconstpointer  user_data)
{
  coach_test_bus_up (&fixture->bus);
  fixture->told = g_string_new (NULL);
  fixture->plan = make_plan ();
  fixture->run = session_recorder_start (fixture->plan);
  fixture->signal_id
      = g_dbus_connection_signal_subscribe (fixture->bus.theirs, NULL, NULL, NULL, PATH, NULL,
                                            G_DBUS_SIGNAL_FLAGS_NONE, signal_cb, fixture, NULL);
}

void
remote_fixture_make_remote (RemoteFixture *fixture)
{
  fixture->remote = coach_remote_new (fixture->run->session, places,
                                      COACH_CLOCK (fixture->run->clock), fixture->bus.ours);
}

void
remote_fixture_put_on_bus (RemoteFixture *fixture)
{
  remote_fixture_make_remote (fixture);
  coach_test_wait_for (coach_remote_get_bus_name (fixture->remote) != NULL);
}

void
remote_fixture_tear_down (RemoteFixture       *fixture,
           gconstpointer  user_data)
{
  g_dbus_connection_signal_unsubscribe (fixture->bus.theirs, fixture->signal_id);
  if (fixture->remote != NULL)
    g_assert_finalize_object (fixture->remote);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  session_recorder_free (fixture->run);
  g_object_unref (fixture->plan);
  g_string_free (fixture->told, TRUE);
  coach_test_bus_down (&fixture->bus);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* (transfer full) (nullable): the answer, while the other end is served in this thread. */
GVariant *
remote_fixture_ask (RemoteFixture     *fixture,
     const char  *interface,
     const char  *method,
     GVariant    *arguments,
     GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_dbus_connection_call (fixture->bus.theirs,
                          g_dbus_connection_get_unique_name (fixture->bus.ours), PATH, interface,
                          method, arguments, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, answered_cb,
                          &result);
  coach_test_wait_for (result != NULL);
  return g_dbus_connection_call_finish (fixture->bus.theirs, result, error);
}

void
remote_fixture_call (RemoteFixture    *fixture,
      const char *method,
      GVariant   *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = remote_fixture_ask (fixture, PLAYER, method, arguments, &error);

  g_assert_no_error (error);
  g_assert_nonnull (answer);
}

GVariant *
remote_fixture_get (RemoteFixture    *fixture,
     const char *interface,
     const char *property)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;
  GVariant *value;

  answer = remote_fixture_ask (fixture, "org.freedesktop.DBus.Properties", "Get",
                g_variant_new ("(ss)", interface, property), &error);
  g_assert_no_error (error);
  g_variant_get (answer, "(v)", &value);
  return value;
}

void
remote_fixture_set (RemoteFixture    *fixture,
     const char *interface,
     const char *property,
     GVariant   *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer G_GNUC_UNUSED = NULL;

  answer = remote_fixture_ask (fixture, "org.freedesktop.DBus.Properties", "Set",
                g_variant_new ("(ssv)", interface, property, value), &error);
  g_assert_no_error (error);
}

void
remote_fixture_assert_value (RemoteFixture    *fixture,
              const char *interface,
              const char *property,
              const char *expected)
{
  g_autoptr (GVariant) value = remote_fixture_get (fixture, interface, property);
  g_autofree char *text = g_variant_print (value, FALSE);

  g_test_message ("%s", property);
  g_assert_cmpstr (text, ==, expected);
}

/* The bus keeps the order, so that an answer comes after all that was told before. */
void
remote_fixture_let_signals_come (RemoteFixture *fixture)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_variant_unref (remote_fixture_get (fixture, ROOT, "Identity"));
}

/* What was told since the last time. */
void
remote_fixture_assert_told (RemoteFixture    *fixture,
             const char *expected)
{
  remote_fixture_let_signals_come (fixture);
  g_assert_cmpstr (fixture->told->str, ==, expected);
  g_string_truncate (fixture->told, 0);
}
