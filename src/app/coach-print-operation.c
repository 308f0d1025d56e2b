#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-print-operation.h"

#include <glib/gi18n.h>

#include "coach-alert.h"
#include "coach-print-memory.h"

struct _CoachPrintOperation
{
  GtkPrintOperation      parent_instance;

  CoachPlaces           *places;  /* (owned) (not nullable), given when it is made */
  const CoachPrintPages *pages;   /* (not nullable), static */
  gpointer               data;    /* (owned) (not nullable), as @pages has it */

  GtkWindow             *parent;  /* (unowned) (nullable), weak */
  char                  *problem; /* (owned) (nullable): why there are no pages */
};

/**
 * CoachPrintOperation:
 *
 * Leads from pages to paper through GTK's own dialogs: choosing a printer and the page set-up,
 * which are kept for the next time, a preview, progress and cancelling. The same pages are drawn as
 * in a file.
 */
G_DEFINE_FINAL_TYPE (CoachPrintOperation, coach_print_operation, GTK_TYPE_PRINT_OPERATION)

/* No margin is narrower than in a file, so that both break the same way; wider where the printer or
 * the person wants that. */
static CoachPageSetup
read_page_setup (GtkPageSetup *from)
{
  CoachPageSetup usual = coach_page_setup_for_paper (COACH_PAPER_A4);

  return (CoachPageSetup) {
    .width_pt = gtk_page_setup_get_paper_width (from, GTK_UNIT_POINTS),
    .height_pt = gtk_page_setup_get_paper_height (from, GTK_UNIT_POINTS),
    .left_pt = MAX (usual.left_pt, gtk_page_setup_get_left_margin (from, GTK_UNIT_POINTS)),
    .right_pt = MAX (usual.right_pt, gtk_page_setup_get_right_margin (from, GTK_UNIT_POINTS)),
    .top_pt = MAX (usual.top_pt, gtk_page_setup_get_top_margin (from, GTK_UNIT_POINTS)),
    .bottom_pt = MAX (usual.bottom_pt, gtk_page_setup_get_bottom_margin (from, GTK_UNIT_POINTS)),
  };
}

static void
tell (CoachPrintOperation *self,
      const char          *body)
{
  if (self->parent != NULL)
    coach_alert_show (self->parent, _("Nothing Was Printed"), body);
}

/* Without pages it is cancelled, so that GTK asks for none of them and the printer gets nothing. */
static void
coach_print_operation_begin_print (GtkPrintOperation *operation,
                                   GtkPrintContext   *context)
{
  CoachPrintOperation *self = COACH_PRINT_OPERATION (operation);
  CoachPageSetup setup = read_page_setup (gtk_print_context_get_page_setup (context));
  g_autoptr (GError) error = NULL;
  guint n_pages = self->pages->lay_out (self->data, &setup, &error);

  g_clear_pointer (&self->problem, g_free);
  gtk_print_operation_set_n_pages (operation, (int) MAX (n_pages, 1));
  if (n_pages > 0)
    return;
  g_message ("There is nothing to print: %s", error->message);
  self->problem = self->pages->describe_error (error);
  gtk_print_operation_cancel (operation);
}

static void
coach_print_operation_draw_page (GtkPrintOperation *operation,
                                 GtkPrintContext   *context,
                                 int                page)
{
  CoachPrintOperation *self = COACH_PRINT_OPERATION (operation);

  if (self->problem == NULL)
    self->pages->draw_page (self->data, gtk_print_context_get_cairo_context (context),
                            (guint) page);
}

static void
keep_choices (CoachPrintOperation *self)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);
  g_autoptr (GError) error = NULL;

  if (!coach_print_memory_save (self->places, gtk_print_operation_get_print_settings (operation),
                                gtk_print_operation_get_default_page_setup (operation), &error))
    g_message ("The printer is not remembered: %s", error->message);
}

static void
tell_failure (CoachPrintOperation *self)
{
  g_autoptr (GError) error = NULL;

  gtk_print_operation_get_error (GTK_PRINT_OPERATION (self), &error);
  g_message ("Printing failed: %s", error != NULL ? error->message : "for no reason told");
  tell (self, _("Look whether the printer is on and has paper, or choose another one. A PDF can be "
                "saved without a printer."));
}

