#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_PACK_CONTROLLER (coach_pack_controller_get_type ())
G_DECLARE_FINAL_TYPE (CoachPackController, coach_pack_controller, COACH, PACK_CONTROLLER, GObject)

CoachPackController *coach_pack_controller_new (GtkApplication  *application,
                                                CoachAppContext *context);
void                 coach_pack_controller_end (CoachPackController *self);

G_END_DECLS
