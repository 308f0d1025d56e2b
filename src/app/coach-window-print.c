#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-window-private.h"

#include "coach-move-page.h"
#include "coach-routine-page.h"
#include "coach-sheet-dialog.h"
#include "coach-sheet-maker.h"

/* Sheets for paper, from whichever page they are asked for. */

/* Whether there is a sheet at all is found out before anything is asked about its look. */
static gboolean
check_sheet (CoachWindow *self,
             GObject     *subject)
{
  CoachPageSetup setup = coach_page_setup_for_paper (COACH_PAPER_A4);
  CoachSheetLook look = { .pictures = COACH_SHEET_PICTURES_NONE };
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachSheet) sheet = NULL;
  g_autofree char *text = NULL;

  sheet = coach_sheet_maker_make (self->context, subject, &look, &setup, &error);
  if (sheet != NULL)
    return TRUE;
  text = coach_sheet_maker_describe_error (error);
  coach_window_tell (self, text);
  return FALSE;
}

static void
print_subject (CoachWindow *self,
               GObject     *subject)
{
  GtkWidget *dialog;

  if (!coach_window_gate_lets_print (self->gate) || !check_sheet (self, subject))
    return;
  dialog = coach_sheet_dialog_new (GTK_WINDOW (self), self->context, subject);
  g_signal_connect_object (dialog, "told", G_CALLBACK (coach_window_tell), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What the page that is shown is about. */
static GObject *
find_subject (CoachWindow *self)
{
  GtkWidget *page = coach_window_get_visible_page (self);
  CoachRoutine *routine;

  if (COACH_IS_ROUTINE_PAGE (page))
    return G_OBJECT (coach_routine_page_get_routine (COACH_ROUTINE_PAGE (page)));
  if (COACH_IS_MOVE_PAGE (page))
    return G_OBJECT (coach_move_page_get_movement (COACH_MOVE_PAGE (page)));
  if (page != coach_window_get_page (self, 0)
      || g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "today") != 0)
    return NULL;
  routine = coach_today_page_get_routine (self->today_page);
  return routine != NULL ? G_OBJECT (routine) : NULL;
}

/* Asks how the page that is shown is to be printed, if it is one for paper. */
void
coach_window_print (CoachWindow *self)
{
  GObject *subject = find_subject (self);

  if (subject != NULL)
    print_subject (self, subject);
}

/* The same for a routine, whatever is shown. */
void
coach_window_print_routine (CoachWindow *self,
                            const char  *id)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (self->context);
  CoachRoutine *routine = coach_catalog_lookup_routine (catalog, id);

  if (routine != NULL)
    print_subject (self, G_OBJECT (routine));
}

/* The same for a movement. A move to avoid has no card. */
void
coach_window_print_move (CoachWindow *self,
                         const char  *id)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (self->context);
  CoachMove *move = coach_catalog_lookup_move (catalog, id);

  if (move != NULL && COACH_IS_MOVEMENT (move))
    print_subject (self, G_OBJECT (move));
}
