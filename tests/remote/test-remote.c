#include "config.h"

#include <unistd.h>

#include "coach-mpris.h"
#include "remote-fixture.h"

static void
test_members (RemoteFixture       *fixture,
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
  remote_fixture_put_on_bus (fixture);
  g_assert_cmpstr (coach_remote_get_bus_name (fixture->remote), ==, NAME);
  coach_manual_clock_advance (fixture->run->clock, 3 * SECOND);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    remote_fixture_assert_value (fixture, members[i].interface, members[i].property, members[i].value);
}

static CoachSessionStatus
get_status (RemoteFixture *fixture)
{
  return coach_session_get_status (fixture->run->session);
}

static void
test_pause (RemoteFixture       *fixture,
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
  remote_fixture_put_on_bus (fixture);
  coach_manual_clock_advance (fixture->run->clock, 20 * SECOND);
  remote_fixture_assert_told (fixture, "Metadata ");
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      remote_fixture_call (fixture, orders[i].method, NULL);
      g_assert_cmpint (get_status (fixture), ==, orders[i].status);
      remote_fixture_assert_told (fixture, orders[i].told);
      remote_fixture_assert_value (fixture, PLAYER, "Position", "20000000");
    }
  /* The time to settle is over: players had taken it for time that passes. */
  coach_manual_clock_advance (fixture->run->clock, 5 * SECOND);
  remote_fixture_assert_told (fixture, "Seeked:20 ");
  coach_manual_clock_advance (fixture->run->clock, SECOND);
  remote_fixture_assert_told (fixture, "");
  remote_fixture_assert_value (fixture, PLAYER, "Position", "21000000");
}

static guint
get_step (RemoteFixture *fixture)
{
  return coach_session_get_phase (fixture->run->session)->step;
}

static void
test_moves (RemoteFixture       *fixture,
            gconstpointer  user_data)
{
  guint n_steps = coach_plan_get_n_steps (fixture->plan);

  g_test_summary ("Next skips movements, never the last; Previous goes back, never beyond the first");
  remote_fixture_put_on_bus (fixture);
  for (guint step = 1; step < n_steps; step++)
    {
      remote_fixture_call (fixture, "Next", NULL);
      g_assert_cmpuint (get_step (fixture), ==, step);
      remote_fixture_assert_told (fixture, step + 1 < n_steps ? "Metadata " : "CanGoNext,Metadata ");
    }
  for (guint i = 0; i < 3; i++)
    remote_fixture_call (fixture, "Next", NULL);
  remote_fixture_call (fixture, "Seek", g_variant_new ("(x)", G_MAXINT64));
  g_assert_cmpuint (get_step (fixture), ==, n_steps - 1);
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_RUNNING);
  remote_fixture_assert_told (fixture, "Seeked:0 ");

  coach_manual_clock_advance (fixture->run->clock, 5 * SECOND);
  remote_fixture_call (fixture, "Previous", NULL);
  g_assert_cmpuint (get_step (fixture), ==, n_steps - 1);
  remote_fixture_assert_told (fixture, "Seeked:0 ");
  for (guint i = 0; i < n_steps + 3; i++)
    remote_fixture_call (fixture, "Previous", NULL);
  g_assert_cmpuint (get_step (fixture), ==, 0);
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_RUNNING);
}

static char *
dup_track (RemoteFixture *fixture)
{
  g_autoptr (GVariant) metadata = remote_fixture_get (fixture, PLAYER, "Metadata");
  char *track = NULL;

  g_assert_true (g_variant_lookup (metadata, "mpris:trackid", "o", &track));
  return track;
}

static void
test_seek (RemoteFixture       *fixture,
           gconstpointer  user_data)
{
  static const gint64 absurd[] = { -1, G_MININT64, 3600 * SECOND, G_MAXINT64 };
  g_autofree char *track = NULL;

  g_test_summary ("Seeking leads to a beginning and says where; what is stale or absurd does nothing");
  remote_fixture_put_on_bus (fixture);
  coach_manual_clock_advance (fixture->run->clock, 20 * SECOND);
  remote_fixture_assert_told (fixture, "Metadata ");
  track = dup_track (fixture);
  remote_fixture_call (fixture, "SetPosition", g_variant_new ("(ox)", track, 2 * SECOND));
  remote_fixture_assert_told (fixture, "Seeked:0 Metadata ");
  coach_manual_clock_advance (fixture->run->clock, 20 * SECOND);
  remote_fixture_call (fixture, "Seek", g_variant_new ("(x)", -SECOND));
  g_assert_true (coach_session_is_leading_in (fixture->run->session));
  remote_fixture_call (fixture, "Seek", g_variant_new ("(x)", SECOND));
  remote_fixture_call (fixture, "Seek", g_variant_new ("(x)", G_MININT64));
  g_assert_cmpuint (coach_session_get_state (fixture->run->session)->phase, ==, 0);

  remote_fixture_let_signals_come (fixture);
  g_string_truncate (fixture->told, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (absurd); i++)
    remote_fixture_call (fixture, "SetPosition", g_variant_new ("(ox)", track, absurd[i]));
  remote_fixture_call (fixture, "SetPosition", g_variant_new ("(ox)", "/some/other/track", SECOND));
  remote_fixture_assert_told (fixture, "");
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_RUNNING);
}

