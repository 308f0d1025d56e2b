#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_ROUTINES_PAGE (coach_routines_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachRoutinesPage, coach_routines_page, COACH, ROUTINES_PAGE, AdwBin)

void coach_routines_page_set_context (CoachRoutinesPage *self,
                              CoachAppContext *context);

G_END_DECLS
