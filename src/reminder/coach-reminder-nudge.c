#define G_LOG_DOMAIN "coach-reminder"

#include "config.h"

#include "coach-reminder-private.h"

/* When the one notification is shown, and when it is taken away. */

/* These few minutes only delay a reminder, so that what comes after them sums nothing up. */
#define HOLDS_NOT_DEFERRING COACH_REMINDER_HOLD_WOKE

guint
coach_reminder_get_day (GDateTime *local)
{
  GDate date;
  int year, month, day;

  g_date_time_get_ymd (local, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static gboolean
is_nudging (const CoachReminderState *state)
{
  return state->posture == COACH_REMINDER_SITTING || state->posture == COACH_REMINDER_STANDING;
}

static gint64
get_limit_us (const CoachReminderState  *state,
              const CoachReminderConfig *config)
{
  return state->posture == COACH_REMINDER_STANDING ? config->standing_limit_us : config->limit_us;
}

/* Since when they keep the position in which they are; of use while they are not away. */
static gint64
get_began_us (const CoachReminderState *state)
{
  return state->posture == COACH_REMINDER_STANDING ? state->position_since_us
                                                   : state->spell_began_us;
}

static gint64
get_due_us (const CoachReminderState  *state,
            const CoachReminderConfig *config)
{
  return MAX (get_began_us (state) + get_limit_us (state, config), state->not_before_us);
}

static gint64
get_woke_until_us (const CoachReminderState  *state,
                   const CoachReminderConfig *config)
{
  return state->woke_us == COACH_REMINDER_NEVER ? COACH_REMINDER_NEVER
                                                : state->woke_us + config->woke_us;
}

/**
 * coach_reminder_state_get_holds:
 * @state: a state
 * @config: the configuration
 * @now: the time
 *
 * Gets why a reminder that is due would be held back.
 *
 * Returns: the reasons; 0 when there is none
 */
CoachReminderHolds
coach_reminder_state_get_holds (const CoachReminderState  *state,
                                const CoachReminderConfig *config,
                                const CoachReminderNow    *now)
{
  gint64 now_us = coach_reminder_now_get_us (now);
  guint holds = state->told;

  if (state->is_inhibited)
    holds |= COACH_REMINDER_HOLD_INHIBITOR;
  holds &= config->holds;
  if (now_us < state->quiet_until_us)
    holds |= COACH_REMINDER_HOLD_QUIET;
  if (!coach_reminder_hours_contain (&config->hours, now->local))
    holds |= COACH_REMINDER_HOLD_HOURS;
  if (state->paused_day == coach_reminder_get_day (now->local))
    holds |= COACH_REMINDER_HOLD_TODAY;
  if (now_us < get_woke_until_us (state, config))
    holds |= COACH_REMINDER_HOLD_WOKE;
  if (state->no_server)
    holds |= COACH_REMINDER_HOLD_NO_SERVER;
  return (CoachReminderHolds) holds;
}

/* Nothing was shown yet, and nothing stands in the way of the first. */
void
coach_reminder_forget_period (CoachReminderState *state)
{
  state->shows = 0;
  state->shown_us = COACH_REMINDER_NEVER;
  state->not_before_us = COACH_REMINDER_NEVER;
  state->period_ends_us = COACH_REMINDER_NEVER;
  state->waiting_since_us = COACH_REMINDER_NEVER;
  state->is_deferred = FALSE;
}

void
coach_reminder_withdraw (CoachReminderStep *step)
{
  if (!step->state->is_visible)
    return;
  step->state->is_visible = FALSE;
  step->orders->notice = COACH_REMINDER_NOTICE_WITHDRAW;
}

/* Standing is fine for longer than this, so that it is not said twice. */
static guint
get_repeats (const CoachReminderState  *state,
             const CoachReminderConfig *config)
{
  return state->posture == COACH_REMINDER_STANDING ? 0 : config->repeats;
}

/* One repeat after a while; then silence until the next period. */
static gint64
get_next_show_us (const CoachReminderStep *step,
                  gint64                   later_us)
{
  if (step->state->shows <= get_repeats (step->state, step->config))
    return later_us;
  return MAX (later_us, step->state->period_ends_us);
}

/* Three times in a row are an answer, too. */
void
coach_reminder_put_off (CoachReminderStep *step)
{
  CoachReminderState *state = step->state;
  gint64 later_us = step->now_us + step->config->later_us;

  state->waiting_since_us = COACH_REMINDER_NEVER;
  if (!state->is_visible)
    {
      state->not_before_us = MAX (state->not_before_us, later_us);
      return;
    }
  coach_reminder_withdraw (step);
  state->not_before_us = get_next_show_us (step, later_us);
  if (++state->laters < step->config->laters_to_pause)
    return;
  state->laters = 0;
  state->paused_day = coach_reminder_get_day (step->now->local);
  state->asks_interval = TRUE;
}

static CoachReminderTone
choose_tone (const CoachReminderState *state)
{
  if (state->posture == COACH_REMINDER_STANDING)
    return COACH_REMINDER_STOOD;
  if (state->is_deferred)
    return COACH_REMINDER_SUMMARY;
  return state->shows > 1 ? COACH_REMINDER_REPEAT : COACH_REMINDER_FIRST;
}

static void
show (CoachReminderStep *step)
{
  CoachReminderState *state = step->state;
  CoachReminderOrders *orders = step->orders;

  if (step->now_us >= state->period_ends_us)
    {
      state->shows = 0;
      state->period_ends_us = step->now_us + get_limit_us (state, step->config);
    }
  state->shows++;
  state->shown_us = step->now_us;
  state->not_before_us = get_next_show_us (step, step->now_us + step->config->later_us);
  orders->notice = state->is_visible ? COACH_REMINDER_NOTICE_REPLACE : COACH_REMINDER_NOTICE_SHOW;
  orders->tone = choose_tone (state);
  orders->sat_us = step->now_us - get_began_us (state);
  orders->asks_interval = state->asks_interval;
  state->is_visible = TRUE;
  state->waiting_since_us = COACH_REMINDER_NEVER;
  state->is_deferred = FALSE;
  state->asks_interval = FALSE;
}

/* It is due. It comes in a pause, or when one has been waited for long enough. */
static void
show_in_pause (CoachReminderStep *step)
{
  CoachReminderState *state = step->state;

  if (state->waiting_since_us == COACH_REMINDER_NEVER)
    state->waiting_since_us = step->now_us;
  else if (step->event->kind == COACH_REMINDER_EVENT_PAUSE
           || step->now_us >= state->waiting_since_us + step->config->typing_wait_us)
    show (step);
}

static void
hold_back (CoachReminderStep  *step,
           CoachReminderHolds  holds,
           gboolean            is_due)
{
  CoachReminderState *state = step->state;

  if (state->is_visible || (is_due && (holds & ~HOLDS_NOT_DEFERRING) != 0))
    state->is_deferred = TRUE;
  state->waiting_since_us = COACH_REMINDER_NEVER;
  coach_reminder_withdraw (step);
}

/* After any event: brings the notification in line with the state. While somebody is idle and may
 * be reading, what is shown stays, and nothing new comes. */
void
coach_reminder_settle (CoachReminderStep *step)
{
  CoachReminderState *state = step->state;
  CoachReminderHolds holds = coach_reminder_state_get_holds (state, step->config, step->now);
  gboolean is_due = is_nudging (state) && !state->is_away
                    && step->now_us >= get_due_us (state, step->config);

  if (!is_nudging (state) || coach_reminder_has_left (state, step->config, step->now_us))
    {
      coach_reminder_withdraw (step);
      state->waiting_since_us = COACH_REMINDER_NEVER;
    }
  else if (holds != 0)
    hold_back (step, holds, is_due);
  else if (is_due)
    show_in_pause (step);
  else
    state->waiting_since_us = COACH_REMINDER_NEVER;
}

/* The wall clock's @time, by the clock of the state as things stand. */
static gint64
to_state_us (const CoachReminderNow *now,
             GDateTime              *time)
{
  return coach_reminder_now_get_us (now) + g_date_time_difference (time, now->local);
}

static gint64
to_unix_us (const CoachReminderNow *now,
            gint64                  state_us)
{
  return g_date_time_to_unix (now->local) * G_USEC_PER_SEC
         + g_date_time_get_microsecond (now->local) + state_us - coach_reminder_now_get_us (now);
}

/* When a range of hours begins or ends, or a day. */
static gint64
get_hours_change_us (const CoachReminderConfig *config,
                     const CoachReminderNow    *now)
{
  g_autoptr (GDateTime) change = coach_reminder_hours_next_change (&config->hours, now->local);

  return change != NULL ? to_state_us (now, change) : G_MAXINT64;
}

static gint64
get_midnight_us (const CoachReminderNow *now)
{
  CoachReminderHours days = { 1, { { 0, 24 * 60 } } };
  g_autoptr (GDateTime) midnight = coach_reminder_hours_next_change (&days, now->local);

  return to_state_us (now, midnight);
}

/* When the last of the reasons that pass by themselves has passed; never while there is another,
 * for that one is told. */
static CoachReminderWake
get_release (const CoachReminderState  *state,
             const CoachReminderConfig *config,
             const CoachReminderNow    *now,
             CoachReminderHolds         holds,
             gint64                    *at_us)
{
  gint64 wall_us = COACH_REMINDER_NEVER;
  guint passing = COACH_REMINDER_HOLD_QUIET | COACH_REMINDER_HOLD_WOKE | COACH_REMINDER_HOLD_HOURS
                  | COACH_REMINDER_HOLD_TODAY;

  if ((holds & ~passing) != 0)
    return COACH_REMINDER_SLEEPS;
  *at_us = MAX (state->quiet_until_us, get_woke_until_us (state, config));
  if (holds & COACH_REMINDER_HOLD_HOURS)
    wall_us = get_hours_change_us (config, now);
  if (holds & COACH_REMINDER_HOLD_TODAY)
    wall_us = MAX (wall_us, get_midnight_us (now));
  if (wall_us <= *at_us)
    return COACH_REMINDER_WAKES_MONOTONIC;
  *at_us = wall_us;
  return COACH_REMINDER_WAKES_WALL;
}

/* While it is there: the repeat, or the end of the hours. */
static CoachReminderWake
get_end_of_notice (const CoachReminderState  *state,
                   const CoachReminderConfig *config,
                   const CoachReminderNow    *now,
                   gint64                     due_us,
                   gint64                    *at_us)
{
  gint64 wall_us = get_hours_change_us (config, now);

  *at_us = MIN (due_us, wall_us);
  return due_us <= wall_us ? COACH_REMINDER_WAKES_MONOTONIC : COACH_REMINDER_WAKES_WALL;
}

static CoachReminderWake
get_wake_when_here (const CoachReminderState  *state,
                    const CoachReminderConfig *config,
                    const CoachReminderNow    *now,
                    gint64                    *at_us)
{
  CoachReminderHolds holds = coach_reminder_state_get_holds (state, config, now);

  *at_us = get_due_us (state, config);
  if (state->waiting_since_us != COACH_REMINDER_NEVER)
    *at_us = state->waiting_since_us + config->typing_wait_us;
  else if (coach_reminder_now_get_us (now) >= *at_us && holds != 0)
    return get_release (state, config, now, holds, at_us);
  if (state->is_visible)
    return get_end_of_notice (state, config, now, *at_us, at_us);
  return COACH_REMINDER_WAKES_MONOTONIC;
}

/**
 * coach_reminder_state_get_wake:
 * @state: a state, right after an event
 * @config: the configuration
 * @now: the time of that event
 * @at_us: (out): when to wake up: monotonic time, or microseconds since 1970
 *
 * Gets when the next %COACH_REMINDER_EVENT_TICK is needed. Nothing else needs one: not a person who
 * is away, but for the moment at which that becomes a break, and not a reason to hold back that is
 * told when it ends.
 *
 * Returns: by which clock, if at all
 */
CoachReminderWake
coach_reminder_state_get_wake (const CoachReminderState  *state,
                               const CoachReminderConfig *config,
                               const CoachReminderNow    *now,
                               gint64                    *at_us)
{
  gint64 now_us = coach_reminder_now_get_us (now);
  CoachReminderWake wake = COACH_REMINDER_SLEEPS;
  gint64 us = 0;

  g_return_val_if_fail (state != NULL && config != NULL && now != NULL && at_us != NULL, wake);

  if (is_nudging (state) && !state->is_away)
    wake = get_wake_when_here (state, config, now, &us);
  else if (is_nudging (state) && !coach_reminder_has_left (state, config, now_us))
    {
      wake = COACH_REMINDER_WAKES_MONOTONIC;
      us = state->away_since_us + config->break_us;
    }
  *at_us = wake == COACH_REMINDER_WAKES_WALL ? to_unix_us (now, us) : us - now->suspended_us;
  return wake;
}
