#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_MOVE_ROW (coach_move_row_get_type ())
G_DECLARE_FINAL_TYPE (CoachMoveRow, coach_move_row, COACH, MOVE_ROW, AdwActionRow)

GtkWidget *coach_move_row_new (CoachAppContext *context,
                               CoachMove       *move);

G_END_DECLS
