#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_PREFERENCES_WINDOW (coach_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (CoachPreferencesWindow, coach_preferences_window, COACH, PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

GtkWidget *coach_preferences_window_new (GtkWindow       *parent,
                                     CoachAppContext *context);

G_END_DECLS
