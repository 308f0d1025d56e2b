#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_MOVE_CARD (coach_move_card_get_type ())
G_DECLARE_FINAL_TYPE (CoachMoveCard, coach_move_card, COACH, MOVE_CARD, GtkButton)

GtkWidget *coach_move_card_new         (CoachAppContext *context,
                                        CoachMove       *move);
GtkWidget *coach_move_card_new_routine (CoachAppContext *context,
                                        CoachRoutine    *routine);
CoachMove *coach_move_card_get_move    (CoachMoveCard   *self);

G_END_DECLS
