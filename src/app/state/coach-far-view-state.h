#pragma once

#include "session.h"

G_BEGIN_DECLS

/**
 * CoachFarField:
 * @COACH_FAR_FIELD_READY: getting into place, or the seconds before the clock goes on
 * @COACH_FAR_FIELD_HOLD: a position is held
 * @COACH_FAR_FIELD_MOVE: a movement is repeated, or goes on
 * @COACH_FAR_FIELD_REST: rest, and the end
 * @COACH_FAR_FIELD_SWITCH: turning to the other side
 * @COACH_FAR_FIELD_PAUSED: the clock stands
 *
 * The colour that tells from afar what is to be done.
 */
typedef enum
{
  COACH_FAR_FIELD_READY,
  COACH_FAR_FIELD_HOLD,
  COACH_FAR_FIELD_MOVE,
  COACH_FAR_FIELD_REST,
  COACH_FAR_FIELD_SWITCH,
  COACH_FAR_FIELD_PAUSED,
} CoachFarField;

#define COACH_FAR_N_FIELDS (COACH_FAR_FIELD_PAUSED + 1)

/**
 * CoachFarViewState:
 * @field: the colour and the sign
 * @word: (not nullable): the same as a word, as in "HOLD"
 * @digits: (not nullable): the seconds that run now, as in "24" or "1:30"
 * @digits_words: (not nullable): the same in words
 * @digits_words_due: whether this is a moment to tell the words to those who listen
 * @side: (nullable): the side in words; %NULL when both work at once
 * @detail: (nullable): one more short thing to know, as in "Set 1 of 2"
 * @name: (not nullable): the movement
 * @movement: (not nullable) (transfer none): the movement whose picture is shown
 * @picture_side: the side that the picture shows at work
 * @is_moving: whether the picture plays
 *
 * What is seen of a session from two metres, at one moment.
 */
typedef struct
{
  CoachFarField  field;
  const char    *word;
  char          *digits;
  char          *digits_words;
  gboolean       digits_words_due;
  char          *side;
  char          *detail;
  char          *name;
  CoachMovement *movement;
  CoachSide      picture_side;
  gboolean       is_moving;
} CoachFarViewState;

CoachFarViewState *coach_far_view_state_new  (CoachSession      *session);
void               coach_far_view_state_free (CoachFarViewState *state);
const char        *coach_far_field_get_name  (CoachFarField      field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachFarViewState, coach_far_view_state_free)

G_END_DECLS
