#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_AVOID_PAGE (coach_avoid_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachAvoidPage, coach_avoid_page, COACH, AVOID_PAGE, AdwBin)

GtkWidget *coach_avoid_page_new (CoachAppContext *context,
                                 CoachAvoidEntry *entry);

G_END_DECLS
