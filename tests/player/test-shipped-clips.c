#include "clip-watch.h"

#include <stdlib.h>

#include <gst/gst.h>
#include <gst/pbutils/pbutils.h>

/* A step between two frames is about 41.7 ms; WebM counts in milliseconds. */
#define FRAMES_PER_S 24
#define TICK_US 1000

/* The mean difference of two pictures a person would call the same, of 255. */
#define MAX_SEAM 3.0

typedef struct
{
  const char *name;
  guint       frames; /* the first one is repeated at the end */
} Clip;

static const Clip clips[] = {
  { "downward-dog", 193 },
  { "figure-four-supine", 277 },
  { "roll-piriformis-figure-four", 193 },
};

static double
mean_difference (CoachFrame *a,
                 CoachFrame *b)
{
  const guint8 *rows_a = coach_frame_get_data (a);
  const guint8 *rows_b = coach_frame_get_data (b);
  int width = coach_frame_get_width (a);
  int height = coach_frame_get_height (a);
  guint64 sum = 0;

  g_assert_cmpint (coach_frame_get_stride (a), ==, coach_frame_get_stride (b));
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width * 4; x++)
      if (x % 4 != 3)
        {
          gsize i = (gsize) y * coach_frame_get_stride (a) + x;

          sum += abs (rows_a[i] - rows_b[i]);
        }
  return (double) sum / (width * height * 3.0);
}

static void
test_clip (gconstpointer user_data)
{
  const Clip *clip = user_data;
  g_autofree char *path = clip_watch_find_clip (clip->name);
  g_autoptr (ClipWatch) watch = clip_watch_new (path);
  g_autoptr (CoachFrame) first = NULL;
  CoachFrame *last;

  g_test_summary ("A clip of ours is 960x720 at 24 frames a second, and ends as it begins.");
  g_assert_true (clip_watch_wait (watch, clip_watch_has_frames, 1));
  first = coach_frame_ref (coach_player_get_frame (watch->player));
  g_assert_true (clip_watch_wait (watch, clip_watch_has_frames, clip->frames));
  last = coach_player_get_frame (watch->player);

  g_assert_cmpint (coach_frame_get_width (last), ==, 960);
  g_assert_cmpint (coach_frame_get_height (last), ==, 720);
  for (guint i = 0; i < clip->frames; i++)
    g_assert_cmpint (labs (g_array_index (watch->pts_us, gint64, i)
                           - i * G_USEC_PER_SEC / FRAMES_PER_S), <=, TICK_US);
  g_assert_cmpfloat (mean_difference (first, last), <, MAX_SEAM);

  g_assert_true (clip_watch_wait (watch, clip_watch_has_frames, clip->frames + 1));
  g_assert_cmpint (g_array_index (watch->pts_us, gint64, clip->frames), ==, 0);
}

static void
test_streams (gconstpointer user_data)
{
  const Clip *clip = user_data;
  g_autofree char *path = clip_watch_find_clip (clip->name);
  g_autofree char *uri = gst_filename_to_uri (path, NULL);
  g_autoptr (GstDiscoverer) discoverer = NULL;
  g_autoptr (GstDiscovererInfo) info = NULL;
  g_autolist (GstDiscovererStreamInfo) streams = NULL;
  g_autoptr (GError) error = NULL;

  g_test_summary ("A clip of ours is one stream of pictures and nothing else.");
  gst_init (NULL, NULL);
  discoverer = gst_discoverer_new (30 * GST_SECOND, &error);
  g_assert_no_error (error);
  info = gst_discoverer_discover_uri (discoverer, uri, &error);
  g_assert_no_error (error);

  streams = gst_discoverer_info_get_stream_list (info);
  g_assert_cmpuint (g_list_length (streams), ==, 1);
  g_assert_true (GST_IS_DISCOVERER_VIDEO_INFO (streams->data));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (clips); i++)
    {
      g_autofree char *pictures = g_strdup_printf ("/player/shipped/%s/pictures", clips[i].name);
      g_autofree char *streams = g_strdup_printf ("/player/shipped/%s/streams", clips[i].name);

      g_test_add_data_func (pictures, &clips[i], test_clip);
      g_test_add_data_func (streams, &clips[i], test_streams);
    }
  return g_test_run ();
}
