#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include "coach-report-layout-private.h"

#include <glib/gi18n-lib.h>

#include "coach-paper-text-private.h"

/* Points. */
#define MARGIN       42
#define BLANK        4
#define SECTION      10
#define GUTTER       18
#define TEXT_SIZE    8.5

#define MAX_NOTES    4
#define MAX_SENTENCES 5

static void
clear_box (gpointer data)
{
  g_clear_object (&((CoachReportBox *) data)->layout);
}

static double
get_size (CoachReportStyle style)
{
  switch (style)
    {
    case COACH_REPORT_TITLE:
      return 17;
    case COACH_REPORT_HEADING:
      return 10.5;
    case COACH_REPORT_SMALL:
      return 7.5;
    case COACH_REPORT_TEXT:
    case COACH_REPORT_BOLD:
    default:
      return TEXT_SIZE;
    }
}

static PangoFontDescription *
make_font (CoachReportStyle style)
{
  return coach_paper_text_make_font (get_size (style), style != COACH_REPORT_TEXT
                                                           && style != COACH_REPORT_SMALL);
}

static PangoContext *
make_context (const CoachClinicianReport *report)
{
  g_autoptr (PangoFontDescription) font = make_font (COACH_REPORT_TEXT);

  return coach_paper_text_make_context (font, report->is_rtl);
}

PangoLayout *
coach_report_page_make_text (CoachReportPage  *self,
                             const char       *text,
                             CoachReportStyle  style,
                             double            width,
                             int               max_lines)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = make_font (style);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -max_lines);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  coach_paper_text_align (layout, self->report->is_rtl);
  return layout;
}

static void
add_box (CoachReportPage *self,
         CoachReportBox  *box)
{
  if (self->report->is_rtl)
    box->x = self->page_width - box->x - box->width;
  g_array_append_vals (self->boxes, box, 1);
}

/* Takes the layout. Returns its height. */
double
coach_report_page_put (CoachReportPage *self,
                       PangoLayout     *layout,
                       double           x,
                       double           y,
                       double           width)
{
  CoachReportBox box = { .x = x, .y = y, .width = width, .layout = layout, .chart = -1,
                         .height = coach_paper_text_get_height (layout) };

  add_box (self, &box);
  return box.height;
}

void
coach_report_page_put_rule (CoachReportPage *self,
                            double           y)
{
  CoachReportBox box = { .x = self->left, .y = y, .width = self->width, .chart = -1,
                         .is_rule = TRUE };

  add_box (self, &box);
}

static void
add_text (CoachReportPage  *self,
          const char       *text,
          CoachReportStyle  style,
          int               max_lines)
{
  if (text == NULL || *text == '\0')
    return;
  self->y += coach_report_page_put (self,
                                    coach_report_page_make_text (self, text, style, self->width,
                                                                 max_lines),
                                    self->left, self->y, self->width)
             + BLANK;
}

static void
add_header (CoachReportPage *self,
            guint            page)
{
  add_text (self, self->report->title, page == 0 ? COACH_REPORT_TITLE : COACH_REPORT_HEADING, 1);
  add_text (self, self->report->period, COACH_REPORT_BOLD, 1);
  if (page == 0)
    add_text (self, self->report->origin, COACH_REPORT_SMALL, 2);
  coach_report_page_put_rule (self, self->y);
  self->y += SECTION;
}

static void
add_footer (CoachReportPage *self,
            guint            page)
{
  /* Translators: the number of a page and how many there are */
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), page + 1, COACH_REPORT_PAGES);
  PangoLayout *layout = coach_report_page_make_text (self, number, COACH_REPORT_SMALL,
                                                     self->width, 1);
  PangoLayout *disclaimer = coach_report_page_make_text (self, self->report->disclaimer,
                                                         COACH_REPORT_SMALL, self->width, 3);

  self->bottom -= coach_paper_text_get_height (layout);
  coach_report_page_put (self, layout, self->left, self->bottom, self->width);
  self->bottom -= coach_paper_text_get_height (disclaimer) + BLANK;
  coach_report_page_put (self, disclaimer, self->left, self->bottom, self->width);
  self->bottom -= BLANK;
  coach_report_page_put_rule (self, self->bottom);
  self->bottom -= BLANK;
}

static void
add_notes (CoachReportPage *self)
{
  GPtrArray *notes = self->report->notes;
  guint n_shown = MIN (notes->len, MAX_NOTES);
  g_autofree char *more = NULL;

  for (guint i = 0; i < n_shown; i++)
    {
      /* Translators: an item of a list */
      g_autofree char *text
          = g_strdup_printf (C_ ("list", "• %s"), (const char *) g_ptr_array_index (notes, i));

      add_text (self, text, COACH_REPORT_TEXT, 2);
    }
  if (n_shown == notes->len)
    return;
  /* Translators: what follows a list that was cut */
  more = g_strdup_printf (ngettext ("and %u more", "and %u more", notes->len - n_shown),
                          notes->len - n_shown);
  add_text (self, more, COACH_REPORT_TEXT, 1);
}

static void
add_trend (CoachReportPage *self)
{
  add_text (self, self->report->trend_title, COACH_REPORT_HEADING, 2);
  add_text (self, self->report->trend_text, COACH_REPORT_TEXT, MAX_SENTENCES);
  add_notes (self);
  self->y += BLANK;
}

/* Both legs side by side, so that they are compared at a glance. */
static void
add_charts (CoachReportPage *self)
{
  double width = (self->width - GUTTER) / COACH_REPORT_CHARTS;
  double height = coach_reach_chart_get_natural_height (self->context);
  double title_height = 0;

  for (int i = 0; i < COACH_REPORT_CHARTS; i++)
    {
      double x = self->left + i * (width + GUTTER);
      PangoLayout *title = coach_report_page_make_text (self, self->report->charts[i].title,
                                                        COACH_REPORT_BOLD, width, 1);

      title_height = coach_report_page_put (self, title, x, self->y, width) + BLANK;
      add_box (self, &(CoachReportBox) { .x = x, .y = self->y + title_height, .width = width,
                                         .height = height, .chart = i });
    }
  self->y += title_height + height + BLANK;
  add_text (self, self->report->chart_caption, COACH_REPORT_SMALL, 2);
  self->y += BLANK;
}

void
coach_report_page_init (CoachReportPage            *self,
                        const CoachClinicianReport *report,
                        cairo_t                    *cr,
                        guint                       page,
                        double                      width_pt,
                        double                      height_pt)
{
  *self = (CoachReportPage) {
    .report = report,
    .context = make_context (report),
    .boxes = g_array_new (FALSE, FALSE, sizeof (CoachReportBox)),
    .left = MARGIN,
    .width = width_pt - 2 * MARGIN,
    .y = MARGIN,
    .bottom = height_pt - MARGIN,
    .page_width = width_pt,
  };
  g_array_set_clear_func (self->boxes, clear_box);
  add_header (self, page);
  add_footer (self, page);
  if (page == 0)
    {
      add_trend (self);
      add_charts (self);
    }
  coach_report_page_add_tables (self, report->tables[page]);
}

void
coach_report_page_clear (CoachReportPage *self)
{
  g_clear_object (&self->context);
  g_clear_pointer (&self->boxes, g_array_unref);
}
