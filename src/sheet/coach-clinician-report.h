#pragma once

#include "coach-paper.h"
#include "coach-reach-chart.h"
#include "coach-sheet-error.h"

G_BEGIN_DECLS

#define COACH_REPORT_PAGES  2
#define COACH_REPORT_CHARTS 2

/**
 * CoachReportTable:
 * @title: its heading
 * @heads: (array zero-terminated=1): a head a column, empty ones for a list that needs none
 * @shares: (array zero-terminated=1): how wide each column is, against the others
 * @rows: (element-type GStrv): a cell a column each
 * @empty: said in the place of rows when there are none
 *
 * A table of a report. All words are translated.
 */
typedef struct
{
  char      *title;
  char     **heads;
  guint     *shares;
  GPtrArray *rows;
  char      *empty;
} CoachReportTable;

/**
 * CoachReportChart:
 * @title: whose leg
 * @points: (element-type CoachReachPoint): the days with a check-in
 *
 * One reach chart of a report.
 */
typedef struct
{
  char   *title;
  GArray *points;
} CoachReportChart;

/**
 * CoachClinicianReport:
 * @title: what it is
 * @period: from when to when
 * @origin: who made it, when, and with what
 * @disclaimer: what it is not
 * @trend_title: where it is going, in a few words
 * @trend_text: the same in sentences
 * @notes: (element-type utf8): what is to be noted besides
 * @charts: the reach of each leg
 * @chart_caption: how to read them
 * @first_day: the first day of the charts
 * @n_days: how many days they have
 * @tables: (element-type CoachReportTable): what stands on each page
 * @is_rtl: whether the language is written from right to left
 * @made: (not nullable): when it was made
 *
 * All that a report says: strings and numbers, in the words of the person's language.
 */
typedef struct
{
  char             *title;
  char             *period;
  char             *origin;
  char             *disclaimer;
  char             *trend_title;
  char             *trend_text;
  GPtrArray        *notes;
  CoachReportChart  charts[COACH_REPORT_CHARTS];
  char             *chart_caption;
  GDate             first_day;
  guint             n_days;
  GPtrArray        *tables[COACH_REPORT_PAGES];
  gboolean          is_rtl;
  GDateTime        *made;
} CoachClinicianReport;

CoachClinicianReport *coach_clinician_report_new       (void);
void                  coach_clinician_report_free      (CoachClinicianReport       *self);
CoachReportTable     *coach_clinician_report_add_table (CoachClinicianReport       *self,
                                                        guint                       page,
                                                        const char                 *title,
                                                        const char * const         *heads,
                                                        const guint                *shares,
                                                        const char                 *empty);
void                  coach_report_table_add_row       (CoachReportTable           *self,
                                                        const char                 *first,
                                                        ...) G_GNUC_NULL_TERMINATED;
void                  coach_clinician_report_draw_page (const CoachClinicianReport *self,
                                                        cairo_t                    *cr,
                                                        guint                       page,
                                                        double                      width_pt,
                                                        double                      height_pt);
gboolean              coach_clinician_report_write_pdf (const CoachClinicianReport *self,
                                                        const char                 *path,
                                                        CoachPaper                  paper,
                                                        GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachClinicianReport, coach_clinician_report_free)

G_END_DECLS
