#pragma once

#include "session.h"

G_BEGIN_DECLS

/**
 * CoachSessionPageState:
 * @title: (not nullable): the routine
 * @time_left: (not nullable): what is left of the whole session, as in "7:40 left"
 * @digits: (not nullable): what is left of the phase, as in "0:24"
 * @digits_words: (not nullable): the same in words
 * @digits_words_due: whether this is a moment to tell the words to those who listen
 * @progress: (not nullable): which step of how many
 * @n_steps: how many steps there are
 * @step: index of the step under way
 * @fraction: how much of the step lies behind, from 0 to 1
 * @name: (not nullable): the movement
 * @side: (nullable): the side in words; %NULL when both work at once
 * @activity: (not nullable): what is done now, as in "Hold · set 1 of 2"
 * @instruction: (not nullable): one short sentence
 * @next: (nullable): what follows
 * @caution: (nullable): while getting into place, the first reason to take care
 * @phase_kind: what kind of phase is under way
 * @phase_start_s: its begin in the plan, in seconds, which tells it from all others
 * @phase_length_s: how long it takes, in seconds
 * @seconds_left: what is left of it, rounded up
 * @movement: (not nullable) (transfer none): the movement whose picture is shown
 * @picture_side: the side that the picture shows at work
 * @is_moving: whether the picture plays
 * @is_paused: whether the clock stands
 * @is_leading_in: whether the clock is about to go on after a pause
 * @can_toggle_pause: whether it can be paused, resumed or started
 * @can_move: whether steps can be skipped, gone back to and left out
 * @can_stop: whether there is anything to end
 * @next_change_us: microseconds until something on the screen changes by itself; -1 for never
 *
 * What the screen of a session shows at one moment.
 */
typedef struct
{
  char          *title;
  char          *time_left;
  char          *digits;
  char          *digits_words;
  gboolean       digits_words_due;
  char          *progress;
  guint          n_steps;
  guint          step;
  double         fraction;
  char          *name;
  char          *side;
  char          *activity;
  char          *instruction;
  char          *next;
  char          *caution;
  CoachPhaseKind phase_kind;
  guint          phase_start_s;
  guint          phase_length_s;
  guint          seconds_left;
  CoachMovement *movement;
  CoachSide      picture_side;
  gboolean       is_moving;
  gboolean       is_paused;
  gboolean       is_leading_in;
  gboolean       can_toggle_pause;
  gboolean       can_move;
  gboolean       can_stop;
  gint64         next_change_us;
} CoachSessionPageState;

CoachSessionPageState *coach_session_page_state_new  (CoachSession          *session);
void                   coach_session_page_state_free (CoachSessionPageState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachSessionPageState, coach_session_page_state_free)

G_END_DECLS
