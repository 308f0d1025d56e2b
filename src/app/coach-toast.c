#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-toast.h"

#include <glib/gi18n.h>

#define CLOSE_ICON "window-close-symbolic"

/* The button that libadwaita 1.2 gives a toast to be closed with has a picture and no name. */
static void
name_close_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), CLOSE_ICON) == 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _("Close"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_close_buttons (child);
}

/* What the overlay is there for is its first child and has no toasts in it. */
static void
name_toasts (AdwToastOverlay *overlay)
{
  GtkWidget *content = adw_toast_overlay_get_child (overlay);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != content)
      name_close_buttons (child);
}

/**
 * coach_toast_show:
 * @overlay: where it is shown
 * @text: a translated sentence
 *
 * Tells something in passing. Of several, one is shown after the other.
 */
void
coach_toast_show (AdwToastOverlay *overlay,
                  const char      *text)
{
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (text != NULL);

  escaped = g_markup_escape_text (text, -1);
  toast = adw_toast_new (escaped);
  /* The next in the queue gets its widget when the one before goes. */
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (name_toasts), overlay,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  adw_toast_overlay_add_toast (overlay, toast);
  name_toasts (overlay);
}
