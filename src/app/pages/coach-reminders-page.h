#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_REMINDERS_PAGE (coach_reminders_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachRemindersPage, coach_reminders_page, COACH, REMINDERS_PAGE,
                      AdwPreferencesPage)

GtkWidget *coach_reminders_page_new (CoachAppContext *context);

G_END_DECLS
