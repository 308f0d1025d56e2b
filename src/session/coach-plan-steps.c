#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-plan-private.h"

/* Whose rules apply while the steps are chosen; all borrowed from the caller. */
typedef struct
{
  CoachCatalog            *catalog;
  CoachProfile            *profile;
  const CoachPlanOptions  *options; /* (nullable) */
} Chooser;

static void
clear_step (gpointer data)
{
  CoachPlanStep *step = data;

  g_clear_object (&step->movement);
  g_clear_object (&step->instead_of);
  g_clear_pointer (&step->verdict, coach_verdict_unref);
}

static void
clear_change (gpointer data)
{
  CoachPlanChange *change = data;

  g_clear_object (&change->movement);
  g_clear_object (&change->became);
  g_clear_pointer (&change->why, coach_verdict_unref);
}

/* The rules' own order, from which only the level is picked: a movement that is chosen in
 * place of a caution must not be another caution. */
static CoachMovement *
find_substitute (const Chooser      *chooser,
                 CoachMovement      *movement,
                 CoachVerdictLevel   worst,
                 CoachVerdict      **verdict)
{
  g_autoptr (GPtrArray) candidates = NULL;

  candidates = coach_safety_dup_substitutes (chooser->catalog, chooser->profile,
                                             COACH_MOVE (movement));
  for (guint i = 0; i < candidates->len; i++)
    {
      CoachMovement *candidate = g_ptr_array_index (candidates, i);
      g_autoptr (CoachVerdict) found = NULL;

      found = coach_verdict_for_move (chooser->catalog, chooser->profile, COACH_MOVE (candidate));
      if (coach_verdict_get_level (found) <= worst)
        {
          *verdict = g_steal_pointer (&found);
          return g_object_ref (candidate);
        }
    }
  return NULL;
}

static gboolean
wants_swap (const Chooser *chooser,
            CoachMovement *movement)
{
  const char * const *ids = chooser->options != NULL ? chooser->options->swap_cautions : NULL;

  return ids != NULL && g_strv_contains (ids, coach_move_get_id (COACH_MOVE (movement)));
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

/* The routine's dose was meant for the other movement, so the substitute takes its own. */
static void
add_substitute (GArray        *steps,
                CoachMovement *substitute,
                CoachVerdict  *verdict,
                CoachMovement *instead_of)
{
  CoachPlanStep step = {
    .movement = g_object_ref (substitute),
    .dose = *coach_movement_get_dose (substitute),
    .verdict = coach_verdict_ref (verdict),
    .instead_of = g_object_ref (instead_of),
  };

  g_array_append_val (steps, step);
}

static void
add_change (GArray        *changes,
            CoachMovement *movement,
            CoachMovement *became,
            CoachVerdict  *why,
            gboolean       chosen)
{
  CoachPlanChange change = {
    .movement = g_object_ref (movement),
    .became = became != NULL ? g_object_ref (became) : NULL,
    .why = coach_verdict_ref (why),
    .chosen = chosen,
  };

  g_array_append_val (changes, change);
}

static void
choose_one (const Chooser          *chooser,
            const CoachRoutineStep *asked,
            GArray                 *steps,
            GArray                 *changes)
{
  g_autoptr (CoachVerdict) verdict = NULL;
  g_autoptr (CoachVerdict) substitute_verdict = NULL;
  g_autoptr (CoachMovement) substitute = NULL;
  gboolean avoided;

  verdict = coach_verdict_for_move (chooser->catalog, chooser->profile,
                                    COACH_MOVE (asked->movement));
  avoided = coach_verdict_get_level (verdict) == COACH_VERDICT_AVOID;
  if (avoided)
    substitute = find_substitute (chooser, asked->movement, COACH_VERDICT_CAUTION,
                                  &substitute_verdict);
  else if (coach_verdict_get_level (verdict) == COACH_VERDICT_CAUTION
           && wants_swap (chooser, asked->movement))
    substitute = find_substitute (chooser, asked->movement, COACH_VERDICT_ALLOW,
                                  &substitute_verdict);

  if (substitute != NULL)
    add_substitute (steps, substitute, substitute_verdict, asked->movement);
  else if (!avoided)
    add_as_it_is (steps, asked, verdict);

  if (avoided || substitute != NULL)
    add_change (changes, asked->movement, substitute, verdict, !avoided);
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
 * coach_plan_changes_new:
 *
 * Makes an empty list of changes that owns what its changes own.
 *
 * Returns: (transfer full) (element-type CoachPlanChange): the list
 */
GArray *
coach_plan_changes_new (void)
{
  GArray *changes = g_array_new (FALSE, TRUE, sizeof (CoachPlanChange));

  g_array_set_clear_func (changes, clear_change);
  return changes;
}

/**
 * coach_plan_choose:
 * @routine: what is asked for
 * @catalog: where the rules and the substitutes are
 * @profile: for whom
 * @options: (nullable): what the person chose
 * @steps: (inout) (element-type CoachPlanStep): gets what will be done, never a move to avoid
 * @changes: (inout) (element-type CoachPlanChange): gets what differs from the routine
 *
 * Chooses the movements of a plan, in the routine's order.
 */
void
coach_plan_choose (CoachRoutine           *routine,
                   CoachCatalog           *catalog,
                   CoachProfile           *profile,
                   const CoachPlanOptions *options,
                   GArray                 *steps,
                   GArray                 *changes)
{
  Chooser chooser = { .catalog = catalog, .profile = profile, .options = options };

  for (guint i = 0; i < coach_routine_get_n_steps (routine); i++)
    choose_one (&chooser, coach_routine_get_step (routine, i), steps, changes);
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
