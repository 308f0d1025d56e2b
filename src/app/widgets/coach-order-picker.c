#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-order-picker.h"

#include <glib/gi18n.h>

#include "coach-phrases.h"

/* In the order in which they are offered, from the mildest to the strictest. */
static const CoachOrder orders[] = {
  COACH_ORDER_NONE, COACH_ORDER_ALLOWED, COACH_ORDER_FORBIDDEN, COACH_ORDER_NEVER,
};

#define N_ORDERS G_N_ELEMENTS (orders)

struct _CoachOrderPicker
{
  GtkWidget        parent_instance;

  CoachAppContext *context; /* (owned) (nullable): until a move is set, as is @move */
  CoachMove       *move;    /* (owned) (nullable) */

  GtkWidget       *list;
  AdwExpanderRow  *expander;
  GtkCheckButton  *checks[N_ORDERS]; /* in the order of @orders */
};

/**
 * CoachOrderPicker:
 *
 * What the person or a clinician says of a move. What is chosen counts at once.
 */
G_DEFINE_FINAL_TYPE (CoachOrderPicker, coach_order_picker, GTK_TYPE_WIDGET)

static void
check_toggled_cb (GtkCheckButton   *check,
                  CoachOrderPicker *self)
{
  CoachProfile *profile;

  if (self->move == NULL || !gtk_check_button_get_active (check))
    return;
  profile = coach_app_context_get_profile (self->context);
  for (guint i = 0; i < N_ORDERS; i++)
    if (self->checks[i] == check)
      coach_profile_set_move_order (profile, coach_move_get_id (self->move), orders[i]);
}

static GtkWidget *
make_row (CoachOrderPicker *self,
          guint             index)
{
  const char *title = coach_phrases_get_order (orders[index]);
  const char *subtitle = coach_phrases_describe_order (orders[index]);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  subtitle, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  self->checks[index] = GTK_CHECK_BUTTON (check);
  if (index > 0)
    gtk_check_button_set_group (self->checks[index], self->checks[0]);
  g_signal_connect (check, "toggled", G_CALLBACK (check_toggled_cb), self);
  return row;
}

static void
update_widgets (CoachOrderPicker *self)
{
  CoachProfile *profile = coach_app_context_get_profile (self->context);
  CoachOrder order = coach_profile_get_move_order (profile, coach_move_get_id (self->move));

  for (guint i = 0; i < N_ORDERS; i++)
    if (orders[i] == order)
      gtk_check_button_set_active (self->checks[i], TRUE);
  adw_expander_row_set_subtitle (self->expander, coach_phrases_get_order (order));
}

static void
profile_changed_cb (CoachOrderPicker *self)
{
  update_widgets (self);
}

static void
coach_order_picker_dispose (GObject *object)
{
  CoachOrderPicker *self = COACH_ORDER_PICKER (object);

  g_clear_object (&self->move);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_ORDER_PICKER);

  G_OBJECT_CLASS (coach_order_picker_parent_class)->dispose (object);
}

static void
coach_order_picker_class_init (CoachOrderPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_order_picker_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-order-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachOrderPicker, expander);
  gtk_widget_class_bind_template_child (widget_class, CoachOrderPicker, list);
}

static void
coach_order_picker_init (CoachOrderPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_ORDERS; i++)
    adw_expander_row_add_row (self->expander, make_row (self, i));
}

/**
 * coach_order_picker_set_move:
 * @self: a picker
 * @context: the content and the person
 * @move: what is spoken of
 *
 * Says which move it is about; only once.
 */
void
coach_order_picker_set_move (CoachOrderPicker *self,
                             CoachAppContext  *context,
                             CoachMove        *move)
{
  g_return_if_fail (COACH_IS_ORDER_PICKER (self));
  g_return_if_fail (COACH_IS_APP_CONTEXT (context));
  g_return_if_fail (COACH_IS_MOVE (move));
  g_return_if_fail (self->move == NULL);

  self->context = g_object_ref (context);
  self->move = g_object_ref (move);
  update_widgets (self);
  g_signal_connect_object (coach_app_context_get_profile (context), "changed",
                           G_CALLBACK (profile_changed_cb), self, G_CONNECT_SWAPPED);
}
