#pragma once

#include <gtk/gtk.h>

#include "safety.h"

G_BEGIN_DECLS

#define COACH_TYPE_ANSWER_BUTTONS (coach_answer_buttons_get_type ())
G_DECLARE_FINAL_TYPE (CoachAnswerButtons, coach_answer_buttons, COACH, ANSWER_BUTTONS, GtkWidget)

CoachAnswer coach_answer_buttons_get_answer   (CoachAnswerButtons *self);
void        coach_answer_buttons_set_answer   (CoachAnswerButtons *self,
                                               CoachAnswer         answer);
void        coach_answer_buttons_set_question (CoachAnswerButtons *self,
                                               const char         *question);

G_END_DECLS
