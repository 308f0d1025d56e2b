#pragma once

#include "session.h"

G_BEGIN_DECLS

/**
 * CoachLoreEntry:
 * @article: (not nullable): an article
 * @has_verdict: whether something is known of its activity today
 * @verdict: what is said of it; valid with @has_verdict
 *
 * What a row of the page of good things to know shows.
 */
typedef struct
{
  CoachArticle         *article;
  gboolean              has_verdict;
  CoachActivityVerdict  verdict;
} CoachLoreEntry;

/**
 * CoachLorePageState:
 * @groups: (element-type CoachLoreEntry): the rows of each [enum@ArticleGroup]
 * @asks_checkin: whether a check-in of today would say more
 *
 * What the page of good things to know shows.
 */
typedef struct
{
  GArray   *groups[COACH_N_ARTICLE_GROUPS];
  gboolean  asks_checkin;
} CoachLorePageState;

CoachLorePageState *coach_lore_page_state_from (CoachCatalog             *catalog,
                                                const CoachActivityFacts *facts);
void                coach_lore_page_state_free (CoachLorePageState       *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachLorePageState, coach_lore_page_state_free)

G_END_DECLS
