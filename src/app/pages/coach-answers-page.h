#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_ANSWERS_PAGE (coach_answers_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachAnswersPage, coach_answers_page, COACH, ANSWERS_PAGE, AdwPreferencesPage)

GtkWidget *coach_answers_page_new (CoachAppContext *context);

G_END_DECLS
