#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>

#include "studio-fixture.h"

#define SIZE 96
/* What the mean difference of two pictures may come to, of 255: their lines are the same ones. */
#define MAX_DIFFERENCE 1.0

static const char *const names[] = {
  "data/icons/hicolor/scalable/apps/org.lowtide.Lowtide.svg",
  "resources/icons/scalable/actions/lowtide-figure-lying-symbolic.svg",
  "resources/icons/scalable/actions/lowtide-figure-resting-symbolic.svg",
  "resources/icons/scalable/actions/lowtide-figure-walking-symbolic.svg",
};

static GdkPixbuf *
load (const char *folder,
      const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  GdkPixbuf *picture = gdk_pixbuf_new_from_file_at_size (path, SIZE, SIZE, &error);

  g_assert_no_error (error);
  g_assert_true (gdk_pixbuf_get_has_alpha (picture));
  return picture;
}

/* In the mean over all bytes, what is seen through counted as black. */
static double
difference (const GdkPixbuf *a,
            const GdkPixbuf *b)
{
  const guint8 *here = gdk_pixbuf_read_pixels (a), *there = gdk_pixbuf_read_pixels (b);
  gsize stride = (gsize) gdk_pixbuf_get_rowstride (a);
  guint width = (guint) gdk_pixbuf_get_width (a), height = (guint) gdk_pixbuf_get_height (a);
  double sum = 0.0;

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        const guint8 *p = here + y * stride + x * 4, *q = there + y * stride + x * 4;

        for (guint c = 0; c < 4; c++)
          sum += c == 3 ? ABS (p[3] - q[3]) : ABS (p[c] * p[3] - q[c] * q[3]) / 255.0;
      }
  return sum / (width * height * 4);
}

/* How much of a picture has something on it, 0 to 1. */
static double
coverage (const GdkPixbuf *picture)
{
  const guint8 *pixels = gdk_pixbuf_read_pixels (picture);
  gsize stride = (gsize) gdk_pixbuf_get_rowstride (picture);
  guint width = (guint) gdk_pixbuf_get_width (picture);
  guint height = (guint) gdk_pixbuf_get_height (picture);
  double sum = 0.0;

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      sum += pixels[y * stride + x * 4 + 3] / 255.0;
  return sum / (width * height);
}

static void
remove_made (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
      /* Its folders too, from within, as far as they are empty. */
      for (g_autofree char *parent = g_path_get_dirname (path);
           !g_str_equal (parent, folder) && g_rmdir (parent) == 0;)
        {
          char *above = g_path_get_dirname (parent);

          g_free (parent);
          parent = above;
        }
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_fresh (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("lowtide-pictures-XXXXXX", &error);
  const char *const argv[] = { g_getenv ("LOWTIDE_MAKE_PICTURES"), g_getenv ("LOWTIDE_STUDIO"),
                               folder, NULL };
  int status;

  g_test_summary ("The icon and the pictures of empty pages show the figure as it is; if not, run "
                  "`build-aux/make-pictures build/src/studio/lowtide-studio`");
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GdkPixbuf) made = load (folder, names[i]);
      g_autoptr (GdkPixbuf) kept = load (g_getenv ("LOWTIDE_SOURCE_DIR"), names[i]);

      g_assert_cmpint (gdk_pixbuf_get_width (made), ==, gdk_pixbuf_get_width (kept));
      g_assert_cmpint (gdk_pixbuf_get_height (made), ==, gdk_pixbuf_get_height (kept));
      g_assert_cmpfloat (difference (made, kept), <, MAX_DIFFERENCE);
      g_assert_cmpfloat (coverage (made), >, .1);
    }
  remove_made (folder);
}

static void
test_difference (void)
{
  g_autoptr (GdkPixbuf) resting = load (g_getenv ("LOWTIDE_SOURCE_DIR"), names[2]);
  g_autoptr (GdkPixbuf) turned = gdk_pixbuf_flip (resting, TRUE);

  g_test_summary ("Another pose would be told from the one that is kept");
  g_assert_cmpfloat (difference (resting, resting), ==, 0.0);
  g_assert_cmpfloat (difference (resting, turned), >, 10 * MAX_DIFFERENCE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/studio/pictures/fresh", test_fresh);
  g_test_add_func ("/studio/pictures/difference", test_difference);
  return g_test_run ();
}
