#pragma once

#include "coach-article.h"
#include "coach-content-reader-private.h"

G_BEGIN_DECLS

CoachArticle *coach_article_read    (CoachContentReader *reader);
int           coach_article_compare (CoachArticle       *a,
                                     CoachArticle       *b);

G_END_DECLS
