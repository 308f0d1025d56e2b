#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-report-print.h"

static void
report_free (gpointer  data,
             GClosure *closure)
{
  coach_clinician_report_free (data);
}

/* The report has its own margins, and knows its place on the paper. */
static void
draw_page_cb (GtkPrintOperation    *operation,
              GtkPrintContext      *context,
              int                   page,
              CoachClinicianReport *report)
{
  coach_clinician_report_draw_page (report, gtk_print_context_get_cairo_context (context),
                                    (guint) page, gtk_print_context_get_width (context),
                                    gtk_print_context_get_height (context));
}

static GtkPageSetup *
make_page_setup (CoachPaper paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper == COACH_PAPER_A4 ? GTK_PAPER_NAME_A4
                                                                   : GTK_PAPER_NAME_LETTER);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  return setup;
}

/**
 * coach_report_print:
 * @parent: the window it belongs to
 * @report: (transfer full): what to print
 * @paper: how large the pages are, unless the person chooses another
 *
 * Lets the person print a report: the same two pages as in the file.
 */
void
coach_report_print (GtkWindow            *parent,
                    CoachClinicianReport *report,
                    CoachPaper            paper)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_page_setup (paper);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (report != NULL);

  gtk_print_operation_set_job_name (operation, report->title);
  gtk_print_operation_set_n_pages (operation, COACH_REPORT_PAGES);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), report, report_free, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    g_message ("The report cannot be printed: %s", error->message);
}
