#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-lore-page-state.h"

static void
entry_clear (gpointer data)
{
  CoachLoreEntry *entry = data;

  g_clear_object (&entry->article);
}

/* Without a check-in nearly all would be marked the same, and that would say nothing. What is left
 * out even so is marked. */
static void
judge (CoachLorePageState       *self,
       CoachLoreEntry           *entry,
       CoachCatalog             *catalog,
       const CoachActivityFacts *facts)
{
  const char *id = coach_article_get_activity (entry->article);
  CoachActivityAdvice advice;

  if (id == NULL)
    return;
  advice = coach_activity_advise (coach_catalog_lookup_activity (catalog, id), facts);
  self->asks_checkin |= advice.asks_checkin;
  entry->verdict = advice.verdict;
  entry->has_verdict = !advice.asks_checkin || advice.verdict == COACH_ACTIVITY_SKIP;
}

/**
 * coach_lore_page_state_from:
 * @catalog: the catalogue
 * @facts: what is known of the person and the day
 *
 * Puts the articles into their groups, and says of each activity what to make of it today.
 *
 * Returns: (transfer full): what the page shows
 */
CoachLorePageState *
coach_lore_page_state_from (CoachCatalog             *catalog,
                            const CoachActivityFacts *facts)
{
  CoachLorePageState *self;
  GListModel *articles;

  g_return_val_if_fail (COACH_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (facts != NULL, NULL);

  self = g_new0 (CoachLorePageState, 1);
  articles = coach_catalog_get_articles (catalog);
  for (guint i = 0; i < COACH_N_ARTICLE_GROUPS; i++)
    {
      self->groups[i] = g_array_new (FALSE, TRUE, sizeof (CoachLoreEntry));
      g_array_set_clear_func (self->groups[i], entry_clear);
    }
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      CoachLoreEntry entry = { .article = g_list_model_get_item (articles, i) };

      judge (self, &entry, catalog, facts);
      g_array_append_val (self->groups[coach_article_get_group (entry.article)], entry);
    }
  return self;
}

/**
 * coach_lore_page_state_free:
 * @state: what the page showed
 *
 * Frees it.
 */
void
coach_lore_page_state_free (CoachLorePageState *state)
{
  for (guint i = 0; i < COACH_N_ARTICLE_GROUPS; i++)
    g_array_unref (state->groups[i]);
  g_free (state);
}
