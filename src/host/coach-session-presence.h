#pragma once

#include "coach-presence.h"

G_BEGIN_DECLS

#define COACH_TYPE_SESSION_PRESENCE (coach_session_presence_get_type ())
G_DECLARE_FINAL_TYPE (CoachSessionPresence, coach_session_presence, COACH, SESSION_PRESENCE,
                      CoachPresence)

CoachPresence *coach_session_presence_new (CoachClock         *clock,
                                           const char * const *environment);

G_END_DECLS
