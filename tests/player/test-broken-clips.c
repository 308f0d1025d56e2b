#include "clip-watch.h"

#include <glib/gstdio.h>
#include <gst/gst.h>
#include <string.h>

#define CLIP "figure-four-supine"

typedef struct
{
  char   *dir;  /* (owned): ours alone, removed at the end */
  char   *path; /* (owned): the broken clip */
  guint8 *data; /* (owned): a sound clip, to be broken */
  gsize   size;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *good = clip_watch_find_clip (CLIP);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (good, (char **) &fixture->data, &fixture->size, &error);
  g_assert_no_error (error);
  fixture->dir = g_dir_make_tmp ("lowtide-clips-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->dir, "clip.webm", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_remove (fixture->path);
  g_rmdir (fixture->dir);
  g_free (fixture->path);
  g_free (fixture->dir);
  g_free (fixture->data);
}

static void
save (Fixture *fixture,
      gsize    size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, (const char *) fixture->data, (gssize) size, &error);
  g_assert_no_error (error);
}

/* Once, with this reason, and after that nothing comes any more. */
static void
assert_fails (const char       *path,
              CoachPlayerError  code)
{
  g_autoptr (ClipWatch) watch = clip_watch_new (path);

  g_assert_true (clip_watch_wait (watch, clip_watch_has_failed, 1));
  g_test_message ("%s", watch->error->message);
  g_assert_error (watch->error, COACH_PLAYER_ERROR, (int) code);
  coach_player_set_playing (watch->player, FALSE);
  coach_player_set_playing (watch->player, TRUE);
  clip_watch_settle (100);
  g_assert_cmpuint (watch->failures, ==, 1);
  coach_player_close (watch->player);
}

/* What is left of the clip is shown over and over, and no failure is told. */
static void
assert_plays_on (const char *path)
{
  g_autoptr (ClipWatch) watch = clip_watch_new (path);

  g_assert_true (clip_watch_wait (watch, clip_watch_has_loops, 2));
  g_assert_no_error (watch->error);
  g_assert_cmpuint (watch->pts_us->len, >, 10);
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_test_summary ("A file that is not there fails as missing.");
  assert_fails (fixture->path, COACH_PLAYER_ERROR_CLIP_MISSING);
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_test_summary ("A folder in place of a clip fails as missing.");
  assert_fails (fixture->dir, COACH_PLAYER_ERROR_CLIP_MISSING);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_test_summary ("An empty file fails as damaged.");
  save (fixture, 0);
  assert_fails (fixture->path, COACH_PLAYER_ERROR_CLIP_DAMAGED);
}

static void
test_text (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_test_summary ("A text with a clip's name fails as damaged.");
  g_assert_true (g_file_set_contents (fixture->path, "Lie on your back.\n", -1, NULL));
  assert_fails (fixture->path, COACH_PLAYER_ERROR_CLIP_DAMAGED);
}

static void
test_random (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (41);

  g_test_summary ("Bytes without meaning fail as damaged.");
  for (gsize i = 0; i < fixture->size; i++)
    fixture->data[i] = (guint8) g_rand_int_range (rand, 0, 256);
  save (fixture, fixture->size);
  assert_fails (fixture->path, COACH_PLAYER_ERROR_CLIP_DAMAGED);
}

static void
test_flipped (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_test_summary ("A clip whose pictures were overwritten fails as damaged.");
  for (gsize i = 1024; i < fixture->size; i += 7)
    fixture->data[i] ^= 0xff;
  save (fixture, fixture->size);
  assert_fails (fixture->path, COACH_PLAYER_ERROR_CLIP_DAMAGED);
}

static void
test_truncated (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_test_summary ("A clip cut in half plays to the cut, over and over.");
  save (fixture, fixture->size / 2);
  assert_plays_on (fixture->path);
}

static void
test_cut_short (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_test_summary ("A clip of which only the header is left fails and never spins.");
  save (fixture, 1000);
  assert_fails (fixture->path, COACH_PLAYER_ERROR_CLIP_DAMAGED);
}

/* The number that says how long an element of Matroska is; moves behind it. */
static guint64
read_length (const Fixture *fixture,
             gsize         *at)
{
  guint n = 1;
  guint64 length;

  g_assert_cmpuint (*at + 8, <, fixture->size);
  while (n < 8 && (fixture->data[*at] & (0x80 >> (n - 1))) == 0)
    n++;
  length = fixture->data[*at] & (0xffu >> n);
  for (guint i = 1; i < n; i++)
    length = length << 8 | fixture->data[*at + i];
  *at += n;
  return length;
}

