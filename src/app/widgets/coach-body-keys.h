#pragma once

#include <gtk/gtk.h>

#include "coach-body-map-state.h"

G_BEGIN_DECLS

gboolean coach_body_keys_get_step  (guint          keyval,
                                    CoachBodyStep *step);
int      coach_body_keys_get_digit (guint          keyval);

G_END_DECLS
