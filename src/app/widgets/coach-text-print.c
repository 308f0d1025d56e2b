#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-text-print.h"

#include "coach-print-operation.h"

#define FONT       "Sans 12"
#define RESOLUTION 72

typedef struct
{
  char           *text;  /* (owned) */
  CoachPageSetup  setup; /* valid once it is laid out */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->text);
  g_free (job);
}

/* A summary of answers is far shorter than a page. */
static guint
lay_out (gpointer               pages,
         const CoachPageSetup  *setup,
         GError               **error)
{
  ((Job *) pages)->setup = *setup;
  return 1;
}

static void
draw_page (gpointer  pages,
           cairo_t  *cr,
           guint     page)
{
  Job *job = pages;
  double width = job->setup.width_pt - job->setup.left_pt - job->setup.right_pt;
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);

  pango_cairo_context_set_resolution (pango_layout_get_context (layout), RESOLUTION);
  pango_context_set_round_glyph_positions (pango_layout_get_context (layout), FALSE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, job->text, -1);
  cairo_move_to (cr, job->setup.left_pt, job->setup.top_pt);
  pango_cairo_show_layout (cr, layout);
}

static const CoachPrintPages text_pages = {
  .lay_out = lay_out,
  .draw_page = draw_page,
  .free = job_free,
};

/**
 * coach_text_print:
 * @parent: the window it belongs to
 * @places: the folders, in one of which the printer is kept
 * @title: the name of the job
 * @text: what to print
 *
 * Lets the person print a text of at most a page.
 */
void
coach_text_print (GtkWindow   *parent,
                  CoachPlaces *places,
                  const char  *title,
                  const char  *text)
{
  g_autoptr (CoachPrintOperation) operation = NULL;
  Job *job;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (text != NULL);

  job = g_new0 (Job, 1);
  job->text = g_strdup (text);
  operation = coach_print_operation_new (places, title, &text_pages, job);
  coach_print_operation_run (operation, parent);
}
