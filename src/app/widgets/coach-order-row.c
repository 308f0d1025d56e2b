#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-order-row.h"

#include "coach-phrases.h"

struct _CoachOrderRow
{
  AdwComboRow  parent_instance;
};

/* From the mildest to the strictest. */
static const CoachOrder orders[] = {
  COACH_ORDER_NONE, COACH_ORDER_ALLOWED, COACH_ORDER_FORBIDDEN, COACH_ORDER_NEVER,
};

/**
 * CoachOrderRow:
 *
 * A row to choose what was said of a trait. Notifies `selected`.
 */
G_DEFINE_FINAL_TYPE (CoachOrderRow, coach_order_row, ADW_TYPE_COMBO_ROW)

static void
coach_order_row_class_init (CoachOrderRowClass *klass)
{
}

static void
coach_order_row_init (CoachOrderRow *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    gtk_string_list_append (words, coach_phrases_get_order (orders[i]));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (words));
}

/**
 * coach_order_row_new:
 * @title: what it is about
 * @subtitle: what that means
 *
 * Makes a row that lets the rules decide.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
coach_order_row_new (const char *title,
                     const char *subtitle)
{
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (subtitle != NULL, NULL);

  return g_object_new (COACH_TYPE_ORDER_ROW, "use-markup", FALSE, "title", title, "subtitle",
                       subtitle, NULL);
}

/**
 * coach_order_row_get_order:
 * @self: a row
 *
 * Gets what is chosen.
 *
 * Returns: an order
 */
CoachOrder
coach_order_row_get_order (CoachOrderRow *self)
{
  guint selected;

  g_return_val_if_fail (COACH_IS_ORDER_ROW (self), COACH_ORDER_NONE);

  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  return selected < G_N_ELEMENTS (orders) ? orders[selected] : COACH_ORDER_NONE;
}

/**
 * coach_order_row_set_order:
 * @self: a row
 * @order: what was said
 *
 * Chooses an order.
 */
void
coach_order_row_set_order (CoachOrderRow *self,
                           CoachOrder     order)
{
  g_return_if_fail (COACH_IS_ORDER_ROW (self));

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (orders[i] == order)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self), i);
}
