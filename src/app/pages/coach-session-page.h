#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_SESSION_PAGE (coach_session_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachSessionPage, coach_session_page, COACH, SESSION_PAGE, GtkWidget)

GtkWidget *coach_session_page_new     (CoachAppContext  *context,
                                       CoachSession     *session);
void       coach_session_page_ask_end (CoachSessionPage *self);
void       coach_session_page_tell    (CoachSessionPage *self,
                                       const char       *text);

G_END_DECLS
