/* How a plan is made, in the order of the functions. For the module and its tests alone. */
#pragma once

#include "coach-plan.h"

G_BEGIN_DECLS

/* A hold or a stretch of time at least this long is halved aloud. */
#define COACH_CUE_HALF_WAY_MIN_SECONDS   20
/* One at least this long has its last five seconds announced. */
#define COACH_CUE_LAST_FIVE_MIN_SECONDS  15
/* A rest at least this long is counted out; in a shorter one the count would be all one hears. */
#define COACH_CUE_COUNT_OUT_MIN_SECONDS  8

GArray *coach_plan_steps_new   (void);
GArray *coach_plan_changes_new (void);
void    coach_plan_choose      (CoachRoutine            *routine,
                                CoachCatalog            *catalog,
                                CoachProfile            *profile,
                                const CoachPlanOptions  *options,
                                GArray                  *steps,
                                GArray                  *changes);
void    coach_plan_sort_steps  (GArray                  *steps);
GArray *coach_plan_phases_new  (GArray                  *steps,
                                CoachSide                first_side);
void    coach_phase_add_cues   (CoachPhase              *phase,
                                const CoachPlanStep     *step);

G_END_DECLS
