#include "clip-watch.h"

#include <gst/pbutils/pbutils.h>

#define CLIP "downward-dog"
#define LOOPS 3

/* Fewer could not show that a loop leaves none out. */
#define MIN_FRAMES 100

/* What the file says of itself, read by somebody else than our player. */
static void
get_size (const char *path,
          int        *width,
          int        *height)
{
  g_autofree char *uri = gst_filename_to_uri (path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GstDiscoverer) discoverer = gst_discoverer_new (30 * GST_SECOND, &error);
  g_autoptr (GstDiscovererInfo) info = NULL;
  g_autolist (GstDiscovererStreamInfo) streams = NULL;

  g_assert_no_error (error);
  info = gst_discoverer_discover_uri (discoverer, uri, &error);
  g_assert_no_error (error);
  streams = gst_discoverer_info_get_video_streams (info);
  g_assert_nonnull (streams);
  *width = (int) gst_discoverer_video_info_get_width (streams->data);
  *height = (int) gst_discoverer_video_info_get_height (streams->data);
}

static void
test_first_frame (void)
{
  g_autofree char *path = clip_watch_find_clip (CLIP);
  g_autoptr (ClipWatch) watch = clip_watch_new (path);
  CoachFrame *frame;
  int width;
  int height;

  g_test_summary ("Frames have the clip's size and the layout asked for.");
  g_assert_null (coach_player_get_frame (watch->player));
  g_assert_cmpstr (coach_player_get_path (watch->player), ==, path);
  g_assert_true (clip_watch_wait (watch, clip_watch_has_frames, 1));

  frame = coach_player_get_frame (watch->player);
  get_size (path, &width, &height);
  g_assert_cmpint (coach_frame_get_width (frame), ==, width);
  g_assert_cmpint (coach_frame_get_height (frame), ==, height);
  g_assert_cmpint (coach_frame_get_stride (frame), >=, width * 4);
  g_assert_cmpint (coach_frame_get_layout (frame), ==, COACH_PIXEL_LAYOUT_BGRX);
  g_assert_cmpint (coach_frame_get_pts_us (frame), ==, 0);
}

static void
test_opaque_frames (void)
{
  g_autofree char *path = clip_watch_find_clip (CLIP);
  g_autoptr (ClipWatch) watch = clip_watch_new_with_layout (path, COACH_PIXEL_LAYOUT_BGRA);
  CoachFrame *frame;

  g_test_summary ("Frames for textures are opaque.");
  g_assert_true (clip_watch_wait (watch, clip_watch_has_frames, 1));
  frame = coach_player_get_frame (watch->player);
  g_assert_cmpint (coach_frame_get_layout (frame), ==, COACH_PIXEL_LAYOUT_BGRA);
  g_assert_cmpint (coach_frame_get_data (frame)[3], ==, 0xff);
}

/* The frames of all loops lie one after another: the same places in the clip, each just once. */
static void
test_seamless_loop (void)
{
  g_autofree char *path = clip_watch_find_clip (CLIP);
  g_autoptr (ClipWatch) watch = clip_watch_new (path);
  const gint64 *pts_us;
  const gint64 *due_us;
  guint n;

  g_test_summary ("Every loop shows every frame once, and begins when the last one ends.");
  g_assert_true (clip_watch_wait (watch, clip_watch_begins_again, 0));
  n = watch->pts_us->len - 1;
  g_assert_cmpuint (n, >, MIN_FRAMES);
  g_assert_true (clip_watch_wait (watch, clip_watch_has_frames, LOOPS * n));
  pts_us = (const gint64 *) (gpointer) watch->pts_us->data;
  due_us = (const gint64 *) (gpointer) watch->due_us->data;

  for (guint i = 0; i < LOOPS * n; i++)
    {
      guint place = i % n;

      g_assert_cmpint (pts_us[i], ==, pts_us[place]);
      g_assert_cmpint (due_us[i] - pts_us[i], ==, i / n * pts_us[n - 1]);
      if (place > 0)
        g_assert_cmpint (pts_us[i], >, pts_us[i - 1]);
    }
  g_assert_cmpint (pts_us[0], ==, 0);
}

