#pragma once

#include <gtk/gtk.h>

#include "sheet.h"

G_BEGIN_DECLS

#define COACH_TYPE_REACH_PLOT (coach_reach_plot_get_type ())
G_DECLARE_FINAL_TYPE (CoachReachPlot, coach_reach_plot, COACH, REACH_PLOT, GtkWidget)

void coach_reach_plot_set_points   (CoachReachPlot *self,
                                    const char     *title,
                                    const GDate    *first_day,
                                    guint           n_days,
                                    GArray         *points);
int  coach_reach_plot_get_selected (CoachReachPlot *self);
void coach_reach_plot_set_selected (CoachReachPlot *self,
                                    int             selected);

G_END_DECLS
