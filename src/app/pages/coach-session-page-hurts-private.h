/* "It hurts" on a session's screen: asks, does what was decided, remembers what was amber. */
#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

typedef struct _CoachSessionPageHurts CoachSessionPageHurts;

CoachSessionPageHurts *coach_session_page_hurts_new       (GtkWidget             *page,
                                                           CoachAppContext       *context,
                                                           CoachSession          *session);
void                   coach_session_page_hurts_free      (CoachSessionPageHurts *self);
void                   coach_session_page_hurts_ask       (CoachSessionPageHurts *self);
gboolean               coach_session_page_hurts_is_asking (CoachSessionPageHurts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachSessionPageHurts, coach_session_page_hurts_free)

G_END_DECLS
