#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-session-page-monitors-private.h"

#include <glib/gi18n.h>

#include "coach-monitor-choice.h"

#define KEY "far-view-monitor"

struct _CoachSessionPageMonitors
{
  GtkWidget     *page;     /* (unowned) (not nullable): outlives this */
  GSettings     *settings; /* (owned) (not nullable) */
  GListModel    *monitors; /* (owned) (not nullable) (element-type GdkMonitor) */
  GSimpleAction *action;   /* (owned) (not nullable): its state is the place in the list, or -1 */
  GMenu         *menu;     /* (owned) (not nullable): one item a monitor, when there are several */
  GdkMonitor    *filled;   /* (owned) (nullable): what was asked to be filled last */
};

/* Valid as long as the list does not change. */
static GArray *
list_facts (CoachSessionPageMonitors *self)
{
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (CoachMonitorFacts));

  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);
      CoachMonitorFacts fact = { gdk_monitor_get_connector (monitor),
                                 gdk_monitor_get_model (monitor) };

      g_array_append_val (facts, fact);
    }
  return facts;
}

static int
find_chosen (CoachSessionPageMonitors *self)
{
  g_autoptr (GArray) facts = list_facts (self);
  g_autofree char *connector = NULL;
  g_autofree char *model = NULL;

  g_settings_get (self->settings, KEY, "(ss)", &connector, &model);
  return coach_monitor_choice_find ((const CoachMonitorFacts *) facts->data, facts->len, connector,
                                    model);
}

static void
add_item (CoachSessionPageMonitors *self,
          const char               *name,
          int                       index)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

  g_menu_item_set_action_and_target (item, "far-view.monitor", "i", index);
  g_menu_append_item (self->menu, item);
}

static void
update_menu (CoachSessionPageMonitors *self)
{
  g_autoptr (GArray) facts = list_facts (self);

  g_menu_remove_all (self->menu);
  g_simple_action_set_state (self->action, g_variant_new_int32 (find_chosen (self)));
  if (facts->len < 2)
    return;
  add_item (self, _("On the Monitor of the Window"), -1);
  for (guint i = 0; i < facts->len; i++)
    {
      g_autofree char *name
          = coach_monitor_choice_describe ((const CoachMonitorFacts *) facts->data, facts->len, i);

      add_item (self, name, (int) i);
    }
}

static void
remember (CoachSessionPageMonitors *self,
          int                       index)
{
  g_autoptr (GdkMonitor) monitor = NULL;
  const char *connector = NULL;
  const char *model = NULL;

  if (index >= 0)
    monitor = g_list_model_get_item (self->monitors, (guint) index);
  if (monitor != NULL)
    {
      connector = gdk_monitor_get_connector (monitor);
      model = gdk_monitor_get_model (monitor);
    }
  g_settings_set (self->settings, KEY, "(ss)", connector != NULL ? connector : "",
                  model != NULL ? model : "");
}

static GtkWindow *
get_window (CoachSessionPageMonitors *self)
{
  GtkRoot *root = gtk_widget_get_root (self->page);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
monitor_chosen_cb (GSimpleAction *action,
                   GVariant      *state,
                   gpointer       user_data)
{
  CoachSessionPageMonitors *self = user_data;
  GtkWindow *window = get_window (self);

  remember (self, g_variant_get_int32 (state));
  g_simple_action_set_state (action, g_variant_new_int32 (find_chosen (self)));
  if (window != NULL && gtk_window_is_fullscreen (window))
    coach_session_page_monitors_fill (self, window);
}

static gboolean
is_there (CoachSessionPageMonitors *self,
          GdkMonitor               *monitor)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    {
      g_autoptr (GdkMonitor) other = g_list_model_get_item (self->monitors, i);

      if (other == monitor)
        return TRUE;
    }
  return FALSE;
}

/* A window on a monitor that was pulled out would be left where nobody sees it. */
static void
monitors_changed_cb (CoachSessionPageMonitors *self)
{
  GtkWindow *window = get_window (self);

  update_menu (self);
  if (self->filled == NULL || is_there (self, self->filled))
    return;
  g_clear_object (&self->filled);
  if (window == NULL || !gtk_window_is_fullscreen (window))
    return;
  gtk_window_unfullscreen (window);
  coach_session_page_monitors_fill (self, window);
}

/**
 * coach_session_page_monitors_new:
 * @page: the screen; it must free this
 * @settings: where the choice is remembered
 * @actions: where to add the action `monitor`
 * @menu: an empty menu, of items for that action
 *
 * Offers the monitors, when there is more than one.
 *
 * Returns: (transfer full): it
 */
CoachSessionPageMonitors *
coach_session_page_monitors_new (GtkWidget  *page,
                                 GSettings  *settings,
                                 GActionMap *actions,
                                 GMenu      *menu)
{
  CoachSessionPageMonitors *self = g_new0 (CoachSessionPageMonitors, 1);

  self->page = page;
  self->settings = g_object_ref (settings);
  self->menu = g_object_ref (menu);
  self->monitors = g_object_ref (gdk_display_get_monitors (gtk_widget_get_display (page)));
  self->action = g_simple_action_new_stateful ("monitor", G_VARIANT_TYPE_INT32,
                                               g_variant_new_int32 (-1));
  g_signal_connect (self->action, "change-state", G_CALLBACK (monitor_chosen_cb), self);
  g_action_map_add_action (actions, G_ACTION (self->action));
  g_signal_connect_swapped (self->monitors, "items-changed", G_CALLBACK (monitors_changed_cb),
                            self);
  update_menu (self);
  return self;
}

/**
 * coach_session_page_monitors_free:
 * @self: (transfer full): it
 *
 * Frees it. The window stays where it is.
 */
void
coach_session_page_monitors_free (CoachSessionPageMonitors *self)
{
  g_signal_handlers_disconnect_by_data (self->monitors, self);
  g_signal_handlers_disconnect_by_data (self->action, self);
  g_clear_object (&self->filled);
  g_clear_object (&self->monitors);
  g_clear_object (&self->action);
  g_clear_object (&self->menu);
  g_clear_object (&self->settings);
  g_free (self);
}

/**
 * coach_session_page_monitors_fill:
 * @self: it
 * @window: the window of the page
 *
 * Lets the window fill the monitor that was chosen; where none was or it is not there, the one
 * that the window is on.
 */
void
coach_session_page_monitors_fill (CoachSessionPageMonitors *self,
                                  GtkWindow                *window)
{
  int index = find_chosen (self);

  g_clear_object (&self->filled);
  if (index < 0)
    {
      gtk_window_fullscreen (window);
      return;
    }
  self->filled = g_list_model_get_item (self->monitors, (guint) index);
  gtk_window_fullscreen_on_monitor (window, self->filled);
}
