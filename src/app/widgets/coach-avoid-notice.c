#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-avoid-notice.h"

#include <glib/gi18n.h>

/* Three are a choice, more are a list; the page of the move has them all. */
#define MAX_SUBSTITUTES 3

struct _CoachAvoidNotice
{
  GtkWidget   parent_instance;

  GtkWidget  *content;
  GtkLabel   *name;
  GtkLabel   *advice;
  GtkLabel   *why;
  GtkButton  *more;
  GtkWidget  *instead;
  GtkFlowBox *substitutes;
};

/**
 * CoachAvoidNotice:
 *
 * Tells a person who looked up a move that it is left out for now, why, and what to do instead.
 * Invisible when nothing is to be said.
 */
G_DEFINE_FINAL_TYPE (CoachAvoidNotice, coach_avoid_notice, GTK_TYPE_WIDGET)

static const char *
get_advice (CoachMove *move)
{
  if (COACH_IS_AVOID_ENTRY (move)
      && coach_avoid_entry_get_severity (COACH_AVOID_ENTRY (move)) != COACH_VERDICT_AVOID)
    return _("Change how you do it");
  return _("Leave this out for now");
}

/* The target comes first: the action wants one as soon as it is named. */
static void
link_to (GtkActionable *actionable,
         CoachMove     *move)
{
  gtk_actionable_set_action_target (actionable, "s", coach_move_get_id (move));
  gtk_actionable_set_action_name (actionable, "win.show-move");
}

static GtkWidget *
make_substitute (CoachMove *move)
{
  GtkWidget *button = gtk_button_new_with_label (coach_move_get_name (move));
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  link_to (GTK_ACTIONABLE (button), move);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
  return child;
}

static void
show_substitutes (CoachAvoidNotice *self,
                  GPtrArray        *moves)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->substitutes))) != NULL)
    gtk_flow_box_remove (self->substitutes, child);
  for (guint i = 0; i < MIN (moves->len, MAX_SUBSTITUTES); i++)
    gtk_flow_box_append (self->substitutes, make_substitute (g_ptr_array_index (moves, i)));
  gtk_widget_set_visible (self->instead, moves->len > 0);
}

static void
coach_avoid_notice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COACH_TYPE_AVOID_NOTICE);

  G_OBJECT_CLASS (coach_avoid_notice_parent_class)->dispose (object);
}

static void
coach_avoid_notice_class_init (CoachAvoidNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_avoid_notice_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-avoid-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachAvoidNotice, advice);
  gtk_widget_class_bind_template_child (widget_class, CoachAvoidNotice, content);
  gtk_widget_class_bind_template_child (widget_class, CoachAvoidNotice, instead);
  gtk_widget_class_bind_template_child (widget_class, CoachAvoidNotice, more);
  gtk_widget_class_bind_template_child (widget_class, CoachAvoidNotice, name);
  gtk_widget_class_bind_template_child (widget_class, CoachAvoidNotice, substitutes);
  gtk_widget_class_bind_template_child (widget_class, CoachAvoidNotice, why);
}

static void
coach_avoid_notice_init (CoachAvoidNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_avoid_notice_set_state:
 * @self: a notice
 * @state: what the library shows
 *
 * Shows the warning of a search, or nothing when there is none.
 */
void
coach_avoid_notice_set_state (CoachAvoidNotice          *self,
                              const CoachMovesPageState *state)
{
  g_return_if_fail (COACH_IS_AVOID_NOTICE (self));
  g_return_if_fail (state != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self), state->warning != NULL);
  if (state->warning == NULL)
    return;
  gtk_label_set_text (self->name, coach_move_get_name (state->warning));
  gtk_label_set_text (self->advice, get_advice (state->warning));
  gtk_label_set_text (self->why, state->why);
  link_to (GTK_ACTIONABLE (self->more), state->warning);
  show_substitutes (self, state->substitutes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (self->advice),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, state->why, -1);
}
