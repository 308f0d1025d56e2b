#define G_LOG_DOMAIN "coach-reminder"

#include "config.h"

#include "coach-reminder-private.h"

G_DEFINE_ENUM_TYPE (CoachReminderPosture, coach_reminder_posture,
                    G_DEFINE_ENUM_VALUE (COACH_REMINDER_SITTING, "sitting"),
                    G_DEFINE_ENUM_VALUE (COACH_REMINDER_STANDING, "standing"),
                    G_DEFINE_ENUM_VALUE (COACH_REMINDER_LED_STAND, "led-stand"),
                    G_DEFINE_ENUM_VALUE (COACH_REMINDER_LED_CHAIR, "led-chair"),
                    G_DEFINE_ENUM_VALUE (COACH_REMINDER_SESSION, "session"))

/**
 * coach_reminder_now_get_us:
 * @now: a time
 *
 * Gets the time that states reckon with, which goes on while the machine sleeps.
 *
 * Returns: microseconds
 */
gint64
coach_reminder_now_get_us (const CoachReminderNow *now)
{
  return now->monotonic_us + now->suspended_us;
}

/**
 * coach_reminder_state_begin:
 * @now: the time
 *
 * Begins anew: somebody has just sat down, as far as is known.
 *
 * Returns: the state
 */
CoachReminderState
coach_reminder_state_begin (const CoachReminderNow *now)
{
  gint64 now_us = coach_reminder_now_get_us (now);
  CoachReminderState state = {
    .at_us = now_us,
    .suspended_us = now->suspended_us,
    .posture_since_us = now_us,
    .position_since_us = now_us,
    .presence_since_us = now_us,
    .present_since_us = now_us,
    .away_since_us = now_us,
    .spell_began_us = now_us,
    .quiet_until_us = COACH_REMINDER_NEVER,
    .woke_us = COACH_REMINDER_NEVER,
  };

  coach_reminder_forget_period (&state);
  return state;
}

static void
finish_led_break (CoachReminderStep *step,
                  gboolean           is_done)
{
  if (step->state->posture == COACH_REMINDER_LED_STAND
      || step->state->posture == COACH_REMINDER_LED_CHAIR)
    coach_reminder_leave_posture (step, is_done);
}

static void
begin_led_break (CoachReminderStep    *step,
                 CoachReminderPosture  posture)
{
  if (step->config->is_emergency)
    return;
  coach_reminder_take_posture (step, posture);
  step->orders->begins_led = TRUE;
}

/* A led break in the chair is a session in the program, which tells of it as of any other. */
static void
heed_session (CoachReminderStep *step,
              gboolean           begins)
{
  CoachReminderState *state = step->state;
  gboolean is_led = state->posture == COACH_REMINDER_LED_STAND
                    || state->posture == COACH_REMINDER_LED_CHAIR;

  if (begins && !is_led && state->posture != COACH_REMINDER_SESSION)
    coach_reminder_take_posture (step, COACH_REMINDER_SESSION);
  else if (!begins && is_led)
    finish_led_break (step, step->now_us - state->posture_since_us
                                >= step->config->locked_break_us);
  else if (!begins && state->posture == COACH_REMINDER_SESSION)
    coach_reminder_leave_posture (step, TRUE);
}

static void
heed_standing (CoachReminderStep *step,
               gboolean           stands)
{
  CoachReminderPosture posture = step->state->posture;

  if (stands && posture != COACH_REMINDER_STANDING)
    coach_reminder_take_posture (step, COACH_REMINDER_STANDING);
  else if (!stands && posture == COACH_REMINDER_STANDING)
    coach_reminder_leave_posture (step, TRUE);
}

/* What was not shown is due as before; what was shown and is gone was seen. */
static void
heed_failure (CoachReminderStep *step)
{
  CoachReminderState *state = step->state;

  state->no_server = TRUE;
  if (!state->is_visible)
    return;
  state->is_visible = FALSE;
  state->is_deferred = TRUE;
  state->not_before_us = COACH_REMINDER_NEVER;
  if (--state->shows == 0)
    state->period_ends_us = COACH_REMINDER_NEVER;
}

