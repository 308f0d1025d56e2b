#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include "coach-clinician-report.h"

#include <pango/pangocairo.h>

#include "coach-pdf-file-private.h"
#include "coach-report-layout-private.h"

#define CHART_FONT "Sans 7.5"

/* Told apart without colour as well: by size, by filling and by rings. */
static const CoachReachColors paper_colors = {
  .text = { 0, 0, 0, 1 },
  .line = { 0.05, 0.43, 0.40, 1 },
  .dot = { 0.75, 0.30, 0.05, 1 },
  .paper = { 1, 1, 1, 1 },
};

typedef struct
{
  const CoachClinicianReport *report;
  double                      width_pt;
  double                      height_pt;
} PaperReport;

static void
table_free (gpointer data)
{
  CoachReportTable *table = data;

  g_free (table->title);
  g_strfreev (table->heads);
  g_free (table->shares);
  g_ptr_array_unref (table->rows);
  g_free (table->empty);
  g_free (table);
}

static void
free_row (gpointer data)
{
  g_strfreev (data);
}

/**
 * coach_clinician_report_new:
 *
 * Makes a report that says nothing yet.
 *
 * Returns: (transfer full): a report
 */
CoachClinicianReport *
coach_clinician_report_new (void)
{
  CoachClinicianReport *self = g_new0 (CoachClinicianReport, 1);

  self->notes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < COACH_REPORT_CHARTS; i++)
    self->charts[i].points = g_array_new (FALSE, FALSE, sizeof (CoachReachPoint));
  for (guint i = 0; i < COACH_REPORT_PAGES; i++)
    self->tables[i] = g_ptr_array_new_with_free_func (table_free);
  return self;
}

/**
 * coach_clinician_report_free:
 * @self: (nullable): a report
 *
 * Frees it.
 */
void
coach_clinician_report_free (CoachClinicianReport *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->period);
  g_free (self->origin);
  g_free (self->disclaimer);
  g_free (self->trend_title);
  g_free (self->trend_text);
  g_free (self->chart_caption);
  g_ptr_array_unref (self->notes);
  for (guint i = 0; i < COACH_REPORT_CHARTS; i++)
    {
      g_free (self->charts[i].title);
      g_array_unref (self->charts[i].points);
    }
  for (guint i = 0; i < COACH_REPORT_PAGES; i++)
    g_ptr_array_unref (self->tables[i]);
  g_clear_pointer (&self->made, g_date_time_unref);
  g_free (self);
}

/**
 * coach_clinician_report_add_table:
 * @self: a report
 * @page: 0 for the first
 * @title: its heading
 * @heads: (array zero-terminated=1): a head a column, empty ones for a list that needs none
 * @shares: how wide each column is, against the others
 * @empty: said when there are no rows
 *
 * Puts a table below those of a page.
 *
 * Returns: (transfer none): the table, without rows
 */
CoachReportTable *
coach_clinician_report_add_table (CoachClinicianReport *self,
                                  guint                 page,
                                  const char           *title,
                                  const char * const   *heads,
                                  const guint          *shares,
                                  const char           *empty)
{
  CoachReportTable *table;

  g_return_val_if_fail (self != NULL && page < COACH_REPORT_PAGES, NULL);
  g_return_val_if_fail (heads != NULL && heads[0] != NULL && shares != NULL, NULL);

  table = g_new0 (CoachReportTable, 1);
  table->title = g_strdup (title);
  table->heads = g_strdupv ((char **) heads);
  table->shares = g_memdup2 (shares, g_strv_length (table->heads) * sizeof *shares);
  table->rows = g_ptr_array_new_with_free_func (free_row);
  table->empty = g_strdup (empty);
  g_ptr_array_add (self->tables[page], table);
  return table;
}

/**
 * coach_report_table_add_row:
 * @self: a table
 * @first: the first cell
 * @...: a cell for each other column, then %NULL
 *
 * Puts a row below the others.
 */
void
coach_report_table_add_row (CoachReportTable *self,
                            const char       *first,
                            ...)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  va_list arguments;

  g_return_if_fail (self != NULL);

  va_start (arguments, first);
  for (const char *cell = first; cell != NULL; cell = va_arg (arguments, const char *))
    g_strv_builder_add (cells, cell);
  va_end (arguments);
  g_ptr_array_add (self->rows, g_strv_builder_end (cells));
}

