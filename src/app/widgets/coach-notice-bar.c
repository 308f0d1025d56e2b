#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-notice-bar.h"

#include "coach-warning-state.h"
#include "coach-wrap-layout.h"

struct _CoachNoticeBar
{
  GtkWidget        parent_instance;

  CoachAppContext *context; /* (owned) (nullable) until it is set */

  GtkWidget       *content;
  GtkLabel        *label;
};

/**
 * CoachNoticeBar:
 *
 * Says in a line what stays worth knowing of the warning-sign answers, for as long as it holds, and
 * leads to the whole of it. There is nothing to see when there is nothing to say.
 */
G_DEFINE_FINAL_TYPE (CoachNoticeBar, coach_notice_bar, GTK_TYPE_WIDGET)

static void
update_widgets (CoachNoticeBar *self)
{
  g_autoptr (CoachWarningState) state = coach_warning_state_new (self->context);
  g_autofree char *notice = coach_warning_state_dup_notice (state);

  gtk_widget_set_visible (GTK_WIDGET (self), notice != NULL);
  if (notice == NULL)
    return;
  gtk_label_set_text (self->label, notice);
  if (state->is_blocked)
    gtk_widget_add_css_class (self->content, "blocked");
  else
    gtk_widget_remove_css_class (self->content, "blocked");
}

static void
coach_notice_bar_dispose (GObject *object)
{
  CoachNoticeBar *self = COACH_NOTICE_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_NOTICE_BAR);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_notice_bar_parent_class)->dispose (object);
}

static void
coach_notice_bar_class_init (CoachNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_notice_bar_dispose;

  g_type_ensure (COACH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-notice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachNoticeBar, content);
  gtk_widget_class_bind_template_child (widget_class, CoachNoticeBar, label);
}

static void
coach_notice_bar_init (CoachNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_notice_bar_set_context:
 * @self: a bar
 * @context: what pages are given
 *
 * Gives the bar what it looks at; called once.
 */
void
coach_notice_bar_set_context (CoachNoticeBar  *self,
                              CoachAppContext *context)
{
  g_return_if_fail (COACH_IS_NOTICE_BAR (self));
  g_return_if_fail (COACH_IS_APP_CONTEXT (context));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "refreshed", G_CALLBACK (update_widgets), self,
                           G_CONNECT_SWAPPED);
  update_widgets (self);
}