/* Where the first picture ends: the first SimpleBlock of the first Cluster. */
static gsize
find_second_picture (const Fixture *fixture)
{
  static const guint8 cluster[] = { 0x1f, 0x43, 0xb6, 0x75 };
  gsize at = 0;
  guint8 id;

  while (memcmp (fixture->data + at, cluster, sizeof cluster) != 0)
    g_assert_cmpuint (++at + sizeof cluster, <, fixture->size);
  at += sizeof cluster;
  read_length (fixture, &at);
  do
    {
      guint64 length;

      id = fixture->data[at++];
      length = read_length (fixture, &at);
      g_assert_cmpuint (length, <, fixture->size - at);
      at += length;
    }
  while (id != 0xa3);
  return at;
}

static void
test_hole (Fixture       *fixture,
           gconstpointer  user_data)
{
  gsize second = find_second_picture (fixture);

  g_test_summary ("A clip that is zeros from its second picture on fails and never spins.");
  memset (fixture->data + second, 0, fixture->size - second);
  save (fixture, fixture->size);
  assert_fails (fixture->path, COACH_PLAYER_ERROR_CLIP_DAMAGED);
}

static void
test_hole_inside (Fixture       *fixture,
                  gconstpointer  user_data)
{
  g_test_summary ("A clip with a hole in the middle plays what is there.");
  memset (fixture->data + fixture->size / 2, 0, fixture->size / 10);
  save (fixture, fixture->size);
  assert_plays_on (fixture->path);
}

static void
make_clip (const char *description,
           const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GstElement) pipeline = NULL;
  g_autoptr (GstElement) sink = NULL;
  g_autoptr (GstBus) bus = NULL;
  g_autoptr (GstMessage) message = NULL;

  gst_init (NULL, NULL);
  pipeline = gst_parse_launch (description, &error);
  g_assert_no_error (error);
  sink = gst_bin_get_by_name (GST_BIN (pipeline), "to");
  g_object_set (sink, "location", path, NULL);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  bus = gst_element_get_bus (pipeline);
  message = gst_bus_timed_pop_filtered (bus, 60 * GST_SECOND, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  g_assert_nonnull (message);
  g_assert_cmpint (GST_MESSAGE_TYPE (message), ==, GST_MESSAGE_EOS);
  gst_element_set_state (pipeline, GST_STATE_NULL);
}

static void
test_audio_only (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_test_summary ("A recording without pictures fails as damaged.");
  make_clip ("audiotestsrc num-buffers=20 ! wavenc ! filesink name=to", fixture->path);
  assert_fails (fixture->path, COACH_PLAYER_ERROR_CLIP_DAMAGED);
}

static void
test_short (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_test_summary ("A sound clip of one second is short, but not damaged.");
  make_clip ("videotestsrc num-buffers=25 ! video/x-raw,width=64,height=48,framerate=24/1"
             " ! vp8enc deadline=1 ! webmmux ! filesink name=to", fixture->path);
  assert_plays_on (fixture->path);
}

static void
remove_decoders (const char *media_type)
{
  g_autoptr (GstCaps) caps = gst_caps_new_empty_simple (media_type);
  GList *all = gst_element_factory_list_get_elements (GST_ELEMENT_FACTORY_TYPE_DECODER,
                                                      GST_RANK_NONE);
  GList *able = gst_element_factory_list_filter (all, caps, GST_PAD_SINK, FALSE);

  for (GList *l = able; l != NULL; l = l->next)
    gst_registry_remove_feature (gst_registry_get (), GST_PLUGIN_FEATURE (l->data));
  gst_plugin_feature_list_free (able);
  gst_plugin_feature_list_free (all);
}

static void
test_codec_missing (void)
{
  g_autofree char *path = clip_watch_find_clip (CLIP);

  g_test_summary ("A sound clip that nothing can decode fails for want of a codec.");
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  gst_init (NULL, NULL);
  remove_decoders ("video/x-vp9");
  assert_fails (path, COACH_PLAYER_ERROR_CODEC_MISSING);
}

#define add_broken(name, test) \
  g_test_add ("/player/broken/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add_broken ("missing", test_missing);
  add_broken ("folder", test_folder);
  add_broken ("empty", test_empty);
  add_broken ("text", test_text);
  add_broken ("random", test_random);
  add_broken ("flipped", test_flipped);
  add_broken ("truncated", test_truncated);
  add_broken ("cut-short", test_cut_short);
  add_broken ("hole", test_hole);
  add_broken ("hole-inside", test_hole_inside);
  add_broken ("audio-only", test_audio_only);
  add_broken ("short", test_short);
  g_test_add_func ("/player/broken/codec-missing", test_codec_missing);

  return g_test_run ();
}
