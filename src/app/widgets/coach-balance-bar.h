#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COACH_TYPE_BALANCE_BAR (coach_balance_bar_get_type ())
G_DECLARE_FINAL_TYPE (CoachBalanceBar, coach_balance_bar, COACH, BALANCE_BAR, GtkWidget)

GtkWidget *coach_balance_bar_new (double left,
                                  double right);

G_END_DECLS
