#pragma once

#include "session.h"

G_BEGIN_DECLS

char       *coach_plan_words_describe_routine  (CoachRoutine           *routine,
                                                const CoachPlanOutlook *outlook);
char       *coach_plan_words_describe_changes  (const CoachPlanOutlook *outlook);
char       *coach_plan_words_describe_outcome  (CoachMovement          *became);
const char *coach_plan_words_get_refusal_title (CoachSessionError       error);
const char *coach_plan_words_get_refusal       (CoachSessionError       error);

G_END_DECLS
