/* The contact sheet that an author looks at, made by the program itself. */
#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "studio-fixture.h"

#define WIDTH 32
#define HEIGHT 24
#define COLUMNS 4

typedef struct
{
  const char *poses;       /* of the keys, a letter each */
  guint       n_pictures;
} Case;

/* Two poses are there and back, three go round; holds and ways back are seen already. */
static const Case cases[] = {
  { "s", 1 },
  { "ssbb", 3 },
  { "sbsb", 3 },
  { "sbr", 6 },
};

static void
write_motion (const char *folder,
              const char *poses)
{
  g_autofree char *path = g_build_filename (folder, "made-up.json", NULL);
  g_autoptr (GString) text = g_string_new (
      "{\"duration\": 4, \"camera\": {\"eye\": [-6, 2, 1], \"at\": [0, 0, 1]}, \"poses\": {"
      "\"s\": {\"base\": \"standing\"},"
      "\"b\": {\"base\": \"standing\", \"angles\": {\"farm_L\": {\"flex\": 90}}},"
      "\"r\": {\"base\": \"standing\", \"angles\": {\"uarm_L\": {\"flex\": 90}}}},"
      "\"keys\": [");

  for (guint i = 0; poses[i] != '\0'; i++)
    g_string_append_printf (text, "%s{\"t\": %u, \"pose\": \"%c\"}", i > 0 ? ", " : "", i,
                            poses[i]);
  g_string_append (text, "]}");
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
}

static GdkPixbuf *
make_sheet (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "sheet.png", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) studio = g_subprocess_new (
      G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("LOWTIDE_STUDIO"), "--motions", folder,
      "sheet-of-keys", "made-up", "-o", path, "--size",
      G_STRINGIFY (WIDTH) "x" G_STRINGIFY (HEIGHT), NULL);
  GdkPixbuf *sheet;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (studio, NULL, &error));
  g_assert_no_error (error);
  sheet = gdk_pixbuf_new_from_file (path, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return sheet;
}

/* Nothing was pasted there: white from edge to edge. */
static gboolean
is_empty (GdkPixbuf *sheet,
          guint      index)
{
  const guint8 *pixels = gdk_pixbuf_read_pixels (sheet);
  guint row = (guint) gdk_pixbuf_get_rowstride (sheet);
  guint left = index % COLUMNS * WIDTH, top = index / COLUMNS * HEIGHT;

  for (guint y = top; y < top + HEIGHT; y++)
    for (guint x = left * 3; x < (left + WIDTH) * 3; x++)
      if (pixels[y * row + x] != 255)
        return FALSE;
  return TRUE;
}

static void
test_once (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lowtide-sheet-XXXXXX", NULL);
  g_autofree char *figure = studio_fixture_figure ();
  g_autofree char *link = g_build_filename (folder, "figure", NULL);
  g_autofree char *motion = g_build_filename (folder, "made-up.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);

  g_test_summary ("A sheet has every pose, and every way between two, once and as large as told.");
  g_assert_true (g_file_make_symbolic_link (file, figure, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_rows = (cases[i].n_pictures + COLUMNS - 1) / COLUMNS;
      g_autoptr (GdkPixbuf) sheet = NULL;

      write_motion (folder, cases[i].poses);
      sheet = make_sheet (folder);
      g_assert_cmpint (gdk_pixbuf_get_width (sheet), ==, COLUMNS * WIDTH);
      g_assert_cmpint (gdk_pixbuf_get_height (sheet), ==, n_rows * HEIGHT);
      for (guint p = 0; p < n_rows * COLUMNS; p++)
        g_assert_cmpint (is_empty (sheet, p), ==, p >= cases[i].n_pictures);
    }
  g_unlink (motion);
  g_unlink (link);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/once", test_once);
  return g_test_run ();
}
