#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-plan.h"
#include "coach-plan-private.h"

struct _CoachPlan
{
  GObject       parent_instance;

  CoachRoutine *routine; /* (owned) (not nullable) once made */
  GArray       *steps;   /* (owned) (element-type CoachPlanStep): at least one */
  GArray       *changes; /* (owned) (element-type CoachPlanChange) */
  GArray       *phases;  /* (owned) (element-type CoachPhase): the last is the finish */
};

/**
 * CoachPlan:
 *
 * A routine made concrete for one person and one session: which movements, on which side first,
 * and what the clock does from beginning to end. Immutable, and never with a move to avoid.
 */
G_DEFINE_FINAL_TYPE (CoachPlan, coach_plan, G_TYPE_OBJECT)

G_DEFINE_QUARK (coach-session-error-quark, coach_session_error)

static CoachSide
pick_first_side (CoachProfile           *profile,
                 const CoachPlanOptions *options)
{
  CoachSide side = options != NULL ? options->first_side : COACH_SIDE_NONE;

  if (side == COACH_SIDE_NONE)
    side = coach_profile_get_side (profile);
  return side != COACH_SIDE_NONE ? side : COACH_SIDE_LEFT;
}

/* The base condition is everybody's, so it goes without saying unless it is the only one. */
static char *
describe_conditions (CoachProfile *profile)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char * const *ids = coach_profile_get_conditions (profile);
  g_auto (GStrv) said = NULL;

  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!g_str_equal (ids[i], COACH_BASE_CONDITION))
      g_strv_builder_add (builder, ids[i]);

  said = g_strv_builder_end (builder);
  return said[0] != NULL ? g_strjoinv (", ", said) : g_strdup (COACH_BASE_CONDITION);
}

static void
set_nothing_safe_error (GError       **error,
                        CoachRoutine  *routine,
                        CoachProfile  *profile)
{
  g_autofree char *conditions = describe_conditions (profile);
  guint n_steps = coach_routine_get_n_steps (routine);

  g_set_error (error, COACH_SESSION_ERROR, COACH_SESSION_ERROR_NOTHING_SAFE,
               "%s: steps: none of its %u movements is safe with %s, and none has a substitute "
               "that is", coach_routine_get_id (routine), n_steps, conditions);
}

static void
coach_plan_finalize (GObject *object)
{
  CoachPlan *self = COACH_PLAN (object);

  g_clear_object (&self->routine);
  g_clear_pointer (&self->phases, g_array_unref);
  g_clear_pointer (&self->changes, g_array_unref);
  g_clear_pointer (&self->steps, g_array_unref);

  G_OBJECT_CLASS (coach_plan_parent_class)->finalize (object);
}

static void
coach_plan_class_init (CoachPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_plan_finalize;
}

static void
coach_plan_init (CoachPlan *self)
{
}

/**
 * coach_plan_new:
 * @routine: what is asked for
 * @catalog: where the rules and the substitutes are
 * @profile: for whom
 * @options: (nullable): what the person chose for this session
 * @error: return location for a [error@SessionError]
 *
 * Makes a routine concrete.
 *
 * A movement that the rules say to avoid gives way to its first substitute that is allowed, else
 * to the first that is allowed with caution, else it is left out; [method@Plan.get_change] tells
 * each time. A movement named in `swap_cautions` gives way only to one without a caution.
 *
 * Returns: (transfer full): the plan, or %NULL with @error set
 */
