#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-hurts-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  CoachHurtsAnswerFunc func;
  gpointer             user_data;
} Listener;

static void
listener_free (gpointer  data,
               GClosure *closure)
{
  g_free (data);
}

static CoachHurtsAnswer
get_answer (const char *response)
{
  if (g_str_equal (response, "go-on"))
    return COACH_HURTS_GO_ON;
  if (g_str_equal (response, "leave-out"))
    return COACH_HURTS_LEAVE_OUT;
  return COACH_HURTS_STOP;
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Listener         *listener)
{
  listener->func (get_answer (response), listener->user_data);
}

static void
set_body (AdwMessageDialog *dialog)
{
  g_autofree char *body = NULL;

  body = g_strjoin ("\n\n",
                    _("The clock stands still. Take your time."),
                    _("A pull, a stretch or a tired muscle is normal if it stays at 3 of 10 or "
                      "less and goes when you stop."),
                    _("Leave this move out when it burns, tingles, feels electric or numb, "
                      "catches sharply, or when pain goes further down the leg."),
                    _("Numb between the legs, bladder or bowel changes, both legs affected, "
                      "chest pain or fainting: get emergency help now. New weakness or a leg "
                      "that gives way: stop, and see a doctor today."),
                    NULL);
  adw_message_dialog_set_body (dialog, body);
}

/* Escape ends the session, as everywhere in it; Enter leaves the move out. */
static void
add_responses (AdwMessageDialog *dialog)
{
  adw_message_dialog_add_response (dialog, "go-on", _("Go on"));
  adw_message_dialog_add_response (dialog, "stop", _("Stop the session"));
  adw_message_dialog_add_response (dialog, "leave-out", _("Leave this move out"));
  adw_message_dialog_set_response_appearance (dialog, "leave-out", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "leave-out");
  adw_message_dialog_set_close_response (dialog, "stop");
}

/* GTK 4.8 names a button that has a mnemonic by its label and by the widget that shows it, and a
 * screen reader reads both: "Go on Go on". */
static void
name_buttons_once (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_buttons_once (child);
}

/**
 * coach_hurts_dialog_show:
 * @parent: (nullable): the window of the session
 * @func: called with the answer, unless the dialog is destroyed first
 * @user_data: for @func
 *
 * Asks what to do when something hurts, and says what is normal and what is not.
 *
 * Returns: (transfer none): the dialog; GTK owns it until it is closed
 */
GtkWindow *
coach_hurts_dialog_show (GtkWindow            *parent,
                         CoachHurtsAnswerFunc  func,
                         gpointer              user_data)
{
  Listener *listener;
  GtkWidget *dialog;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (func != NULL, NULL);

  listener = g_new0 (Listener, 1);
  listener->func = func;
  listener->user_data = user_data;

  dialog = adw_message_dialog_new (parent, _("Stop this move"), NULL);
  set_body (ADW_MESSAGE_DIALOG (dialog));
  add_responses (ADW_MESSAGE_DIALOG (dialog));
  name_buttons_once (dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), listener, listener_free, 0);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}
