#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COACH_TYPE_PICKER (coach_picker_get_type ())
G_DECLARE_FINAL_TYPE (CoachPicker, coach_picker, COACH, PICKER, GtkWidget)

void coach_picker_set_labels   (CoachPicker        *self,
                                const char * const *labels);
void coach_picker_set_scores   (CoachPicker        *self);
int  coach_picker_get_selected (CoachPicker        *self);
void coach_picker_set_selected (CoachPicker        *self,
                                int                 selected);

G_END_DECLS