static void
resume (CoachReminderStep *step)
{
  step->state->quiet_until_us = COACH_REMINDER_NEVER;
  step->state->paused_day = 0;
  step->state->not_before_us = MIN (step->state->not_before_us, step->now_us);
}

/* Until then they sat through a film, whatever is told of them next. */
static void
note_film (CoachReminderStep *step)
{
  if (step->state->presence == COACH_PRESENCE_IDLE && !step->state->is_away)
    step->state->present_since_us = step->now_us;
}

static void
take_presence (CoachReminderStep *step)
{
  CoachReminderState *state = step->state;
  const CoachReminderEvent *event = step->event;

  note_film (step);
  if (state->presence == COACH_PRESENCE_ASLEEP && event->presence != COACH_PRESENCE_ASLEEP)
    state->woke_us = step->now_us;
  state->presence = event->presence;
  state->presence_since_us = MIN (event->since_us + step->now->suspended_us, step->now_us);
  state->is_inhibited = event->is_inhibited;
  coach_reminder_heed_presence (step);
}

static void
take_holds (CoachReminderStep *step)
{
  note_film (step);
  step->state->told = step->event->holds & COACH_REMINDER_HOLDS_TOLD;
  coach_reminder_heed_presence (step);
}

/* A limit that is longer now takes back what it made due; a warning sign ends a led break. */
static void
take_settings (CoachReminderStep *step)
{
  CoachReminderState *state = step->state;

  if (step->config->is_emergency)
    finish_led_break (step, FALSE);
  if (state->posture == COACH_REMINDER_SITTING
      && coach_reminder_count_spell (state, step->config, step->now_us) < step->config->limit_us)
    {
      coach_reminder_withdraw (step);
      state->is_deferred = FALSE;
    }
}

/* It is answered, and silence follows until the next period. */
static void
answer (CoachReminderStep *step)
{
  CoachReminderState *state = step->state;

  if (!state->is_visible)
    return;
  state->not_before_us = MAX (state->not_before_us, state->period_ends_us);
  coach_reminder_withdraw (step);
}

