#pragma once

#include <gtk/gtk.h>

#include "sheet.h"

G_BEGIN_DECLS

#define COACH_TYPE_REACH_VIEW (coach_reach_view_get_type ())
G_DECLARE_FINAL_TYPE (CoachReachView, coach_reach_view, COACH, REACH_VIEW, GtkWidget)

GtkWidget *coach_reach_view_new        (void);
void       coach_reach_view_set_points (CoachReachView *self,
                                        const char     *title,
                                        const GDate    *first_day,
                                        guint           n_days,
                                        GArray         *points);

G_END_DECLS
