#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-toast.h"

#include <glib/gi18n.h>

#include "coach-announcer.h"

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

/* Without markup. */
static char *
get_words (AdwToast *toast)
{
  char *words = NULL;

  pango_parse_markup (adw_toast_get_title (toast), -1, 0, NULL, &words, NULL, NULL);
  return words;
}

static void
dismissed_cb (GtkWidget *place,
              AdwToast  *toast)
{
  g_autofree char *words = get_words (toast);

  if (words != NULL)
    coach_announcer_finish (place, words);
  if (ADW_IS_TOAST_OVERLAY (place))
    name_toasts (ADW_TOAST_OVERLAY (place));
}

/* Screen readers are told at once, though it may have to wait for the toasts before it. The next one
 * gets its widget when the one before goes. */
static void
announce (AdwToast  *toast,
          GtkWidget *place)
{
  g_autofree char *words = get_words (toast);

  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), place,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  if (words != NULL)
    coach_announcer_tell (place, words);
}

/**
 * coach_toast_new:
 * @text: a translated sentence
 *
 * Makes a toast of a sentence, which may have any characters.
 *
 * Returns: (transfer full): the toast
 */
AdwToast *
coach_toast_new (const char *text)
{
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  escaped = g_markup_escape_text (text, -1);
  return adw_toast_new (escaped);
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
  AdwToast *toast;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (text != NULL);

  toast = coach_toast_new (text);
  announce (toast, GTK_WIDGET (overlay));
  adw_toast_overlay_add_toast (overlay, toast);
  name_toasts (overlay);
}

/**
 * coach_toast_show_in_preferences:
 * @window: where it is shown
 * @toast: (transfer none): what is told
 *
 * Tells something in passing over preferences.
 */
void
coach_toast_show_in_preferences (AdwPreferencesWindow *window,
                                 AdwToast             *toast)
{
  g_return_if_fail (ADW_IS_PREFERENCES_WINDOW (window));
  g_return_if_fail (ADW_IS_TOAST (toast));

  announce (toast, GTK_WIDGET (window));
  adw_preferences_window_add_toast (window, g_object_ref (toast));
  name_close_buttons (GTK_WIDGET (window));
}
