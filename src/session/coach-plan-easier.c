#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-plan-private.h"

/* The first step with sides begins with the side that comes first in all of them. */
static CoachSide
find_first_side (CoachPlan    *plan,
                 CoachProfile *profile)
{
  CoachSide side = coach_profile_get_side (profile);

  for (guint i = 0; i < coach_plan_get_n_phases (plan); i++)
    if (coach_plan_get_phase (plan, i)->side != COACH_SIDE_NONE)
      return coach_plan_get_phase (plan, i)->side;
  return side != COACH_SIDE_NONE ? side : COACH_SIDE_LEFT;
}

static void
append_copy (GArray              *steps,
             const CoachPlanStep *step)
{
  CoachPlanStep copy = *step;

  g_object_ref (copy.movement);
  coach_verdict_ref (copy.verdict);
  if (copy.instead_of != NULL)
    g_object_ref (copy.instead_of);
  g_array_append_val (steps, copy);
}

/* Never more work than what it stands in for, and as the day asks. */
static CoachDose
find_dose (const CoachPlanRequest *request,
           CoachMovement          *easier,
           const CoachPlanStep    *step)
{
  g_autoptr (GArray) alone = coach_plan_steps_new ();
  CoachPlanStep made = {
    .movement = g_object_ref (easier),
    .dose = *coach_movement_get_dose (easier),
    .verdict = coach_verdict_ref (step->verdict),
  };

  g_array_append_val (alone, made);
  coach_plan_adapt_doses (request, alone);
  made.dose = g_array_index (alone, CoachPlanStep, 0).dose;
  coach_plan_cap_dose (&made.dose, &step->dose);
  return made.dose;
}

/* Returns FALSE when there is no gentler movement, or it cannot be done or is one to avoid. */
static gboolean
append_easier (const CoachPlanRequest *request,
               GArray                 *steps,
               const CoachPlanStep    *step,
               guint                   pause_s)
{
  const char *id = coach_movement_get_easier (step->movement);
  CoachMovement *easier = id != NULL ? coach_catalog_lookup_movement (request->catalog, id) : NULL;
  g_autoptr (CoachVerdict) verdict = NULL;
  CoachPlanStep added = { .pause_s = pause_s };

  if (easier == NULL || !coach_plan_can_do (request, easier, step->movement))
    return FALSE;
  verdict = coach_verdict_for_move (request->catalog, request->profile, COACH_MOVE (easier));
  if (coach_verdict_get_level (verdict) == COACH_VERDICT_AVOID)
    return FALSE;

  added.movement = g_object_ref (easier);
  added.dose = find_dose (request, easier, step);
  added.verdict = g_steal_pointer (&verdict);
  added.instead_of = g_object_ref (step->movement);
  g_array_append_val (steps, added);
  return TRUE;
}

/**
 * coach_plan_new_easier:
 * @like: a plan
 * @catalog: where the rules and the gentler movements are
 * @profile: for whom, with the day set
 * @step: index of a step of @like
 * @pause_s: seconds of rest before the gentler movement; 0 for none
 *
 * Makes a plan with the gentler variant of a step right behind that step; all else stays as it
 * is. A session under way can go over to it, see [method@Session.take_easier].
 *
 * Returns: (transfer full) (nullable): the plan; %NULL when there is no gentler variant, or it is
 *   one to avoid or cannot be done
 */
CoachPlan *
coach_plan_new_easier (CoachPlan    *like,
                       CoachCatalog *catalog,
                       CoachProfile *profile,
                       guint         step,
                       guint         pause_s)
{
  CoachPlanRequest request = { NULL, catalog, profile, NULL };
  g_autoptr (GArray) steps = coach_plan_steps_new ();

  g_return_val_if_fail (COACH_IS_PLAN (like), NULL);
  g_return_val_if_fail (COACH_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (COACH_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (step < coach_plan_get_n_steps (like), NULL);

  request.routine = coach_plan_get_routine (like);
  for (guint i = 0; i < coach_plan_get_n_steps (like); i++)
    {
      append_copy (steps, coach_plan_get_step (like, i));
      if (i == step
          && !append_easier (&request, steps, coach_plan_get_step (like, i), pause_s))
        return NULL;
    }
  return coach_plan_new_with_steps (like, g_steal_pointer (&steps),
                                    find_first_side (like, profile));
}
