#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-pack-state.h"

#define MINUTE_US (60 * (gint64) G_USEC_PER_SEC)

static gint64
get_end_us (const CoachPackState *state)
{
  return state->began_us + state->length_us;
}

static gint64
get_skin_check_us (const CoachPackState   *state,
                   const CoachPackNumbers *numbers)
{
  return state->began_us + numbers->skin_check_minute * MINUTE_US;
}

static gint64
get_remind_us (const CoachPackNumbers *numbers)
{
  return MAX (numbers->remind_minutes, 1) * MINUTE_US;
}

/* However late this comes, and whatever was slept through: the end counts for more than the look
 * at the skin, which it takes the place of. */
static void
let_time_pass (CoachPackState         *state,
               const CoachPackNumbers *numbers,
               gint64                  now_us)
{
  if (state->stage == COACH_PACK_OFF)
    return;
  if (now_us >= get_end_us (state))
    {
      state->stage = COACH_PACK_TAKE_OFF;
      state->reminders = (guint) ((now_us - get_end_us (state)) / get_remind_us (numbers));
    }
  else if (state->stage == COACH_PACK_ON && !state->skin_checked
           && now_us >= get_skin_check_us (state, numbers))
    state->stage = COACH_PACK_CHECK_SKIN;
}

/**
 * coach_pack_state_begin:
 * @kind: heat or cold
 * @numbers: the protocol of that kind
 * @minutes: how long; kept within what the protocol allows
 * @now_us: the time, sleep included, in microseconds
 *
 * Puts a pack on.
 *
 * Returns: the state of a pack that is on
 */
CoachPackState
coach_pack_state_begin (CoachPackKind           kind,
                        const CoachPackNumbers *numbers,
                        guint                   minutes,
                        gint64                  now_us)
{
  return (CoachPackState) {
    .stage = COACH_PACK_ON,
    .kind = kind,
    .began_us = now_us,
    .length_us = CLAMP (minutes, numbers->min_minutes, numbers->max_minutes) * MINUTE_US,
  };
}

/**
 * coach_pack_state_after:
 * @before: the state before
 * @numbers: the protocol of its kind
 * @event: what happens
 * @now_us: the time, sleep included, in microseconds
 *
 * Lets the time pass up to @now_us, then the event happen. An event that makes no sense where the
 * pack is changes nothing: a skin that is fine before it was to be looked at is looked at all the
 * same, and one that is fine after the end does not prolong anything.
 *
 * Returns: the state after
 */
CoachPackState
coach_pack_state_after (const CoachPackState   *before,
                        const CoachPackNumbers *numbers,
                        CoachPackEvent          event,
                        gint64                  now_us)
{
  CoachPackState state = *before;

  let_time_pass (&state, numbers, now_us);
  switch (event)
    {
    case COACH_PACK_EVENT_TICK:
      break;
    case COACH_PACK_EVENT_SKIN_FINE:
      if (state.stage == COACH_PACK_CHECK_SKIN)
        {
          state.stage = COACH_PACK_ON;
          state.skin_checked = TRUE;
        }
      break;
    case COACH_PACK_EVENT_TAKEN_OFF:
      state = (CoachPackState) { .stage = COACH_PACK_OFF };
      break;
    default:
      g_return_val_if_reached (*before);
    }
  return state;
}

/**
 * coach_pack_state_get_remaining_us:
 * @state: a state
 * @now_us: the time, sleep included, in microseconds
 *
 * Gets how long the pack is still to stay on.
 *
 * Returns: microseconds, never negative; 0 when no pack is on
 */
gint64
coach_pack_state_get_remaining_us (const CoachPackState *state,
                                   gint64                now_us)
{
  if (state->stage == COACH_PACK_OFF)
    return 0;
  return CLAMP (get_end_us (state) - now_us, 0, state->length_us);
}

/**
 * coach_pack_state_get_worn_us:
 * @state: a state
 * @now_us: the time, sleep included, in microseconds
 *
 * Gets how long the pack has been on. A pack that was left on has been on for longer than it was to.
 *
 * Returns: microseconds, never negative; 0 when no pack is on
 */
gint64
coach_pack_state_get_worn_us (const CoachPackState *state,
                              gint64                now_us)
{
  if (state->stage == COACH_PACK_OFF)
    return 0;
  return MAX (now_us - state->began_us, 0);
}

/**
 * coach_pack_state_get_next_change_us:
 * @state: a state
 * @numbers: the protocol of its kind
 *
 * Gets when the state changes by itself: the look at the skin, the end, or the next reminder.
 *
 * Returns: the time, sleep included, in microseconds; %G_MAXINT64 for never
 */
gint64
coach_pack_state_get_next_change_us (const CoachPackState   *state,
                                     const CoachPackNumbers *numbers)
{
  gint64 end_us = get_end_us (state);

  switch (state->stage)
    {
    case COACH_PACK_OFF:
      return G_MAXINT64;
    case COACH_PACK_ON:
      if (state->skin_checked)
        return end_us;
      return MIN (get_skin_check_us (state, numbers), end_us);
    case COACH_PACK_CHECK_SKIN:
      return end_us;
    case COACH_PACK_TAKE_OFF:
      return end_us + (state->reminders + 1) * get_remind_us (numbers);
    default:
      g_return_val_if_reached (G_MAXINT64);
    }
}