static void
raised_cb (RemoteFixture *fixture)
{
  fixture->n_raised++;
}

static void
assert_refused (RemoteFixture    *fixture,
                const char *interface,
                const char *method,
                GVariant   *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = remote_fixture_ask (fixture, interface, method, arguments, &error);

  g_assert_null (answer);
  g_assert_error (error, G_DBUS_ERROR, G_DBUS_ERROR_NOT_SUPPORTED);
}

static void
test_window (RemoteFixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (GVariant) answer G_GNUC_UNUSED = NULL;

  g_test_summary ("The window is asked for, the volume is kept in bounds, and nothing is ended");
  remote_fixture_put_on_bus (fixture);
  g_signal_connect_swapped (fixture->remote, "raise-requested", G_CALLBACK (raised_cb), fixture);
  answer = remote_fixture_ask (fixture, ROOT, "Raise", NULL, NULL);
  g_assert_cmpuint (fixture->n_raised, ==, 1);
  assert_refused (fixture, ROOT, "Quit", NULL);
  assert_refused (fixture, PLAYER, "OpenUri", g_variant_new ("(s)", "file:///etc/passwd"));

  remote_fixture_set (fixture, ROOT, "Fullscreen", g_variant_new_boolean (TRUE));
  g_assert_true (coach_remote_get_fullscreen (fixture->remote));
  remote_fixture_assert_told (fixture, "Fullscreen ");
  coach_remote_set_fullscreen (fixture->remote, FALSE);
  remote_fixture_assert_told (fixture, "Fullscreen ");

  remote_fixture_set (fixture, PLAYER, "Volume", g_variant_new_double (0.25));
  g_assert_cmpfloat (coach_remote_get_volume (fixture->remote), ==, 0.25);
  remote_fixture_assert_told (fixture, "Volume ");
  remote_fixture_set (fixture, PLAYER, "Volume", g_variant_new_double (-3));
  g_assert_cmpfloat (coach_remote_get_volume (fixture->remote), ==, 0);
  remote_fixture_set (fixture, PLAYER, "Volume", g_variant_new_double (1e300));
  remote_fixture_assert_value (fixture, PLAYER, "Volume", "1.0");
}

static void
test_rate (RemoteFixture       *fixture,
           gconstpointer  user_data)
{
  g_test_summary ("There is one speed, and a speed of nothing pauses");
  remote_fixture_put_on_bus (fixture);
  remote_fixture_set (fixture, PLAYER, "Rate", g_variant_new_double (2));
  remote_fixture_assert_value (fixture, PLAYER, "Rate", "1.0");
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_RUNNING);
  remote_fixture_set (fixture, PLAYER, "Rate", g_variant_new_double (0));
  remote_fixture_assert_value (fixture, PLAYER, "Rate", "1.0");
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_PAUSED);
  remote_fixture_assert_told (fixture, "PlaybackStatus ");
}

static void
test_held (RemoteFixture       *fixture,
           gconstpointer  user_data)
{
  static const char *const orders[] = { "Play", "PlayPause", "Next", "Previous" };

  g_test_summary ("While something is asked a session can be paused, and nothing else");
  remote_fixture_put_on_bus (fixture);
  coach_remote_set_is_held (fixture->remote, TRUE);
  remote_fixture_assert_told (fixture, "CanGoNext,CanGoPrevious,CanPlay,CanSeek ");
  remote_fixture_call (fixture, "PlayPause", NULL);
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_PAUSED);
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    remote_fixture_call (fixture, orders[i], NULL);
  remote_fixture_call (fixture, "Seek", g_variant_new ("(x)", 20 * SECOND));
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_PAUSED);
  g_assert_cmpuint (coach_session_get_state (fixture->run->session)->phase, ==, 0);

  coach_remote_set_is_held (fixture->remote, FALSE);
  remote_fixture_call (fixture, "PlayPause", NULL);
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_RUNNING);
}