CoachPlan *
coach_plan_new (CoachRoutine            *routine,
                CoachCatalog            *catalog,
                CoachProfile            *profile,
                const CoachPlanOptions  *options,
                GError                 **error)
{
  g_autoptr (GArray) steps = coach_plan_steps_new ();
  g_autoptr (GArray) changes = coach_plan_changes_new ();
  CoachPlan *self;

  g_return_val_if_fail (COACH_IS_ROUTINE (routine), NULL);
  g_return_val_if_fail (COACH_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (COACH_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  coach_plan_choose (routine, catalog, profile, options, steps, changes);
  if (steps->len == 0)
    {
      set_nothing_safe_error (error, routine, profile);
      return NULL;
    }
  if (coach_routine_is_any_order (routine))
    coach_plan_sort_steps (steps);

  self = g_object_new (COACH_TYPE_PLAN, NULL);
  self->routine = g_object_ref (routine);
  self->phases = coach_plan_phases_new (steps, pick_first_side (profile, options));
  self->steps = g_steal_pointer (&steps);
  self->changes = g_steal_pointer (&changes);
  return self;
}

/**
 * coach_plan_get_routine:
 * @self: a plan
 *
 * Gets the routine that the plan was made from.
 *
 * Returns: (transfer none): the routine
 */
CoachRoutine *
coach_plan_get_routine (CoachPlan *self)
{
  g_return_val_if_fail (COACH_IS_PLAN (self), NULL);

  return self->routine;
}

/**
 * coach_plan_get_total_s:
 * @self: a plan
 *
 * Gets how long the plan takes without pauses: the sum of its phases.
 *
 * Returns: seconds
 */
guint
coach_plan_get_total_s (CoachPlan *self)
{
  g_return_val_if_fail (COACH_IS_PLAN (self), 0);

  return g_array_index (self->phases, CoachPhase, self->phases->len - 1).start_s;
}

/**
 * coach_plan_get_n_steps:
 * @self: a plan
 *
 * Gets how many movements are done.
 *
 * Returns: at least 1
 */
guint
coach_plan_get_n_steps (CoachPlan *self)
{
  g_return_val_if_fail (COACH_IS_PLAN (self), 0);

  return self->steps->len;
}

/**
 * coach_plan_get_step:
 * @self: a plan
 * @index: less than [method@Plan.get_n_steps]
 *
 * Gets one movement of the plan.
 *
 * Returns: (transfer none): the step, owned by the plan
 */
const CoachPlanStep *
coach_plan_get_step (CoachPlan *self,
                     guint      index)
{
  g_return_val_if_fail (COACH_IS_PLAN (self), NULL);
  g_return_val_if_fail (index < self->steps->len, NULL);

  return &g_array_index (self->steps, CoachPlanStep, index);
}

/**
 * coach_plan_get_n_phases:
 * @self: a plan
 *
 * Gets how many phases there are, the finish included.
 *
 * Returns: at least 3
 */
guint
coach_plan_get_n_phases (CoachPlan *self)
{
  g_return_val_if_fail (COACH_IS_PLAN (self), 0);

  return self->phases->len;
}

/**
 * coach_plan_get_phase:
 * @self: a plan
 * @index: less than [method@Plan.get_n_phases]
 *
 * Gets one stretch of the clock. Each begins where the one before ends.
 *
 * Returns: (transfer none): the phase, owned by the plan
 */
const CoachPhase *
coach_plan_get_phase (CoachPlan *self,
                      guint      index)
{
  g_return_val_if_fail (COACH_IS_PLAN (self), NULL);
  g_return_val_if_fail (index < self->phases->len, NULL);

  return &g_array_index (self->phases, CoachPhase, index);
}

/**
 * coach_plan_get_n_changes:
 * @self: a plan
 *
 * Gets how often the plan departs from its routine.
 *
 * Returns: 0 when every movement of the routine is in the plan
 */
guint
coach_plan_get_n_changes (CoachPlan *self)
{
  g_return_val_if_fail (COACH_IS_PLAN (self), 0);

  return self->changes->len;
}

/**
 * coach_plan_get_change:
 * @self: a plan
 * @index: less than [method@Plan.get_n_changes]
 *
 * Gets one departure from the routine, in the routine's order.
 *
 * Returns: (transfer none): the change, owned by the plan
 */
const CoachPlanChange *
coach_plan_get_change (CoachPlan *self,
                       guint      index)
{
  g_return_val_if_fail (COACH_IS_PLAN (self), NULL);
  g_return_val_if_fail (index < self->changes->len, NULL);

  return &g_array_index (self->changes, CoachPlanChange, index);
}

/**
 * coach_phase_kind_get_id:
 * @kind: a kind of phase
 *
 * Gets the name of a kind as it stands in JSON.
 *
 * Returns: (transfer none): a word in kebab-case, such as `switch-sides`
 */
const char *
coach_phase_kind_get_id (CoachPhaseKind kind)
{
  switch (kind)
    {
    case COACH_PHASE_POSITION:
      return "position";
    case COACH_PHASE_HOLD:
      return "hold";
    case COACH_PHASE_REPS:
      return "reps";
    case COACH_PHASE_TIME:
      return "time";
    case COACH_PHASE_REST:
      return "rest";
    case COACH_PHASE_SWITCH_SIDES:
      return "switch-sides";
    case COACH_PHASE_FINISH:
      return "finish";
    default:
      g_return_val_if_reached (NULL);
    }
}
