#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-verdict-badge.h"

#include "coach-phrases.h"

struct _CoachVerdictBadge
{
  GtkWidget          parent_instance;

  GtkLabel          *label;
  CoachVerdictLevel  level;
};

/**
 * CoachVerdictBadge:
 *
 * A word on a coloured ground that says what the rules say of a move. Invisible when they say
 * nothing against it.
 */
G_DEFINE_FINAL_TYPE (CoachVerdictBadge, coach_verdict_badge, GTK_TYPE_WIDGET)

static void
update_widgets (CoachVerdictBadge *self)
{
  gtk_label_set_text (self->label, coach_phrases_get_verdict (self->level));
  gtk_widget_set_visible (GTK_WIDGET (self), self->level != COACH_VERDICT_ALLOW);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "caution");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "avoid");
  if (self->level != COACH_VERDICT_ALLOW)
    gtk_widget_add_css_class (GTK_WIDGET (self), coach_verdict_level_get_id (self->level));
}

static void
coach_verdict_badge_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COACH_TYPE_VERDICT_BADGE);

  G_OBJECT_CLASS (coach_verdict_badge_parent_class)->dispose (object);
}

static void
coach_verdict_badge_class_init (CoachVerdictBadgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_verdict_badge_dispose;

  gtk_widget_class_set_css_name (widget_class, "verdict");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-verdict-badge.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachVerdictBadge, label);
}

static void
coach_verdict_badge_init (CoachVerdictBadge *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_widgets (self);
}

/**
 * coach_verdict_badge_new:
 *
 * Makes a badge that says nothing yet.
 *
 * Returns: (transfer floating): a badge
 */
GtkWidget *
coach_verdict_badge_new (void)
{
  return g_object_new (COACH_TYPE_VERDICT_BADGE, NULL);
}

/**
 * coach_verdict_badge_set_level:
 * @self: a badge
 * @level: what the rules say
 *
 * Shows a verdict.
 */
void
coach_verdict_badge_set_level (CoachVerdictBadge *self,
                               CoachVerdictLevel  level)
{
  g_return_if_fail (COACH_IS_VERDICT_BADGE (self));

  self->level = level;
  update_widgets (self);
}
