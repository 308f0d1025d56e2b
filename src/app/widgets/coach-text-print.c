#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-text-print.h"

#define FONT "Sans 12"

typedef struct
{
  char        *text;   /* (owned) */
  PangoLayout *layout; /* (owned) (nullable) until printing begins */
} Job;

static void
job_free (gpointer  data,
          GClosure *closure)
{
  Job *job = data;

  g_free (job->text);
  g_clear_object (&job->layout);
  g_free (job);
}

/* A summary of answers is far shorter than a page. */
static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Job               *job)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);

  job->layout = gtk_print_context_create_pango_layout (context);
  pango_layout_set_font_description (job->layout, font);
  pango_layout_set_wrap (job->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (job->layout,
                          (int) (gtk_print_context_get_width (context) * PANGO_SCALE));
  pango_layout_set_text (job->layout, job->text, -1);
  gtk_print_operation_set_n_pages (operation, 1);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Job               *job)
{
  pango_cairo_show_layout (gtk_print_context_get_cairo_context (context), job->layout);
}

/**
 * coach_text_print:
 * @parent: the window it belongs to
 * @title: the name of the job
 * @text: what to print
 *
 * Lets the person print a text of at most a page.
 */
void
coach_text_print (GtkWindow  *parent,
                  const char *title,
                  const char *text)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GError) error = NULL;
  Job *job;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL);
  g_return_if_fail (text != NULL);

  job = g_new0 (Job, 1);
  job->text = g_strdup (text);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), job, job_free, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    g_message ("%s: %s", title, error->message);
}