static void
coach_print_operation_done (GtkPrintOperation       *operation,
                            GtkPrintOperationResult  result)
{
  CoachPrintOperation *self = COACH_PRINT_OPERATION (operation);

  switch (result)
    {
    case GTK_PRINT_OPERATION_RESULT_APPLY:
      keep_choices (self);
      break;
    case GTK_PRINT_OPERATION_RESULT_ERROR:
      tell_failure (self);
      break;
    case GTK_PRINT_OPERATION_RESULT_CANCEL:
    case GTK_PRINT_OPERATION_RESULT_IN_PROGRESS:
    default:
      if (self->problem != NULL)
        tell (self, self->problem);
      break;
    }
}

static void
coach_print_operation_finalize (GObject *object)
{
  CoachPrintOperation *self = COACH_PRINT_OPERATION (object);

  g_clear_weak_pointer (&self->parent);
  self->pages->free (self->data);
  g_object_unref (self->places);
  g_free (self->problem);

  G_OBJECT_CLASS (coach_print_operation_parent_class)->finalize (object);
}

static void
coach_print_operation_class_init (CoachPrintOperationClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = coach_print_operation_finalize;
  operation_class->begin_print = coach_print_operation_begin_print;
  operation_class->draw_page = coach_print_operation_draw_page;
  operation_class->done = coach_print_operation_done;
}

static void
coach_print_operation_init (CoachPrintOperation *self)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
}

/**
 * coach_print_operation_new:
 * @places: the folders, in one of which the printer and the page set-up are kept
 * @title: the name of the job
 * @pages: (not nullable): how @data becomes pages; static
 * @data: (transfer full): what to print
 *
 * Makes an operation with the printer and the page set-up of the last one.
 *
 * Returns: (transfer full): an operation
 */
CoachPrintOperation *
coach_print_operation_new (CoachPlaces           *places,
                           const char            *title,
                           const CoachPrintPages *pages,
                           gpointer               data)
{
  CoachPrintOperation *self;
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;

  g_return_val_if_fail (COACH_IS_PLACES (places), NULL);
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (pages != NULL && data != NULL, NULL);

  self = g_object_new (COACH_TYPE_PRINT_OPERATION, NULL);
  self->places = g_object_ref (places);
  self->pages = pages;
  self->data = data;
  coach_print_memory_load (places, &settings, &setup);
  gtk_print_operation_set_job_name (GTK_PRINT_OPERATION (self), title);
  gtk_print_operation_set_print_settings (GTK_PRINT_OPERATION (self), settings);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (self), setup);
  return self;
}

/**
 * coach_print_operation_set_paper:
 * @self: an operation that does not run yet
 * @paper: how large the pages are, unless the person chooses another paper
 *
 * Takes another paper than the last time.
 */
void
coach_print_operation_set_paper (CoachPrintOperation *self,
                                 CoachPaper           paper)
{
  g_autoptr (GtkPageSetup) setup = NULL;
  GtkPaperSize *size;

  g_return_if_fail (COACH_IS_PRINT_OPERATION (self));

  setup = gtk_page_setup_copy (gtk_print_operation_get_default_page_setup (
      GTK_PRINT_OPERATION (self)));
  size = gtk_paper_size_new (paper == COACH_PAPER_A4 ? GTK_PAPER_NAME_A4 : GTK_PAPER_NAME_LETTER);
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (self), setup);
}

/**
 * coach_print_operation_run:
 * @self: an operation
 * @parent: the window it belongs to, which also tells what goes wrong
 *
 * Lets the person choose a printer and prints, while the program goes on.
 */
void
coach_print_operation_run (CoachPrintOperation *self,
                           GtkWindow           *parent)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (COACH_IS_PRINT_OPERATION (self));
  g_return_if_fail (GTK_IS_WINDOW (parent));

  g_set_weak_pointer (&self->parent, parent);
  /* Without the dialog GTK 4.8 crashes in its search for a printer. An error is told by done(). */
  gtk_print_operation_run (GTK_PRINT_OPERATION (self), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           parent, &error);
}
