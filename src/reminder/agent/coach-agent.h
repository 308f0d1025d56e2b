#pragma once

#include "host.h"

G_BEGIN_DECLS

int coach_agent_run (CoachPlaces *places,
                     CoachClock  *clock,
                     int          argc,
                     char        *argv[]);

G_END_DECLS
