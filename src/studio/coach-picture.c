#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

/**
 * coach_picture_save:
 * @image: a picture
 * @path: where to; its ending, `.jpg` or `.png`, says in which format
 *
 * Writes a picture. A file that was there stays whole until the new one is.
 *
 * Returns: whether it was written
 * Throws: [error@Gio.IOErrorEnum], [error@GdkPixbuf.PixbufError]
 */
gboolean
coach_picture_save (const CoachImage *image,
                    const char       *path,
                    GError          **error)
{
  gboolean is_jpeg = g_str_has_suffix (path, ".jpg");
  g_autoptr (GdkPixbuf) pixbuf
      = gdk_pixbuf_new_from_data (image->rgb, GDK_COLORSPACE_RGB, FALSE, 8, (int) image->width,
                                  (int) image->height, (int) image->width * 3, NULL, NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  gboolean encoded = is_jpeg ? gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &length, "jpeg", error,
                                                          "quality", "86", NULL)
                             : gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &length, "png", error,
                                                          "compression", "9", NULL);

  return encoded && g_file_set_contents (path, bytes, (gssize) length, error);
}
