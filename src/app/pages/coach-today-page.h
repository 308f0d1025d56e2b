#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_TODAY_PAGE (coach_today_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachTodayPage, coach_today_page, COACH, TODAY_PAGE, AdwBin)

void coach_today_page_set_context (CoachTodayPage *self,
                              CoachAppContext *context);

CoachRoutine *coach_today_page_get_routine (CoachTodayPage *self);
void          coach_today_page_focus_check (CoachTodayPage *self);

G_END_DECLS
