#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-session-private.h"

/**
 * CoachSession:
 *
 * Leads through a plan on a clock that it is given. It keeps when a phase began and derives all
 * else; between a cue and the next it sleeps. A machine that sleeps pauses it.
 *
 * Listeners may call back into the session from any of its signals.
 */
G_DEFINE_FINAL_TYPE (CoachSession, coach_session, G_TYPE_OBJECT)

typedef enum
{
  PROP_PLAN = 1,
  PROP_CLOCK,
  PROP_STATUS,
  PROP_PHASE,
  PROP_IS_LEADING_IN,
} CoachSessionProperty;

static GParamSpec *properties[PROP_IS_LEADING_IN + 1];

typedef enum
{
  SIGNAL_CUE,
  SIGNAL_PHASE_CHANGED,
  SIGNAL_STEP_FINISHED,
  SIGNAL_FINISHED,
} CoachSessionSignal;

static guint signals[SIGNAL_FINISHED + 1];

static void
coach_session_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  CoachSession *self = COACH_SESSION (object);

  switch ((CoachSessionProperty) id)
    {
    case PROP_PLAN:
      g_value_set_object (value, self->plan);
      break;
    case PROP_CLOCK:
      g_value_set_object (value, self->clock);
      break;
    case PROP_STATUS:
      g_value_set_enum (value, self->state.status);
      break;
    case PROP_PHASE:
      g_value_set_uint (value, self->state.phase);
      break;
    case PROP_IS_LEADING_IN:
      g_value_set_boolean (value, coach_session_is_leading_in (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_session_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  CoachSession *self = COACH_SESSION (object);

  switch ((CoachSessionProperty) id)
    {
    case PROP_PLAN:
      g_set_object (&self->plan, g_value_get_object (value));
      break;
    case PROP_CLOCK:
      g_set_object (&self->clock, g_value_get_object (value));
      break;
    case PROP_STATUS:
    case PROP_PHASE:
    case PROP_IS_LEADING_IN:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_session_constructed (GObject *object)
{
  CoachSession *self = COACH_SESSION (object);

  G_OBJECT_CLASS (coach_session_parent_class)->constructed (object);

  g_return_if_fail (self->plan != NULL && self->clock != NULL);

  self->ledger = coach_session_ledger_new (self->plan);
  self->suspended_us = coach_clock_get_suspended_us (self->clock);
}

static void
coach_session_dispose (GObject *object)
{
  CoachSession *self = COACH_SESSION (object);

  coach_session_disarm (self);
  g_clear_object (&self->clock);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->ledger, coach_session_ledger_free);

  G_OBJECT_CLASS (coach_session_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags given = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GParamFlags told = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_PLAN] = g_param_spec_object ("plan", NULL, NULL, COACH_TYPE_PLAN, given);
  properties[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, COACH_TYPE_CLOCK, given);
  properties[PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, COACH_TYPE_SESSION_STATUS,
                                               COACH_SESSION_READY, told);
  properties[PROP_PHASE] = g_param_spec_uint ("phase", NULL, NULL, 0, G_MAXUINT, 0, told);
  properties[PROP_IS_LEADING_IN] = g_param_spec_boolean ("is-leading-in", NULL, NULL, FALSE, told);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
install_signals (GType type)
{
  /**
   * CoachSession::cue:
   * @cue: what is to be said and sounded
   * @due_us: the monotonic time at which it is to be, which may lie a little back
   *
   * The moment of a cue has come. Each is told once; one that is more than a second late, never.
   * Those of the finish come after [signal@Session::finished], as long as somebody holds the
   * session.
   */
  signals[SIGNAL_CUE] = g_signal_new ("cue", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2,
                                      COACH_TYPE_CUE | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_INT64);
  /**
   * CoachSession::phase-changed:
   *
   * A phase has begun: the next one, or one that was skipped or gone back to, even the same again.
   */
  signals[SIGNAL_PHASE_CHANGED] = g_signal_new ("phase-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CoachSession::step-finished:
   * @step: index of the step
   * @outcome: how it ended
   *
   * A step was left, other than by going back. It comes again for one that is done again; the
   * later outcome replaces the earlier.
   */
  signals[SIGNAL_STEP_FINISHED] = g_signal_new ("step-finished", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                                                COACH_TYPE_STEP_OUTCOME);
  /**
   * CoachSession::finished:
   * @report: what was done
   *
   * The session is over, finished or stopped. Comes once, and last of all.
   */
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, COACH_TYPE_SESSION_REPORT);
}

static void
coach_session_class_init (CoachSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = coach_session_constructed;
  object_class->dispose = coach_session_dispose;
  object_class->get_property = coach_session_get_property;
  object_class->set_property = coach_session_set_property;

  install_properties (object_class);
  install_signals (G_TYPE_FROM_CLASS (klass));
}

static void
coach_session_init (CoachSession *self)
{
}

void
coach_session_tell_plan (CoachSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAN]);
}

void
coach_session_tell_cue (CoachSession   *self,
                        const CoachCue *cue,
                        gint64          due_us)
{
  g_signal_emit (self, signals[SIGNAL_CUE], 0, cue, due_us);
}

void
coach_session_tell_phase (CoachSession *self)
{
  g_signal_emit (self, signals[SIGNAL_PHASE_CHANGED], 0);
}

void
coach_session_tell_step (CoachSession     *self,
                         guint             step,
                         CoachStepOutcome  outcome)
{
  g_signal_emit (self, signals[SIGNAL_STEP_FINISHED], 0, step, outcome);
}

/* Compares with copies, since a listener may move the session on. */
void
coach_session_tell_changes (CoachSession            *self,
                            const CoachSessionState *before)
{
  CoachSessionState after = self->state;

  if (before->status != after.status)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
  if (before->phase != after.phase)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PHASE]);
  if ((before->lead_in_until_us != 0) != (after.lead_in_until_us != 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_LEADING_IN]);
}

