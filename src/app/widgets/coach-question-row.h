#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"
#include "coach-questions-state.h"

G_BEGIN_DECLS

#define COACH_TYPE_QUESTION_ROW (coach_question_row_get_type ())
G_DECLARE_FINAL_TYPE (CoachQuestionRow, coach_question_row, COACH, QUESTION_ROW, GtkWidget)

GtkWidget *coach_question_row_new    (CoachAppContext              *context,
                                      CoachQuestionsState          *state,
                                      const CoachScreeningQuestion *question);
void       coach_question_row_update (CoachQuestionRow             *self);

G_END_DECLS
