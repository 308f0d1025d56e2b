#define G_LOG_DOMAIN "coach-reminder"

#include "config.h"

#include "coach-reminder-private.h"

/* What was sat, and what ends it: absences and postures. */

/* The two clocks that tell of sleep are read one after the other, so a little is nothing. */
#define LEAST_SLEEP_US G_USEC_PER_SEC

/* A shorter spell is not worth a line in the journal when it is interrupted. */
#define LEAST_SPELL_US (60 * (gint64) G_USEC_PER_SEC)

static gboolean
is_counting (const CoachReminderState *state)
{
  return state->posture == COACH_REMINDER_SITTING && !state->is_away;
}

static gboolean
is_led (const CoachReminderState *state)
{
  return state->posture == COACH_REMINDER_LED_STAND || state->posture == COACH_REMINDER_LED_CHAIR;
}

static gint64
get_break_us (const CoachReminderState  *state,
              const CoachReminderConfig *config)
{
  return state->was_locked ? config->locked_break_us : config->break_us;
}

/* What is left of what was sat after having been off it for so long. */
static gint64
pay_off (gint64 spell_us,
         guint  repays,
         gint64 length_us)
{
  return MAX (spell_us - repays * length_us, 0);
}

static void
stop_counting (CoachReminderState *state,
               gint64              at_us)
{
  if (is_counting (state))
    state->spell_us = MAX (at_us - state->spell_began_us, 0);
}

static void
go_on_counting (CoachReminderState *state,
                gint64              at_us)
{
  state->spell_began_us = at_us - state->spell_us;
}

static void
finish_break (CoachReminderStep *step,
              const char        *kind,
              gint64             began_us,
              gint64             ended_us)
{
  CoachReminderOrders *orders = step->orders;

  g_assert (orders->break_kind == NULL);
  if (step->state->spell_us >= LEAST_SPELL_US || !g_str_equal (kind, "away"))
    {
      orders->break_kind = kind;
      orders->break_began_us = began_us;
      orders->break_length_us = ended_us - began_us;
      orders->break_sat_us = step->state->spell_us;
    }
  step->state->spell_us = 0;
  step->state->laters = 0;
  coach_reminder_withdraw (step);
  coach_reminder_forget_period (step->state);
}

static const char *
get_break_kind (CoachReminderPosture posture)
{
  switch (posture)
    {
    case COACH_REMINDER_STANDING:
    case COACH_REMINDER_LED_STAND:
      return "stand";
    case COACH_REMINDER_LED_CHAIR:
      return "chair";
    case COACH_REMINDER_SESSION:
      return "session";
    case COACH_REMINDER_SITTING:
    default:
      g_return_val_if_reached ("away");
    }
}

/* Standing and sessions count by their length, a led break by having been done. What does not count
 * leaves the reminder for later, and is worth what an absence of its length is. */
static void
leave_posture_at (CoachReminderStep *step,
                  gboolean           is_done,
                  gint64             at_us)
{
  CoachReminderState *state = step->state;
  gint64 length_us = at_us - state->posture_since_us;

  if (!is_led (state))
    is_done = length_us >= step->config->locked_break_us;
  else
    step->orders->ends_led = TRUE;
  if (is_done)
    finish_break (step, get_break_kind (state->posture), state->posture_since_us, at_us);
  else
    {
      state->spell_us = pay_off (state->spell_us, step->config->repays, length_us);
      state->not_before_us = MAX (state->not_before_us, at_us + step->config->later_us);
      coach_reminder_withdraw (step);
    }
  state->posture = COACH_REMINDER_SITTING;
  state->posture_since_us = at_us;
  state->present_since_us = at_us;
  if (state->is_away)
    state->away_since_us = MAX (state->away_since_us, at_us);
  else
    go_on_counting (state, at_us);
}

static void
come_back_sitting (CoachReminderStep *step,
                   gint64             length_us,
                   gint64             at_us)
{
  CoachReminderState *state = step->state;

  if (length_us >= get_break_us (state, step->config))
    finish_break (step, "away", state->away_since_us, at_us);
  else
    state->spell_us = pay_off (state->spell_us, step->config->repays, length_us);
  go_on_counting (state, at_us);
}

/* Who was away for long does not stand where they stood. */
static void
come_back_standing (CoachReminderStep *step,
                    gint64             length_us,
                    gint64             at_us)
{
  CoachReminderState *state = step->state;

  if (length_us >= step->config->standing_limit_us)
    {
      leave_posture_at (step, TRUE, state->away_since_us);
      state->spell_us = 0;
      go_on_counting (state, at_us);
    }
  else if (length_us >= get_break_us (state, step->config))
    {
      state->position_since_us = at_us;
      state->laters = 0;
      coach_reminder_withdraw (step);
      coach_reminder_forget_period (state);
    }
}

