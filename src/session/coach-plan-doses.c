#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-plan-private.h"

/**
 * coach_plan_cap_dose:
 * @dose: (inout): the dose of a substitute
 * @limit: the dose of what it stands in for
 *
 * Keeps a substitute from being more work than what it stands in for: no more sets, and where
 * both are counted alike no more repetitions and no longer a hold.
 */
void
coach_plan_cap_dose (CoachDose       *dose,
                     const CoachDose *limit)
{
  dose->sets = MIN (dose->sets, limit->sets);
  if (dose->sets == 1)
    dose->rest_s = 0;
  if (dose->kind != limit->kind)
    return;
  if (dose->kind == COACH_DOSE_REPS)
    dose->reps = MIN (dose->reps, limit->reps);
  else
    dose->seconds = MIN (dose->seconds, limit->seconds);
}

/**
 * coach_plan_cap_length:
 * @dose: (inout): the dose of a substitute
 * @limit: the dose of what it stands in for
 *
 * Keeps a set of a substitute from being longer than one of what it stands in for, however the two
 * are counted; one repetition is left in any case.
 */
void
coach_plan_cap_length (CoachDose       *dose,
                       const CoachDose *limit)
{
  guint seconds = coach_dose_get_set_seconds (limit);

  if (dose->kind == COACH_DOSE_REPS)
    dose->reps = CLAMP (seconds / dose->seconds, 1, dose->reps);
  else
    dose->seconds = MIN (dose->seconds, seconds);
}

/* Rounded up. */
static guint
take_part (guint  amount,
           double part)
{
  guint whole = (guint) (amount * part);

  return MAX (1, whole < amount * part ? whole + 1 : whole);
}

/* The length of one repetition is its pace, which stays. */
static void
reduce (CoachDose *dose,
        double     part)
{
  if (dose->kind == COACH_DOSE_REPS)
    dose->reps = take_part (dose->reps, part);
  else
    dose->seconds = take_part (dose->seconds, part);
}

/**
 * coach_plan_adapt_doses:
 * @request: what the plan is made from
 * @steps: (inout) (element-type CoachPlanStep): the chosen steps
 *
 * Fits the doses to the day. Half a dose has half the repetitions or half the hold, rounded up,
 * and the same rests (safety.md, section 2). In a flare the rests between sets are longer; where
 * there is none, none is put in.
 */
void
coach_plan_adapt_doses (const CoachPlanRequest *request,
                        GArray                 *steps)
{
  CoachDay *day = coach_profile_get_day (request->profile);
  CoachSafetyGuide *guide = coach_catalog_get_safety_guide (request->catalog);

  if (day == NULL)
    return;
  for (guint i = 0; i < steps->len; i++)
    {
      CoachDose *dose = &g_array_index (steps, CoachPlanStep, i).dose;

      if (coach_day_is_half_dose (day))
        reduce (dose, coach_safety_guide_get_numbers (guide)->half_dose);
      dose->rest_s *= MAX (1, coach_day_get_rest_factor (day));
    }
}
