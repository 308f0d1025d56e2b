#include "config.h"

#include <glib/gstdio.h>
#include <gst/gst.h>
#include <string.h>

#include "coach-film.h"

/* A width that is not a multiple of four has gaps between the rows of GStreamer's pictures. */
#define WIDTH 62
#define HEIGHT 48
#define N_PICTURES 25

static void
test_writes (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lowtide-clip-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "clip.webm", NULL);
  g_autoptr (CoachImage) image = coach_image_new (WIDTH, HEIGHT);
  g_autoptr (CoachClipWriter) writer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_test_summary ("Pictures become a WebM file.");
  writer = coach_clip_writer_new (path, WIDTH, HEIGHT, 30, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_PICTURES; i++)
    {
      memset (image->rgb, (int) (i * 10), WIDTH * HEIGHT * 3);
      g_assert_true (coach_clip_writer_add (writer, image, &error));
    }
  g_assert_true (coach_clip_writer_finish (writer, &error));
  g_assert_no_error (error);
  g_clear_pointer (&writer, coach_clip_writer_free);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 500);
  g_assert_cmpmem (bytes, 4, "\x1a\x45\xdf\xa3", 4);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_no_folder (void)
{
  g_autoptr (CoachClipWriter) writer = NULL;
  g_autoptr (GError) error = NULL;

  g_test_summary ("A clip that cannot be written is an error, not an abort.");
  writer = coach_clip_writer_new ("/nowhere/at/all.webm", WIDTH, HEIGHT, 30, &error);
  g_assert_null (writer);
  g_assert_nonnull (error);
}

static void
test_slug (void)
{
  g_autofree char *slug = coach_film_slug ("Half way Up");

  g_test_summary ("Stills are called like their keys, in small letters and hyphens.");
  g_assert_cmpstr (slug, ==, "half-way-up");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gst_init (NULL, NULL);
  g_test_add_func ("/clip-writer/writes", test_writes);
  g_test_add_func ("/clip-writer/no-folder", test_no_folder);
  g_test_add_func ("/clip-writer/slug", test_slug);
  return g_test_run ();
}
