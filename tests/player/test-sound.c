/* A short sound: played to its end, begun anew, stopped, and what is said when it cannot be played. */
#include "clip-watch.h"

#include <gst/gst.h>
#include <string.h>
#include <unistd.h>

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

static void
test_prepared (void)
{
  g_autofree char *path = find_media ("sounds", "tick.ogg");
  g_autoptr (Watch) watch = watch_new (path, "fakesink");

  g_test_summary ("A sound that is kept ready is played as often as it is asked for, also anew");
  coach_sound_prepare (watch->sound);
  coach_sound_prepare (watch->sound);
  clip_watch_settle (100);
  g_assert_cmpuint (watch->ends + watch->failures, ==, 0);
  for (guint i = 1; i <= 5; i++)
    {
      coach_sound_play (watch->sound);
      if (i % 2 == 0)
        coach_sound_play (watch->sound);
      wait_for (watch, i);
      g_assert_cmpuint (watch->ends, ==, i);
    }
  coach_sound_play (watch->sound);
  coach_sound_stop (watch->sound);
  clip_watch_settle (300);
  g_assert_cmpuint (watch->ends, ==, 5);
  g_assert_cmpuint (watch->failures, ==, 0);
}

static void
test_prepared_in_vain (void)
{
  static const char *const sinks[] = { "fakesink", "no-such-sink" };

  g_test_summary ("A sound that cannot be made ready says so when it is played, not before");
  for (gsize i = 0; i < G_N_ELEMENTS (sinks); i++)
    {
      g_autofree char *path = find_media ("sounds", i == 0 ? "no-such-sound.ogg" : "tick.ogg");
      g_autoptr (Watch) watch = watch_new (path, sinks[i]);

      coach_sound_prepare (watch->sound);
      clip_watch_settle (300);
      g_assert_cmpuint (watch->failures, ==, 0);
      for (guint j = 1; j <= 2; j++)
        {
          coach_sound_play (watch->sound);
          wait_for (watch, j);
          g_assert_cmpuint (watch->failures, ==, j);
        }
    }
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_volume (void)
{
  g_autofree char *path = find_media ("sounds", "bell.ogg");
  g_autoptr (Watch) watch = watch_new (path, "fakesink");
  guint notices = 0;

  g_test_summary ("The volume is told when it changes, and at 0 a sound is over at once");
  g_signal_connect_swapped (watch->sound, "notify::volume", G_CALLBACK (count_cb), &notices);
  g_assert_cmpfloat (coach_sound_get_volume (watch->sound), ==, 1);
  coach_sound_set_volume (watch->sound, 1);
  g_assert_cmpuint (notices, ==, 0);
  coach_sound_play (watch->sound);
  g_object_set (watch->sound, "volume", 0.5, NULL);
  g_assert_cmpuint (notices, ==, 1);
  g_assert_cmpfloat (coach_sound_get_volume (watch->sound), ==, 0.5);

  coach_sound_set_volume (watch->sound, 0);
  for (guint i = 0; i < 3; i++)
    coach_sound_play (watch->sound);
  g_assert_cmpuint (watch->ends, ==, 0);
  wait_for (watch, 1);
  clip_watch_settle (100);
  g_assert_cmpuint (watch->ends, ==, 1);
  coach_sound_play (watch->sound);
  coach_sound_stop (watch->sound);
  clip_watch_settle (100);
  g_assert_cmpuint (watch->ends, ==, 1);
  g_assert_cmpuint (watch->failures, ==, 0);
}

/* Whether there is more to come. */
static gboolean
obey (CoachSound *sound,
      const char *line)
{
  if (g_str_equal (line, "prepare"))
    coach_sound_prepare (sound);
  else if (g_str_equal (line, "play"))
    coach_sound_play (sound);
  else if (g_str_equal (line, "stop"))
    coach_sound_stop (sound);
  else if (g_str_has_prefix (line, "volume "))
    coach_sound_set_volume (sound, g_ascii_strtod (line + strlen ("volume "), NULL));
  else
    return FALSE;
  return TRUE;
}

typedef struct
{
  CoachSound *sound;
  GMainLoop  *loop;
} Drive;

static gboolean
line_came_cb (GIOChannel   *channel,
              GIOCondition  condition,
              gpointer      user_data)
{
  Drive *drive = user_data;
  g_autofree char *line = NULL;

  if (g_io_channel_read_line (channel, &line, NULL, NULL, NULL) == G_IO_STATUS_NORMAL
      && obey (drive->sound, g_strstrip (line)))
    return G_SOURCE_CONTINUE;
  g_main_loop_quit (drive->loop);
  return G_SOURCE_REMOVE;
}

static void
say_ended_cb (void)
{
  g_print ("ended\n");
}

static void
say_failed_cb (CoachSound   *sound,
               const GError *error)
{
  g_print ("failed %s\n", error->message);
}

/* Not a test: what test_heard.py says on the standard input is done where the machine's sounds go,
 * and what becomes of it is told on the standard output. */
static int
be_driven (const char *path)
{
  g_autoptr (GIOChannel) channel = g_io_channel_unix_new (STDIN_FILENO);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (CoachSound) sound = coach_sound_new (path);
  Drive drive = { .sound = sound, .loop = loop };

  g_signal_connect (sound, "ended", G_CALLBACK (say_ended_cb), NULL);
  g_signal_connect (sound, "failed", G_CALLBACK (say_failed_cb), NULL);
  g_io_add_watch (channel, G_IO_IN | G_IO_HUP, line_came_cb, &drive);
  g_main_loop_run (loop);
  return 0;
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--drive"))
    return be_driven (argv[2]);

  g_test_init (&argc, &argv, NULL);
  gst_init (NULL, NULL);

  g_test_add_func ("/sound/play", test_play);
  g_test_add_func ("/sound/again", test_again);
  g_test_add_func ("/sound/stop", test_stop);
  g_test_add_func ("/sound/failures", test_failures);
  g_test_add_func ("/sound/prepared", test_prepared);
  g_test_add_func ("/sound/prepared-in-vain", test_prepared_in_vain);
  g_test_add_func ("/sound/volume", test_volume);

  return g_test_run ();
}
