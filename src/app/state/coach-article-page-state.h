#pragma once

#include "session.h"

G_BEGIN_DECLS

/**
 * CoachArticlePageState:
 * @activity: (nullable): the activity that the article is about
 * @advice: what is said of it today; valid with @activity
 * @other: (nullable): an article about what may go better, when it is left out today
 * @other_verdict: what is said of that; valid with @other
 * @sources: where the text comes from, in a sentence
 *
 * What the page of an article shows besides its sections.
 */
typedef struct
{
  CoachActivity        *activity;
  CoachActivityAdvice   advice;
  CoachArticle         *other;
  CoachActivityVerdict  other_verdict;
  char                 *sources;
} CoachArticlePageState;

CoachArticlePageState *coach_article_page_state_from (CoachCatalog             *catalog,
                                                      CoachArticle             *article,
                                                      const CoachActivityFacts *facts);
void                   coach_article_page_state_free (CoachArticlePageState    *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachArticlePageState, coach_article_page_state_free)

G_END_DECLS
