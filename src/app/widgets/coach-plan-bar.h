#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COACH_TYPE_PLAN_BAR (coach_plan_bar_get_type ())
G_DECLARE_FINAL_TYPE (CoachPlanBar, coach_plan_bar, COACH, PLAN_BAR, GtkWidget)

GtkWidget *coach_plan_bar_new          (void);
void       coach_plan_bar_set_progress (CoachPlanBar *self,
                                        guint         n_steps,
                                        guint         step,
                                        double        fraction,
                                        const char   *words);

G_END_DECLS
