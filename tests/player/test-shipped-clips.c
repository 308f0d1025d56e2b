/* Every move of the catalogue has its motion, clip and pictures, and they are what the program expects. */
#include "clip-watch.h"
#include "host.h"

#include <stdlib.h>

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <gst/gst.h>
#include <gst/pbutils/pbutils.h>
#include <json-glib/json-glib.h>

#define CLIP_WIDTH 1280
#define CLIP_HEIGHT 720
#define MAX_CLIP_BYTES 600000
#define MAX_CLIPS_BYTES 30000000
#define MAX_STILLS_BYTES 8000000
#define MIN_CLIP_US (6 * G_USEC_PER_SEC)
#define MAX_CLIP_US (12 * G_USEC_PER_SEC)

/* A step between two frames is about 41.7 ms; WebM counts in milliseconds. */
#define FRAMES_PER_S 24
#define TICK_US 1000

/* Two pictures that a person would call the same, of 255: over all, and in the tile that differs
 * most. What a codec leaves is spread over many tiles; a limb that jumps is in few. */
#define MAX_MEAN 1.5
#define MAX_TILE 12.0
#define TILE 16

/* How often a clip is compared with its first frame, to find a picture that is another one. */
#define FRAMES_PER_LOOK 12

typedef struct
{
  double mean;
  double tile;
} Difference;

/* What was seen of a clip as it went by. */
typedef struct
{
  CoachFrame *first; /* (owned) (nullable) */
  CoachFrame *last;  /* (owned) (nullable): the newest, until the clip begins again */
  Difference  most;  /* between the first frame and any other that was looked at */
  guint       n;
  gboolean    has_begun_again;
} Viewing;

static double
compare_tile (CoachFrame *a,
              CoachFrame *b,
              int         left,
              int         top)
{
  int right = MIN (left + TILE, coach_frame_get_width (a));
  int bottom = MIN (top + TILE, coach_frame_get_height (a));
  guint sum = 0;

  for (int y = top; y < bottom; y++)
    {
      const guint8 *row_a = coach_frame_get_data (a) + (gsize) y * coach_frame_get_stride (a);
      const guint8 *row_b = coach_frame_get_data (b) + (gsize) y * coach_frame_get_stride (b);

      for (int x = left * 4; x < right * 4; x++)
        if (x % 4 != 3)
          sum += (guint) abs (row_a[x] - row_b[x]);
    }
  return sum / ((right - left) * (bottom - top) * 3.0);
}

static Difference
compare (CoachFrame *a,
         CoachFrame *b)
{
  Difference difference = { 0 };
  guint n = 0;

  g_assert_cmpint (coach_frame_get_width (a), ==, coach_frame_get_width (b));
  g_assert_cmpint (coach_frame_get_height (a), ==, coach_frame_get_height (b));
  for (int y = 0; y < coach_frame_get_height (a); y += TILE)
    for (int x = 0; x < coach_frame_get_width (a); x += TILE, n++)
      {
        double tile = compare_tile (a, b, x, y);

        difference.mean += tile;
        difference.tile = MAX (difference.tile, tile);
      }
  difference.mean /= n;
  return difference;
}

static gboolean
is_same (Difference difference)
{
  return difference.mean < MAX_MEAN && difference.tile < MAX_TILE;
}

static void
frame_came_cb (Viewing     *viewing,
               GParamSpec  *pspec,
               CoachPlayer *player)
{
  CoachFrame *frame = coach_player_get_frame (player);

  viewing->has_begun_again |= viewing->n > 0 && coach_frame_get_pts_us (frame) == 0;
  if (viewing->has_begun_again)
    return;
  if (viewing->first == NULL)
    viewing->first = coach_frame_ref (frame);
  else if (viewing->n % FRAMES_PER_LOOK == 0)
    {
      Difference difference = compare (viewing->first, frame);

      viewing->most.mean = MAX (viewing->most.mean, difference.mean);
      viewing->most.tile = MAX (viewing->most.tile, difference.tile);
    }
  g_clear_pointer (&viewing->last, coach_frame_unref);
  viewing->last = coach_frame_ref (frame);
  viewing->n++;
}

static CoachPlaces *
get_places (void)
{
  return coach_places_new ("unused", g_getenv ("LOWTIDE_MEDIA_DIR"), "unused");
}

