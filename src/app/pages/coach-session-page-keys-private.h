/* The keys of a session's screen, which work wherever in the window the focus is. */
#pragma once

#include "coach-app-context.h"
#include "coach-session-page-hurts-private.h"
#include "coach-session-question.h"

G_BEGIN_DECLS

typedef struct _CoachSessionPageKeys CoachSessionPageKeys;

CoachSessionPageKeys *coach_session_page_keys_new     (GtkWidget             *page,
                                                       CoachAppContext       *context,
                                                       CoachSession          *session,
                                                       CoachSessionPageHurts *hurts,
                                                       CoachSessionQuestion  *question);
void                  coach_session_page_keys_free    (CoachSessionPageKeys  *self);
void                  coach_session_page_keys_watch   (CoachSessionPageKeys  *self);
void                  coach_session_page_keys_unwatch (CoachSessionPageKeys  *self);
void                  coach_session_page_keys_ask     (CoachSessionPageKeys  *self,
                                                       CoachSessionAsked      asked);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachSessionPageKeys, coach_session_page_keys_free)

G_END_DECLS
