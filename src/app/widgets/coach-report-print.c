#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-report-print.h"

#include "coach-print-operation.h"

typedef struct
{
  CoachClinicianReport *report; /* (owned) (not nullable) */
  double                width_pt;
  double                height_pt;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  coach_clinician_report_free (job->report);
  g_free (job);
}

/* The report has its own margins, and knows its place on the paper. */
static guint
lay_out (gpointer               pages,
         const CoachPageSetup  *setup,
         GError               **error)
{
  Job *job = pages;

  job->width_pt = setup->width_pt;
  job->height_pt = setup->height_pt;
  return COACH_REPORT_PAGES;
}

static void
draw_page (gpointer  pages,
           cairo_t  *cr,
           guint     page)
{
  Job *job = pages;

  coach_clinician_report_draw_page (job->report, cr, page, job->width_pt, job->height_pt);
}

static const CoachPrintPages report_pages = {
  .lay_out = lay_out,
  .draw_page = draw_page,
  .free = job_free,
};

/**
 * coach_report_print:
 * @parent: the window it belongs to
 * @places: the folders, in one of which the printer is kept
 * @report: (transfer full): what to print
 * @paper: how large the pages are, unless the person chooses another
 *
 * Lets the person print a report: the same two pages as in the file.
 */
void
coach_report_print (GtkWindow            *parent,
                    CoachPlaces          *places,
                    CoachClinicianReport *report,
                    CoachPaper            paper)
{
  g_autoptr (CoachPrintOperation) operation = NULL;
  Job *job;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (report != NULL);

  job = g_new0 (Job, 1);
  job->report = report;
  operation = coach_print_operation_new (places, report->title, &report_pages, job);
  coach_print_operation_set_paper (operation, paper);
  coach_print_operation_run (operation, parent);
}
