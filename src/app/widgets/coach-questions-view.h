#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_QUESTIONS_VIEW (coach_questions_view_get_type ())
G_DECLARE_FINAL_TYPE (CoachQuestionsView, coach_questions_view, COACH, QUESTIONS_VIEW, GtkWidget)

void     coach_questions_view_ask     (CoachQuestionsView *self,
                                       CoachAppContext    *context,
                                       GPtrArray          *questions,
                                       gboolean            by_group);
void     coach_questions_view_say_yes (CoachQuestionsView *self,
                                       const char         *id);
gboolean coach_questions_view_go_back (CoachQuestionsView *self);

G_END_DECLS
