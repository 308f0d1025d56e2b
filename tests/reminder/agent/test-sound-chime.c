/* The sounds of a break: test-sound-chime --aloud plays them for somebody who listens. */
#include "config.h"

#include <string.h>

#include "coach-sound-chime.h"

/* A bell rings for three seconds. */
#define ALOUD_MS 4000

static CoachChime *
make_chime (void)
{
  g_autoptr (CoachPlaces) places
      = coach_places_new ("unused", g_getenv ("LOWTIDE_MEDIA_DIR"), "unused");

  return coach_sound_chime_new (places);
}

static gboolean
time_over_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint ms)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add (ms, time_over_cb, loop);
  g_main_loop_run (loop);
}

static int
play_aloud (void)
{
  g_autoptr (CoachChime) chime = make_chime ();

  coach_chime_open (chime);
  coach_chime_play (chime, COACH_CHIME_BEGIN);
  wait_ms (ALOUD_MS);
  coach_chime_close (chime);
  return 0;
}

static void
test_silent (void)
{
  g_autoptr (CoachChime) chime = make_chime ();
  gint64 began_us = g_get_monotonic_time ();

  g_test_summary ("Without a sound server it is silent, and nobody waits or is told of an error");
  for (guint round = 0; round < 3; round++)
    {
      coach_chime_open (chime);
      for (guint kind = 0; kind < COACH_N_CHIMES; kind++)
        coach_chime_play (chime, (CoachChimeKind) kind);
      coach_chime_close (chime);
    }
  g_assert_cmpint (g_get_monotonic_time () - began_us, <, G_USEC_PER_SEC);
}

static void
test_closed (void)
{
  CoachChime *chime = make_chime ();

  g_test_summary ("A chime that goes while it is open lets go of everything; a closed one is mute");
  coach_chime_play (chime, COACH_CHIME_END);
  coach_chime_close (chime);
  coach_chime_open (chime);
  coach_chime_open (chime);
  coach_chime_play (chime, COACH_CHIME_BEGIN);
  g_assert_finalize_object (chime);
}

int
main (int    argc,
      char **argv)
{
  if (argc > 1 && strcmp (argv[1], "--aloud") == 0)
    return play_aloud ();

  /* Nobody's own sound server is to be heard. */
  g_setenv ("PULSE_SERVER", "unix:/nonexistent", TRUE);
  g_setenv ("CANBERRA_DRIVER", "pulse", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/sound-chime/silent", test_silent);
  g_test_add_func ("/sound-chime/closed", test_closed);
  return g_test_run ();
}
