#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include "coach-sheet.h"

#include <pango/pangocairo.h>

#include "coach-pdf-file-private.h"
#include "coach-sheet-private.h"

/* Points and shades. */
#define STRIKE_HALO  2
#define FRAME_GREY   0.45

/**
 * CoachSheet:
 *
 * A routine on paper, laid out on its pages: a preview, a printer and a file show the same. Nothing
 * on it is told by colour alone, and no line is finer than half a point.
 */
struct _CoachSheet
{
  GObject            parent_instance;

  CoachSheetContent *content;  /* (owned) (not nullable), given when it is made */
  CoachSheetLayout   layout;   /* where everything is; borrows the content */
  CoachSheetCode    *code;     /* (owned) (nullable) */
  GHashTable        *pictures; /* (owned) (not nullable), loaded when they are first drawn */
};

G_DEFINE_FINAL_TYPE (CoachSheet, coach_sheet, G_TYPE_OBJECT)

static void
draw_lines (cairo_t             *cr,
            const CoachSheetBox *box)
{
  cairo_set_line_width (cr, box->line_pt);
  if (box->kind == COACH_SHEET_BOX_RULE)
    {
      cairo_move_to (cr, box->x, box->y);
      cairo_line_to (cr, box->x + box->width, box->y + box->height);
    }
  else
    cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_stroke (cr);
}

/* White beside the strokes, so that they are seen on dark pictures as well. */
static void
draw_strike (cairo_t             *cr,
             const CoachSheetBox *box)
{
  double inset = box->line_pt;

  for (int halo = 1; halo >= 0; halo--)
    {
      cairo_set_source_rgb (cr, halo, halo, halo);
      cairo_set_line_width (cr, box->line_pt + halo * STRIKE_HALO);
      cairo_move_to (cr, box->x + inset, box->y + inset);
      cairo_line_to (cr, box->x + box->width - inset, box->y + box->height - inset);
      cairo_move_to (cr, box->x + box->width - inset, box->y + inset);
      cairo_line_to (cr, box->x + inset, box->y + box->height - inset);
      cairo_stroke (cr);
    }
}

/* Whole, in the middle of its box. */
static void
draw_picture (CoachSheet          *self,
              cairo_t             *cr,
              const CoachSheetBox *box)
{
  cairo_surface_t *picture = coach_sheet_pictures_load (self->pictures, box->path, box->width);
  double scale, width, height;

  if (picture != NULL)
    {
      width = cairo_image_surface_get_width (picture);
      height = cairo_image_surface_get_height (picture);
      scale = MIN (box->width / width, box->height / height);
      cairo_save (cr);
      cairo_translate (cr, box->x + box->width / 2, box->y + box->height / 2);
      cairo_scale (cr, box->is_mirrored ? -scale : scale, scale);
      cairo_set_source_surface (cr, picture, -width / 2, -height / 2);
      cairo_rectangle (cr, -width / 2, -height / 2, width, height);
      cairo_fill (cr);
      cairo_restore (cr);
    }
  cairo_set_source_rgb (cr, FRAME_GREY, FRAME_GREY, FRAME_GREY);
  draw_lines (cr, box);
}

static void
draw_box (CoachSheet          *self,
          cairo_t             *cr,
          const CoachSheetBox *box)
{
  cairo_set_source_rgb (cr, 0, 0, 0);
  switch (box->kind)
    {
    case COACH_SHEET_BOX_TEXT:
      cairo_move_to (cr, box->x, box->y);
      pango_cairo_show_layout (cr, box->layout);
      break;
    case COACH_SHEET_BOX_PICTURE:
      draw_picture (self, cr, box);
      break;
    case COACH_SHEET_BOX_STRIKE:
      draw_strike (cr, box);
      break;
    case COACH_SHEET_BOX_CODE:
      coach_sheet_code_draw (self->code, cr, box->x, box->y, box->width);
      break;
    case COACH_SHEET_BOX_RULE:
    case COACH_SHEET_BOX_FRAME:
    case COACH_SHEET_BOX_TICK:
    default:
      draw_lines (cr, box);
      break;
    }
}

static void
coach_sheet_finalize (GObject *object)
{
  CoachSheet *self = COACH_SHEET (object);

  coach_sheet_layout_clear (&self->layout);
  g_clear_pointer (&self->code, coach_sheet_code_free);
  g_clear_pointer (&self->pictures, g_hash_table_unref);
  g_clear_pointer (&self->content, coach_sheet_content_free);

  G_OBJECT_CLASS (coach_sheet_parent_class)->finalize (object);
}

static void
coach_sheet_class_init (CoachSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_sheet_finalize;
}

static void
coach_sheet_init (CoachSheet *self)
{
  self->pictures = coach_sheet_pictures_new ();
}

/**
 * coach_sheet_new:
 * @content: (transfer full): what the sheet says
 * @setup: the paper
 * @is_large: whether it is in large print, 18 points
 *
 * Lays a sheet out. Everything is measured here; drawing only draws.
 *
 * Returns: (transfer full) (nullable): a sheet
 * Throws: %COACH_SHEET_ERROR_TOO_SMALL
 */
