#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_MOVES_PAGE (coach_moves_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachMovesPage, coach_moves_page, COACH, MOVES_PAGE, AdwBin)

void coach_moves_page_set_context (CoachMovesPage  *self,
                                   CoachAppContext *context);
void coach_moves_page_search      (CoachMovesPage  *self);
void coach_moves_page_show_avoid  (CoachMovesPage  *self);

G_END_DECLS
