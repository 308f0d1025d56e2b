#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_WARNING_PAGE (coach_warning_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachWarningPage, coach_warning_page, COACH, WARNING_PAGE, GtkWidget)

GtkWidget *coach_warning_page_new (CoachAppContext *context);

G_END_DECLS
