#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_WARNING_SIGNS_WINDOW (coach_warning_signs_window_get_type ())
G_DECLARE_FINAL_TYPE (CoachWarningSignsWindow,
                      coach_warning_signs_window,
                      COACH,
                      WARNING_SIGNS_WINDOW,
                      AdwWindow)

GtkWidget *coach_warning_signs_window_new (GtkWindow       *parent,
                                           CoachAppContext *context);

G_END_DECLS
