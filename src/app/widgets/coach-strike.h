#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COACH_TYPE_STRIKE (coach_strike_get_type ())
G_DECLARE_FINAL_TYPE (CoachStrike, coach_strike, COACH, STRIKE, GtkWidget)

void coach_strike_set_aspect (CoachStrike *self,
                              double       aspect);

G_END_DECLS
