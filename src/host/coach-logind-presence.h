#pragma once

#include "coach-login.h"
#include "coach-presence.h"

G_BEGIN_DECLS

#define COACH_TYPE_LOGIND_PRESENCE (coach_logind_presence_get_type ())
G_DECLARE_FINAL_TYPE (CoachLogindPresence, coach_logind_presence, COACH, LOGIND_PRESENCE,
                      CoachPresence)

CoachPresence *coach_logind_presence_new (CoachClock *clock,
                                          CoachLogin *login);

G_END_DECLS
