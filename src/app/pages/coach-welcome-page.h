#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_WELCOME_PAGE (coach_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachWelcomePage, coach_welcome_page, COACH, WELCOME_PAGE, GtkWidget)

GtkWidget *coach_welcome_page_new (CoachAppContext *context,
                                   GPtrArray       *questions);

G_END_DECLS
