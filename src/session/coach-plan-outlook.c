#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-plan-outlook.h"

#include "coach-plan-private.h"

static void
count_steps (CoachPlanOutlook *outlook,
             GArray           *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const CoachPlanStep *step = &g_array_index (steps, CoachPlanStep, i);

      outlook->n_careful += coach_verdict_get_level (step->verdict) == COACH_VERDICT_CAUTION;
      outlook->total_s += coach_dose_get_total_seconds (&step->dose,
                                                        coach_movement_is_per_side (step->movement));
    }
}

/* What is explained takes as long as it takes to say, so it has to be laid out after all. */
static void
add_explaining (CoachPlanOutlook       *outlook,
                const CoachPlanRequest *request,
                GArray                 *steps)
{
  CoachPlanVoice voice = coach_plan_find_voice (request);
  g_autoptr (GArray) phases = NULL;

  if (!voice.explain || steps->len == 0)
    return;
  phases = coach_plan_phases_new (steps, COACH_SIDE_LEFT, &voice);
  outlook->total_s = g_array_index (phases, CoachPhase, phases->len - 1).start_s;
}

static void
count_changes (CoachPlanOutlook *outlook,
               GArray           *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const CoachPlanChange *change = &g_array_index (changes, CoachPlanChange, i);

      if (change->became == NULL)
        outlook->n_left_out++;
      else if (change->cause == COACH_PLAN_CAUSE_EASED)
        outlook->n_eased++;
      else
        outlook->n_replaced++;
    }
}

/**
 * coach_plan_outlook_from:
 * @routine: a routine
 * @catalog: where the rules and the substitutes are
 * @profile: for whom, with the day set
 * @options: (nullable): what the person chose for sessions
 *
 * Looks ahead to the plan of a routine without laying it out on the clock. The day's own ban on
 * sessions is not looked at: what it says is of the routine alone.
 *
 * Returns: what it comes to
 */
CoachPlanOutlook
coach_plan_outlook_from (CoachRoutine           *routine,
                         CoachCatalog           *catalog,
                         CoachProfile           *profile,
                         const CoachPlanOptions *options)
{
  CoachPlanRequest request = { routine, catalog, profile, options };
  g_autoptr (GArray) steps = coach_plan_steps_new ();
  g_autoptr (GArray) changes = coach_plan_changes_new ();
  CoachPlanOutlook outlook = { 0 };
  CoachDay *day;

  g_return_val_if_fail (COACH_IS_ROUTINE (routine), outlook);
  g_return_val_if_fail (COACH_IS_CATALOG (catalog), outlook);
  g_return_val_if_fail (COACH_IS_PROFILE (profile), outlook);

  coach_plan_choose (&request, steps, changes);
  count_steps (&outlook, steps);
  add_explaining (&outlook, &request, steps);
  count_changes (&outlook, changes);
  day = coach_profile_get_day (profile);
  outlook.n_steps = coach_routine_get_n_steps (routine);
  outlook.is_half_dose = day != NULL && coach_day_is_half_dose (day);
  outlook.loses_too_much = coach_plan_loses_too_much (&request, changes);
  return outlook;
}
