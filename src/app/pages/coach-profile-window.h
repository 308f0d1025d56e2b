#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_PROFILE_WINDOW (coach_profile_window_get_type ())
G_DECLARE_FINAL_TYPE (CoachProfileWindow, coach_profile_window, COACH, PROFILE_WINDOW,
                      AdwPreferencesWindow)

GtkWidget *coach_profile_window_new (GtkWindow       *parent,
                                     CoachAppContext *context);

G_END_DECLS
