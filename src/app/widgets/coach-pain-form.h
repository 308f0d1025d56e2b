#pragma once

#include <gtk/gtk.h>

#include "safety.h"

G_BEGIN_DECLS

#define COACH_TYPE_PAIN_FORM (coach_pain_form_get_type ())
G_DECLARE_FINAL_TYPE (CoachPainForm, coach_pain_form, COACH, PAIN_FORM, GtkWidget)

void      coach_pain_form_set_guide   (CoachPainForm  *self,
                                       CoachPainGuide *guide);
gboolean  coach_pain_form_is_complete (CoachPainForm  *self);
CoachPain coach_pain_form_get_pain    (CoachPainForm  *self);
void      coach_pain_form_clear       (CoachPainForm  *self);
void      coach_pain_form_add_flag    (CoachPainForm  *self,
                                       CoachPainFlags  flag,
                                       CoachSide       side);

G_END_DECLS
