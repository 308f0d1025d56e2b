#pragma once

#include <adwaita.h>

#include "coach-app-context.h"
#include "session.h"

G_BEGIN_DECLS

#define COACH_TYPE_WINDOW (coach_window_get_type ())
G_DECLARE_FINAL_TYPE (CoachWindow, coach_window, COACH, WINDOW, AdwApplicationWindow)

CoachWindow *coach_window_new           (GtkApplication  *application,
                                         CoachAppContext *context);
void         coach_window_show_view     (CoachWindow     *self,
                                         const char      *name);
void         coach_window_show_check    (CoachWindow     *self);
void         coach_window_show_move     (CoachWindow     *self,
                                         const char      *id);
void         coach_window_show_routine  (CoachWindow     *self,
                                         const char      *id);
void         coach_window_start_routine (CoachWindow     *self,
                                         CoachRoutine    *routine);
void         coach_window_start_today   (CoachWindow     *self);
gboolean     coach_window_is_in_session (CoachWindow     *self);
void         coach_window_greet         (CoachWindow     *self);
void         coach_window_close         (CoachWindow     *self);
void         coach_window_tell          (CoachWindow     *self,
                                         const char      *text);

G_END_DECLS
