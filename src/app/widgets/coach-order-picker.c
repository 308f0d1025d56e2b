#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-order-picker.h"

#include <glib/gi18n.h>

#include "coach-order-row.h"

struct _CoachOrderPicker
{
  GtkWidget        parent_instance;

  CoachAppContext *context; /* (owned) (nullable): until a move is set, as is @move */
  CoachMove       *move;    /* (owned) (nullable) */

  GtkListBox      *list;
  CoachOrderRow   *row; /* the only one of @list */
};

/**
 * CoachOrderPicker:
 *
 * What the person or a clinician says of a move. What is chosen counts at once.
 */
G_DEFINE_FINAL_TYPE (CoachOrderPicker, coach_order_picker, GTK_TYPE_WIDGET)

static void
order_chosen_cb (CoachOrderPicker *self)
{
  coach_profile_set_move_order (coach_app_context_get_profile (self->context),
                                coach_move_get_id (self->move),
                                coach_order_row_get_order (self->row));
}

static void
update_widgets (CoachOrderPicker *self)
{
  CoachProfile *profile = coach_app_context_get_profile (self->context);

  coach_order_row_set_order (self->row, coach_profile_get_move_order (
                                            profile, coach_move_get_id (self->move)));
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

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_ORDER_PICKER);
  g_clear_object (&self->move);
  g_clear_object (&self->context);

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
  gtk_widget_class_bind_template_child (widget_class, CoachOrderPicker, list);
}

static void
coach_order_picker_init (CoachOrderPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->row = COACH_ORDER_ROW (coach_order_row_new (_("For me"), NULL));
  gtk_list_box_append (self->list, GTK_WIDGET (self->row));
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
  g_signal_connect_object (self->row, "chosen", G_CALLBACK (order_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (coach_app_context_get_profile (context), "changed",
                           G_CALLBACK (profile_changed_cb), self, G_CONNECT_SWAPPED);
}
