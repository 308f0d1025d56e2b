#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_QUESTIONS_PAGE (coach_questions_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachQuestionsPage, coach_questions_page, COACH, QUESTIONS_PAGE, AdwBin)

GtkWidget *coach_questions_page_new (CoachAppContext *context,
                                     GPtrArray       *questions,
                                     gboolean         by_group);
void       coach_questions_page_say_yes (CoachQuestionsPage *self,
                                         const char         *id);

G_END_DECLS
