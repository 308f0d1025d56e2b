#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_BEFORE_START_PAGE (coach_before_start_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachBeforeStartPage, coach_before_start_page, COACH, BEFORE_START_PAGE,
                      GtkWidget)

GtkWidget *coach_before_start_page_new (CoachAppContext *context,
                                        CoachRoutine    *routine);

G_END_DECLS