static void
test_pause (void)
{
  g_autofree char *path = clip_watch_find_clip (CLIP);
  g_autoptr (ClipWatch) watch = clip_watch_new (path);
  gint64 paused_us;
  guint frames;

  g_test_summary ("A pause keeps the frame, and playing goes on from there.");
  g_assert_true (clip_watch_wait (watch, clip_watch_has_frames, 30));
  coach_player_set_playing (watch->player, FALSE);
  g_assert_false (coach_player_get_playing (watch->player));
  clip_watch_settle (300);
  frames = watch->pts_us->len;
  paused_us = coach_frame_get_pts_us (coach_player_get_frame (watch->player));
  clip_watch_settle (300);
  g_assert_cmpuint (watch->pts_us->len, ==, frames);

  coach_player_set_playing (watch->player, TRUE);
  g_assert_true (clip_watch_wait (watch, clip_watch_has_frames, frames + 1));
  g_assert_cmpint (g_array_index (watch->pts_us, gint64, frames), >, paused_us);
  g_assert_cmpint (g_array_index (watch->pts_us, gint64, frames), <, paused_us + G_USEC_PER_SEC);
}

static void
test_paused_from_start (void)
{
  g_autofree char *path = clip_watch_find_clip (CLIP);
  g_autoptr (ClipWatch) watch = clip_watch_new (path);

  g_test_summary ("A player that never plays shows the first frame and no other.");
  coach_player_set_playing (watch->player, FALSE);
  g_assert_true (clip_watch_wait (watch, clip_watch_has_frames, 1));
  clip_watch_settle (300);
  g_assert_cmpuint (watch->pts_us->len, ==, 1);
}

static void
test_close (void)
{
  g_autofree char *path = clip_watch_find_clip (CLIP);
  g_autoptr (ClipWatch) watch = clip_watch_new (path);
  CoachPlayerStatistics statistics;
  guint frames;

  g_test_summary ("A closed player hands nothing over any more, and keeps its last frame.");
  g_assert_true (clip_watch_wait (watch, clip_watch_has_frames, 10));
  frames = watch->pts_us->len;
  coach_player_close (watch->player);
  coach_player_close (watch->player);
  coach_player_set_playing (watch->player, FALSE);
  coach_player_set_playing (watch->player, TRUE);
  clip_watch_settle (200);
  g_assert_cmpuint (watch->pts_us->len, ==, frames);
  g_assert_cmpuint (watch->failures, ==, 0);
  g_assert_nonnull (coach_player_get_frame (watch->player));
  coach_player_get_statistics (watch->player, &statistics);
  g_assert_cmpuint (statistics.shown, ==, frames);
}

/* At every stage: before the first frame, between two, with one on its way. */
static void
test_dispose (void)
{
  g_autofree char *path = clip_watch_find_clip (CLIP);

  g_test_summary ("A player goes with its last reference, whatever its pipeline is doing.");
  for (guint frames = 0; frames < 6; frames++)
    {
      g_autoptr (ClipWatch) watch = clip_watch_new (path);

      g_assert_true (clip_watch_wait (watch, clip_watch_has_frames, frames));
    }
}

static void
test_frame_outlives_player (void)
{
  g_autofree char *path = clip_watch_find_clip (CLIP);
  ClipWatch *watch = clip_watch_new (path);
  g_autoptr (CoachFrame) frame = NULL;
  int last_row;

  g_test_summary ("A frame can be read after its player is gone.");
  g_assert_true (clip_watch_wait (watch, clip_watch_has_frames, 1));
  frame = coach_frame_ref (coach_player_get_frame (watch->player));
  last_row = coach_frame_get_height (frame) - 1;
  clip_watch_free (watch);
  g_assert_cmpint (coach_frame_get_data (frame)[last_row * coach_frame_get_stride (frame)], >, 0);
}

static void
note_failure_cb (CoachPlayer  *player,
                 const GError *error,
                 gpointer      user_data)
{
  g_assert_error (error, COACH_PLAYER_ERROR, COACH_PLAYER_ERROR_CLIP_MISSING);
  g_object_unref (player);
}

static void
test_unref_in_failed (void)
{
  CoachPlayer *player = coach_player_new ("/nowhere/clip.webm", COACH_PIXEL_LAYOUT_BGRX);

  g_test_summary ("Whoever hears of the failure may let go of the player there and then.");
  g_object_add_weak_pointer (G_OBJECT (player), (gpointer *) &player);
  g_signal_connect (player, "failed", G_CALLBACK (note_failure_cb), NULL);
  for (guint i = 0; i < 1000 && player != NULL; i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (player);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/player/first-frame", test_first_frame);
  g_test_add_func ("/player/opaque-frames", test_opaque_frames);
  g_test_add_func ("/player/seamless-loop", test_seamless_loop);
  g_test_add_func ("/player/pause", test_pause);
  g_test_add_func ("/player/paused-from-start", test_paused_from_start);
  g_test_add_func ("/player/close", test_close);
  g_test_add_func ("/player/dispose", test_dispose);
  g_test_add_func ("/player/frame-outlives-player", test_frame_outlives_player);
  g_test_add_func ("/player/unref-in-failed", test_unref_in_failed);

  return g_test_run ();
}