static void
come_back (CoachReminderStep *step,
           gint64             at_us)
{
  CoachReminderState *state = step->state;
  gint64 length_us = at_us - state->away_since_us;

  if (!state->is_away)
    return;
  state->is_away = FALSE;
  if (state->posture == COACH_REMINDER_SITTING)
    come_back_sitting (step, length_us, at_us);
  else if (state->posture == COACH_REMINDER_STANDING)
    come_back_standing (step, length_us, at_us);
  state->present_since_us = at_us;
  state->was_locked = FALSE;
}

/* One absence may be told several times: idle first, then locked, then asleep. */
static void
go_away (CoachReminderStep *step,
         gint64             since_us,
         gboolean           is_locked)
{
  CoachReminderState *state = step->state;

  if (!state->is_away)
    {
      since_us = CLAMP (since_us, MIN (state->present_since_us, step->now_us), step->now_us);
      stop_counting (state, since_us);
      state->is_away = TRUE;
      state->was_locked = FALSE;
      state->away_since_us = since_us;
    }
  state->was_locked |= is_locked;
}

/* Sleep of which nobody told, as where there is no login service. The clock knows its length but
 * not when it was; it is taken to have ended just now, which never makes anything due too early. */
static void
heed_sleep (CoachReminderStep *step,
            gint64             slept_us)
{
  CoachReminderState *state = step->state;

  if (slept_us < LEAST_SLEEP_US)
    return;
  state->woke_us = step->now_us;
  if (state->is_away)
    state->was_locked = TRUE;
  else
    {
      go_away (step, step->now_us - slept_us, TRUE);
      come_back (step, step->now_us);
    }
}

void
coach_reminder_let_time_pass (CoachReminderStep *step)
{
  CoachReminderState *state = step->state;
  gint64 slept_us = step->now->suspended_us - state->suspended_us;
  gint64 led_us = COACH_REMINDER_LED_MINUTES * 60 * (gint64) G_USEC_PER_SEC;

  heed_sleep (step, slept_us);
  if (is_led (state) && step->now_us - state->posture_since_us > led_us)
    leave_posture_at (step, FALSE, state->posture_since_us + led_us);
  if (state->paused_day != coach_reminder_get_day (step->now->local))
    state->paused_day = 0;
  state->at_us = step->now_us;
  state->suspended_us = step->now->suspended_us;
}

/* Locked and asleep are told from when it happened; somebody idle may sit through a film. */
void
coach_reminder_heed_presence (CoachReminderStep *step)
{
  CoachReminderState *state = step->state;

  switch (state->presence)
    {
    case COACH_PRESENCE_LOCKED:
    case COACH_PRESENCE_ASLEEP:
      go_away (step, state->presence_since_us, TRUE);
      break;
    case COACH_PRESENCE_IDLE:
      if (!state->is_inhibited && (state->told & COACH_REMINDER_HOLDS_SITTING) == 0)
        go_away (step, state->presence_since_us, FALSE);
      else
        {
          come_back (step, step->now_us);
          state->present_since_us = step->now_us;
        }
      break;
    case COACH_PRESENCE_ACTIVE:
    case COACH_PRESENCE_UNKNOWN:
      come_back (step, step->now_us);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
coach_reminder_take_posture (CoachReminderStep    *step,
                             CoachReminderPosture  posture)
{
  CoachReminderState *state = step->state;

  come_back (step, step->now_us);
  if (state->posture != COACH_REMINDER_SITTING)
    leave_posture_at (step, FALSE, step->now_us);
  coach_reminder_withdraw (step);
  stop_counting (state, step->now_us);
  state->posture = posture;
  state->posture_since_us = step->now_us;
  state->position_since_us = step->now_us;
  state->present_since_us = step->now_us;
  if (posture == COACH_REMINDER_STANDING)
    {
      state->laters = 0;
      coach_reminder_forget_period (state);
    }
}

void
coach_reminder_leave_posture (CoachReminderStep *step,
                              gboolean           is_done)
{
  leave_posture_at (step, is_done, step->now_us);
}

gint64
coach_reminder_count_spell (const CoachReminderState  *state,
                            const CoachReminderConfig *config,
                            gint64                     now_us)
{
  gint64 away_us;

  if (is_counting (state))
    return MAX (now_us - state->spell_began_us, 0);
  if (!state->is_away || state->posture != COACH_REMINDER_SITTING)
    return state->spell_us;
  away_us = MAX (now_us - state->away_since_us, 0);
  if (away_us >= get_break_us (state, config))
    return 0;
  return pay_off (state->spell_us, config->repays, away_us);
}

gboolean
coach_reminder_has_left (const CoachReminderState  *state,
                         const CoachReminderConfig *config,
                         gint64                     now_us)
{
  return state->is_away
         && (state->was_locked || now_us - state->away_since_us >= config->break_us);
}
