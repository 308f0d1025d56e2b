#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-gate.h"

/* Red, and what is worse than red. */
static gboolean
is_too_strong (const CoachGateFacts *facts)
{
  switch (facts->colour)
    {
    case COACH_PAIN_GREEN:
    case COACH_PAIN_AMBER:
      return FALSE;
    case COACH_PAIN_RED:
    case COACH_PAIN_SAME_DAY:
    default:
      return TRUE;
    }
}

/**
 * coach_gate_get_stop:
 * @facts: what is known
 *
 * Finds what comes next on the way to a session. There is one such way, whatever it was started by,
 * and nothing on it can be skipped: what blocks is told before anything else is asked, and a rest
 * day is not argued with (safety.md, section 2). A break of a minute or two passes what blocks and
 * what is due like any other; but it is made of moves that suit everybody, so that neither pain nor
 * choices are asked about first.
 *
 * Returns: the next stop
 */
CoachGateStop
coach_gate_get_stop (const CoachGateFacts *facts)
{
  g_return_val_if_fail (facts != NULL, COACH_GATE_BLOCKED);

  if (facts->is_blocked)
    return COACH_GATE_BLOCKED;
  if (!facts->is_welcomed || !facts->is_complete)
    return COACH_GATE_WELCOME;
  if (facts->has_due)
    return COACH_GATE_QUESTIONS;
  if (facts->is_rest_day)
    return COACH_GATE_REST;
  if (!facts->has_pain && !facts->is_micro)
    return COACH_GATE_PAIN;
  if (is_too_strong (facts))
    return COACH_GATE_EASE;
  if (facts->loses_most || (facts->has_concerns && !facts->has_chosen && !facts->is_micro))
    return COACH_GATE_CHOICES;
  return COACH_GATE_OPEN;
}
