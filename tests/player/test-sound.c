/* A short sound: played to its end, begun anew, stopped, and what is said when it cannot be played. */
#include "clip-watch.h"

#include <gst/gst.h>

/* Far more than any of it takes, even under a sanitizer on a busy machine. */
#define LIMIT_S 60

typedef struct
{
  CoachSound *sound;    /* (owned) */
  guint       ends;
  guint       failures;
  int         code;     /* of the last failure */
} Watch;

static char *
find_media (const char *folder,
            const char *file)
{
  return g_build_filename (g_getenv ("LOWTIDE_MEDIA_DIR"), folder, file, NULL);
}

static void
ended_cb (Watch *watch)
{
  watch->ends++;
}

static void
failed_cb (Watch        *watch,
           const GError *error)
{
  watch->failures++;
  g_assert_cmpuint (error->domain, ==, COACH_PLAYER_ERROR);
  watch->code = error->code;
}

static Watch *
watch_new (const char *path,
           const char *sink)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->sound = g_object_new (COACH_TYPE_SOUND, "path", path, "sink", sink, NULL);
  g_signal_connect_swapped (watch->sound, "ended", G_CALLBACK (ended_cb), watch);
  g_signal_connect_swapped (watch->sound, "failed", G_CALLBACK (failed_cb), watch);
  return watch;
}

static void
watch_free (Watch *watch)
{
  g_assert_finalize_object (watch->sound);
  g_free (watch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Watch, watch_free)

static gboolean
time_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_CONTINUE;
}

/* Until it has ended or failed so often in all. */
static void
wait_for (Watch *watch,
          guint  amount)
{
  gboolean time_up = FALSE;
  guint id = g_timeout_add_seconds (LIMIT_S, time_up_cb, &time_up);

  while (watch->ends + watch->failures < amount && !time_up)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  g_assert_false (time_up);
}

static void
test_play (void)
{
  g_autofree char *path = find_media ("sounds", "bell.ogg");
  g_autoptr (Watch) watch = watch_new (path, "fakesink");

  g_test_summary ("A sound is played to its end, as often as it is asked for");
  g_assert_cmpstr (coach_sound_get_path (watch->sound), ==, path);
  for (guint i = 1; i <= 3; i++)
    {
      coach_sound_play (watch->sound);
      wait_for (watch, i);
      g_assert_cmpuint (watch->ends, ==, i);
    }
}

static void
test_again (void)
{
  g_autofree char *path = find_media ("sounds", "bell.ogg");
  g_autoptr (Watch) watch = watch_new (path, "fakesink");

  g_test_summary ("A sound that is asked for while it is heard begins anew, and ends once");
  for (guint i = 0; i < 5; i++)
    coach_sound_play (watch->sound);
  wait_for (watch, 1);
  clip_watch_settle (300);
  g_assert_cmpuint (watch->ends, ==, 1);
  g_assert_cmpuint (watch->failures, ==, 0);
}

static void
test_stop (void)
{
  g_autofree char *path = find_media ("sounds", "bell.ogg");
  g_autoptr (Watch) watch = watch_new (path, "fakesink");

  g_test_summary ("A sound that is stopped, or let go of, tells of nothing any more");
  coach_sound_stop (watch->sound);
  coach_sound_play (watch->sound);
  coach_sound_stop (watch->sound);
  clip_watch_settle (300);
  g_assert_cmpuint (watch->ends + watch->failures, ==, 0);
  coach_sound_play (watch->sound);
}

static void
test_failures (void)
{
  static const struct
  {
    const char       *folder;
    const char       *file;
    const char       *sink;
    CoachPlayerError  code;
  } cases[] = {
    { "sounds", "no-such-sound.ogg", "fakesink", COACH_PLAYER_ERROR_CLIP_MISSING },
    { "sounds", "README.md", "fakesink", COACH_PLAYER_ERROR_CLIP_DAMAGED },
    { "clips", "downward-dog.webm", "fakesink", COACH_PLAYER_ERROR_CLIP_DAMAGED },
    { "sounds", "bell.ogg", "no-such-sink", COACH_PLAYER_ERROR_FAILED },
  };

  g_test_summary ("A sound that cannot be played says why, each time it is tried");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = find_media (cases[i].folder, cases[i].file);
      g_autoptr (Watch) watch = watch_new (path, cases[i].sink);

      for (guint j = 1; j <= 2; j++)
        {
          coach_sound_play (watch->sound);
          g_assert_cmpuint (watch->failures, ==, j - 1);
          wait_for (watch, j);
          g_assert_cmpint (watch->code, ==, cases[i].code);
        }
      clip_watch_settle (100);
      g_assert_cmpuint (watch->failures, ==, 2);
      g_assert_cmpuint (watch->ends, ==, 0);
    }
}

/* Not a test: plays one sound where the machine's sounds go, for test_heard.py to record. */
static int
play_aloud (const char *path)
{
  g_autoptr (Watch) watch = watch_new (path, "autoaudiosink");

  coach_sound_play (watch->sound);
  wait_for (watch, 1);
  return watch->ends == 1 ? 0 : 1;
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--aloud"))
    return play_aloud (argv[2]);

  g_test_init (&argc, &argv, NULL);
  gst_init (NULL, NULL);

  g_test_add_func ("/sound/play", test_play);
  g_test_add_func ("/sound/again", test_again);
  g_test_add_func ("/sound/stop", test_stop);
  g_test_add_func ("/sound/failures", test_failures);

  return g_test_run ();
}