static gboolean
has_owner (RemoteFixture    *fixture,
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
test_only_in_a_session (RemoteFixture       *fixture,
                        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;

  g_test_summary ("Name and object are there while the session is, and not longer");
  g_assert_false (has_owner (fixture, NAME));
  remote_fixture_put_on_bus (fixture);
  g_assert_true (has_owner (fixture, NAME));
  coach_session_stop (fixture->run->session);
  g_assert_null (coach_remote_get_bus_name (fixture->remote));
  coach_test_wait_for (!has_owner (fixture, NAME));
  answer = remote_fixture_ask (fixture, PLAYER, "Play", NULL, &error);
  g_assert_null (answer);
  g_assert_nonnull (error);
}

static void
test_name_taken (RemoteFixture       *fixture,
                 gconstpointer  user_data)
{
  g_autofree char *own = g_strdup_printf (NAME ".instance%d", (int) getpid ());

  g_test_summary ("Where somebody else has the name, ours has our process's number behind it");
  coach_test_bus_own (&fixture->bus, NAME);
  remote_fixture_put_on_bus (fixture);
  g_assert_cmpstr (coach_remote_get_bus_name (fixture->remote), ==, own);
  g_assert_true (has_owner (fixture, own));
  remote_fixture_call (fixture, "Pause", NULL);
  g_assert_cmpint (get_status (fixture), ==, COACH_SESSION_PAUSED);
}

static void
test_both_names_taken (RemoteFixture       *fixture,
                       gconstpointer  user_data)
{
  g_autofree char *own = g_strdup_printf (NAME ".instance%d", (int) getpid ());

  g_test_summary ("Without any name the session goes on, and is asked by its connection's");
  g_test_expect_message ("coach-remote", G_LOG_LEVEL_MESSAGE, "*somebody else has it");
  coach_test_bus_own (&fixture->bus, NAME);
  coach_test_bus_own (&fixture->bus, own);
  remote_fixture_make_remote (fixture);
  for (guint i = 0; i < 3; i++)
    remote_fixture_call (fixture, "Pause", NULL);
  g_assert_null (coach_remote_get_bus_name (fixture->remote));
  g_test_assert_expected_messages ();
}

static void
test_bus_lost (RemoteFixture       *fixture,
               gconstpointer  user_data)
{
  g_test_summary ("When the bus is lost the session goes on");
  remote_fixture_put_on_bus (fixture);
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
call_at_random (RemoteFixture *fixture)
{
  static const char *const orders[] = { "Play", "Pause", "PlayPause", "Stop", "Next", "Previous" };
  guint which = g_test_rand_int_range (0, 10);
  g_autofree char *track = NULL;

  if (which < G_N_ELEMENTS (orders))
    remote_fixture_call (fixture, orders[which], NULL);
  else if (which == 6)
    remote_fixture_call (fixture, "Seek", g_variant_new ("(x)", (gint64) g_test_rand_int () * 1000));
  else if (which == 7)
    {
      track = dup_track (fixture);
      remote_fixture_call (fixture, "SetPosition",
            g_variant_new ("(ox)", track, g_test_rand_int_range (0, 100) * SECOND));
    }
  else if (which == 8)
    remote_fixture_set (fixture, PLAYER, "Rate", g_variant_new_double (g_test_rand_int_range (0, 3)));
  else
    remote_fixture_set (fixture, PLAYER, "Volume", g_variant_new_double (g_test_rand_double_range (-1, 2)));
}

static void
test_random (RemoteFixture       *fixture,
             gconstpointer  user_data)
{
  g_test_summary ("Whatever is asked for, two hundred times: the session does not end by it");
  remote_fixture_put_on_bus (fixture);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GVariant) position = NULL;

      call_at_random (fixture);
      if (coach_session_get_total_remaining_us (fixture->run->session) > 20 * SECOND)
        coach_manual_clock_advance (fixture->run->clock, g_test_rand_int_range (0, 8) * SECOND);
      position = remote_fixture_get (fixture, PLAYER, "Position");
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
    void (*test) (RemoteFixture *, gconstpointer);
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
  remote_fixture_load ();

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, RemoteFixture, NULL, remote_fixture_set_up, tests[i].test,
                remote_fixture_tear_down);

  status = g_test_run ();
  remote_fixture_unload ();
  return status;
}
