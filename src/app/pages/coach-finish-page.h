#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_FINISH_PAGE (coach_finish_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachFinishPage, coach_finish_page, COACH, FINISH_PAGE, GtkWidget)

GtkWidget *coach_finish_page_new (CoachAppContext    *context,
                                  CoachSessionReport *report);

G_END_DECLS
