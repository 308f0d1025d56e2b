#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"
#include "coach-article-page-state.h"

G_BEGIN_DECLS

#define COACH_TYPE_ADVICE_NOTICE (coach_advice_notice_get_type ())
G_DECLARE_FINAL_TYPE (CoachAdviceNotice, coach_advice_notice, COACH, ADVICE_NOTICE, GtkWidget)

void coach_advice_notice_set_state (CoachAdviceNotice           *self,
                                    CoachAppContext             *context,
                                    const CoachArticlePageState *state);

G_END_DECLS
