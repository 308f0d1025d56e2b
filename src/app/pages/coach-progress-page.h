#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_PROGRESS_PAGE (coach_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachProgressPage, coach_progress_page, COACH, PROGRESS_PAGE, AdwBin)

void coach_progress_page_set_context (CoachProgressPage *self,
                                      CoachAppContext   *context);

G_END_DECLS
