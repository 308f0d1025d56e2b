#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_ABOUT_YOU_PAGE (coach_about_you_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachAboutYouPage, coach_about_you_page, COACH, ABOUT_YOU_PAGE, AdwPreferencesPage)

GtkWidget *coach_about_you_page_new (CoachAppContext *context);

G_END_DECLS
