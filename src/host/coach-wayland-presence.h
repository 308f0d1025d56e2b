#pragma once

#include "coach-presence.h"

G_BEGIN_DECLS

#define COACH_TYPE_WAYLAND_PRESENCE (coach_wayland_presence_get_type ())
G_DECLARE_FINAL_TYPE (CoachWaylandPresence, coach_wayland_presence, COACH, WAYLAND_PRESENCE,
                      CoachPresence)

CoachPresence *coach_wayland_presence_new (CoachClock *clock,
                                           const char *display_name);

G_END_DECLS
