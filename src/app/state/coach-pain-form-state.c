#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-pain-form-state.h"

#define NOT_SAID -1

static gboolean
hurts_on (const CoachPain *pain,
          CoachSide        side)
{
  for (guint zone = 0; zone < COACH_N_ZONES; zone++)
    if (pain->scores[zone] > 0 && coach_zone_get_side ((CoachZone) zone) == side)
      return TRUE;
  return FALSE;
}

static int
find_sides (const CoachPain *pain)
{
  gboolean left = hurts_on (pain, COACH_SIDE_LEFT);
  gboolean right = hurts_on (pain, COACH_SIDE_RIGHT);

  if (left && right)
    return COACH_PAIN_SIDE_BOTH;
  if (left)
    return COACH_PAIN_SIDE_LEFT;
  return right ? COACH_PAIN_SIDE_RIGHT : NOT_SAID;
}

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
 * coach_pain_form_state_from:
 * @pain: where it hurts
 *
 * Finds the answers that come closest to a map of pain.
 *
 * Returns: the state
 */
CoachPainFormState
coach_pain_form_state_from (const CoachPain *pain)
{
  CoachPainFormState self = coach_pain_form_state_new ();

  g_return_val_if_fail (pain != NULL, self);

  self.reach = (int) coach_pain_get_reach (pain, COACH_SIDE_NONE, 1);
  self.sides = find_sides (pain);
  if (coach_pain_form_state_asks_back (&self))
    self.back = (int) coach_pain_get_back (pain);
  if (coach_pain_form_state_asks_leg (&self))
    self.leg = (int) coach_pain_get_leg (pain);
  self.left = pain->left;
  self.right = pain->right;
  return self;
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
