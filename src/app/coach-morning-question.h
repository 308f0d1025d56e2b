#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_MORNING_QUESTION (coach_morning_question_get_type ())
G_DECLARE_FINAL_TYPE (CoachMorningQuestion, coach_morning_question, COACH, MORNING_QUESTION, GObject)

CoachMorningQuestion *coach_morning_question_new  (GtkApplication       *application,
                                                   CoachAppContext      *context);
void                  coach_morning_question_stop (CoachMorningQuestion *self);

G_END_DECLS
