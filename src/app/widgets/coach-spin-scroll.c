#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-spin-scroll.h"

static void
remove_scroll_controllers (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_widget_remove_controller (widget, controller);
    }
}

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
  g_return_if_fail (GTK_IS_SPIN_BUTTON (spin));

  remove_scroll_controllers (GTK_WIDGET (spin));
}

/**
 * coach_scale_let_page_scroll:
 * @scale: a scale on a page that scrolls
 *
 * Leaves the wheel to the page, likewise.
 */
void
coach_scale_let_page_scroll (GtkScale *scale)
{
  g_return_if_fail (GTK_IS_SCALE (scale));

  remove_scroll_controllers (GTK_WIDGET (scale));
}