static char *
find_clip (const char *id)
{
  g_autoptr (CoachPlaces) places = get_places ();
  char *path = coach_places_find_clip (places, id);

  g_assert_nonnull (path);
  return path;
}

static void
assert_in_time (ClipWatch *watch,
                guint      n)
{
  gint64 length_us = g_array_index (watch->pts_us, gint64, n - 1);

  for (guint i = 0; i < n; i++)
    g_assert_cmpint (labs (g_array_index (watch->pts_us, gint64, i)
                           - i * G_USEC_PER_SEC / FRAMES_PER_S), <=, TICK_US);
  g_assert_cmpint (length_us, >=, MIN_CLIP_US - TICK_US);
  g_assert_cmpint (length_us, <=, MAX_CLIP_US + TICK_US);
}

static void
assert_seamless (const Viewing *viewing)
{
  Difference seam = compare (viewing->first, viewing->last);

  g_test_message ("the seam: %.2f, tile %.2f; the clip: %.2f, tile %.2f", seam.mean, seam.tile,
                  viewing->most.mean, viewing->most.tile);
  g_assert_true (is_same (seam));
  /* And a seam that jumps would have been seen, as the clip's own movement is. */
  g_assert_false (is_same (viewing->most));
}

static void
test_clip (gconstpointer user_data)
{
  g_autofree char *path = find_clip (user_data);
  g_autoptr (ClipWatch) watch = NULL;
  Viewing viewing = { 0 };

  g_test_summary ("A clip is 1280x720 at 24 frames a second, and ends as it begins.");
  if (path == NULL)
    return;
  watch = clip_watch_new (path);
  g_signal_connect_swapped (watch->player, "notify::frame", G_CALLBACK (frame_came_cb), &viewing);
  g_assert_true (clip_watch_wait (watch, clip_watch_begins_again, 0));
  g_assert_cmpuint (watch->failures, ==, 0);
  if (viewing.has_begun_again)
    {
      g_assert_cmpint (coach_frame_get_width (viewing.first), ==, CLIP_WIDTH);
      g_assert_cmpint (coach_frame_get_height (viewing.first), ==, CLIP_HEIGHT);
      assert_in_time (watch, viewing.n);
      assert_seamless (&viewing);
    }
  g_clear_pointer (&viewing.first, coach_frame_unref);
  g_clear_pointer (&viewing.last, coach_frame_unref);
}

static void
test_file (gconstpointer user_data)
{
  g_autofree char *path = find_clip (user_data);
  g_autofree char *uri = NULL;
  g_autoptr (GstDiscoverer) discoverer = NULL;
  g_autoptr (GstDiscovererInfo) info = NULL;
  g_autolist (GstDiscovererStreamInfo) streams = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_test_summary ("A clip is a small file with one stream of pictures and nothing else.");
  if (path == NULL)
    return;
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_size, <=, MAX_CLIP_BYTES);
  gst_init (NULL, NULL);
  discoverer = gst_discoverer_new (30 * GST_SECOND, &error);
  g_assert_no_error (error);
  uri = gst_filename_to_uri (path, NULL);
  info = gst_discoverer_discover_uri (discoverer, uri, &error);
  g_assert_no_error (error);
  if (info == NULL)
    return;

  streams = gst_discoverer_info_get_stream_list (info);
  g_assert_cmpuint (g_list_length (streams), ==, 1);
  g_assert_true (streams != NULL && GST_IS_DISCOVERER_VIDEO_INFO (streams->data));
}

static void
assert_picture (const char *what,
                const char *path,
                int         width,
                int         height)
{
  g_autoptr (GdkPixbuf) picture = NULL;
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", what);
  g_assert_nonnull (path);
  if (path == NULL)
    return;
  picture = gdk_pixbuf_new_from_file (path, &error);
  g_assert_no_error (error);
  if (picture == NULL)
    return;
  g_assert_cmpint (gdk_pixbuf_get_width (picture), ==, width);
  g_assert_cmpint (gdk_pixbuf_get_height (picture), ==, height);
}

/* The names of the keys of a motion that have one. */
static GPtrArray *
list_keys (const char *id)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_strconcat (id, ".json", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("LOWTIDE_MOTIONS_DIR"), file, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  JsonObject *motion;
  JsonArray *keys;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  motion = json_node_get_object (json_parser_get_root (parser));
  keys = json_object_get_array_member (motion, "keys");
  for (guint i = 0; i < json_array_get_length (keys); i++)
    {
      JsonObject *key = json_array_get_object_element (keys, i);

      if (json_object_has_member (key, "name"))
        g_ptr_array_add (names, g_strdup (json_object_get_string_member (key, "name")));
    }
  g_assert_cmpuint (names->len, >, 0);
  return names;
}

