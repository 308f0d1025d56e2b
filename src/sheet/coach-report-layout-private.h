/* Where everything of a report is. For the module and its tests alone. */
#pragma once

#include "coach-clinician-report.h"

G_BEGIN_DECLS

/**
 * CoachReportBox:
 * @x: left edge, in points
 * @y: upper edge, in points
 * @width: in points
 * @height: in points
 * @layout: (owned) (nullable): the text in it
 * @chart: index of the chart in it; -1 for none
 * @is_rule: whether it is a line across
 *
 * Something on a page.
 */
typedef struct
{
  double       x;
  double       y;
  double       width;
  double       height;
  PangoLayout *layout;
  int          chart;
  gboolean     is_rule;
} CoachReportBox;

typedef enum
{
  COACH_REPORT_TEXT,
  COACH_REPORT_SMALL,
  COACH_REPORT_BOLD,
  COACH_REPORT_HEADING,
  COACH_REPORT_TITLE,
} CoachReportStyle;

/**
 * CoachReportPage:
 * @report: what is laid out
 * @context: (owned): for text
 * @boxes: (element-type CoachReportBox): what lies on the page so far
 * @left: left edge of what may be used, in points
 * @width: how wide that is
 * @y: where it goes on
 * @bottom: where it ends
 * @page_width: of all the paper
 *
 * A page that is being laid out.
 */
typedef struct
{
  const CoachClinicianReport *report;
  PangoContext               *context;
  GArray                     *boxes;
  double                      left;
  double                      width;
  double                      y;
  double                      bottom;
  double                      page_width;
} CoachReportPage;

void         coach_report_page_init       (CoachReportPage            *self,
                                           const CoachClinicianReport *report,
                                           cairo_t                    *cr,
                                           guint                       page,
                                           double                      width_pt,
                                           double                      height_pt);
void         coach_report_page_clear      (CoachReportPage            *self);
PangoLayout *coach_report_page_make_text  (CoachReportPage            *self,
                                           const char                 *text,
                                           CoachReportStyle            style,
                                           double                      width,
                                           int                         max_lines);
double       coach_report_page_put        (CoachReportPage            *self,
                                           PangoLayout                *layout,
                                           double                      x,
                                           double                      y,
                                           double                      width);
void         coach_report_page_put_rule   (CoachReportPage            *self,
                                           double                      y);
void         coach_report_page_add_tables (CoachReportPage            *self,
                                           GPtrArray                  *tables);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CoachReportPage, coach_report_page_clear)

G_END_DECLS
