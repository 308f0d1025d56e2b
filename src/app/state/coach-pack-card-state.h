#pragma once

#include "coach-app-context.h"

G_BEGIN_DECLS

/**
 * CoachPackCardState:
 * @stage: where the pack is
 * @title: what is on, as in "Heat for 15 minutes"
 * @headline: what to do, in a few words; empty when there is nothing to do
 * @prompt: what to do and why, in sentences; empty when there is nothing to do
 * @clock: what is left, in digits
 * @words: the same in words, for those who listen
 *
 * What is shown of a pack that is on: on its card, and in a notification where that is not seen.
 */
typedef struct
{
  CoachPackStage  stage;
  char           *title;
  const char     *headline;
  const char     *prompt;
  char           *clock;
  char           *words;
} CoachPackCardState;

CoachPackCardState *coach_pack_card_state_from (CoachAppContext    *context);
void                coach_pack_card_state_free (CoachPackCardState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachPackCardState, coach_pack_card_state_free)

G_END_DECLS
