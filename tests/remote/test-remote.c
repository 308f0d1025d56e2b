/* A session as it is on a bus of the test. */
#include "config.h"

#include <unistd.h>

#include "coach-mpris.h"
#include "coach-test-bus.h"
#include "remote.h"
#include "session-fixture.h"
#include "session-recorder.h"

#define NAME    "org.mpris.MediaPlayer2.lowtide"
#define PATH    "/org/mpris/MediaPlayer2"
#define ROOT    "org.mpris.MediaPlayer2"
#define PLAYER  "org.mpris.MediaPlayer2.Player"
#define SECOND  ((gint64) G_USEC_PER_SEC)

static CoachCatalog *catalog;
static CoachPlaces *places;

typedef struct
{
  CoachTestBus     bus;
  CoachPlan       *plan;      /* (owned) */
  SessionRecorder *run;       /* (owned) */
  CoachRemote     *remote;    /* (owned) (nullable) */
  guint            signal_id;
  GString         *told;      /* (owned): what came by signal, in its order */
  guint            n_raised;
} Fixture;

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
  Fixture *fixture = user_data;
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

static void
set_up (Fixture       *fixture,
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

static void
put_on_bus (Fixture *fixture)
{
  fixture->remote = coach_remote_new (fixture->run->session, places,
                                      COACH_CLOCK (fixture->run->clock), fixture->bus.ours);
  coach_test_wait_for (coach_remote_get_bus_name (fixture->remote) != NULL);
}

static void
tear_down (Fixture       *fixture,
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
static GVariant *
ask (Fixture     *fixture,
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

static void
call (Fixture    *fixture,
      const char *method,
      GVariant   *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = ask (fixture, PLAYER, method, arguments, &error);

  g_assert_no_error (error);
  g_assert_nonnull (answer);
}

static GVariant *
get (Fixture    *fixture,
     const char *interface,
     const char *property)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;
  GVariant *value;

  answer = ask (fixture, "org.freedesktop.DBus.Properties", "Get",
                g_variant_new ("(ss)", interface, property), &error);
  g_assert_no_error (error);
  g_variant_get (answer, "(v)", &value);
  return value;
}

static void
set (Fixture    *fixture,
     const char *interface,
     const char *property,
     GVariant   *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer G_GNUC_UNUSED = NULL;

  answer = ask (fixture, "org.freedesktop.DBus.Properties", "Set",
                g_variant_new ("(ssv)", interface, property, value), &error);
  g_assert_no_error (error);
}

static void
assert_value (Fixture    *fixture,
              const char *interface,
              const char *property,
              const char *expected)
{
  g_autoptr (GVariant) value = get (fixture, interface, property);
  g_autofree char *text = g_variant_print (value, FALSE);

  g_test_message ("%s", property);
  g_assert_cmpstr (text, ==, expected);
}

/* The bus keeps the order, so that an answer comes after all that was told before. */
static void
let_signals_come (Fixture *fixture)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_variant_unref (get (fixture, ROOT, "Identity"));
}

/* What was told since the last time. */
static void
assert_told (Fixture    *fixture,
             const char *expected)
{
  let_signals_come (fixture);
  g_assert_cmpstr (fixture->told->str, ==, expected);
  g_string_truncate (fixture->told, 0);
}

static void
test_members (Fixture       *fixture,
              gconstpointer  user_data)
{
  static const struct
  {
    const char *interface;
    const char *property;
    const char *value;
  } members[] = {
    { ROOT, "CanQuit", "false" },
    { ROOT, "Fullscreen", "false" },
    { ROOT, "CanSetFullscreen", "true" },
    { ROOT, "CanRaise", "true" },
    { ROOT, "HasTrackList", "false" },
    { ROOT, "Identity", "'Lowtide'" },
    { ROOT, "DesktopEntry", "'" APP_ID "'" },
    { ROOT, "SupportedUriSchemes", "[]" },
    { ROOT, "SupportedMimeTypes", "[]" },
    { PLAYER, "PlaybackStatus", "'Playing'" },
    { PLAYER, "Rate", "1.0" },
    { PLAYER, "Volume", "1.0" },
    { PLAYER, "Position", "3000000" },
    { PLAYER, "MinimumRate", "1.0" },
    { PLAYER, "MaximumRate", "1.0" },
    { PLAYER, "CanGoNext", "true" },
    { PLAYER, "CanGoPrevious", "true" },
    { PLAYER, "CanPlay", "true" },
    { PLAYER, "CanPause", "true" },
    { PLAYER, "CanSeek", "true" },
    { PLAYER, "CanControl", "true" },
  };

  g_test_summary ("Every property that the specification demands is there");
  put_on_bus (fixture);
  g_assert_cmpstr (coach_remote_get_bus_name (fixture->remote), ==, NAME);
  coach_manual_clock_advance (fixture->run->clock, 3 * SECOND);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    assert_value (fixture, members[i].interface, members[i].property, members[i].value);
}

static CoachSessionStatus
get_status (Fixture *fixture)
{
  return coach_session_get_status (fixture->run->session);
}

static void
test_pause (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const struct
  {
    const char         *method;
    CoachSessionStatus  status;
    const char         *told;
  } orders[] = {
    { "Play", COACH_SESSION_RUNNING, "" },
    { "Pause", COACH_SESSION_PAUSED, "PlaybackStatus " },
    { "Pause", COACH_SESSION_PAUSED, "" },
    { "Play", COACH_SESSION_RUNNING, "PlaybackStatus " },
    { "PlayPause", COACH_SESSION_PAUSED, "PlaybackStatus " },
    { "PlayPause", COACH_SESSION_RUNNING, "PlaybackStatus " },
    { "Stop", COACH_SESSION_PAUSED, "PlaybackStatus " },
    { "Stop", COACH_SESSION_PAUSED, "" },
    { "PlayPause", COACH_SESSION_RUNNING, "PlaybackStatus " },
  };

  g_test_summary ("Play, pause and stop, and only what changed is told");
  put_on_bus (fixture);
  coach_manual_clock_advance (fixture->run->clock, 20 * SECOND);
  assert_told (fixture, "Metadata ");
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      call (fixture, orders[i].method, NULL);
      g_assert_cmpint (get_status (fixture), ==, orders[i].status);
      assert_told (fixture, orders[i].told);
      assert_value (fixture, PLAYER, "Position", "20000000");
    }
  /* The time to settle is over: players had taken it for time that passes. */
  coach_manual_clock_advance (fixture->run->clock, 5 * SECOND);
  assert_told (fixture, "Seeked:20 ");
  coach_manual_clock_advance (fixture->run->clock, SECOND);
  assert_told (fixture, "");
  assert_value (fixture, PLAYER, "Position", "21000000");
}