CoachSheet *
coach_sheet_new (CoachSheetContent     *content,
                 const CoachPageSetup  *setup,
                 gboolean               is_large,
                 GError               **error)
{
  g_autoptr (CoachSheet) self = NULL;

  g_return_val_if_fail (content != NULL && content->made != NULL, NULL);
  g_return_val_if_fail (setup != NULL, NULL);

  self = g_object_new (COACH_TYPE_SHEET, NULL);
  self->content = content;
  if (content->code != NULL)
    self->code = coach_sheet_code_new (content->code);
  coach_sheet_layout_init (&self->layout, content, setup, is_large);
  if (!self->layout.is_too_small)
    return g_steal_pointer (&self);
  g_set_error (error, COACH_SHEET_ERROR, COACH_SHEET_ERROR_TOO_SMALL,
               "%s: a paper of %.0f by %.0f points is too small", content->title, setup->width_pt,
               setup->height_pt);
  return NULL;
}

/**
 * coach_sheet_get_layout:
 * @self: a sheet
 *
 * Gets where everything is.
 *
 * Returns: (transfer none): the layout
 */
const CoachSheetLayout *
coach_sheet_get_layout (CoachSheet *self)
{
  g_return_val_if_fail (COACH_IS_SHEET (self), NULL);

  return &self->layout;
}

/**
 * coach_sheet_get_title:
 * @self: a sheet
 *
 * Gets what it is, for the name of a file or a print job.
 *
 * Returns: (transfer none): translated words
 */
const char *
coach_sheet_get_title (CoachSheet *self)
{
  g_return_val_if_fail (COACH_IS_SHEET (self), NULL);

  return self->content->title;
}

/**
 * coach_sheet_get_n_pages:
 * @self: a sheet
 *
 * Gets how many pages it has.
 *
 * Returns: pages, at least 1
 */
guint
coach_sheet_get_n_pages (CoachSheet *self)
{
  g_return_val_if_fail (COACH_IS_SHEET (self), 0);

  return self->layout.pages->len;
}

/**
 * coach_sheet_has_code:
 * @self: a sheet
 *
 * Gets whether there is a code on it.
 *
 * Returns: whether there is
 */
gboolean
coach_sheet_has_code (CoachSheet *self)
{
  g_return_val_if_fail (COACH_IS_SHEET (self), FALSE);

  return self->code != NULL;
}

/**
 * coach_sheet_get_n_unknown:
 * @self: a sheet
 *
 * Counts the letters that no font of the machine has; they are printed as boxes with a number.
 *
 * Returns: letters
 */
guint
coach_sheet_get_n_unknown (CoachSheet *self)
{
  guint n = 0;

  g_return_val_if_fail (COACH_IS_SHEET (self), 0);

  for (guint page = 0; page < self->layout.pages->len; page++)
    {
      GArray *boxes = g_ptr_array_index (self->layout.pages, page);

      for (guint i = 0; i < boxes->len; i++)
        {
          PangoLayout *text = g_array_index (boxes, CoachSheetBox, i).layout;

          n += text != NULL ? (guint) pango_layout_get_unknown_glyphs_count (text) : 0;
        }
    }
  return n;
}

/**
 * coach_sheet_draw_page:
 * @self: a sheet
 * @cr: where to draw; one unit is one point, and the corner of the paper is at the origin
 * @page: 0 for the first
 *
 * Draws a page.
 */
void
coach_sheet_draw_page (CoachSheet *self,
                       cairo_t    *cr,
                       guint       page)
{
  GArray *boxes;

  g_return_if_fail (COACH_IS_SHEET (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (page < self->layout.pages->len);

  boxes = g_ptr_array_index (self->layout.pages, page);
  for (guint i = 0; i < boxes->len; i++)
    draw_box (self, cr, &g_array_index (boxes, CoachSheetBox, i));
}

static void
draw_page_of (gconstpointer  pages,
              cairo_t       *cr,
              guint          page)
{
  coach_sheet_draw_page (COACH_SHEET ((gpointer) pages), cr, page);
}

/**
 * coach_sheet_write_pdf:
 * @self: a sheet
 * @path: the file
 *
 * Writes a sheet to a file, whole or not at all, for the person alone to read. Text stays text, and
 * fonts are in the file. The same sheet gives the same bytes; `SOURCE_DATE_EPOCH` takes the place
 * of when it was made.
 *
 * Returns: whether it was written
 * Throws: [error@SheetError]
 */
gboolean
coach_sheet_write_pdf (CoachSheet  *self,
                       const char  *path,
                       GError     **error)
{
  g_return_val_if_fail (COACH_IS_SHEET (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return coach_pdf_file_write (&(CoachPdfFile) {
                                   .title = self->content->title,
                                   .subject = self->content->goal,
                                   .made = self->content->made,
                                   .width_pt = self->layout.setup.width_pt,
                                   .height_pt = self->layout.setup.height_pt,
                                   .n_pages = self->layout.pages->len,
                                   .draw = draw_page_of,
                                   .pages = self,
                               },
                               path, error);
}
