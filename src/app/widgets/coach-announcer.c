#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-announcer.h"

static void
name_window (GtkWidget  *widget,
             const char *name)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (GTK_IS_WINDOW (root))
    gtk_accessible_update_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * coach_announcer_tell:
 * @widget: what has something to tell, in a window
 * @words: what, in sentences
 *
 * Tells something to those who listen to a screen reader, wherever the focus is.
 *
 * GTK 4.8 has no announcements. Orca speaks a change of the name of the window that it is in, and
 * of what has the focus, and of nothing else: not of labels, not of the roles status, timer and
 * alert. So the window is called after the news until [func@announcer_finish]; its title stays as
 * it is. What is told anew ends what is still being spoken, and the same words twice are told once.
 */
void
coach_announcer_tell (GtkWidget  *widget,
                      const char *words)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (words != NULL);

  name_window (widget, words);
}

/**
 * coach_announcer_finish:
 * @widget: what had something to tell, still in its window
 *
 * Calls the window by its title again.
 */
void
coach_announcer_finish (GtkWidget *widget)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root) && gtk_window_get_title (GTK_WINDOW (root)) != NULL)
    name_window (widget, gtk_window_get_title (GTK_WINDOW (root)));
}
