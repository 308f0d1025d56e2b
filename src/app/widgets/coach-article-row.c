#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-article-row.h"

#include <glib/gi18n.h>

#include "coach-advice-badge.h"
#include "coach-phrases.h"
#include "coach-wrap-layout.h"

struct _CoachArticleRow
{
  AdwPreferencesRow  parent_instance;

  CoachArticle      *article; /* (owned) (not nullable) */

  GtkLabel          *title;
  CoachAdviceBadge  *badge;
  GtkLabel          *summary;
};

/**
 * CoachArticleRow:
 *
 * An article in a list, with what to make of its activity today. Activated, it shows its page.
 */
G_DEFINE_FINAL_TYPE (CoachArticleRow, coach_article_row, ADW_TYPE_PREFERENCES_ROW)

/* What is read out after the title. */
static void
describe (CoachArticleRow *self,
          const char      *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  coach_article_get_title (self->article),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
coach_article_row_dispose (GObject *object)
{
  CoachArticleRow *self = COACH_ARTICLE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_ARTICLE_ROW);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (coach_article_row_parent_class)->dispose (object);
}

static void
coach_article_row_class_init (CoachArticleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_article_row_dispose;

  g_type_ensure (COACH_TYPE_ADVICE_BADGE);
  g_type_ensure (COACH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-article-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachArticleRow, badge);
  gtk_widget_class_bind_template_child (widget_class, CoachArticleRow, summary);
  gtk_widget_class_bind_template_child (widget_class, CoachArticleRow, title);
}

static void
coach_article_row_init (CoachArticleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_article_row_new:
 * @article: an article
 *
 * Makes a row that opens the page of an article, without a verdict.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
coach_article_row_new (CoachArticle *article)
{
  CoachArticleRow *self;

  g_return_val_if_fail (COACH_IS_ARTICLE (article), NULL);

  self = g_object_new (COACH_TYPE_ARTICLE_ROW, NULL);
  self->article = g_object_ref (article);
  gtk_label_set_text (self->title, coach_article_get_title (article));
  gtk_label_set_text (self->summary, coach_article_get_summary (article));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", coach_article_get_id (article));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-article");
  coach_article_row_hide_verdict (self);
  return GTK_WIDGET (self);
}

/**
 * coach_article_row_set_verdict:
 * @self: a row
 * @verdict: what is said of the activity today
 *
 * Shows a verdict.
 */
void
coach_article_row_set_verdict (CoachArticleRow      *self,
                               CoachActivityVerdict  verdict)
{
  g_autofree char *description = NULL;

  g_return_if_fail (COACH_IS_ARTICLE_ROW (self));

  /* Translators: what an article is about, and what to make of it today: "Skip", "Modify", "Go" */
  description = g_strdup_printf (_("%s Today: %s"), coach_article_get_summary (self->article),
                                 coach_phrases_get_activity_verdict (verdict));
  coach_advice_badge_set_verdict (self->badge, verdict);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), TRUE);
  describe (self, description);
}

/**
 * coach_article_row_hide_verdict:
 * @self: a row
 *
 * Shows no verdict.
 */
void
coach_article_row_hide_verdict (CoachArticleRow *self)
{
  g_return_if_fail (COACH_IS_ARTICLE_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->badge), FALSE);
  describe (self, coach_article_get_summary (self->article));
}
