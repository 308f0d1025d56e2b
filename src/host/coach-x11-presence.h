#pragma once

#include "coach-presence.h"

G_BEGIN_DECLS

#define COACH_TYPE_X11_PRESENCE (coach_x11_presence_get_type ())
G_DECLARE_FINAL_TYPE (CoachX11Presence, coach_x11_presence, COACH, X11_PRESENCE, CoachPresence)

CoachPresence *coach_x11_presence_new (CoachClock *clock,
                                       const char *display_name);

G_END_DECLS