static void
draw_chart (const CoachClinicianReport *self,
            cairo_t                    *cr,
            PangoContext               *context,
            const CoachReportBox       *box)
{
  const CoachReportChart *chart = &self->charts[box->chart];
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (CHART_FONT);
  g_autoptr (PangoFontDescription) before
      = pango_font_description_copy (pango_context_get_font_description (context));

  pango_context_set_font_description (context, font);
  cairo_save (cr);
  cairo_translate (cr, box->x, box->y);
  coach_reach_chart_draw (&(CoachReachChart) {
                              .first_day = self->first_day,
                              .n_days = self->n_days,
                              .points = (const CoachReachPoint *) (void *) chart->points->data,
                              .n_points = chart->points->len,
                              .selected = -1,
                              .is_rtl = self->is_rtl,
                              .colors = paper_colors,
                          },
                          cr, context, box->width, box->height);
  cairo_restore (cr);
  pango_context_set_font_description (context, before);
}

static void
draw_box (const CoachClinicianReport *self,
          cairo_t                    *cr,
          PangoContext               *context,
          const CoachReportBox       *box)
{
  if (box->chart >= 0)
    draw_chart (self, cr, context, box);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_move_to (cr, box->x, box->y);
  if (box->layout != NULL)
    pango_cairo_show_layout (cr, box->layout);
  if (!box->is_rule)
    return;
  cairo_line_to (cr, box->x + box->width, box->y);
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
}

/**
 * coach_clinician_report_draw_page:
 * @self: a report
 * @cr: where to draw; one unit is one point
 * @page: 0 for the first of %COACH_REPORT_PAGES
 * @width_pt: how wide the paper is, in points
 * @height_pt: how high
 *
 * Draws a page, with its margins. There are always two pages: a list that is too long for its page
 * is cut, and says how much more there is.
 */
void
coach_clinician_report_draw_page (const CoachClinicianReport *self,
                                  cairo_t                    *cr,
                                  guint                       page,
                                  double                      width_pt,
                                  double                      height_pt)
{
  g_auto (CoachReportPage) layout = { 0 };

  g_return_if_fail (self != NULL && self->n_days > 0);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (page < COACH_REPORT_PAGES);

  coach_report_page_init (&layout, self, cr, page, width_pt, height_pt);
  for (guint i = 0; i < layout.boxes->len; i++)
    draw_box (self, cr, layout.context, &g_array_index (layout.boxes, CoachReportBox, i));
}

static void
draw_page_of (gconstpointer  pages,
              cairo_t       *cr,
              guint          page)
{
  const PaperReport *paper = pages;

  coach_clinician_report_draw_page (paper->report, cr, page, paper->width_pt, paper->height_pt);
}

/**
 * coach_clinician_report_write_pdf:
 * @self: a report
 * @path: the file
 * @paper: how large the pages are
 *
 * Writes a report as a file of two pages, whole or not at all, for the person alone to read. Text
 * stays text, and fonts are in the file. The same report gives the same bytes; `SOURCE_DATE_EPOCH`
 * takes the place of when it was made.
 *
 * Returns: whether it was written
 * Throws: [error@SheetError]
 */
gboolean
coach_clinician_report_write_pdf (const CoachClinicianReport  *self,
                                  const char                  *path,
                                  CoachPaper                   paper,
                                  GError                     **error)
{
  PaperReport pages = { self, 0, 0 };

  g_return_val_if_fail (self != NULL && self->made != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  coach_paper_get_size (paper, &pages.width_pt, &pages.height_pt);
  return coach_pdf_file_write (&(CoachPdfFile) {
                                   .title = self->title,
                                   .subject = self->period,
                                   .made = self->made,
                                   .width_pt = pages.width_pt,
                                   .height_pt = pages.height_pt,
                                   .n_pages = COACH_REPORT_PAGES,
                                   .draw = draw_page_of,
                                   .pages = &pages,
                               },
                               path, error);
}
