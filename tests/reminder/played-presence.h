/* Presence that a test plays: it says what it is told, and sees a pause when there is one. */
#pragma once

#include "coach-presence-private.h"

G_BEGIN_DECLS

#define PLAYED_TYPE_PRESENCE (played_presence_get_type ())
G_DECLARE_FINAL_TYPE (PlayedPresence, played_presence, PLAYED, PRESENCE, CoachPresence)

CoachPresence *played_presence_new        (CoachClock         *clock);
void           played_presence_tell       (CoachPresence      *presence,
                                           CoachPresenceState  state,
                                           guint               ago_s);
void           played_presence_watch_film (CoachPresence      *presence);
void           played_presence_set_types  (CoachPresence      *presence,
                                           gboolean            types);
guint          played_presence_count_wakes (CoachPresence     *presence);

G_END_DECLS
