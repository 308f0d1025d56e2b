/* Pages into a file. For the module and its tests alone. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef void (*CoachPdfDraw) (gconstpointer pages, cairo_t *cr, guint page);

/**
 * CoachPdfFile:
 * @title: (not nullable): what readers show for its name
 * @subject: (nullable): what it is about
 * @made: (not nullable): when it was made
 * @width_pt: how wide the paper is, in points
 * @height_pt: how high
 * @n_pages: how many pages there are
 * @draw: draws one page
 * @pages: given to @draw
 *
 * What becomes a PDF file; all borrowed from the caller.
 */
typedef struct
{
  const char    *title;
  const char    *subject;
  GDateTime     *made;
  double         width_pt;
  double         height_pt;
  guint          n_pages;
  CoachPdfDraw   draw;
  gconstpointer  pages;
} CoachPdfFile;

gboolean coach_pdf_file_write (const CoachPdfFile  *self,
                               const char          *path,
                               GError             **error);

G_END_DECLS
