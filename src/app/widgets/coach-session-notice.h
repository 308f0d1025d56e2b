#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COACH_TYPE_SESSION_NOTICE (coach_session_notice_get_type ())
G_DECLARE_FINAL_TYPE (CoachSessionNotice, coach_session_notice, COACH, SESSION_NOTICE, GtkWidget)

void  coach_session_notice_tell          (CoachSessionNotice *self,
                                          const char         *text);
char *coach_session_notice_steal_unheard (CoachSessionNotice *self);

G_END_DECLS
