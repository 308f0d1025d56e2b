#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_ROUTINE_PAGE (coach_routine_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachRoutinePage, coach_routine_page, COACH, ROUTINE_PAGE, AdwBin)

GtkWidget    *coach_routine_page_new         (CoachAppContext  *context,
                                              CoachRoutine     *routine);
CoachRoutine *coach_routine_page_get_routine (CoachRoutinePage *self);

G_END_DECLS
