#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-alert.h"

#include <glib/gi18n.h>

/* The line under a letter is not said. */
static char *
strip_mnemonic (const char *label)
{
  GString *name = g_string_new (NULL);

  for (const char *c = label; *c != '\0'; c++)
    {
      if (*c == '_' && c[1] != '\0')
        c++;
      g_string_append_c (name, *c);
    }
  return g_string_free (name, FALSE);
}

/* GTK 4.8 calls a button with a mnemonic by its label twice, once with the underscore. */
static void
name_button (GtkButton *button)
{
  g_autofree char *name = NULL;

  if (gtk_button_get_label (button) == NULL || !gtk_button_get_use_underline (button))
    return;
  name = strip_mnemonic (gtk_button_get_label (button));
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    name_button (GTK_BUTTON (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_buttons (child);
}

/**
 * coach_alert_show:
 * @parent: the window it is about
 * @heading: a translated heading
 * @body: translated sentences: what it means, and what to do
 *
 * Tells something that must be read, and waits until it was.
 */
void
coach_alert_show (GtkWindow  *parent,
                  const char *heading,
                  const char *body)
{
  AdwMessageDialog *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (heading != NULL && body != NULL);

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  adw_message_dialog_add_response (dialog, "close", _("OK"));
  adw_message_dialog_set_default_response (dialog, "close");
  coach_alert_present (dialog);
}

/**
 * coach_alert_present:
 * @dialog: a dialog that has all its responses
 *
 * Shows a dialog whose buttons say to a screen reader what they say to the eye.
 */
void
coach_alert_present (AdwMessageDialog *dialog)
{
  g_return_if_fail (ADW_IS_MESSAGE_DIALOG (dialog));

  name_buttons (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}
