#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include "coach-pdf-file-private.h"

#include <cairo-pdf.h>

#include "coach-sheet-error.h"

/* Health data: for the person alone. */
#define FILE_MODE 0600

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Who builds reproducibly names the time (reproducible-builds.org); else it is when it was made. */
static char *
format_made (const CoachPdfFile *self)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) named = NULL;
  gint64 seconds;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    named = g_date_time_new_from_unix_utc (seconds);
  return g_date_time_format (named != NULL ? named : self->made, "%Y-%m-%dT%H:%M:%S%:z");
}

static cairo_surface_t *
create_surface (const CoachPdfFile *self,
                GByteArray         *bytes)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes,
                                                                  self->width_pt,
                                                                  self->height_pt);
  g_autofree char *made = format_made (self);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  if (self->subject != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, self->subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, made);
  return surface;
}

static gboolean
draw_pages (const CoachPdfFile  *self,
            GByteArray          *bytes,
            GError             **error)
{
  cairo_surface_t *surface = create_surface (self, bytes);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  for (guint page = 0; page < self->n_pages; page++)
    {
      self->draw (self->pages, cr, page);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, COACH_SHEET_ERROR, COACH_SHEET_ERROR_DRAWING, "%s: %s", self->title,
                 cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}

/**
 * coach_pdf_file_write:
 * @self: pages
 * @path: the file
 *
 * Writes pages to a file, whole or not at all, for the person alone to read. Text stays text, and
 * fonts are in the file. The same pages give the same bytes; `SOURCE_DATE_EPOCH` takes the place of
 * when they were made.
 *
 * Returns: whether it was written
 * Throws: [error@SheetError]
 */
gboolean
coach_pdf_file_write (const CoachPdfFile  *self,
                      const char          *path,
                      GError             **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) problem = NULL;

  /* What is there may be replaced if it is a file; a device or a folder is left alone. */
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, COACH_SHEET_ERROR, COACH_SHEET_ERROR_WRITING, "%s: is no file", path);
      return FALSE;
    }
  if (!draw_pages (self, bytes, error))
    return FALSE;
  if (g_file_set_contents_full (path, (const char *) bytes->data, bytes->len,
                                G_FILE_SET_CONTENTS_CONSISTENT, FILE_MODE, &problem))
    return TRUE;
  g_set_error (error, COACH_SHEET_ERROR, COACH_SHEET_ERROR_WRITING, "%s: %s", path,
               problem->message);
  return FALSE;
}
