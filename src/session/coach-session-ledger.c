#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-session-ledger-private.h"

/* That something hurt outweighs all; otherwise the more was done, the better. */
static guint
get_weight (CoachStepOutcome outcome)
{
  switch (outcome)
    {
    case COACH_STEP_PENDING:
      return 0;
    case COACH_STEP_SKIPPED:
      return 1;
    case COACH_STEP_PARTLY:
      return 2;
    case COACH_STEP_DONE:
      return 3;
    case COACH_STEP_HURT:
      return 4;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_work (CoachPhaseKind kind)
{
  switch (kind)
    {
    case COACH_PHASE_HOLD:
    case COACH_PHASE_REPS:
    case COACH_PHASE_TIME:
      return TRUE;
    case COACH_PHASE_POSITION:
    case COACH_PHASE_REST:
    case COACH_PHASE_SWITCH_SIDES:
    case COACH_PHASE_FINISH:
      return FALSE;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
has_work (const CoachStepWork *work)
{
  return work->us[COACH_SIDE_NONE] > 0 || work->us[COACH_SIDE_LEFT] > 0
         || work->us[COACH_SIDE_RIGHT] > 0;
}

static const char *
get_movement_id (CoachSessionLedger *self,
                 guint               step)
{
  return coach_move_get_id (COACH_MOVE (coach_plan_get_step (self->plan, step)->movement));
}

/**
 * coach_session_ledger_new:
 * @plan: what will be done
 *
 * Opens a ledger in which every step is pending.
 *
 * Returns: (transfer full): the ledger
 */
CoachSessionLedger *
coach_session_ledger_new (CoachPlan *plan)
{
  CoachSessionLedger *self = g_new0 (CoachSessionLedger, 1);

  self->plan = g_object_ref (plan);
  self->outcomes = g_new0 (CoachStepOutcome, coach_plan_get_n_steps (plan));
  self->work = g_new0 (CoachStepWork, coach_plan_get_n_steps (plan));
  self->benched = g_ptr_array_new_with_free_func (g_free);
  self->unwanted = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * coach_session_ledger_copy:
 * @self: a ledger
 *
 * Copies what was put down so far; the movements and traits to leave out are not copied.
 *
 * Returns: (transfer full): a ledger of its own
 */
CoachSessionLedger *
coach_session_ledger_copy (CoachSessionLedger *self)
{
  CoachSessionLedger *copy = coach_session_ledger_new (self->plan);
  guint n_steps = coach_plan_get_n_steps (self->plan);

  memcpy (copy->outcomes, self->outcomes, n_steps * sizeof *copy->outcomes);
  memcpy (copy->work, self->work, n_steps * sizeof *copy->work);
  return copy;
}

/**
 * coach_session_ledger_free:
 * @self: (transfer full): a ledger
 *
 * Frees a ledger.
 */
void
coach_session_ledger_free (CoachSessionLedger *self)
{
  g_clear_object (&self->plan);
  g_clear_pointer (&self->outcomes, g_free);
  g_clear_pointer (&self->work, g_free);
  g_clear_pointer (&self->benched, g_ptr_array_unref);
  g_clear_pointer (&self->unwanted, g_ptr_array_unref);
  g_free (self);
}

/**
 * coach_session_ledger_add_work:
 * @self: a ledger
 * @phase: a phase of its plan that is left
 * @passed_us: how much of it had passed, in microseconds
 *
 * Puts down what was worked in a phase. Getting into place, turning and resting are no work.
 */
void
coach_session_ledger_add_work (CoachSessionLedger *self,
                               const CoachPhase   *phase,
                               gint64              passed_us)
{
  if (is_work (phase->kind))
    self->work[phase->step].us[phase->side] += passed_us;
}

/**
 * coach_session_ledger_close_step:
 * @self: a ledger
 * @step: index of a step that is left
 * @ran_out: whether it is left because its last phase is over
 *
 * Puts down how a step ended. Of a step that is done again the better outcome stands.
 *
 * Returns: the outcome that stands
 */
CoachStepOutcome
coach_session_ledger_close_step (CoachSessionLedger *self,
                                 guint               step,
                                 gboolean            ran_out)
{
  CoachStepOutcome outcome;

  if (coach_session_ledger_is_benched (self, step))
    outcome = COACH_STEP_HURT;
  else if (ran_out)
    outcome = COACH_STEP_DONE;
  else
    outcome = has_work (&self->work[step]) ? COACH_STEP_PARTLY : COACH_STEP_SKIPPED;

  if (get_weight (outcome) > get_weight (self->outcomes[step]))
    self->outcomes[step] = outcome;
  return self->outcomes[step];
}

/**
 * coach_session_ledger_bench:
 * @self: a ledger
 * @step: index of a step that hurt
 *
 * Leaves the movement of a step out for the rest of the session.
 */
void
coach_session_ledger_bench (CoachSessionLedger *self,
                            guint               step)
{
  if (!coach_session_ledger_is_benched (self, step))
    g_ptr_array_add (self->benched, g_strdup (get_movement_id (self, step)));
}

/**
 * coach_session_ledger_is_benched:
 * @self: a ledger
 * @step: index of a step
 *
 * Tells whether the movement of a step has hurt in this session.
 *
 * Returns: whether the step must be passed over
 */
gboolean
coach_session_ledger_is_benched (CoachSessionLedger *self,
                                 guint               step)
{
  return g_ptr_array_find_with_equal_func (self->benched, get_movement_id (self, step),
                                           g_str_equal, NULL);
}

/**
 * coach_session_ledger_leave_out:
 * @self: a ledger
 * @traits: (array zero-terminated=1): what moves do to the body
 *
 * Leaves every movement with one of @traits out for the rest of the session.
 */
void
coach_session_ledger_leave_out (CoachSessionLedger *self,
                                const char * const *traits)
{
  for (guint i = 0; traits[i] != NULL; i++)
    g_ptr_array_add (self->unwanted, g_strdup (traits[i]));
}

/**
 * coach_session_ledger_is_left_out:
 * @self: a ledger
 * @step: index of a step
 *
 * Tells whether the movement of a step has hurt in this session, or has a trait that is left out.
 *
 * Returns: whether the step must be passed over
 */
gboolean
coach_session_ledger_is_left_out (CoachSessionLedger *self,
                                  guint               step)
{
  CoachMove *move = COACH_MOVE (coach_plan_get_step (self->plan, step)->movement);

  for (guint i = 0; i < self->unwanted->len; i++)
    if (g_strv_contains (coach_move_get_traits (move), g_ptr_array_index (self->unwanted, i)))
      return TRUE;
  return coach_session_ledger_is_benched (self, step);
}

/**
 * coach_session_ledger_change_plan:
 * @self: a ledger
 * @plan: another plan, the same up to @step, and the same behind the steps it has more
 * @step: index of a step in both plans
 *
 * Goes over to a plan that has more steps right behind @step, which are pending.
 */
void
coach_session_ledger_change_plan (CoachSessionLedger *self,
                                  CoachPlan          *plan,
                                  guint               step)
{
  guint n_same = step + 1;
  guint n_behind = coach_plan_get_n_steps (self->plan) - n_same;
  guint n_steps = coach_plan_get_n_steps (plan);
  CoachStepOutcome *outcomes = g_new0 (CoachStepOutcome, n_steps);
  CoachStepWork *work = g_new0 (CoachStepWork, n_steps);

  memcpy (outcomes, self->outcomes, n_same * sizeof *outcomes);
  memcpy (work, self->work, n_same * sizeof *work);
  memcpy (outcomes + n_steps - n_behind, self->outcomes + n_same, n_behind * sizeof *outcomes);
  memcpy (work + n_steps - n_behind, self->work + n_same, n_behind * sizeof *work);

  g_free (self->outcomes);
  g_free (self->work);
  self->outcomes = outcomes;
  self->work = work;
  g_set_object (&self->plan, plan);
}