void
coach_session_tell_end (CoachSession       *self,
                        CoachSessionReport *report)
{
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, report);
}

/**
 * coach_session_new:
 * @plan: what is done
 * @clock: where the time comes from
 *
 * Makes a session that is ready to start.
 *
 * Returns: (transfer full): the session
 */
CoachSession *
coach_session_new (CoachPlan  *plan,
                   CoachClock *clock)
{
  g_return_val_if_fail (COACH_IS_PLAN (plan), NULL);
  g_return_val_if_fail (COACH_IS_CLOCK (clock), NULL);

  return g_object_new (COACH_TYPE_SESSION, "plan", plan, "clock", clock, NULL);
}

/**
 * coach_session_get_plan:
 * @self: a session
 *
 * Gets what is done. It is another after [method@Session.take_easier], the same up to the step
 * under way then; `notify::plan` tells.
 *
 * Returns: (transfer none): the plan
 */
CoachPlan *
coach_session_get_plan (CoachSession *self)
{
  g_return_val_if_fail (COACH_IS_SESSION (self), NULL);

  return self->plan;
}

/**
 * coach_session_get_status:
 * @self: a session
 *
 * Gets where the session is.
 *
 * Returns: the status
 */
CoachSessionStatus
coach_session_get_status (CoachSession *self)
{
  g_return_val_if_fail (COACH_IS_SESSION (self), COACH_SESSION_STOPPED);

  return self->state.status;
}

/**
 * coach_session_get_state:
 * @self: a session
 *
 * Gets all that the session knows about time.
 *
 * Returns: (transfer none): the state, which changes with the session
 */
const CoachSessionState *
coach_session_get_state (CoachSession *self)
{
  g_return_val_if_fail (COACH_IS_SESSION (self), NULL);

  return &self->state;
}

/**
 * coach_session_get_phase:
 * @self: a session
 *
 * Gets the phase under way; before the start, the first, and after the finish, the finish.
 *
 * Returns: (transfer none): the phase, owned by the plan
 */
const CoachPhase *
coach_session_get_phase (CoachSession *self)
{
  g_return_val_if_fail (COACH_IS_SESSION (self), NULL);

  return coach_plan_get_phase (self->plan, self->state.phase);
}

/**
 * coach_session_get_step:
 * @self: a session
 *
 * Gets the step under way; before the start, the first, and after the finish, the last.
 *
 * Returns: (transfer none): the step, owned by the plan
 */
const CoachPlanStep *
coach_session_get_step (CoachSession *self)
{
  guint n_steps;

  g_return_val_if_fail (COACH_IS_SESSION (self), NULL);

  n_steps = coach_plan_get_n_steps (self->plan);
  return coach_plan_get_step (self->plan, MIN (coach_session_get_phase (self)->step, n_steps - 1));
}

