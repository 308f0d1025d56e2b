#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-announcer.h"

/* What a window is called after, of its own strings; none while it has its title. */
#define WORDS_KEY "coach-announcer-words"

static void
name_window (GtkRoot    *root,
             const char *name)
{
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
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (words != NULL);

  root = gtk_widget_get_root (widget);
  if (!GTK_IS_WINDOW (root))
    return;
  g_object_set_data_full (G_OBJECT (root), WORDS_KEY, g_strdup (words), g_free);
  name_window (root, words);
}

/**
 * coach_announcer_finish:
 * @widget: what had something to tell, still in its window
 * @words: (nullable): what it told; %NULL for whatever was told last
 *
 * Calls the window by its title again, unless something else was told since.
 */
void
coach_announcer_finish (GtkWidget  *widget,
                        const char *words)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  root = gtk_widget_get_root (widget);
  if (!GTK_IS_WINDOW (root) || gtk_window_get_title (GTK_WINDOW (root)) == NULL)
    return;
  if (words != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (root), WORDS_KEY), words) != 0)
    return;
  g_object_set_data (G_OBJECT (root), WORDS_KEY, NULL);
  name_window (root, gtk_window_get_title (GTK_WINDOW (root)));
}
