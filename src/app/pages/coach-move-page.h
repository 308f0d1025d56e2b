#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_MOVE_PAGE (coach_move_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachMovePage, coach_move_page, COACH, MOVE_PAGE, AdwBin)

GtkWidget     *coach_move_page_new          (CoachAppContext *context,
                                             CoachMove       *move);
CoachMovement *coach_move_page_get_movement (CoachMovePage   *self);

G_END_DECLS
