#pragma once

#include "coach-bus-link.h"
#include "coach-presence.h"

G_BEGIN_DECLS

#define COACH_TYPE_MUTTER_PRESENCE (coach_mutter_presence_get_type ())
G_DECLARE_FINAL_TYPE (CoachMutterPresence, coach_mutter_presence, COACH, MUTTER_PRESENCE,
                      CoachPresence)

CoachPresence *coach_mutter_presence_new (CoachClock   *clock,
                                          CoachBusLink *session_bus);

G_END_DECLS
