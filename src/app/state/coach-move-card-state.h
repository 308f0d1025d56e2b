#pragma once

#include "coach-app-context.h"

G_BEGIN_DECLS

/**
 * CoachMoveCardState:
 * @title: (not nullable): the name
 * @subtitle: (not nullable): one line about it
 * @note: (nullable): what is different in a routine for the person; translated sentences
 * @description: (not nullable): the line, the verdict and the note, for those who listen
 * @summary: (not nullable): what it is for, or why it is left out; shown where there is no picture
 * @poster_path: (nullable): its picture, of the size that cards have
 * @clip_path: (nullable): what may play in the place of the picture; %NULL for a routine, and where
 *   there is no picture
 * @is_struck_out: whether a stroke goes through its picture: a move to leave out, as on its page
 * @level: what the rules say of it
 *
 * What a card shows of a move or a routine.
 */
typedef struct
{
  char              *title;
  char              *subtitle;
  char              *note;
  char              *description;
  char              *summary;
  char              *poster_path;
  char              *clip_path;
  gboolean           is_struck_out;
  CoachVerdictLevel  level;
} CoachMoveCardState;

CoachMoveCardState *coach_move_card_state_from_move    (CoachAppContext    *context,
                                                        CoachMove          *move);
CoachMoveCardState *coach_move_card_state_from_routine (CoachAppContext    *context,
                                                        CoachRoutine       *routine);
void                coach_move_card_state_free         (CoachMoveCardState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachMoveCardState, coach_move_card_state_free)

G_END_DECLS