static void
heed_notice (CoachReminderStep *step)
{
  CoachReminderState *state = step->state;

  switch ((int) step->event->kind)
    {
    case COACH_REMINDER_EVENT_SHOWN:
    case COACH_REMINDER_EVENT_AVAILABLE:
      state->no_server = FALSE;
      break;
    case COACH_REMINDER_EVENT_FAILED:
      heed_failure (step);
      break;
    case COACH_REMINDER_EVENT_DISMISSED:
      answer (step);
      step->orders->notice = COACH_REMINDER_NOTICE_KEEP;
      break;
    case COACH_REMINDER_EVENT_EXPIRED:
      state->is_visible = FALSE;
      break;
    case COACH_REMINDER_EVENT_VANISHED:
      state->is_visible = FALSE;
      state->no_server = TRUE;
      break;
    case COACH_REMINDER_EVENT_STAND:
      begin_led_break (step, COACH_REMINDER_LED_STAND);
      break;
    case COACH_REMINDER_EVENT_CHAIR:
      begin_led_break (step, COACH_REMINDER_LED_CHAIR);
      break;
    case COACH_REMINDER_EVENT_LATER:
      coach_reminder_put_off (step);
      break;
    case COACH_REMINDER_EVENT_OPENED:
      answer (step);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
heed (CoachReminderStep *step)
{
  CoachReminderState *state = step->state;

  switch (step->event->kind)
    {
    case COACH_REMINDER_EVENT_TICK:
    case COACH_REMINDER_EVENT_TYPING:
    case COACH_REMINDER_EVENT_PAUSE:
    case COACH_REMINDER_EVENT_CLOCK_CHANGED:
      break;
    case COACH_REMINDER_EVENT_PRESENCE:
      take_presence (step);
      break;
    case COACH_REMINDER_EVENT_SHOWN:
    case COACH_REMINDER_EVENT_FAILED:
    case COACH_REMINDER_EVENT_DISMISSED:
    case COACH_REMINDER_EVENT_EXPIRED:
    case COACH_REMINDER_EVENT_VANISHED:
    case COACH_REMINDER_EVENT_AVAILABLE:
    case COACH_REMINDER_EVENT_STAND:
    case COACH_REMINDER_EVENT_CHAIR:
    case COACH_REMINDER_EVENT_LATER:
    case COACH_REMINDER_EVENT_OPENED:
      heed_notice (step);
      break;
    case COACH_REMINDER_EVENT_BREAK_FINISHED:
    case COACH_REMINDER_EVENT_BREAK_STOPPED:
      finish_led_break (step, step->event->kind == COACH_REMINDER_EVENT_BREAK_FINISHED);
      break;
    case COACH_REMINDER_EVENT_SESSION_BEGAN:
    case COACH_REMINDER_EVENT_SESSION_ENDED:
      heed_session (step, step->event->kind == COACH_REMINDER_EVENT_SESSION_BEGAN);
      break;
    case COACH_REMINDER_EVENT_STANDING:
    case COACH_REMINDER_EVENT_SITTING:
      heed_standing (step, step->event->kind == COACH_REMINDER_EVENT_STANDING);
      break;
    case COACH_REMINDER_EVENT_QUIET:
      state->quiet_until_us = step->now_us + MAX (step->event->length_us, 0);
      break;
    case COACH_REMINDER_EVENT_PAUSE_TODAY:
      state->paused_day = coach_reminder_get_day (step->now->local);
      break;
    case COACH_REMINDER_EVENT_RESUME:
      resume (step);
      break;
    case COACH_REMINDER_EVENT_HOLDS:
      take_holds (step);
      break;
    case COACH_REMINDER_EVENT_SETTINGS:
      take_settings (step);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * coach_reminder_state_after:
 * @before: the state
 * @config: the configuration
 * @event: what happens
 * @now: when it happens, not before the last event
 * @orders: (out): what is to be done now
 *
 * Finds the state after an event, and what is to be done. The time up to the event passes first:
 * sleep of which nobody told is found by the clocks. An event that makes no sense changes nothing.
 *
 * Returns: the state after
 */
CoachReminderState
coach_reminder_state_after (const CoachReminderState  *before,
                            const CoachReminderConfig *config,
                            const CoachReminderEvent  *event,
                            const CoachReminderNow    *now,
                            CoachReminderOrders       *orders)
{
  CoachReminderState state = *before;
  CoachReminderStep step = {
    .state = &state,
    .config = config,
    .event = event,
    .now = now,
    .orders = orders,
    .now_us = MAX (coach_reminder_now_get_us (now), before->at_us),
  };

  *orders = (CoachReminderOrders) { 0 };
  coach_reminder_let_time_pass (&step);
  heed (&step);
  coach_reminder_settle (&step);
  return state;
}

/**
 * coach_reminder_state_get_spell_us:
 * @state: a state
 * @config: the configuration
 * @now: the time
 *
 * Gets how long was sat. It stands still during sessions, led breaks and while standing, and goes
 * down while away.
 *
 * Returns: microseconds, never negative
 */
gint64
coach_reminder_state_get_spell_us (const CoachReminderState  *state,
                                   const CoachReminderConfig *config,
                                   const CoachReminderNow    *now)
{
  g_return_val_if_fail (state != NULL && config != NULL && now != NULL, 0);

  return coach_reminder_count_spell (state, config, coach_reminder_now_get_us (now));
}

/**
 * coach_reminder_state_is_on_break:
 * @state: a state
 * @config: the configuration
 * @now: the time
 *
 * Tells whether the person is away, and not only idle for a moment.
 *
 * Returns: whether the screen is locked, the machine asleep, or nobody was here for long enough
 */
gboolean
coach_reminder_state_is_on_break (const CoachReminderState  *state,
                                  const CoachReminderConfig *config,
                                  const CoachReminderNow    *now)
{
  g_return_val_if_fail (state != NULL && config != NULL && now != NULL, FALSE);

  return coach_reminder_has_left (state, config, coach_reminder_now_get_us (now));
}
