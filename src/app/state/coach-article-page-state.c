#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-article-page-state.h"

#include <glib/gi18n.h>

static void
add_sources (GPtrArray          *all,
             const char * const *sources)
{
  for (guint i = 0; sources[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (all, sources[i], g_str_equal, NULL))
      g_ptr_array_add (all, (gpointer) sources[i]);
}

/* Names each source once, those of the advice first. */
static char *
list_sources (CoachArticle  *article,
              CoachActivity *activity)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  if (activity != NULL)
    add_sources (all, coach_activity_get_sources (activity));
  for (guint i = 0; i < coach_article_get_n_sections (article); i++)
    add_sources (all, (const char * const *) coach_article_get_section (article, i)->sources);
  g_ptr_array_add (all, NULL);
  joined = g_strjoinv (C_ ("list", "; "), (char **) all->pdata);
  return g_strdup_printf (_("Where this comes from: %s"), joined);
}

static void
find_other (CoachArticlePageState    *self,
            CoachCatalog             *catalog,
            const CoachActivityFacts *facts)
{
  CoachActivity *other = coach_activity_find_other (catalog, self->activity, facts);
  CoachArticle *article = NULL;

  if (other != NULL)
    article = coach_catalog_find_article_of (catalog, coach_activity_get_id (other));
  if (article == NULL)
    return;
  self->other = g_object_ref (article);
  self->other_verdict = coach_activity_advise (other, facts).verdict;
}

/**
 * coach_article_page_state_from:
 * @catalog: the catalogue
 * @article: an article of it
 * @facts: what is known of the person and the day
 *
 * Works out what the page of an article says today.
 *
 * Returns: (transfer full): what the page shows
 */
CoachArticlePageState *
coach_article_page_state_from (CoachCatalog             *catalog,
                               CoachArticle             *article,
                               const CoachActivityFacts *facts)
{
  CoachArticlePageState *self;
  const char *id;

  g_return_val_if_fail (COACH_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (COACH_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (facts != NULL, NULL);

  self = g_new0 (CoachArticlePageState, 1);
  id = coach_article_get_activity (article);
  if (id != NULL)
    {
      self->activity = g_object_ref (coach_catalog_lookup_activity (catalog, id));
      self->advice = coach_activity_advise (self->activity, facts);
      if (self->advice.verdict == COACH_ACTIVITY_SKIP)
        find_other (self, catalog, facts);
    }
  self->sources = list_sources (article, self->activity);
  return self;
}

/**
 * coach_article_page_state_free:
 * @state: what the page showed
 *
 * Frees it.
 */
void
coach_article_page_state_free (CoachArticlePageState *state)
{
  g_clear_object (&state->activity);
  g_clear_object (&state->other);
  g_free (state->sources);
  g_free (state);
}
