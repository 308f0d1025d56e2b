#pragma once

#include "safety.h"

G_BEGIN_DECLS

/**
 * CoachPainSides:
 * @COACH_PAIN_SIDE_LEFT: the left alone
 * @COACH_PAIN_SIDE_RIGHT: the right alone
 * @COACH_PAIN_SIDE_BOTH: both
 *
 * Where it hurts, as it is asked for.
 */
typedef enum
{
  COACH_PAIN_SIDE_LEFT,
  COACH_PAIN_SIDE_RIGHT,
  COACH_PAIN_SIDE_BOTH,
} CoachPainSides;

/**
 * CoachPainFormState:
 * @reach: how far down it hurts: 0 for nowhere, else the rank of a zone; -1 not said yet
 * @sides: a [enum@PainSides]; -1 not said yet
 * @back: the score of low back and buttock; -1 not said yet
 * @leg: the score of thigh, calf and foot; -1 not said yet
 * @left: what the left leg feels besides
 * @right: what the right leg feels besides
 *
 * What "How is it now?" was answered with so far.
 */
typedef struct
{
  int            reach;
  int            sides;
  int            back;
  int            leg;
  CoachPainFlags left;
  CoachPainFlags right;
} CoachPainFormState;

CoachPainFormState coach_pain_form_state_new         (void);
gboolean           coach_pain_form_state_asks_sides  (const CoachPainFormState *self);
gboolean           coach_pain_form_state_asks_back   (const CoachPainFormState *self);
gboolean           coach_pain_form_state_asks_leg    (const CoachPainFormState *self);
gboolean           coach_pain_form_state_is_complete (const CoachPainFormState *self);
CoachPain          coach_pain_form_state_get_pain    (const CoachPainFormState *self);

G_END_DECLS
