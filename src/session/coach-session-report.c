#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-session-report.h"

struct _CoachSessionReport
{
  CoachPlan        *plan;     /* (owned) (not nullable) */
  CoachStepOutcome *outcomes; /* (owned): one for each step of the plan */
  CoachStepWork    *work;     /* (owned): one for each step of the plan */
  gboolean          completed;
};

G_DEFINE_BOXED_TYPE (CoachSessionReport, coach_session_report, coach_session_report_ref,
                     coach_session_report_unref)

G_DEFINE_ENUM_TYPE (CoachStepOutcome, coach_step_outcome,
                    G_DEFINE_ENUM_VALUE (COACH_STEP_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (COACH_STEP_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (COACH_STEP_PARTLY, "partly"),
                    G_DEFINE_ENUM_VALUE (COACH_STEP_SKIPPED, "skipped"),
                    G_DEFINE_ENUM_VALUE (COACH_STEP_HURT, "hurt"))

static guint
round_to_seconds (gint64 us)
{
  return (guint) ((us + G_USEC_PER_SEC / 2) / G_USEC_PER_SEC);
}

static gint64
get_worked_us (CoachSessionReport *self,
               guint               step)
{
  const CoachStepWork *work = &self->work[step];

  return work->us[COACH_SIDE_NONE] + work->us[COACH_SIDE_LEFT] + work->us[COACH_SIDE_RIGHT];
}

static void
clear_report (gpointer data)
{
  CoachSessionReport *self = data;

  g_clear_object (&self->plan);
  g_clear_pointer (&self->outcomes, g_free);
  g_clear_pointer (&self->work, g_free);
}

/**
 * coach_session_report_new:
 * @plan: what was to be done
 * @outcomes: how each step of @plan ended; copied
 * @work: how long each step of @plan was worked on; copied
 * @completed: whether the session was led to its end
 *
 * Puts down what was done.
 *
 * Returns: (transfer full): the report
 */
CoachSessionReport *
coach_session_report_new (CoachPlan              *plan,
                          const CoachStepOutcome *outcomes,
                          const CoachStepWork    *work,
                          gboolean                completed)
{
  CoachSessionReport *self;
  guint n_steps;

  g_return_val_if_fail (COACH_IS_PLAN (plan), NULL);
  g_return_val_if_fail (outcomes != NULL && work != NULL, NULL);

  n_steps = coach_plan_get_n_steps (plan);
  self = g_atomic_rc_box_new0 (CoachSessionReport);
  self->plan = g_object_ref (plan);
  self->outcomes = g_memdup2 (outcomes, n_steps * sizeof *outcomes);
  self->work = g_memdup2 (work, n_steps * sizeof *work);
  self->completed = !!completed;
  return self;
}

/**
 * coach_session_report_ref:
 * @self: a report
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
CoachSessionReport *
coach_session_report_ref (CoachSessionReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * coach_session_report_unref:
 * @self: (transfer full): a report
 *
 * Drops a reference.
 */
void
coach_session_report_unref (CoachSessionReport *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_report);
}

/**
 * coach_session_report_get_plan:
 * @self: a report
 *
 * Gets what was to be done.
 *
 * Returns: (transfer none): the plan
 */
CoachPlan *
coach_session_report_get_plan (CoachSessionReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->plan;
}

/**
 * coach_session_report_get_outcome:
 * @self: a report
 * @step: index of a step of the plan
 *
 * Gets how a step ended.
 *
 * Returns: the best of its outcomes where it was done more than once; %COACH_STEP_HURT always
 *   stands
 */
CoachStepOutcome
coach_session_report_get_outcome (CoachSessionReport *self,
                                  guint               step)
{
  g_return_val_if_fail (self != NULL, COACH_STEP_PENDING);
  g_return_val_if_fail (step < coach_plan_get_n_steps (self->plan), COACH_STEP_PENDING);

  return self->outcomes[step];
}

/**
 * coach_session_report_get_worked_s:
 * @self: a report
 * @step: index of a step of the plan
 *
 * Gets how long a step was worked on: its holds, repetitions and stretches of time, without
 * getting into place, rests and pauses. Work that was done again counts again.
 *
 * Returns: seconds, to the nearest
 */
guint
coach_session_report_get_worked_s (CoachSessionReport *self,
                                   guint               step)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (step < coach_plan_get_n_steps (self->plan), 0);

  return round_to_seconds (get_worked_us (self, step));
}

/**
 * coach_session_report_get_side_s:
 * @self: a report
 * @step: index of a step of the plan
 * @side: a side; %COACH_SIDE_NONE for work of both sides at once
 *
 * Gets how long a step was worked on with one side, see [method@SessionReport.get_worked_s].
 *
 * Returns: seconds, to the nearest
 */
guint
coach_session_report_get_side_s (CoachSessionReport *self,
                                 guint               step,
                                 CoachSide           side)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (step < coach_plan_get_n_steps (self->plan), 0);
  g_return_val_if_fail (side < COACH_N_SIDES, 0);

  return round_to_seconds (self->work[step].us[side]);
}

/**
 * coach_session_report_get_total_worked_s:
 * @self: a report
 *
 * Gets how long was worked in the whole session, see [method@SessionReport.get_worked_s].
 *
 * Returns: seconds, to the nearest
 */
guint
coach_session_report_get_total_worked_s (CoachSessionReport *self)
{
  gint64 total_us = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < coach_plan_get_n_steps (self->plan); i++)
    total_us += get_worked_us (self, i);
  return round_to_seconds (total_us);
}

/**
 * coach_session_report_count:
 * @self: a report
 * @outcome: how a step can end
 *
 * Counts the steps that ended in one way.
 *
 * Returns: a number of steps
 */
guint
coach_session_report_count (CoachSessionReport *self,
                            CoachStepOutcome    outcome)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < coach_plan_get_n_steps (self->plan); i++)
    if (self->outcomes[i] == outcome)
      count++;
  return count;
}

/**
 * coach_session_report_is_completed:
 * @self: a report
 *
 * Tells whether the session was led to its end, even if steps were skipped on the way.
 *
 * Returns: %FALSE when it was stopped, or still goes on
 */
gboolean
coach_session_report_is_completed (CoachSessionReport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->completed;
}
