#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-verdict-notice.h"

#include <glib/gi18n.h>

#include "coach-phrases.h"
#include "coach-text-list.h"

struct _CoachVerdictNotice
{
  GtkWidget      parent_instance;

  GtkWidget     *frame;
  GtkLabel      *heading;
  CoachTextList *reasons;
  GtkLabel      *because;
};

/**
 * CoachVerdictNotice:
 *
 * Says in words what the rules say of a move for the person, with every reason. Invisible when
 * they say nothing against it.
 */
G_DEFINE_FINAL_TYPE (CoachVerdictNotice, coach_verdict_notice, GTK_TYPE_WIDGET)

static const char *
get_heading (CoachVerdictLevel level)
{
  switch (level)
    {
    case COACH_VERDICT_CAUTION:
      return _("Take care with this one for now");
    case COACH_VERDICT_AVOID:
      return _("Leave this out for now");
    case COACH_VERDICT_ALLOW:
    default:
      return "";
    }
}

static void
show_level (CoachVerdictNotice *self,
            CoachVerdictLevel   level)
{
  gtk_widget_set_visible (GTK_WIDGET (self), level != COACH_VERDICT_ALLOW);
  gtk_label_set_text (self->heading, get_heading (level));
  gtk_widget_remove_css_class (self->frame, "caution");
  gtk_widget_remove_css_class (self->frame, "avoid");
  if (level != COACH_VERDICT_ALLOW)
    gtk_widget_add_css_class (self->frame, coach_verdict_level_get_id (level));
}

static void
coach_verdict_notice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COACH_TYPE_VERDICT_NOTICE);

  G_OBJECT_CLASS (coach_verdict_notice_parent_class)->dispose (object);
}

static void
coach_verdict_notice_class_init (CoachVerdictNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_verdict_notice_dispose;

  g_type_ensure (COACH_TYPE_TEXT_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-verdict-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachVerdictNotice, because);
  gtk_widget_class_bind_template_child (widget_class, CoachVerdictNotice, frame);
  gtk_widget_class_bind_template_child (widget_class, CoachVerdictNotice, heading);
  gtk_widget_class_bind_template_child (widget_class, CoachVerdictNotice, reasons);
}

static void
coach_verdict_notice_init (CoachVerdictNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_verdict_notice_set_verdict:
 * @self: a notice
 * @catalog: the catalogue
 * @verdict: a verdict
 *
 * Shows a verdict.
 */
void
coach_verdict_notice_set_verdict (CoachVerdictNotice *self,
                                  CoachCatalog       *catalog,
                                  CoachVerdict       *verdict)
{
  g_auto (GStrv) reasons = NULL;
  g_autofree char *because = NULL;

  g_return_if_fail (COACH_IS_VERDICT_NOTICE (self));
  g_return_if_fail (COACH_IS_CATALOG (catalog));
  g_return_if_fail (verdict != NULL);

  reasons = coach_verdict_dup_reasons (verdict);
  because = coach_phrases_describe_because (catalog, verdict);
  coach_text_list_set_items (self->reasons, (const char * const *) reasons);
  gtk_label_set_text (self->because, because);
  show_level (self, coach_verdict_get_level (verdict));
}
