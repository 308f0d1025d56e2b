#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define COACH_TYPE_ARTICLE (coach_article_get_type ())
G_DECLARE_FINAL_TYPE (CoachArticle, coach_article, COACH, ARTICLE, GObject)

/**
 * CoachArticleGroup:
 * @COACH_ARTICLE_UNDERSTANDING: what it is and what to expect
 * @COACH_ARTICLE_DAY_BY_DAY: what one does every day
 * @COACH_ARTICLE_COMFORT: what makes it easier
 *
 * Which articles stand together, in their order.
 */
typedef enum
{
  COACH_ARTICLE_UNDERSTANDING,
  COACH_ARTICLE_DAY_BY_DAY,
  COACH_ARTICLE_COMFORT,
} CoachArticleGroup;

#define COACH_N_ARTICLE_GROUPS 3

/**
 * CoachArticleSection:
 * @heading: (translatable): what it is about
 * @text: (array zero-terminated=1) (translatable): paragraphs; may have {emergency} and
 *   {advice_line}
 * @items: (array zero-terminated=1) (translatable): a list below them; there may be none
 * @claims: (array zero-terminated=1): the claims that it carries, see the catalogue's README
 * @sources: (array zero-terminated=1) (translatable): where they come from
 *
 * A part of an article.
 */
typedef struct
{
  char  *heading;
  char **text;
  char **items;
  char **claims;
  char **sources;
} CoachArticleSection;

const char                *coach_article_get_id         (CoachArticle *self);
const char                *coach_article_get_title      (CoachArticle *self);
const char                *coach_article_get_summary    (CoachArticle *self);
CoachArticleGroup          coach_article_get_group      (CoachArticle *self);
guint                      coach_article_get_order      (CoachArticle *self);
const char                *coach_article_get_activity   (CoachArticle *self);
guint                      coach_article_get_n_sections (CoachArticle *self);
const CoachArticleSection *coach_article_get_section    (CoachArticle *self,
                                                         guint         index);

G_END_DECLS
