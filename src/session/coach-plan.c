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
  gboolean      is_half_dose;

  CoachPlanVoice voice;  /* its guide is owned */
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
  const char * const *ids = coach_profile_get_all_conditions (profile);
  g_auto (GStrv) said = NULL;

  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!g_str_equal (ids[i], COACH_BASE_CONDITION))
      g_strv_builder_add (builder, ids[i]);

  said = g_strv_builder_end (builder);
  return said[0] != NULL ? g_strjoinv (", ", said) : g_strdup (COACH_BASE_CONDITION);
}

/* A day that allows no session is not argued with, whatever the routine. */
static gboolean
check_day (const CoachPlanRequest  *request,
           GError                 **error)
{
  CoachDay *day = coach_profile_get_day (request->profile);
  const char *id = coach_routine_get_id (request->routine);

  if (day == NULL)
    return TRUE;
  if (coach_day_is_blocked (day))
    g_set_error (error, COACH_SESSION_ERROR, COACH_SESSION_ERROR_BLOCKED,
                 "%s: exercises are off until the warning-sign questions say otherwise", id);
  else if (coach_day_is_rest_day (day) || coach_day_get_colour (day) >= COACH_PAIN_RED)
    g_set_error (error, COACH_SESSION_ERROR, COACH_SESSION_ERROR_RESTING,
                 "%s: today is for rest, without a session", id);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_losses (const CoachPlanRequest  *request,
              GArray                  *changes,
              GError                 **error)
{
  const char *id = coach_routine_get_id (request->routine);
  guint n_steps = coach_routine_get_n_steps (request->routine);
  guint n_left_out = coach_plan_count_left_out (changes);
  g_autofree char *conditions = NULL;

  if (!coach_plan_loses_too_much (request, changes))
    return TRUE;
  conditions = describe_conditions (request->profile);
  if (n_left_out == n_steps)
    g_set_error (error, COACH_SESSION_ERROR, COACH_SESSION_ERROR_NOTHING_SAFE,
                 "%s: steps: none of its %u movements is safe with %s, and none has a substitute "
                 "that is", id, n_steps, conditions);
  else
    g_set_error (error, COACH_SESSION_ERROR, COACH_SESSION_ERROR_TOO_MUCH_LOST,
                 "%s: steps: %u of its %u movements are not safe with %s and have no substitute "
                 "that is", id, n_left_out, n_steps, conditions);
  return FALSE;
}

/* A break at the desk is no longer than it says, and the screen is in view. */
static gboolean
can_be_explained (CoachRoutine *routine)
{
  CoachOccasion occasion = coach_routine_get_occasion (routine);

  return occasion != COACH_OCCASION_MICRO && occasion != COACH_OCCASION_DESK;
}

/**
 * coach_plan_find_voice:
 * @request: what a plan is made from
 *
 * Finds how the plan is told.
 *
 * Returns: the voice, whose guide is the catalogue's
 */
CoachPlanVoice
coach_plan_find_voice (const CoachPlanRequest *request)
{
  const CoachPlanOptions *options = request->options;
  CoachPlanVoice voice = { .rate = options != NULL ? options->speech_rate : 0 };

  voice.explain = options != NULL && options->explain
                  && can_be_explained (request->routine);
  voice.guide = coach_catalog_get_safety_guide (request->catalog);
  return voice;
}

static CoachPlan *
make_plan (const CoachPlanRequest *request,
           GArray                 *steps,
           GArray                 *changes)
{
  CoachPlan *self = g_object_new (COACH_TYPE_PLAN, NULL);
  CoachDay *day = coach_profile_get_day (request->profile);

  if (coach_routine_is_any_order (request->routine))
    coach_plan_sort_steps (steps);
  self->routine = g_object_ref (request->routine);
  self->voice = coach_plan_find_voice (request);
  g_object_ref (self->voice.guide);
  self->phases = coach_plan_phases_new (steps,
                                        pick_first_side (request->profile, request->options),
                                        &self->voice);
  self->steps = g_array_ref (steps);
  self->changes = g_array_ref (changes);
  self->is_half_dose = day != NULL && coach_day_is_half_dose (day);
  return self;
}

static void
coach_plan_finalize (GObject *object)
{
  CoachPlan *self = COACH_PLAN (object);

  g_clear_object (&self->routine);
  g_clear_object (&self->voice.guide);
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
 * Makes a routine concrete for the profile and its day.
 *
 * A movement to avoid gives way to its first substitute that is allowed, else to the first that is
 * allowed with caution, else it is left out; [method@Plan.get_change] tells each time. Nobody is
 * sent to the floor or asked for equipment by a substitute alone. A movement named in
 * `swap_cautions` gives way only to one without a caution. On a day that asks for it, gentler
 * variants, half doses and longer rests are taken.
 *
 * Without a day in the profile it is a usual one. On a blocked day, a day of rest, or when the
 * rules leave less than half of the routine there is no plan.
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
  CoachPlanRequest request = { routine, catalog, profile, options };
  g_autoptr (GArray) steps = coach_plan_steps_new ();
  g_autoptr (GArray) changes = coach_plan_changes_new ();

  g_return_val_if_fail (COACH_IS_ROUTINE (routine), NULL);
  g_return_val_if_fail (COACH_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (COACH_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_day (&request, error))
    return NULL;
  coach_plan_choose (&request, steps, changes);
  if (!check_losses (&request, changes, error))
    return NULL;
  return make_plan (&request, steps, changes);
}

/**
 * coach_plan_new_with_steps:
 * @like: a plan
 * @steps: (transfer full) (element-type CoachPlanStep): what is done instead of its steps
 * @first_side: the side that comes first
 *
 * Makes another plan of the same routine for the same day. Its changes are those of @like.
 *
 * Returns: (transfer full): the plan
 */
CoachPlan *
coach_plan_new_with_steps (CoachPlan *like,
                           GArray    *steps,
                           CoachSide  first_side)
{
  CoachPlan *self = g_object_new (COACH_TYPE_PLAN, NULL);

  self->routine = g_object_ref (like->routine);
  self->voice = like->voice;
  g_object_ref (self->voice.guide);
  self->phases = coach_plan_phases_new (steps, first_side, &self->voice);
  self->steps = steps;
  self->changes = g_array_ref (like->changes);
  self->is_half_dose = like->is_half_dose;
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
 * coach_plan_is_half_dose:
 * @self: a plan
 *
 * Gets whether the plan has half the usual dose, as the day asked.
 *
 * Returns: whether repetitions and holds are halved
 */
gboolean
coach_plan_is_half_dose (CoachPlan *self)
{
  g_return_val_if_fail (COACH_IS_PLAN (self), FALSE);

  return self->is_half_dose;
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
