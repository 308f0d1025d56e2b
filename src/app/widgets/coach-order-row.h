#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_ORDER_ROW (coach_order_row_get_type ())
G_DECLARE_FINAL_TYPE (CoachOrderRow, coach_order_row, COACH, ORDER_ROW, AdwExpanderRow)

GtkWidget  *coach_order_row_new       (const char    *title,
                                       const char    *meaning);
CoachOrder  coach_order_row_get_order (CoachOrderRow *self);
void        coach_order_row_set_order (CoachOrderRow *self,
                                       CoachOrder     order);

G_END_DECLS
