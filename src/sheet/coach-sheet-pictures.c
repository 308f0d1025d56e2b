#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include "coach-sheet-pictures-private.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

/* No still of ours comes near. */
#define MAX_BYTES (4 * 1024 * 1024)

static void
surface_destroy (gpointer data)
{
  if (data != NULL)
    cairo_surface_destroy (data);
}

/**
 * coach_sheet_pictures_new:
 *
 * Makes an album without pictures, which keeps each that is loaded: a picture that is drawn again is
 * in a file only once.
 *
 * Returns: (transfer full) (element-type utf8 cairo_surface_t): an album
 */
GHashTable *
coach_sheet_pictures_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, surface_destroy);
}

/* Onto white, as paper is. */
static guint32
blend (const guint8 *pixel,
       gboolean      has_alpha)
{
  guint alpha = has_alpha ? pixel[3] : 255;
  guint32 packed = 0;

  for (guint i = 0; i < 3; i++)
    packed = (packed << 8) | ((pixel[i] * alpha + 255 * (255 - alpha) + 127) / 255);
  return packed;
}

static cairo_surface_t *
make_surface (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  int n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  gboolean has_alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  guint8 *data = cairo_image_surface_get_data (surface);

  for (int y = 0; data != NULL && y < height; y++)
    {
      const guint8 *from = gdk_pixbuf_read_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *to = (guint32 *) (void *) (data + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        to[x] = blend (from + x * n_channels, has_alpha);
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* A JPEG goes into a file as it is. */
static void
attach_jpeg (cairo_surface_t *surface,
             char            *contents,
             gsize            length)
{
  if (length < 3 || memcmp (contents, "\xff\xd8\xff", 3) != 0
      || cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, (guchar *) contents, length,
                                      g_free, contents) != CAIRO_STATUS_SUCCESS)
    g_free (contents);
}

static cairo_surface_t *
load (const char *path)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
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
  surface = make_surface (gdk_pixbuf_loader_get_pixbuf (loader));
  attach_jpeg (surface, g_steal_pointer (&contents), length);
  return surface;
}

/**
 * coach_sheet_pictures_load:
 * @pictures: an album
 * @path: the file of a picture
 *
 * Gets a picture, from the album if it is there.
 *
 * Returns: (transfer none) (nullable): a picture; %NULL when the file cannot be read
 */
cairo_surface_t *
coach_sheet_pictures_load (GHashTable *pictures,
                           const char *path)
{
  gpointer surface;

  g_return_val_if_fail (pictures != NULL && path != NULL, NULL);

  if (!g_hash_table_lookup_extended (pictures, path, NULL, &surface))
    {
      surface = load (path);
      g_hash_table_insert (pictures, g_strdup (path), surface);
    }
  return surface;
}
