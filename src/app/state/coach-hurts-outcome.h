#pragma once

#include "coach-app-context.h"

G_BEGIN_DECLS

void  coach_hurts_outcome_follow (CoachAppContext       *context,
                                  CoachSession          *session,
                                  const CoachHurtsState *hurts);
void  coach_hurts_outcome_bench  (CoachAppContext       *context,
                                  CoachMovement         *movement,
                                  const CoachHurtsState *hurts);

G_END_DECLS
