#pragma once

#include <gtk/gtk.h>

#include "coach-far-view-state.h"

G_BEGIN_DECLS

#define COACH_TYPE_FAR_SIGN (coach_far_sign_get_type ())
G_DECLARE_FINAL_TYPE (CoachFarSign, coach_far_sign, COACH, FAR_SIGN, GtkWidget)

void coach_far_sign_set_field (CoachFarSign  *self,
                               CoachFarField  field);

G_END_DECLS
