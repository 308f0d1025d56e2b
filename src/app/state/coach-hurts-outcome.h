#pragma once

#include "coach-app-context.h"

G_BEGIN_DECLS

const CoachPain *coach_hurts_outcome_get_before (CoachAppContext       *context,
                                                 gboolean               in_session);
void             coach_hurts_outcome_record     (CoachAppContext       *context,
                                                 CoachMovement         *movement,
                                                 gboolean               in_session,
                                                 const CoachHurtsState *hurts);
void             coach_hurts_outcome_bench      (CoachAppContext       *context,
                                                 CoachMovement         *movement,
                                                 const CoachHurtsState *hurts);
void             coach_hurts_outcome_follow     (CoachAppContext       *context,
                                                 CoachSession          *session,
                                                 const CoachHurtsState *hurts);

G_END_DECLS
