#pragma once

#include "session.h"

G_BEGIN_DECLS

/**
 * CoachLeftOut:
 * @move: (not nullable): a move
 * @label: (not nullable): its name, and the day it comes back where there is one; translated
 *
 * A move to leave out.
 */
typedef struct
{
  CoachMove *move;
  char      *label;
} CoachLeftOut;

/**
 * CoachTodayPageState:
 * @kind: what is good today
 * @routine: (nullable): the routine that fits; only of the kind routine
 * @pill: (not nullable): says in a word or two what the card is; translated
 * @title: (not nullable): the routine, or what today is for; translated
 * @goal: (nullable): what the routine is for; translated
 * @meta: (nullable): what the routine takes today; translated
 * @changes: (nullable): what is different in it for the person; translated
 * @reason: (not nullable): what decided; translated sentences
 * @is_half_dose: whether the routine is done at half the dose
 * @positions: (element-type CoachMovement): positions of ease, on days without a session
 * @left_out: (element-type CoachLeftOut): what to leave out: first what hurt not long ago, then what
 *   people meet most
 * @hour: the hour of the day, for the greeting
 *
 * What the Today page shows.
 */
typedef struct
{
  CoachChoiceKind  kind;
  CoachRoutine    *routine;
  const char      *pill;
  const char      *title;
  const char      *goal;
  char            *meta;
  char            *changes;
  char            *reason;
  gboolean         is_half_dose;
  GPtrArray       *positions;
  GPtrArray       *left_out;
  int              hour;
} CoachTodayPageState;

CoachTodayPageState *coach_today_page_state_from         (const CoachChoiceFacts    *facts);
void                 coach_today_page_state_free         (CoachTodayPageState       *state);
const char          *coach_today_page_state_get_greeting (const CoachTodayPageState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachTodayPageState, coach_today_page_state_free)

G_END_DECLS
