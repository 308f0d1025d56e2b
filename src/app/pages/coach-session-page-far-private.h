/* When a session's screen is one for somebody far away, and when it is not. */
#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"
#include "coach-far-view.h"

G_BEGIN_DECLS

typedef struct _CoachSessionPageFar CoachSessionPageFar;

CoachSessionPageFar *coach_session_page_far_new    (GtkWidget           *page,
                                                    GtkWidget           *near_view,
                                                    CoachFarView        *far_view,
                                                    GMenu               *monitors_menu,
                                                    CoachAppContext     *context,
                                                    CoachSession        *session);
void                 coach_session_page_far_free   (CoachSessionPageFar *self);
gboolean             coach_session_page_far_update (CoachSessionPageFar *self);
void                 coach_session_page_far_touch  (CoachSessionPageFar *self);
void                 coach_session_page_far_leave  (CoachSessionPageFar *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachSessionPageFar, coach_session_page_far_free)

G_END_DECLS