static guint
get_step (Fixture *fixture)
{
  return coach_session_get_phase (fixture->run->session)->step;
}

static void
test_moves (Fixture       *fixture,
            gconstpointer  user_data)
{
  guint n_steps = coach_plan_get_n_steps (fixture->plan);

  g_test_summary ("Next skips movements, never the last; Previous goes back, never beyond the first");
  put_on_bus (fixture);
  for (guint step = 1; step < n_steps; step++)
    {
      call (fixture, "Next", NULL);
      g_assert_cmpuint (get_step (fixture), ==, step);
      assert_told (fixture, step + 1 < n_steps ? "Metadata " : "CanGoNext,Metadata ");
    }
  for (guint i = 0; i < 3; i++)
    call (fixture, "Next", NULL);
  call (fixture, "Seek", g_variant_new ("(x)", G_MAXINT64));
  g_assert_cmpuint (get_step (fixture), ==, n_steps - 1);
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_RUNNING);
  assert_told (fixture, "Seeked:0 ");

  coach_manual_clock_advance (fixture->run->clock, 5 * SECOND);
  call (fixture, "Previous", NULL);
  g_assert_cmpuint (get_step (fixture), ==, n_steps - 1);
  assert_told (fixture, "Seeked:0 ");
  for (guint i = 0; i < n_steps + 3; i++)
    call (fixture, "Previous", NULL);
  g_assert_cmpuint (get_step (fixture), ==, 0);
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_RUNNING);
}

static char *
dup_track (Fixture *fixture)
{
  g_autoptr (GVariant) metadata = get (fixture, PLAYER, "Metadata");
  char *track = NULL;

  g_assert_true (g_variant_lookup (metadata, "mpris:trackid", "o", &track));
  return track;
}

static void
test_seek (Fixture       *fixture,
           gconstpointer  user_data)
{
  static const gint64 absurd[] = { -1, G_MININT64, 3600 * SECOND, G_MAXINT64 };
  g_autofree char *track = NULL;

  g_test_summary ("Seeking leads to a beginning and says where; what is stale or absurd does nothing");
  put_on_bus (fixture);
  coach_manual_clock_advance (fixture->run->clock, 20 * SECOND);
  assert_told (fixture, "Metadata ");
  track = dup_track (fixture);
  call (fixture, "SetPosition", g_variant_new ("(ox)", track, 2 * SECOND));
  assert_told (fixture, "Seeked:0 Metadata ");
  coach_manual_clock_advance (fixture->run->clock, 20 * SECOND);
  call (fixture, "Seek", g_variant_new ("(x)", -SECOND));
  g_assert_true (coach_session_is_leading_in (fixture->run->session));
  call (fixture, "Seek", g_variant_new ("(x)", SECOND));
  call (fixture, "Seek", g_variant_new ("(x)", G_MININT64));
  g_assert_cmpuint (coach_session_get_state (fixture->run->session)->phase, ==, 0);

  let_signals_come (fixture);
  g_string_truncate (fixture->told, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (absurd); i++)
    call (fixture, "SetPosition", g_variant_new ("(ox)", track, absurd[i]));
  call (fixture, "SetPosition", g_variant_new ("(ox)", "/some/other/track", SECOND));
  assert_told (fixture, "");
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_RUNNING);
}

