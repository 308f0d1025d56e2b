#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-plan-private.h"

/* What is done in a movement's place. */
typedef struct
{
  CoachMovement  *movement; /* (owned) (nullable): nothing is */
  CoachVerdict   *verdict;  /* (owned) (nullable): what the rules say of @movement */
  CoachPlanCause  cause;
} StandIn;

static void
clear_step (gpointer data)
{
  CoachPlanStep *step = data;

  g_clear_object (&step->movement);
  g_clear_object (&step->instead_of);
  g_clear_pointer (&step->verdict, coach_verdict_unref);
}

static void
stand_in_clear (StandIn *self)
{
  g_clear_object (&self->movement);
  g_clear_pointer (&self->verdict, coach_verdict_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StandIn, stand_in_clear)

static CoachVerdict *
judge (const CoachPlanRequest *request,
       CoachMovement          *movement)
{
  return coach_verdict_for_move (request->catalog, request->profile, COACH_MOVE (movement));
}

static gboolean
is_micro (const CoachPlanRequest *request)
{
  return coach_routine_get_occasion (request->routine) == COACH_OCCASION_MICRO;
}

/* Takes @candidate if what the rules say of it is no worse than @worst. */
static gboolean
try_candidate (const CoachPlanRequest *request,
               CoachMovement          *candidate,
               CoachMovement          *instead_of,
               CoachVerdictLevel       worst,
               StandIn                *stand_in)
{
  g_autoptr (CoachVerdict) verdict = NULL;

  if (!coach_plan_can_do (request, candidate, instead_of))
    return FALSE;
  verdict = judge (request, candidate);
  if (coach_verdict_get_level (verdict) > worst)
    return FALSE;
  stand_in->movement = g_object_ref (candidate);
  stand_in->verdict = g_steal_pointer (&verdict);
  return TRUE;
}

/* The rules' own order, from which only the level is picked: a movement that is chosen in
 * place of a caution must not be another caution. */
static void
find_substitute (const CoachPlanRequest *request,
                 CoachMovement          *movement,
                 CoachVerdictLevel       worst,
                 StandIn                *stand_in)
{
  g_autoptr (GPtrArray) candidates = NULL;

  candidates = coach_safety_dup_substitutes (request->catalog, request->profile,
                                             COACH_MOVE (movement));
  for (guint i = 0; i < candidates->len; i++)
    if (try_candidate (request, candidates->pdata[i], movement, worst, stand_in))
      return;
}

/* The gentler variant must not be the one that asks for more care. */
static void
find_easier (const CoachPlanRequest *request,
             CoachMovement          *movement,
             CoachVerdict           *verdict,
             StandIn                *stand_in)
{
  const char *id = coach_movement_get_easier (movement);
  CoachMovement *easier = id != NULL ? coach_catalog_lookup_movement (request->catalog, id) : NULL;

  if (easier != NULL)
    try_candidate (request, easier, movement, coach_verdict_get_level (verdict), stand_in);
}

static gboolean
wants_swap (const CoachPlanRequest *request,
            CoachMovement          *movement)
{
  const char * const *ids = request->options != NULL ? request->options->swap_cautions : NULL;

  return ids != NULL && g_strv_contains (ids, coach_move_get_id (COACH_MOVE (movement)));
}

static gboolean
is_easier_day (const CoachPlanRequest *request)
{
  CoachDay *day = coach_profile_get_day (request->profile);

  return day != NULL && coach_day_is_easier (day);
}

/* The person's own choice comes before what the day asks for, and the rules before both. */
static void
find_stand_in (const CoachPlanRequest *request,
               CoachMovement          *movement,
               CoachVerdict           *verdict,
               StandIn                *stand_in)
{
  if (coach_verdict_get_level (verdict) == COACH_VERDICT_AVOID)
    {
      stand_in->cause = coach_plan_cause_of (request->profile, verdict);
      find_substitute (request, movement, COACH_VERDICT_CAUTION, stand_in);
      return;
    }
  if (coach_verdict_get_level (verdict) == COACH_VERDICT_CAUTION && wants_swap (request, movement))
    {
      stand_in->cause = COACH_PLAN_CAUSE_CHOSEN;
      find_substitute (request, movement, COACH_VERDICT_ALLOW, stand_in);
    }
  if (stand_in->movement == NULL && is_easier_day (request))
    {
      stand_in->cause = COACH_PLAN_CAUSE_EASED;
      find_easier (request, movement, verdict, stand_in);
    }
}

static void
add_as_it_is (GArray                 *steps,
              const CoachRoutineStep *asked,
              CoachVerdict           *verdict)
{
  CoachPlanStep step = {
    .movement = g_object_ref (asked->movement),
    .dose = asked->dose,
    .verdict = coach_verdict_ref (verdict),
  };

  g_array_append_val (steps, step);
}

/* The routine's dose was meant for the other movement, so the substitute takes its own, but is
 * never more work; and a break of a minute stays one. */
static void
add_stand_in (const CoachPlanRequest *request,
              GArray                 *steps,
              const CoachRoutineStep *asked,
              const StandIn          *stand_in)
{
  CoachPlanStep step = {
    .movement = g_object_ref (stand_in->movement),
    .dose = *coach_movement_get_dose (stand_in->movement),
    .verdict = coach_verdict_ref (stand_in->verdict),
    .instead_of = g_object_ref (asked->movement),
  };

  coach_plan_cap_dose (&step.dose, &asked->dose);
  if (is_micro (request))
    coach_plan_cap_length (&step.dose, &asked->dose);
  g_array_append_val (steps, step);
}

static void
choose_one (const CoachPlanRequest *request,
            const CoachRoutineStep *asked,
            GArray                 *steps,
            GArray                 *changes)
{
  g_autoptr (CoachVerdict) verdict = judge (request, asked->movement);
  g_auto (StandIn) stand_in = { NULL };
  gboolean avoided = coach_verdict_get_level (verdict) == COACH_VERDICT_AVOID;

  find_stand_in (request, asked->movement, verdict, &stand_in);
  if (stand_in.movement != NULL)
    add_stand_in (request, steps, asked, &stand_in);
  else if (!avoided)
    add_as_it_is (steps, asked, verdict);

  if (avoided || stand_in.movement != NULL)
    coach_plan_add_change (changes, asked->movement, stand_in.movement, verdict, stand_in.cause);
}

/* A minute is too short to get down to the floor, or to fetch something; and who chose the chair
 * may not be able to get up. */
static gboolean
stays_at_desk (const CoachPlanRequest *request,
               CoachMovement          *candidate,
               CoachMovement          *instead_of)
{
  const char * const *had = coach_routine_get_equipment (request->routine);
  const char * const *needed = coach_movement_get_equipment (candidate);

  if (coach_plan_is_on_floor (candidate))
    return FALSE;
  if (g_str_equal (coach_movement_get_position (instead_of), "seated")
      && !g_str_equal (coach_movement_get_position (candidate), "seated"))
    return FALSE;
  for (guint i = 0; needed[i] != NULL; i++)
    if (!g_strv_contains (had, needed[i]))
      return FALSE;
  return TRUE;
}

/**
 * coach_plan_steps_new:
 *
 * Makes an empty list of steps that owns what its steps own.
 *
 * Returns: (transfer full) (element-type CoachPlanStep): the list
 */
GArray *
coach_plan_steps_new (void)
{
  GArray *steps = g_array_new (FALSE, TRUE, sizeof (CoachPlanStep));

  g_array_set_clear_func (steps, clear_step);
  return steps;
}

/**
 * coach_plan_can_do:
 * @request: what the plan is made from
 * @candidate: a movement that may stand in
 * @instead_of: for which one
 *
 * Tells whether a movement can be done where the person is, with what is there. Who stays on a
 * chair is not sent to the floor, and nobody is asked for what is not there, unless the routine
 * that was asked for does so already. A break at the desk stays at the desk.
 *
 * Returns: whether it can
 */
gboolean
coach_plan_can_do (const CoachPlanRequest *request,
                   CoachMovement          *candidate,
                   CoachMovement          *instead_of)
{
  const char * const *had = coach_routine_get_equipment (request->routine);
  const char * const *needed = coach_movement_get_equipment (candidate);

  if (is_micro (request))
    return stays_at_desk (request, candidate, instead_of);
  if (coach_profile_get_place (request->profile) == COACH_PLACE_CHAIR
      && coach_plan_is_on_floor (candidate) && !coach_plan_is_on_floor (instead_of))
    return FALSE;
  for (guint i = 0; needed[i] != NULL; i++)
    if (!coach_profile_has_equipment (request->profile, needed[i])
        && !g_strv_contains (had, needed[i]))
      return FALSE;
  return TRUE;
}

/**
 * coach_plan_choose:
 * @request: what the plan is made from
 * @steps: (inout) (element-type CoachPlanStep): gets what will be done, never a move to avoid
 * @changes: (inout) (element-type CoachPlanChange): gets what differs from the routine
 *
 * Chooses the movements of a plan, in the routine's order.
 */
void
coach_plan_choose (const CoachPlanRequest *request,
                   GArray                 *steps,
                   GArray                 *changes)
{
  for (guint i = 0; i < coach_routine_get_n_steps (request->routine); i++)
    choose_one (request, coach_routine_get_step (request->routine, i), steps, changes);
  coach_plan_adapt_doses (request, steps);
}

/**
 * coach_plan_is_on_floor:
 * @movement: a movement
 *
 * Gets whether one has to get down to the floor for it.
 *
 * Returns: whether it is done lying, kneeling or on a mat
 */
gboolean
coach_plan_is_on_floor (CoachMovement *movement)
{
  const char *position = coach_movement_get_position (movement);

  return (!g_str_equal (position, "standing") && !g_str_equal (position, "seated"))
         || g_strv_contains (coach_movement_get_equipment (movement), "mat");
}

/* How low the body is: what lies within one level is reached without getting up. */
static guint
get_level (const CoachPlanStep *step)
{
  const char *position = coach_movement_get_position (step->movement);

  if (g_strcmp0 (position, "standing") == 0)
    return 0;
  if (g_strcmp0 (position, "seated") == 0)
    return 1;
  if (g_strcmp0 (position, "kneeling") == 0 || g_strcmp0 (position, "quadruped") == 0)
    return 2;
  return 3;
}

/**
 * coach_plan_sort_steps:
 * @steps: (inout) (element-type CoachPlanStep): steps whose order does not matter
 *
 * Brings together the steps that are done equally low, so that one gets up as seldom as possible.
 * The levels come in the order in which they first appear, and the steps of one level keep theirs.
 */
void
coach_plan_sort_steps (GArray *steps)
{
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, TRUE, sizeof (CoachPlanStep), steps->len);
  guint placed_levels = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      guint level = get_level (&g_array_index (steps, CoachPlanStep, i));

      if (placed_levels & (1u << level))
        continue;
      placed_levels |= 1u << level;
      for (guint j = i; j < steps->len; j++)
        if (get_level (&g_array_index (steps, CoachPlanStep, j)) == level)
          g_array_append_val (sorted, g_array_index (steps, CoachPlanStep, j));
    }

  g_assert (sorted->len == steps->len);
  if (steps->len > 0)
    memcpy (steps->data, sorted->data, steps->len * sizeof (CoachPlanStep));
}
