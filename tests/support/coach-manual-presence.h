#pragma once

#include "host.h"

G_BEGIN_DECLS

#define COACH_TYPE_MANUAL_PRESENCE (coach_manual_presence_get_type ())
G_DECLARE_FINAL_TYPE (CoachManualPresence, coach_manual_presence, COACH, MANUAL_PRESENCE,
                      CoachPresence)

CoachManualPresence *coach_manual_presence_new           (CoachClock *clock);
void                 coach_manual_presence_set           (CoachManualPresence *self,
                                                          CoachPresenceState   state,
                                                          gint64               since_us);
void                 coach_manual_presence_set_inhibited (CoachManualPresence *self,
                                                          gboolean             is_inhibited);
void                 coach_manual_presence_pause         (CoachManualPresence *self);
void                 coach_manual_presence_wake          (CoachManualPresence *self,
                                                          gint64               slept_us);
void                 coach_manual_presence_set_source    (CoachManualPresence *self,
                                                          const char          *source_id);
guint                coach_manual_presence_get_pause     (CoachManualPresence *self);

G_END_DECLS
