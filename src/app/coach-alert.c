#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-alert.h"

#include <adwaita.h>
#include <glib/gi18n.h>

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
  gtk_window_present (GTK_WINDOW (dialog));
}