/**
 * coach_session_is_leading_in:
 * @self: a session
 *
 * Tells whether the person is given time to settle after a pause; the phase stands still
 * meanwhile.
 *
 * Returns: whether a lead-in runs
 */
gboolean
coach_session_is_leading_in (CoachSession *self)
{
  g_return_val_if_fail (COACH_IS_SESSION (self), FALSE);

  return self->state.lead_in_until_us != 0;
}

/**
 * coach_session_get_lead_in_us:
 * @self: a session
 *
 * Gets the time left in the lead-in after a pause.
 *
 * Returns: microseconds; 0 when no lead-in runs
 */
gint64
coach_session_get_lead_in_us (CoachSession *self)
{
  g_return_val_if_fail (COACH_IS_SESSION (self), 0);

  if (self->state.lead_in_until_us == 0)
    return 0;
  return MAX (0, self->state.lead_in_until_us - coach_clock_get_monotonic_us (self->clock));
}

/**
 * coach_session_get_remaining_us:
 * @self: a session
 *
 * Gets the time left in the phase under way, which stands still during a pause and its lead-in.
 *
 * Returns: microseconds, never negative
 */
gint64
coach_session_get_remaining_us (CoachSession *self)
{
  g_return_val_if_fail (COACH_IS_SESSION (self), 0);

  return coach_session_state_get_remaining_us (&self->state, self->plan,
                                               coach_clock_get_monotonic_us (self->clock));
}

/**
 * coach_session_get_total_remaining_us:
 * @self: a session
 *
 * Gets the time left in the whole plan, without pauses.
 *
 * Returns: microseconds, never negative
 */
gint64
coach_session_get_total_remaining_us (CoachSession *self)
{
  const CoachPhase *phase;
  gint64 ahead_s;

  g_return_val_if_fail (COACH_IS_SESSION (self), 0);

  phase = coach_session_get_phase (self);
  ahead_s = coach_plan_get_total_s (self->plan) - phase->start_s - phase->length_s;
  return ahead_s * G_USEC_PER_SEC + coach_session_get_remaining_us (self);
}

/**
 * coach_session_get_step_fraction:
 * @self: a session
 * @step: index of a step of the plan
 *
 * Gets how much of a step lies behind, whether it was done or skipped.
 *
 * Returns: from 0, not begun, to 1, left behind
 */
double
coach_session_get_step_fraction (CoachSession *self,
                                 guint         step)
{
  const CoachPhase *phase, *first, *next;
  const CoachPlanStep *plan_step;
  gint64 ahead_us;

  g_return_val_if_fail (COACH_IS_SESSION (self), 0);
  g_return_val_if_fail (step < coach_plan_get_n_steps (self->plan), 0);

  phase = coach_session_get_phase (self);
  if (step != phase->step)
    return step < phase->step ? 1 : 0;

  plan_step = coach_plan_get_step (self->plan, step);
  first = coach_plan_get_phase (self->plan, plan_step->first_phase);
  next = coach_plan_get_phase (self->plan, plan_step->first_phase + plan_step->n_phases);
  ahead_us = (gint64) (next->start_s - phase->start_s - phase->length_s) * G_USEC_PER_SEC
             + coach_session_get_remaining_us (self);
  return 1 - ahead_us / ((double) (next->start_s - first->start_s) * G_USEC_PER_SEC);
}

/**
 * coach_session_dup_report:
 * @self: a session
 *
 * Puts down what was done so far.
 *
 * Returns: (transfer full): a report of its own, which does not change any more
 */
CoachSessionReport *
coach_session_dup_report (CoachSession *self)
{
  g_autoptr (CoachSessionLedger) ledger = NULL;

  g_return_val_if_fail (COACH_IS_SESSION (self), NULL);

  ledger = coach_session_ledger_copy (self->ledger);
  if (self->state.status == COACH_SESSION_RUNNING || self->state.status == COACH_SESSION_PAUSED)
    coach_session_ledger_add_work (
        ledger, coach_session_get_phase (self),
        coach_session_state_get_passed_us (&self->state, self->plan,
                                           coach_clock_get_monotonic_us (self->clock)));
  return coach_session_report_new (self->plan, ledger->outcomes, ledger->work,
                                   self->state.status == COACH_SESSION_FINISHED);
}
