#pragma once

#include "coach-pain.h"

G_BEGIN_DECLS

/**
 * CoachHurtsKind:
 * @COACH_HURTS_KIND_NONE: not said yet
 * @COACH_HURTS_KIND_PULL: pulling, stretching, tired muscle
 * @COACH_HURTS_KIND_ACHE: ache in the back or buttock
 * @COACH_HURTS_KIND_LEG: pain down the leg
 * @COACH_HURTS_KIND_BURNING: burning, electric, tingling or numb
 * @COACH_HURTS_KIND_WEAK: weak or giving way
 * @COACH_HURTS_KIND_OTHER: something else is wrong
 *
 * What it feels like: the first question of "It hurts" (safety.md, section 3).
 */
typedef enum
{
  COACH_HURTS_KIND_NONE,
  COACH_HURTS_KIND_PULL,
  COACH_HURTS_KIND_ACHE,
  COACH_HURTS_KIND_LEG,
  COACH_HURTS_KIND_BURNING,
  COACH_HURTS_KIND_WEAK,
  COACH_HURTS_KIND_OTHER,
} CoachHurtsKind;

/**
 * CoachHurtsStage:
 * @COACH_HURTS_ASK_KIND: what is it like? May lead to any other.
 * @COACH_HURTS_ASK_PULL: go on, easier, or skip? Leads to done.
 * @COACH_HURTS_ASK_SCORE: how strong is it now? Leads to ask-green, wait, or done.
 * @COACH_HURTS_ASK_GREEN: go on or easier? Leads to done.
 * @COACH_HURTS_SETTLE: a minute's wait, then: has it gone back to how it was? Leads to done.
 * @COACH_HURTS_DONE: it is decided, see the action. Final.
 *
 * Where the dialogue is.
 */
typedef enum
{
  COACH_HURTS_ASK_KIND,
  COACH_HURTS_ASK_PULL,
  COACH_HURTS_ASK_SCORE,
  COACH_HURTS_ASK_GREEN,
  COACH_HURTS_SETTLE,
  COACH_HURTS_DONE,
} CoachHurtsStage;

/**
 * CoachHurtsAction:
 * @COACH_HURTS_ACTION_NONE: nothing is decided yet
 * @COACH_HURTS_ACTION_GO_ON: the session goes on where it was
 * @COACH_HURTS_ACTION_EASIER: the gentler variant, from its beginning; the move is skipped when
 *   there is none
 * @COACH_HURTS_ACTION_PAUSE_EASIER: the same after a pause of amber_pause_s
 * @COACH_HURTS_ACTION_SKIP: the move is left out of this session
 * @COACH_HURTS_ACTION_END: the session ends; a good call
 * @COACH_HURTS_ACTION_END_SAME_DAY: the session ends with the same-day screen
 * @COACH_HURTS_ACTION_END_EMERGENCY: the session ends with the emergency questions
 *
 * What follows.
 */
typedef enum
{
  COACH_HURTS_ACTION_NONE,
  COACH_HURTS_ACTION_GO_ON,
  COACH_HURTS_ACTION_EASIER,
  COACH_HURTS_ACTION_PAUSE_EASIER,
  COACH_HURTS_ACTION_SKIP,
  COACH_HURTS_ACTION_END,
  COACH_HURTS_ACTION_END_SAME_DAY,
  COACH_HURTS_ACTION_END_EMERGENCY,
} CoachHurtsAction;

/**
 * CoachHurtsEvent:
 *
 * What the person does. The kind and the score come beside it.
 */
typedef enum
{
  COACH_HURTS_EVENT_KIND,
  COACH_HURTS_EVENT_SCORE,
  COACH_HURTS_EVENT_GO_ON,
  COACH_HURTS_EVENT_EASIER,
  COACH_HURTS_EVENT_SKIP,
  COACH_HURTS_EVENT_SETTLED,
  COACH_HURTS_EVENT_NOT_SETTLED,
  COACH_HURTS_EVENT_LEAVE, /* Escape: ends the session at any stage */
} CoachHurtsEvent;

/**
 * CoachHurtsState:
 * @stage: where the dialogue is
 * @kind: what it feels like
 * @has_score: whether a score was given
 * @score: 0 to 10
 * @colour: the colour of the score
 * @was_amber: whether this move was amber before in this session
 * @action: what follows
 * @bench_days: for how many days the move is left out; 0 for not
 * @no_nerve_tension: whether the rest of the session goes on without nerve-tension moves
 * @rest_day: whether tomorrow is a rest day
 * @asks_screening: whether warning-sign questions follow
 *
 * All that the dialogue knows. Zeroed, it is at its beginning.
 */
typedef struct
{
  CoachHurtsStage  stage;
  CoachHurtsKind   kind;
  gboolean         has_score;
  guint            score;
  CoachPainColour  colour;
  gboolean         was_amber;
  CoachHurtsAction action;
  guint            bench_days;
  gboolean         no_nerve_tension;
  gboolean         rest_day;
  gboolean         asks_screening;
} CoachHurtsState;

CoachHurtsState  coach_hurts_state_after   (const CoachHurtsState *before,
                                            CoachCatalog          *catalog,
                                            const CoachPain       *pain_before,
                                            CoachSide              side,
                                            CoachHurtsEvent        event,
                                            guint                  value);
const char      *coach_hurts_kind_get_id   (CoachHurtsKind         kind);
gboolean         coach_hurts_kind_from_id  (const char            *id,
                                            CoachHurtsKind        *kind);
const char      *coach_hurts_action_get_id (CoachHurtsAction       action);
gboolean         coach_hurts_action_from_id (const char           *id,
                                             CoachHurtsAction     *action);

G_END_DECLS
