#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COACH_TYPE_STEPS_LIST (coach_steps_list_get_type ())
G_DECLARE_FINAL_TYPE (CoachStepsList, coach_steps_list, COACH, STEPS_LIST, GtkWidget)

GtkWidget *coach_steps_list_new       (void);
void       coach_steps_list_set_steps (CoachStepsList     *self,
                                       const char * const *steps);

G_END_DECLS
