#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-order-row.h"

#include <glib/gi18n.h>

#include "coach-phrases.h"

/* In the order in which they are offered, from the mildest to the strictest. */
static const CoachOrder orders[] = {
  COACH_ORDER_NONE, COACH_ORDER_ALLOWED, COACH_ORDER_FORBIDDEN, COACH_ORDER_NEVER,
};

#define N_ORDERS G_N_ELEMENTS (orders)

struct _CoachOrderRow
{
  AdwExpanderRow  parent_instance;

  char           *meaning; /* (owned) (nullable): what the title means */
  CoachOrder      order;
  GtkCheckButton *checks[N_ORDERS]; /* (nullable) until it is opened first; as @orders */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * CoachOrderRow:
 *
 * A row that opens to choose what the person or a clinician says of something. Closed, it says what
 * is chosen.
 */
G_DEFINE_FINAL_TYPE (CoachOrderRow, coach_order_row, ADW_TYPE_EXPANDER_ROW)

/* That the rules decide is no news where there is a meaning to read. */
static void
show_order (CoachOrderRow *self)
{
  const char *words = coach_phrases_get_order (self->order);
  g_autofree char *both = NULL;

  if (self->meaning != NULL)
    /* Translators: what somebody said, and below it what it is about */
    both = self->order == COACH_ORDER_NONE
               ? g_strdup (self->meaning)
               : g_strdup_printf (C_ ("order", "%s\n%s"), words, self->meaning);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), both != NULL ? both : words);
  for (guint i = 0; i < N_ORDERS && self->checks[i] != NULL; i++)
    if (orders[i] == self->order)
      gtk_check_button_set_active (self->checks[i], TRUE);
}

static void
check_toggled_cb (GtkCheckButton *check,
                  CoachOrderRow  *self)
{
  if (!gtk_check_button_get_active (check))
    return;
  for (guint i = 0; i < N_ORDERS; i++)
    if (self->checks[i] == check && orders[i] != self->order)
      {
        self->order = orders[i];
        show_order (self);
        g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
        return;
      }
}

/* The row names its check button. */
static GtkWidget *
make_choice (CoachOrderRow *self,
             guint          index)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 coach_phrases_get_order (orders[index]));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), coach_phrases_describe_order (orders[index]));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  self->checks[index] = GTK_CHECK_BUTTON (check);
  if (index > 0)
    gtk_check_button_set_group (self->checks[index], self->checks[0]);
  return row;
}

/* Choices are made when they are first wanted, for there may be many rows. */
static void
expanded_cb (CoachOrderRow *self)
{
  if (self->checks[0] != NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  for (guint i = 0; i < N_ORDERS; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self), make_choice (self, i));
  show_order (self);
  for (guint i = 0; i < N_ORDERS; i++)
    g_signal_connect (self->checks[i], "toggled", G_CALLBACK (check_toggled_cb), self);
}

static void
coach_order_row_finalize (GObject *object)
{
  g_free (COACH_ORDER_ROW (object)->meaning);

  G_OBJECT_CLASS (coach_order_row_parent_class)->finalize (object);
}

static void
coach_order_row_class_init (CoachOrderRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_order_row_finalize;

  /**
   * CoachOrderRow::chosen:
   * @self: a row
   *
   * Somebody chose another order.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_order_row_init (CoachOrderRow *self)
{
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

/**
 * coach_order_row_new:
 * @title: what it is about
 * @meaning: (nullable): what that means
 *
 * Makes a row that lets the rules decide.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
coach_order_row_new (const char *title,
                     const char *meaning)
{
  CoachOrderRow *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (COACH_TYPE_ORDER_ROW, "use-markup", FALSE, "title", title, NULL);
  self->meaning = g_strdup (meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  show_order (self);
  return GTK_WIDGET (self);
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
  g_return_val_if_fail (COACH_IS_ORDER_ROW (self), COACH_ORDER_NONE);

  return self->order;
}

/**
 * coach_order_row_set_order:
 * @self: a row
 * @order: what was said
 *
 * Shows an order.
 */
void
coach_order_row_set_order (CoachOrderRow *self,
                           CoachOrder     order)
{
  g_return_if_fail (COACH_IS_ORDER_ROW (self));

  if (self->order == order)
    return;
  self->order = order;
  show_order (self);
}