static void
raised_cb (Fixture *fixture)
{
  fixture->n_raised++;
}

static void
assert_refused (Fixture    *fixture,
                const char *interface,
                const char *method,
                GVariant   *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = ask (fixture, interface, method, arguments, &error);

  g_assert_null (answer);
  g_assert_error (error, G_DBUS_ERROR, G_DBUS_ERROR_NOT_SUPPORTED);
}

static void
test_window (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (GVariant) answer G_GNUC_UNUSED = NULL;

  g_test_summary ("The window is asked for, the volume is kept in bounds, and nothing is ended");
  put_on_bus (fixture);
  g_signal_connect_swapped (fixture->remote, "raise-requested", G_CALLBACK (raised_cb), fixture);
  answer = ask (fixture, ROOT, "Raise", NULL, NULL);
  g_assert_cmpuint (fixture->n_raised, ==, 1);
  assert_refused (fixture, ROOT, "Quit", NULL);
  assert_refused (fixture, PLAYER, "OpenUri", g_variant_new ("(s)", "file:///etc/passwd"));

  set (fixture, ROOT, "Fullscreen", g_variant_new_boolean (TRUE));
  g_assert_true (coach_remote_get_fullscreen (fixture->remote));
  assert_told (fixture, "Fullscreen ");
  coach_remote_set_fullscreen (fixture->remote, FALSE);
  assert_told (fixture, "Fullscreen ");

  set (fixture, PLAYER, "Volume", g_variant_new_double (0.25));
  g_assert_cmpfloat (coach_remote_get_volume (fixture->remote), ==, 0.25);
  assert_told (fixture, "Volume ");
  set (fixture, PLAYER, "Volume", g_variant_new_double (-3));
  g_assert_cmpfloat (coach_remote_get_volume (fixture->remote), ==, 0);
  set (fixture, PLAYER, "Volume", g_variant_new_double (1e300));
  assert_value (fixture, PLAYER, "Volume", "1.0");
}

static void
test_rate (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_test_summary ("There is one speed, and a speed of nothing pauses");
  put_on_bus (fixture);
  set (fixture, PLAYER, "Rate", g_variant_new_double (2));
  assert_value (fixture, PLAYER, "Rate", "1.0");
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_RUNNING);
  set (fixture, PLAYER, "Rate", g_variant_new_double (0));
  assert_value (fixture, PLAYER, "Rate", "1.0");
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_PAUSED);
  assert_told (fixture, "PlaybackStatus ");
}

static void
test_held (Fixture       *fixture,
           gconstpointer  user_data)
{
  static const char *const orders[] = { "Play", "PlayPause", "Next", "Previous" };

  g_test_summary ("While something is asked a session can be paused, and nothing else");
  put_on_bus (fixture);
  coach_remote_set_is_held (fixture->remote, TRUE);
  assert_told (fixture, "CanGoNext,CanGoPrevious,CanPlay,CanSeek ");
  call (fixture, "PlayPause", NULL);
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_PAUSED);
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    call (fixture, orders[i], NULL);
  call (fixture, "Seek", g_variant_new ("(x)", 20 * SECOND));
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_PAUSED);
  g_assert_cmpuint (coach_session_get_state (fixture->run->session)->phase, ==, 0);

  coach_remote_set_is_held (fixture->remote, FALSE);
  call (fixture, "PlayPause", NULL);
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_RUNNING);
}