static void
test_pictures (gconstpointer user_data)
{
  const char *id = user_data;
  g_autoptr (CoachPlaces) places = get_places ();
  g_autoptr (GPtrArray) keys = list_keys (id);
  g_autofree char *poster = coach_places_find_poster (places, id);

  g_test_summary ("A motion has a poster, and of each key a still and a line drawing.");
  assert_picture ("poster", poster, 480, 360);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      g_autofree char *still = coach_places_find_still (places, id, key);
      g_autofree char *lines = coach_places_find_line_still (places, id, key);

      assert_picture (key, still, 640, 480);
      assert_picture (key, lines, 720, 540);
    }
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

/* What is called `ID.json` in a folder. */
static void
add_ids (GPtrArray  *ids,
         const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (ids, g_strndup (name, strlen (name) - strlen (".json")));
}

/* All moves of the catalogue, those to leave out too. */
static GPtrArray *
list_moves (void)
{
  static const char *const kinds[] = { "movements", "avoid" };
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *folder = g_build_filename (g_getenv ("LOWTIDE_CATALOG_DIR"), kinds[i], NULL);

      add_ids (ids, folder);
    }
  g_ptr_array_sort (ids, compare_ids);
  g_assert_cmpuint (ids->len, >, 0);
  return ids;
}

/* Of all files in a folder and those in it. */
static guint64
sum_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  guint64 sum = 0;
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      GStatBuf status;

      g_assert_cmpint (g_stat (file, &status), ==, 0);
      sum += S_ISDIR (status.st_mode) ? sum_bytes (file) : (guint64) status.st_size;
    }
  return sum;
}

static void
test_library (gconstpointer user_data)
{
  const GPtrArray *moves = user_data;
  g_autoptr (GPtrArray) motions = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *clips = g_build_filename (g_getenv ("LOWTIDE_MEDIA_DIR"), "clips", NULL);
  g_autofree char *stills = g_build_filename (g_getenv ("LOWTIDE_MEDIA_DIR"), "stills", NULL);

  g_test_summary ("There is a motion for each move and no other, and all of it is not too much.");
  add_ids (motions, g_getenv ("LOWTIDE_MOTIONS_DIR"));
  g_ptr_array_sort (motions, compare_ids);
  for (guint i = 0; i < MIN (motions->len, moves->len); i++)
    g_assert_cmpstr (g_ptr_array_index (motions, i), ==, g_ptr_array_index (moves, i));
  g_assert_cmpuint (motions->len, ==, moves->len);
  g_test_message ("clips %" G_GUINT64_FORMAT ", stills %" G_GUINT64_FORMAT " bytes",
                  sum_bytes (clips), sum_bytes (stills));
  g_assert_cmpuint (sum_bytes (clips), <, MAX_CLIPS_BYTES);
  g_assert_cmpuint (sum_bytes (stills), <, MAX_STILLS_BYTES);
}

static void
add_test (const char   *id,
          const char   *name,
          GTestDataFunc func)
{
  g_autofree char *path = g_strdup_printf ("/player/shipped/%s/%s", id, name);

  g_test_add_data_func (path, id, func);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) ids = NULL;
  /* A slow build looks for errors of memory, which one clip shows as well as another. */
  guint stride = g_getenv ("LOWTIDE_PATIENCE") != NULL ? 6 : 1;

  /* Not isolated: pictures are told apart by what the system knows of files. */
  g_test_init (&argc, &argv, NULL);

  ids = list_moves ();
  /* All that is to be made anew is told at once. */
  g_test_set_nonfatal_assertions ();
  g_test_add_data_func ("/player/shipped/library", ids, test_library);
  for (guint i = 0; i < ids->len; i++)
    {
      if (i % stride == 0)
        {
          add_test (g_ptr_array_index (ids, i), "clip", test_clip);
          add_test (g_ptr_array_index (ids, i), "file", test_file);
        }
      add_test (g_ptr_array_index (ids, i), "pictures", test_pictures);
    }
  return g_test_run ();
}
