#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COACH_TYPE_SESSION_BAR (coach_session_bar_get_type ())
G_DECLARE_FINAL_TYPE (CoachSessionBar, coach_session_bar, COACH, SESSION_BAR, GtkWidget)

GtkWidget *coach_session_bar_new (void);

G_END_DECLS
