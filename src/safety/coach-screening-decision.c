#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-screening-decision-private.h"

/**
 * CoachScreeningDecision:
 *
 * What the answers come to on one day.
 */
G_DEFINE_BOXED_TYPE (CoachScreeningDecision,
                     coach_screening_decision,
                     coach_screening_decision_ref,
                     coach_screening_decision_unref)

/**
 * coach_screening_decision_ref:
 * @self: a decision
 *
 * Adds a reference.
 *
 * Returns: (transfer full): @self
 */
CoachScreeningDecision *
coach_screening_decision_ref (CoachScreeningDecision *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * coach_screening_decision_unref:
 * @self: (transfer full): a decision
 *
 * Drops a reference.
 */
void
coach_screening_decision_unref (CoachScreeningDecision *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->findings);
  g_ptr_array_unref (self->limits);
  g_ptr_array_unref (self->conditions);
  g_object_unref (self->screening);
  g_free (self);
}

/**
 * coach_screening_decision_get_outcome:
 * @self: a decision
 *
 * Gets the most urgent of what the answers lead to.
 *
 * Returns: the outcome
 */
CoachScreeningOutcome
coach_screening_decision_get_outcome (CoachScreeningDecision *self)
{
  g_return_val_if_fail (self != NULL, COACH_SCREENING_EMERGENCY);

  return self->outcome;
}

/**
 * coach_screening_decision_is_blocked:
 * @self: a decision
 *
 * Gets whether sessions, rolling, heat and cold are off.
 *
 * Returns: whether exercises are blocked
 */
gboolean
coach_screening_decision_is_blocked (CoachScreeningDecision *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->is_blocked;
}

/**
 * coach_screening_decision_is_complete:
 * @self: a decision
 *
 * Gets whether every question that comes before the first session has an answer.
 *
 * Returns: whether nothing is missing
 */
gboolean
coach_screening_decision_is_complete (CoachScreeningDecision *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_complete;
}

/**
 * coach_screening_decision_is_trend_urgent:
 * @self: a decision
 *
 * Gets whether it was the check-ins that block: what to do is in the pain guide then, among the
 * texts of %COACH_TREND_URGENT.
 *
 * Returns: whether the trend is urgent
 */
gboolean
coach_screening_decision_is_trend_urgent (CoachScreeningDecision *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->trend_outcome != COACH_SCREENING_CLEAR;
}

/**
 * coach_screening_decision_get_trend_outcome:
 * @self: a decision
 *
 * Gets what the check-ins alone lead to.
 *
 * Returns: the outcome; clear unless the trend is urgent
 */
CoachScreeningOutcome
coach_screening_decision_get_trend_outcome (CoachScreeningDecision *self)
{
  g_return_val_if_fail (self != NULL, COACH_SCREENING_EMERGENCY);

  return self->trend_outcome;
}

/**
 * coach_screening_decision_can_be_cleared:
 * @self: a decision
 *
 * Gets whether "A clinician has checked me and says exercise is fine" would end the block. It does
 * not end what an urgent trend or an answer that nothing lifts blocks.
 *
 * Returns: whether it blocks and can be cleared
 */
gboolean
coach_screening_decision_can_be_cleared (CoachScreeningDecision *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!self->is_blocked || self->trend_outcome != COACH_SCREENING_CLEAR)
    return FALSE;
  for (guint i = 0; i < self->findings->len; i++)
    {
      const CoachScreeningFinding *finding;

      finding = &g_array_index (self->findings, CoachScreeningFinding, i);
      if (finding->blocks && finding->question != NULL
          && finding->question->lift == COACH_SCREENING_LIFT_NEVER)
        return FALSE;
    }
  return TRUE;
}

/**
 * coach_screening_decision_get_n_findings:
 * @self: a decision
 *
 * Gets how many answers say something.
 *
 * Returns: how many
 */
guint
coach_screening_decision_get_n_findings (CoachScreeningDecision *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->findings->len;
}

/**
 * coach_screening_decision_get_finding:
 * @self: a decision
 * @index: less than how many there are
 *
 * Gets an answer that says something. The most urgent come first; those as urgent are in the order
 * of the questions, the combination of several last.
 *
 * Returns: (transfer none): a finding
 */
const CoachScreeningFinding *
coach_screening_decision_get_finding (CoachScreeningDecision *self,
                                      guint                   index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->findings->len, NULL);

  return &g_array_index (self->findings, CoachScreeningFinding, index);
}

/**
 * coach_screening_decision_get_limits:
 * @self: a decision
 *
 * Gets the limits that hold today.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids, each once
 */
const char * const *
coach_screening_decision_get_limits (CoachScreeningDecision *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->limits->pdata;
}

/**
 * coach_screening_decision_get_conditions:
 * @self: a decision
 *
 * Gets the catalogue's conditions that the answers add.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids, each once
 */
const char * const *
coach_screening_decision_get_conditions (CoachScreeningDecision *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->conditions->pdata;
}
