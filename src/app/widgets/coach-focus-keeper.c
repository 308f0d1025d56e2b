#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-focus-keeper.h"

#define DATA_KEY "coach-focus-keeper"

typedef struct
{
  GtkWindow *window;  /* (unowned) (not nullable): owns this */
  GPtrArray *around;  /* (owned) (element-type GWeakRef): what the last focus was in, from the inside */
  guint      idle_id; /* 0 when the focus stands still */
} Keeper;

static void
weak_ref_free (gpointer data)
{
  GWeakRef *ref = data;

  g_weak_ref_clear (ref);
  g_free (ref);
}

static void
keeper_free (gpointer data)
{
  Keeper *keeper = data;

  g_clear_handle_id (&keeper->idle_id, g_source_remove);
  g_ptr_array_unref (keeper->around);
  g_free (keeper);
}

static void
remember (Keeper    *keeper,
          GtkWidget *focus)
{
  g_ptr_array_set_size (keeper->around, 0);
  for (GtkWidget *widget = gtk_widget_get_parent (focus); widget != NULL;
       widget = gtk_widget_get_parent (widget))
    {
      GWeakRef *ref = g_new (GWeakRef, 1);

      g_weak_ref_init (ref, widget);
      g_ptr_array_add (keeper->around, ref);
    }
}

static gboolean
focus_in (Keeper   *keeper,
          GWeakRef *ref)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (ref);

  return widget != NULL && gtk_widget_get_mapped (widget)
         && gtk_widget_get_root (widget) == GTK_ROOT (keeper->window)
         && gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static gboolean
look_after_focus_cb (gpointer user_data)
{
  Keeper *keeper = user_data;

  gboolean is_found = gtk_window_get_focus (keeper->window) != NULL;

  keeper->idle_id = 0;
  for (guint i = 0; !is_found && i < keeper->around->len; i++)
    is_found = focus_in (keeper, g_ptr_array_index (keeper->around, i));
  return G_SOURCE_REMOVE;
}

static void
focus_changed_cb (GtkWindow  *window,
                  GParamSpec *pspec,
                  gpointer    user_data)
{
  Keeper *keeper = user_data;
  GtkWidget *focus = gtk_window_get_focus (window);

  if (focus != NULL)
    remember (keeper, focus);
  if (keeper->idle_id == 0)
    keeper->idle_id = g_idle_add (look_after_focus_cb, keeper);
}

/**
 * coach_focus_keeper_watch:
 * @window: a window, watched as long as it lives
 *
 * Sees to it that the keyboard has a place: when what had the focus goes away, a button that is
 * hidden, a row that is removed or the item of a menu that is closed, the focus goes to the first
 * control of what was around it and is still there. GTK would put it nowhere, or to what nobody
 * sees, where Tab leads to nothing and a screen reader falls silent.
 */
void
coach_focus_keeper_watch (GtkWindow *window)
{
  Keeper *keeper;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (g_object_get_data (G_OBJECT (window), DATA_KEY) == NULL);

  keeper = g_new0 (Keeper, 1);
  keeper->window = window;
  keeper->around = g_ptr_array_new_with_free_func (weak_ref_free);
  g_object_set_data_full (G_OBJECT (window), DATA_KEY, keeper, keeper_free);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_changed_cb), keeper);
}
