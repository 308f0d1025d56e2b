/* How pictures are drawn in views of other shapes than theirs. */
#include "coach-clip-paintable.h"

#define PICTURE_WIDTH 640
#define PICTURE_HEIGHT 480

#define RED 0xffff0000
#define BLUE 0xff0000ff
#define NOTHING 0x00000000

typedef struct
{
  int          view[2];
  CoachClipFit fit;
  gboolean     mirrored;
  int          place[2];
  guint32      color;
} Row;

/* Of a picture whose left half is red and whose right half is blue. */
static const Row rows[] = {
  { { 800, 300 }, COACH_CLIP_FIT_CORE, FALSE, { 210, 150 }, RED },
  { { 800, 300 }, COACH_CLIP_FIT_CORE, FALSE, { 590, 150 }, BLUE },
  /* Beside it, and where it ends, it goes on. */
  { { 800, 300 }, COACH_CLIP_FIT_CORE, FALSE, { 2, 2 }, RED },
  { { 800, 300 }, COACH_CLIP_FIT_CORE, FALSE, { 199, 150 }, RED },
  { { 800, 300 }, COACH_CLIP_FIT_CORE, FALSE, { 600, 150 }, BLUE },
  { { 800, 300 }, COACH_CLIP_FIT_CORE, FALSE, { 797, 297 }, BLUE },
  { { 800, 300 }, COACH_CLIP_FIT_CORE, TRUE, { 2, 150 }, BLUE },
  { { 800, 300 }, COACH_CLIP_FIT_CORE, TRUE, { 797, 150 }, RED },
  /* Above and below it is the ground of the view. */
  { { 300, 800 }, COACH_CLIP_FIT_CORE, FALSE, { 20, 10 }, NOTHING },
  { { 300, 800 }, COACH_CLIP_FIT_CORE, FALSE, { 20, 400 }, RED },
  { { 300, 800 }, COACH_CLIP_FIT_CORE, FALSE, { 280, 790 }, NOTHING },
  { { 300, 800 }, COACH_CLIP_FIT_COVER, FALSE, { 20, 10 }, RED },
  { { 300, 800 }, COACH_CLIP_FIT_COVER, TRUE, { 20, 10 }, BLUE },
};

static GdkTexture *
make_picture (void)
{
  gsize size = PICTURE_WIDTH * PICTURE_HEIGHT * sizeof (guint32);
  guint32 *pixels = g_malloc (size);
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i < PICTURE_WIDTH * PICTURE_HEIGHT; i++)
    pixels[i] = i % PICTURE_WIDTH < PICTURE_WIDTH / 2 ? RED : BLUE;
  bytes = g_bytes_new_take (pixels, size);
  return gdk_memory_texture_new (PICTURE_WIDTH, PICTURE_HEIGHT, GDK_MEMORY_DEFAULT, bytes,
                                 PICTURE_WIDTH * sizeof (guint32));
}

static cairo_surface_t *
draw (CoachClipPaintable *paintable,
      int                 width,
      int                 height)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  gdk_paintable_snapshot (GDK_PAINTABLE (paintable), snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guint8 *row = cairo_image_surface_get_data (surface)
                      + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) row)[x];
}

static void
test_table (void)
{
  g_autoptr (CoachClipPaintable) paintable = coach_clip_paintable_new ();
  g_autoptr (GdkTexture) still = make_picture ();

  g_test_summary ("A picture goes on at its sides where there is room, and not above and below");
  coach_clip_paintable_set_still (paintable, still);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      cairo_surface_t *surface;

      coach_clip_paintable_set_fit (paintable, rows[i].fit);
      coach_clip_paintable_set_mirrored (paintable, rows[i].mirrored);
      surface = draw (paintable, rows[i].view[0], rows[i].view[1]);
      g_test_message ("row %u", i);
      g_assert_cmphex (get_pixel (surface, rows[i].place[0], rows[i].place[1]), ==,
                       rows[i].color);
      cairo_surface_destroy (surface);
    }
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
test_size (void)
{
  g_autoptr (CoachClipPaintable) paintable = coach_clip_paintable_new ();
  g_autoptr (GdkTexture) still = make_picture ();
  g_autoptr (GdkTexture) other = make_picture ();
  guint n = 0;

  g_test_summary ("All pictures are of one size to what lays them out");
  g_signal_connect_swapped (paintable, "invalidate-size", G_CALLBACK (count_cb), &n);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (GDK_PAINTABLE (paintable)), ==, 0);
  coach_clip_paintable_set_still (paintable, still);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (GDK_PAINTABLE (paintable)), ==, 960);
  g_assert_cmpint (gdk_paintable_get_intrinsic_height (GDK_PAINTABLE (paintable)), ==, 720);
  coach_clip_paintable_set_still (paintable, other);
  g_assert_cmpuint (n, ==, 1);
  coach_clip_paintable_set_still (paintable, NULL);
  g_assert_cmpuint (n, ==, 2);
  g_assert_finalize_object (g_steal_pointer (&paintable));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/clip-paintable/table", test_table);
  g_test_add_func ("/app/clip-paintable/size", test_size);
  return g_test_run ();
}
