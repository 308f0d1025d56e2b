#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_MOVE_LIST (coach_move_list_get_type ())
G_DECLARE_FINAL_TYPE (CoachMoveList, coach_move_list, COACH, MOVE_LIST, GtkWidget)

void coach_move_list_set_moves (CoachMoveList   *self,
                                CoachAppContext *context,
                                GPtrArray       *moves);

G_END_DECLS
