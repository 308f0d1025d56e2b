#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-sheet-print.h"

#include "coach-print-operation.h"

typedef struct
{
  CoachAppContext *context; /* (owned) (not nullable) */
  GObject         *subject; /* (owned) (not nullable): a routine or a movement */
  CoachSheetLook   look;    /* as it was when printing began */
  CoachSheet      *sheet;   /* (owned) (nullable) until it is laid out */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->context);
  g_object_unref (job->subject);
  coach_sheet_look_clear (&job->look);
  g_clear_object (&job->sheet);
  g_free (job);
}

static guint
lay_out (gpointer               pages,
         const CoachPageSetup  *setup,
         GError               **error)
{
  Job *job = pages;

  g_clear_object (&job->sheet);
  job->sheet = coach_sheet_maker_make (job->context, job->subject, &job->look, setup, error);
  return job->sheet != NULL ? coach_sheet_get_n_pages (job->sheet) : 0;
}

static void
draw_page (gpointer  pages,
           cairo_t  *cr,
           guint     page)
{
  coach_sheet_draw_page (((Job *) pages)->sheet, cr, page);
}

static const CoachPrintPages sheet_pages = {
  .lay_out = lay_out,
  .draw_page = draw_page,
  .describe_error = coach_sheet_maker_describe_error,
  .free = job_free,
};

/**
 * coach_sheet_print:
 * @parent: the window it belongs to
 * @context: what pages are given
 * @subject: a [class@Routine] or [class@Movement]
 * @look: how the sheet is to look
 *
 * Lets the person print a sheet, laid out for the paper of the printer.
 */
void
coach_sheet_print (GtkWindow            *parent,
                   CoachAppContext      *context,
                   GObject              *subject,
                   const CoachSheetLook *look)
{
  g_autoptr (CoachPrintOperation) operation = NULL;
  Job *job;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (COACH_IS_APP_CONTEXT (context));
  g_return_if_fail (G_IS_OBJECT (subject));
  g_return_if_fail (look != NULL);

  job = g_new0 (Job, 1);
  job->context = g_object_ref (context);
  job->subject = g_object_ref (subject);
  coach_sheet_look_copy (look, &job->look);
  operation = coach_print_operation_new (coach_app_context_get_places (context),
                                         coach_sheet_maker_get_title (subject), &sheet_pages, job);
  coach_print_operation_run (operation, parent);
}
