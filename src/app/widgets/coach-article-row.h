#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

#define COACH_TYPE_ARTICLE_ROW (coach_article_row_get_type ())
G_DECLARE_FINAL_TYPE (CoachArticleRow, coach_article_row, COACH, ARTICLE_ROW,
                      AdwPreferencesRow)

GtkWidget *coach_article_row_new          (CoachArticle         *article);
void       coach_article_row_set_verdict  (CoachArticleRow      *self,
                                           CoachActivityVerdict  verdict);
void       coach_article_row_hide_verdict (CoachArticleRow      *self);

G_END_DECLS
