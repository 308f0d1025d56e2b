#pragma once

#include "safety.h"

G_BEGIN_DECLS

/**
 * CoachGateStop:
 * @COACH_GATE_BLOCKED: exercises are off; the screen says what to do
 * @COACH_GATE_WELCOME: Welcome has not been read, or its questions not answered
 * @COACH_GATE_QUESTIONS: some questions are due again
 * @COACH_GATE_REST: it is a rest day
 * @COACH_GATE_PAIN: how is it now?
 * @COACH_GATE_EASE: pain is strong; ways to ease it in place of a session
 * @COACH_GATE_CHOICES: some moves ask for care or are left out, or so many that there is no session
 * @COACH_GATE_OPEN: nothing is in the way of a session
 *
 * What comes next on the way to a session, in the order in which it is looked at.
 */
typedef enum
{
  COACH_GATE_BLOCKED,
  COACH_GATE_WELCOME,
  COACH_GATE_QUESTIONS,
  COACH_GATE_REST,
  COACH_GATE_PAIN,
  COACH_GATE_EASE,
  COACH_GATE_CHOICES,
  COACH_GATE_OPEN,
} CoachGateStop;

/**
 * CoachGateFacts:
 * @is_welcomed: whether Welcome has been read
 * @is_complete: whether every question that comes before the first session has an answer
 * @is_blocked: whether exercises are off
 * @has_due: whether some questions are due again
 * @is_rest_day: whether today is for rest
 * @has_pain: whether the person has said how it is now
 * @is_micro: whether it is a break of a minute or two, before which nobody is asked how it is
 * @colour: what that comes to; without @has_pain, what the day's check-in does
 * @loses_most: whether the rules take more than half of the routine
 * @has_concerns: whether moves of the routine ask for care or are left out
 * @has_chosen: whether the person has seen them and chosen
 *
 * All that the gate looks at.
 */
typedef struct
{
  gboolean        is_welcomed;
  gboolean        is_complete;
  gboolean        is_blocked;
  gboolean        has_due;
  gboolean        is_rest_day;
  gboolean        has_pain;
  gboolean        is_micro;
  CoachPainColour colour;
  gboolean        loses_most;
  gboolean        has_concerns;
  gboolean        has_chosen;
} CoachGateFacts;

CoachGateStop coach_gate_get_stop (const CoachGateFacts *facts);

G_END_DECLS