static gboolean
has_owner (Fixture    *fixture,
           const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;
  gboolean has;

  answer = g_dbus_connection_call_sync (fixture->bus.theirs, "org.freedesktop.DBus",
                                        "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                        "NameHasOwner", g_variant_new ("(s)", name), NULL,
                                        G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (answer, "(b)", &has);
  return has;
}

static void
test_only_in_a_session (Fixture       *fixture,
                        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;

  g_test_summary ("Name and object are there while the session is, and not longer");
  g_assert_false (has_owner (fixture, NAME));
  put_on_bus (fixture);
  g_assert_true (has_owner (fixture, NAME));
  coach_session_stop (fixture->run->session);
  g_assert_null (coach_remote_get_bus_name (fixture->remote));
  coach_test_wait_for (!has_owner (fixture, NAME));
  answer = ask (fixture, PLAYER, "Play", NULL, &error);
  g_assert_null (answer);
  g_assert_nonnull (error);
}

static void
test_name_taken (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autofree char *own = g_strdup_printf (NAME ".instance%d", (int) getpid ());

  g_test_summary ("Where somebody else has the name, ours has our process's number behind it");
  coach_test_bus_own (&fixture->bus, NAME);
  put_on_bus (fixture);
  g_assert_cmpstr (coach_remote_get_bus_name (fixture->remote), ==, own);
  g_assert_true (has_owner (fixture, own));
  call (fixture, "Pause", NULL);
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_PAUSED);
}

static void
test_both_names_taken (Fixture       *fixture,
                       gconstpointer  user_data)
{
  g_autofree char *own = g_strdup_printf (NAME ".instance%d", (int) getpid ());

  g_test_summary ("Without any name the session goes on, and is asked by its connection's");
  g_test_expect_message ("coach-remote", G_LOG_LEVEL_MESSAGE, "*somebody else has it");
  coach_test_bus_own (&fixture->bus, NAME);
  coach_test_bus_own (&fixture->bus, own);
  fixture->remote = coach_remote_new (fixture->run->session, places,
                                      COACH_CLOCK (fixture->run->clock), fixture->bus.ours);
  for (guint i = 0; i < 3; i++)
    call (fixture, "Pause", NULL);
  g_assert_null (coach_remote_get_bus_name (fixture->remote));
  g_test_assert_expected_messages ();
}

static void
test_bus_lost (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_test_summary ("When the bus is lost the session goes on");
  put_on_bus (fixture);
  g_dbus_connection_close_sync (fixture->bus.ours, NULL, NULL);
  coach_test_wait_for (coach_remote_get_bus_name (fixture->remote) == NULL);
  coach_manual_clock_advance (fixture->run->clock, 60 * SECOND);
  coach_session_pause (fixture->run->session);
  coach_session_skip_step (fixture->run->session);
  coach_session_resume (fixture->run->session);
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_RUNNING);
  session_recorder_run_out (fixture->run);
  g_assert_cmpuint (fixture->run->n_finished, ==, 1);
}

static void
call_at_random (Fixture *fixture)
{
  static const char *const orders[] = { "Play", "Pause", "PlayPause", "Stop", "Next", "Previous" };
  guint which = g_test_rand_int_range (0, 10);
  g_autofree char *track = NULL;

  if (which < G_N_ELEMENTS (orders))
    call (fixture, orders[which], NULL);
  else if (which == 6)
    call (fixture, "Seek", g_variant_new ("(x)", (gint64) g_test_rand_int () * 1000));
  else if (which == 7)
    {
      track = dup_track (fixture);
      call (fixture, "SetPosition",
            g_variant_new ("(ox)", track, g_test_rand_int_range (0, 100) * SECOND));
    }
  else if (which == 8)
    set (fixture, PLAYER, "Rate", g_variant_new_double (g_test_rand_int_range (0, 3)));
  else
    set (fixture, PLAYER, "Volume", g_variant_new_double (g_test_rand_double_range (-1, 2)));
}

static void
test_random (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_test_summary ("Whatever is asked for, two hundred times: the session does not end by it");
  put_on_bus (fixture);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GVariant) position = NULL;

      call_at_random (fixture);
      if (coach_session_get_total_remaining_us (fixture->run->session) > 20 * SECOND)
        coach_manual_clock_advance (fixture->run->clock, g_test_rand_int_range (0, 8) * SECOND);
      position = get (fixture, PLAYER, "Position");
      g_assert_cmpint (g_variant_get_int64 (position), >=, 0);
      g_assert_cmpuint (fixture->run->n_finished, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/remote/members", test_members },
    { "/remote/pause", test_pause },
    { "/remote/moves", test_moves },
    { "/remote/seek", test_seek },
    { "/remote/window", test_window },
    { "/remote/rate", test_rate },
    { "/remote/held", test_held },
    { "/remote/only-in-a-session", test_only_in_a_session },
    { "/remote/name-taken", test_name_taken },
    { "/remote/both-names-taken", test_both_names_taken },
    { "/remote/bus-lost", test_bus_lost },
    { "/remote/random", test_random },
  };
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalog = session_fixture_load_catalog ();
  places = coach_places_new (g_getenv ("LOWTIDE_CATALOG_DIR"), g_getenv ("LOWTIDE_MEDIA_DIR"),
                             g_get_user_data_dir ());

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  status = g_test_run ();
  g_clear_object (&places);
  g_clear_object (&catalog);
  return status;
}
