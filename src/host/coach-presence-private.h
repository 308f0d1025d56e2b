/* For what tells about presence, and for what plays it in tests. */
#pragma once

#include "coach-presence.h"

G_BEGIN_DECLS

CoachClock *coach_presence_get_clock      (CoachPresence *self);
guint       coach_presence_get_pause      (CoachPresence *self);
gboolean    coach_presence_is_settled     (CoachPresence *self);
void        coach_presence_report         (CoachPresence      *self,
                                           CoachPresenceState  state,
                                           gint64              since_us,
                                           gboolean            is_inhibited);
void        coach_presence_report_paused  (CoachPresence *self);
void        coach_presence_report_woke    (CoachPresence *self,
                                           gint64         slept_us);
void        coach_presence_source_changed (CoachPresence *self);

G_END_DECLS
