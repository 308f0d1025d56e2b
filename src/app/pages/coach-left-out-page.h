#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_LEFT_OUT_PAGE (coach_left_out_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachLeftOutPage, coach_left_out_page, COACH, LEFT_OUT_PAGE, AdwPreferencesPage)

GtkWidget *coach_left_out_page_new (CoachAppContext *context);

G_END_DECLS
