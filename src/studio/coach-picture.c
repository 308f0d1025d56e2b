#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

static gboolean
save (const CoachImage *image,
      const char       *path,
      const char       *format,
      const char       *option,
      const char       *value,
      GError          **error)
{
  g_autoptr (GdkPixbuf) pixbuf
      = gdk_pixbuf_new_from_data (image->rgb, GDK_COLORSPACE_RGB, FALSE, 8, (int) image->width,
                                  (int) image->height, (int) image->width * 3, NULL, NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  return gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &length, format, error, option, value, NULL)
         && g_file_set_contents (path, bytes, (gssize) length, error);
}

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
  if (g_str_has_suffix (path, ".jpg"))
    return save (image, path, "jpeg", "quality", "86", error);
  return save (image, path, "png", "compression", "9", error);
}

/**
 * coach_picture_save_quickly:
 * @image: a picture
 * @path: where to, in PNG
 *
 * Writes a picture that is soon thrown away: larger, but in a tenth of the time.
 *
 * Returns: whether it was written
 * Throws: [error@Gio.IOErrorEnum], [error@GdkPixbuf.PixbufError]
 */
gboolean
coach_picture_save_quickly (const CoachImage *image,
                            const char       *path,
                            GError          **error)
{
  return save (image, path, "png", "compression", "1", error);
}
