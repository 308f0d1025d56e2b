#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"
#include "remote.h"

G_BEGIN_DECLS

#define COACH_TYPE_REMOTE_CONTROLLER (coach_remote_controller_get_type ())
G_DECLARE_FINAL_TYPE (CoachRemoteController, coach_remote_controller, COACH, REMOTE_CONTROLLER,
                      GObject)

CoachRemoteController *coach_remote_controller_new (GtkWindow       *window,
                                                    GtkWidget       *page,
                                                    CoachAppContext *context,
                                                    CoachSession    *session);

G_END_DECLS
