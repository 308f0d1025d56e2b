#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-advice-notice.h"

#include "coach-advice-badge.h"
#include "coach-article-row.h"

struct _CoachAdviceNotice
{
  GtkWidget         parent_instance;

  CoachArticle     *other; /* (owned) (nullable): what the row shows */

  GtkWidget        *content;
  CoachAdviceBadge *badge;
  GtkLabel         *text;
  GtkWidget        *hint;
  GtkWidget        *instead;
  GtkListBox       *rows;
};

/**
 * CoachAdviceNotice:
 *
 * Says what to make of an everyday activity today, and what may go better when it is left out.
 * Invisible for articles that are about no activity.
 */
G_DEFINE_FINAL_TYPE (CoachAdviceNotice, coach_advice_notice, GTK_TYPE_WIDGET)

/* The row stays, and with it the focus, when it is about the same. */
static void
show_other (CoachAdviceNotice    *self,
            CoachArticle         *other,
            CoachActivityVerdict  verdict)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, 0);

  gtk_widget_set_visible (self->instead, other != NULL);
  if (other == NULL)
    return;
  if (g_set_object (&self->other, other))
    {
      if (row != NULL)
        gtk_list_box_remove (self->rows, GTK_WIDGET (row));
      gtk_list_box_append (self->rows, coach_article_row_new (other));
      row = gtk_list_box_get_row_at_index (self->rows, 0);
    }
  coach_article_row_set_verdict (COACH_ARTICLE_ROW (row), verdict);
}

static void
coach_advice_notice_dispose (GObject *object)
{
  CoachAdviceNotice *self = COACH_ADVICE_NOTICE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_ADVICE_NOTICE);
  g_clear_object (&self->other);

  G_OBJECT_CLASS (coach_advice_notice_parent_class)->dispose (object);
}

static void
coach_advice_notice_class_init (CoachAdviceNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_advice_notice_dispose;

  g_type_ensure (COACH_TYPE_ADVICE_BADGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-advice-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachAdviceNotice, badge);
  gtk_widget_class_bind_template_child (widget_class, CoachAdviceNotice, content);
  gtk_widget_class_bind_template_child (widget_class, CoachAdviceNotice, hint);
  gtk_widget_class_bind_template_child (widget_class, CoachAdviceNotice, instead);
  gtk_widget_class_bind_template_child (widget_class, CoachAdviceNotice, rows);
  gtk_widget_class_bind_template_child (widget_class, CoachAdviceNotice, text);
}

static void
coach_advice_notice_init (CoachAdviceNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_advice_notice_set_state:
 * @self: a notice
 * @context: the content and the person
 * @state: what the page of the article shows
 *
 * Shows today's advice.
 */
void
coach_advice_notice_set_state (CoachAdviceNotice           *self,
                               CoachAppContext             *context,
                               const CoachArticlePageState *state)
{
  g_autofree char *text = NULL;

  g_return_if_fail (COACH_IS_ADVICE_NOTICE (self));
  g_return_if_fail (COACH_IS_APP_CONTEXT (context));
  g_return_if_fail (state != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self), state->activity != NULL);
  if (state->activity == NULL)
    return;
  text = coach_app_context_dup_filled (context, state->advice.text);
  coach_advice_badge_set_verdict (self->badge, state->advice.verdict);
  gtk_label_set_text (self->text, text);
  gtk_widget_set_visible (self->hint, state->advice.asks_checkin);
  show_other (self, state->other, state->other_verdict);
}
