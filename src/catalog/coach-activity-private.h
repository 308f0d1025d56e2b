#pragma once

#include "coach-activity.h"
#include "coach-content-reader-private.h"

G_BEGIN_DECLS

CoachActivity *coach_activity_read        (CoachContentReader *reader);
char         **coach_activity_read_claims (CoachContentReader *reader);

G_END_DECLS
