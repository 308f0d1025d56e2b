#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_ORDER_PICKER (coach_order_picker_get_type ())
G_DECLARE_FINAL_TYPE (CoachOrderPicker, coach_order_picker, COACH, ORDER_PICKER, GtkWidget)

void coach_order_picker_set_move (CoachOrderPicker *self,
                                  CoachAppContext  *context,
                                  CoachMove        *move);

G_END_DECLS
