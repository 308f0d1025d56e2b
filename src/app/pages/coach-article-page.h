#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_ARTICLE_PAGE (coach_article_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachArticlePage, coach_article_page, COACH, ARTICLE_PAGE, AdwBin)

GtkWidget *coach_article_page_new (CoachAppContext *context,
                                   CoachArticle    *article);

G_END_DECLS
