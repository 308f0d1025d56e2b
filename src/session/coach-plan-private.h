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

/**
 * CoachPlanRequest:
 * @routine: (not nullable): what is asked for
 * @catalog: (not nullable): where the rules, the substitutes and the numbers are
 * @profile: (not nullable): for whom, with the day set
 * @options: (nullable): what the person chose for this session
 *
 * What a plan is made from; all borrowed from the caller.
 */
typedef struct
{
  CoachRoutine           *routine;
  CoachCatalog           *catalog;
  CoachProfile           *profile;
  const CoachPlanOptions *options;
} CoachPlanRequest;

/**
 * CoachPlanVoice:
 * @explain: whether steps are said in full, and places take as long as that
 * @rate: how fast it is told, from -100 to 100; 0 is usual
 * @guide: (not nullable) (transfer none): knows how to get up
 *
 * How a plan is told.
 */
typedef struct
{
  gboolean          explain;
  int               rate;
  CoachSafetyGuide *guide;
} CoachPlanVoice;

/* coach-plan.c */
CoachPlanVoice coach_plan_find_voice (const CoachPlanRequest *request);
CoachPlan *coach_plan_new_with_steps (CoachPlan             *like,
                                      GArray                *steps,
                                      CoachSide              first_side);

/* coach-plan-steps.c */
GArray *coach_plan_steps_new       (void);
void    coach_plan_choose          (const CoachPlanRequest  *request,
                                    GArray                  *steps,
                                    GArray                  *changes);
gboolean coach_plan_can_do         (const CoachPlanRequest  *request,
                                    CoachMovement           *candidate,
                                    CoachMovement           *instead_of);
void    coach_plan_sort_steps      (GArray                  *steps);
gboolean coach_plan_is_on_floor    (CoachMovement           *movement);

/* coach-plan-changes.c */
GArray *coach_plan_changes_new     (void);
void    coach_plan_add_change      (GArray                  *changes,
                                    CoachMovement           *movement,
                                    CoachMovement           *became,
                                    CoachVerdict            *why,
                                    CoachPlanCause           cause);
CoachPlanCause coach_plan_cause_of (CoachProfile            *profile,
                                    CoachVerdict            *why);
guint   coach_plan_count_left_out  (GArray                  *changes);
gboolean coach_plan_loses_too_much (const CoachPlanRequest  *request,
                                    GArray                  *changes);

/* coach-plan-doses.c */
void    coach_plan_cap_dose        (CoachDose               *dose,
                                    const CoachDose         *limit);
void    coach_plan_cap_length      (CoachDose               *dose,
                                    const CoachDose         *limit);
void    coach_plan_adapt_doses     (const CoachPlanRequest  *request,
                                    GArray                  *steps);

/* coach-plan-phases.c, coach-plan-cues.c */
GArray *coach_plan_phases_new      (GArray                  *steps,
                                    CoachSide                first_side,
                                    const CoachPlanVoice    *voice);
void    coach_plan_add_cues        (GArray                  *phases,
                                    GArray                  *steps,
                                    const CoachPlanVoice    *voice);

G_END_DECLS
