#pragma once

#include <gtk/gtk.h>

#include "safety.h"

G_BEGIN_DECLS

#define COACH_TYPE_BODY_FORM (coach_body_form_get_type ())
G_DECLARE_FINAL_TYPE (CoachBodyForm, coach_body_form, COACH, BODY_FORM, GtkWidget)

void             coach_body_form_set_guide (CoachBodyForm   *self,
                                            CoachPainGuide  *guide);
void             coach_body_form_set_pain  (CoachBodyForm   *self,
                                            const CoachPain *pain);
const CoachPain *coach_body_form_get_pain  (CoachBodyForm   *self);

G_END_DECLS
