#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-advice-badge.h"

#include "coach-phrases.h"

struct _CoachAdviceBadge
{
  GtkWidget  parent_instance;

  GtkWidget *content;
  GtkImage  *icon;
  GtkLabel  *label;
};

/**
 * CoachAdviceBadge:
 *
 * A word and a sign that say what to make of an everyday activity today.
 */
G_DEFINE_FINAL_TYPE (CoachAdviceBadge, coach_advice_badge, GTK_TYPE_WIDGET)

static const CoachActivityVerdict verdicts[] = { COACH_ACTIVITY_GO, COACH_ACTIVITY_MODIFY,
                                                 COACH_ACTIVITY_SKIP };

static void
coach_advice_badge_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COACH_TYPE_ADVICE_BADGE);

  G_OBJECT_CLASS (coach_advice_badge_parent_class)->dispose (object);
}

static void
coach_advice_badge_class_init (CoachAdviceBadgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_advice_badge_dispose;

  gtk_widget_class_set_css_name (widget_class, "advice");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-advice-badge.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachAdviceBadge, content);
  gtk_widget_class_bind_template_child (widget_class, CoachAdviceBadge, icon);
  gtk_widget_class_bind_template_child (widget_class, CoachAdviceBadge, label);
}

static void
coach_advice_badge_init (CoachAdviceBadge *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_advice_badge_set_verdict:
 * @self: a badge
 * @verdict: what is said of an activity
 *
 * Shows a verdict.
 */
void
coach_advice_badge_set_verdict (CoachAdviceBadge     *self,
                                CoachActivityVerdict  verdict)
{
  g_autofree char *icon = NULL;

  g_return_if_fail (COACH_IS_ADVICE_BADGE (self));

  icon = g_strdup_printf ("lowtide-%s-symbolic", coach_activity_verdict_get_id (verdict));
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_label_set_text (self->label, coach_phrases_get_activity_verdict (verdict));
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), coach_activity_verdict_get_id (verdicts[i]));
  gtk_widget_add_css_class (GTK_WIDGET (self), coach_activity_verdict_get_id (verdict));
}
