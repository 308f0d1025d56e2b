#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include "coach-sheet-pictures-private.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

/* No still of ours comes near. */
#define MAX_BYTES (4 * 1024 * 1024)
/* At least so fine, and not twice as fine: more is not seen in print, and makes files larger. */
#define DOTS_PER_INCH 250

static void
surface_destroy (gpointer data)
{
  if (data != NULL)
    cairo_surface_destroy (data);
}

/**
 * coach_sheet_pictures_new:
 *
 * Makes an album without pictures, which keeps each that is loaded: a picture that is drawn again
 * is in a file only once.
 *
 * Returns: (transfer full) (element-type utf8 cairo_surface_t): an album
 */
GHashTable *
coach_sheet_pictures_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, surface_destroy);
}

/* Adds up what becomes a row of dots: red, green and blue of each. */
static void
add_row (guint32      *sums,
         const guint8 *pixels,
         guint         width,
         guint         step)
{
  for (guint x = 0; x < width; x++, sums += 3)
    for (guint i = 0; i < step; i++, pixels += 3)
      {
        sums[0] += pixels[0];
        sums[1] += pixels[1];
        sums[2] += pixels[2];
      }
}

/* Each dot is the mean of a square of the picture's, which has no alpha channel. */
static cairo_surface_t *
make_surface (GdkPixbuf *pixbuf,
              guint      step)
{
  guint width = (guint) gdk_pixbuf_get_width (pixbuf) / step;
  guint height = (guint) gdk_pixbuf_get_height (pixbuf) / step;
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width,
                                                         (int) height);
  guint8 *data = cairo_image_surface_get_data (surface);
  guint stride = (guint) cairo_image_surface_get_stride (surface);
  g_autofree guint32 *sums = g_new (guint32, 3 * (gsize) width);
  guint n = step * step;

  for (guint y = 0; data != NULL && y < height; y++)
    {
      guint32 *row = (guint32 *) (void *) (data + y * stride);

      memset (sums, 0, 3 * width * sizeof *sums);
      for (guint i = 0; i < step; i++, pixels += gdk_pixbuf_get_rowstride (pixbuf))
        add_row (sums, pixels, width, step);
      for (guint x = 0; x < width; x++)
        row[x] = sums[3 * x] / n << 16 | sums[3 * x + 1] / n << 8 | sums[3 * x + 2] / n;
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* Onto white, as paper is. */
static GdkPixbuf *
flatten (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  GdkPixbuf *flat;

  if (gdk_pixbuf_get_n_channels (pixbuf) == 3)
    return g_object_ref (pixbuf);
  flat = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  gdk_pixbuf_fill (flat, 0xffffffff);
  gdk_pixbuf_composite (pixbuf, flat, 0, 0, width, height, 0, 0, 1, 1, GDK_INTERP_NEAREST, 255);
  return flat;
}

/* How many of the picture's dots become one along a line. */
static guint
get_step (GdkPixbuf *pixbuf,
          double     width_pt)
{
  double fine = MAX (width_pt * DOTS_PER_INCH / 72, 1);

  return (guint) MAX (gdk_pixbuf_get_width (pixbuf) / fine, 1);
}

/* A JPEG goes into a file as it is. */
static void
attach_jpeg (cairo_surface_t *surface,
             char            *contents,
             gsize            length)
{
  if (cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, (guchar *) contents, length,
                                      g_free, contents) != CAIRO_STATUS_SUCCESS)
    g_free (contents);
}

static gboolean
is_jpeg (const char *contents,
         gsize       length)
{
  return length >= 3 && memcmp (contents, "\xff\xd8\xff", 3) == 0;
}

static cairo_surface_t *
load (const char *path,
      double      width_pt)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  cairo_surface_t *surface;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &error) || length > MAX_BYTES
      || !gdk_pixbuf_loader_write (loader, (const guchar *) contents, length, &error)
      || !gdk_pixbuf_loader_close (loader, &error)
      || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    {
      gdk_pixbuf_loader_close (loader, NULL);
      g_info ("%s: %s", path, error != NULL ? error->message : "no picture, or too large");
      return NULL;
    }
  pixbuf = flatten (gdk_pixbuf_loader_get_pixbuf (loader));
  if (!is_jpeg (contents, length))
    return make_surface (pixbuf, get_step (pixbuf, width_pt));
  surface = make_surface (pixbuf, 1);
  attach_jpeg (surface, g_steal_pointer (&contents), length);
  return surface;
}

/**
 * coach_sheet_pictures_load:
 * @pictures: an album
 * @path: the file of a picture
 * @width_pt: how wide it is printed
 *
 * Gets a picture, from the album if it is there, no finer than a printer can tell apart.
 *
 * Returns: (transfer none) (nullable): a picture; %NULL when the file cannot be read
 */
cairo_surface_t *
coach_sheet_pictures_load (GHashTable *pictures,
                           const char *path,
                           double      width_pt)
{
  g_autofree char *key = NULL;
  gpointer surface;

  g_return_val_if_fail (pictures != NULL && path != NULL, NULL);

  key = g_strdup_printf ("%.0f %s", width_pt, path);
  if (!g_hash_table_lookup_extended (pictures, key, NULL, &surface))
    {
      surface = load (path, width_pt);
      g_hash_table_insert (pictures, g_steal_pointer (&key), surface);
    }
  return surface;
}
