#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_HELP_PAGE (coach_help_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachHelpPage, coach_help_page, COACH, HELP_PAGE, AdwPreferencesPage)

GtkWidget *coach_help_page_new (CoachAppContext *context);

G_END_DECLS
