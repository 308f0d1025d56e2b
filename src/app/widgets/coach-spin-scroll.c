#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-spin-scroll.h"

/**
 * coach_spin_let_page_scroll:
 * @spin: a spin button on a page that scrolls
 *
 * Leaves the wheel to the page. Who scrolls past a spin button would else change, without noticing,
 * what it says: a score of pain, or the hours of reminders. GTK 4.8 has no property for that.
 */
void
coach_spin_let_page_scroll (GtkSpinButton *spin)
{
  g_autoptr (GListModel) controllers = NULL;

  g_return_if_fail (GTK_IS_SPIN_BUTTON (spin));

  controllers = gtk_widget_observe_controllers (GTK_WIDGET (spin));
  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_widget_remove_controller (GTK_WIDGET (spin), controller);
    }
}
