#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-pain-form-state.h"

#define NOT_SAID -1

static void
put_score (const CoachPainFormState *self,
           CoachPain                *pain,
           int                       rank,
           int                       score)
{
  if (self->sides != COACH_PAIN_SIDE_RIGHT)
    pain->scores[coach_zone_at (COACH_SIDE_LEFT, (guint) rank)] = (guint8) score;
  if (self->sides != COACH_PAIN_SIDE_LEFT)
    pain->scores[coach_zone_at (COACH_SIDE_RIGHT, (guint) rank)] = (guint8) score;
}

/**
 * coach_pain_form_state_new:
 *
 * Makes the state of a form in which nothing was said yet.
 *
 * Returns: the state
 */
CoachPainFormState
coach_pain_form_state_new (void)
{
  return (CoachPainFormState) { NOT_SAID, NOT_SAID, NOT_SAID, NOT_SAID, 0, 0 };
}

/**
 * coach_pain_form_state_asks_sides:
 * @self: a state
 *
 * Tells whether it matters which side hurts: from the buttock on.
 *
 * Returns: whether it is asked
 */
gboolean
coach_pain_form_state_asks_sides (const CoachPainFormState *self)
{
  return self->reach >= COACH_RANK_BUTTOCK;
}

/**
 * coach_pain_form_state_asks_back:
 * @self: a state
 *
 * Tells whether there is pain whose score may be that of the back or buttock.
 *
 * Returns: whether it is asked
 */
gboolean
coach_pain_form_state_asks_back (const CoachPainFormState *self)
{
  return self->reach >= COACH_RANK_BACK;
}

/**
 * coach_pain_form_state_asks_leg:
 * @self: a state
 *
 * Tells whether it hurts in the leg.
 *
 * Returns: whether the score is asked
 */
gboolean
coach_pain_form_state_asks_leg (const CoachPainFormState *self)
{
  return self->reach >= COACH_RANK_THIGH;
}

/**
 * coach_pain_form_state_is_complete:
 * @self: a state
 *
 * Tells whether all that is asked was said.
 *
 * Returns: whether the answers make a map of pain
 */
gboolean
coach_pain_form_state_is_complete (const CoachPainFormState *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->reach != NOT_SAID
         && (!coach_pain_form_state_asks_sides (self) || self->sides != NOT_SAID)
         && (!coach_pain_form_state_asks_back (self) || self->back != NOT_SAID)
         && (!coach_pain_form_state_asks_leg (self) || self->leg != NOT_SAID);
}

/**
 * coach_pain_form_state_get_pain:
 * @self: a state that is complete
 *
 * Gets where it hurts. The score of back and buttock goes to the buttock once pain is said to
 * reach it, and that of the leg to where the pain ends.
 *
 * Returns: the map
 */
CoachPain
coach_pain_form_state_get_pain (const CoachPainFormState *self)
{
  CoachPain pain = { 0 };

  g_return_val_if_fail (coach_pain_form_state_is_complete (self), pain);

  if (coach_pain_form_state_asks_sides (self))
    put_score (self, &pain, COACH_RANK_BUTTOCK, self->back);
  else if (coach_pain_form_state_asks_back (self))
    pain.scores[COACH_ZONE_LOW_BACK] = (guint8) self->back;
  if (coach_pain_form_state_asks_leg (self))
    put_score (self, &pain, self->reach, self->leg);
  pain.left = self->left;
  pain.right = self->right;
  return pain;
}
