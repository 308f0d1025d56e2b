#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_CHECKIN_PAGE (coach_checkin_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachCheckinPage, coach_checkin_page, COACH, CHECKIN_PAGE, GtkWidget)

GtkWidget *coach_checkin_page_new (CoachAppContext *context);

G_END_DECLS
