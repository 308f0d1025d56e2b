#define G_LOG_DOMAIN "coach-reminder"

#include "config.h"

#include "coach-reminder-config.h"

#define MINUTE_US (60 * (gint64) G_USEC_PER_SEC)

/**
 * coach_reminder_config_init:
 * @config: (out): what is to be used unless the person chooses
 * @numbers: the numbers of safety.json
 *
 * Takes everything from the safety rules. Camera and microphone hold nothing back until the person
 * says so.
 */
void
coach_reminder_config_init (CoachReminderConfig       *config,
                            const CoachSittingNumbers *numbers)
{
  g_return_if_fail (config != NULL && numbers != NULL);

  *config = (CoachReminderConfig) {
    .limit_us = numbers->minutes * MINUTE_US,
    .standing_limit_us = numbers->standing_minutes * MINUTE_US,
    .break_us = numbers->break_minutes * MINUTE_US,
    .locked_break_us = numbers->locked_break_minutes * MINUTE_US,
    .repays = numbers->absence_repays,
    .later_us = numbers->later_minutes * MINUTE_US,
    .repeats = numbers->repeats,
    .laters_to_pause = numbers->later_in_row_pauses_day,
    .typing_wait_us = numbers->typing_wait_s * (gint64) G_USEC_PER_SEC,
    .woke_us = numbers->quiet_after_wake_minutes * MINUTE_US,
    .holds = COACH_REMINDER_HOLD_DO_NOT_DISTURB | COACH_REMINDER_HOLD_FULL_SCREEN
             | COACH_REMINDER_HOLD_INHIBITOR,
    .manner = COACH_REMINDER_STAND_UP,
    .hours = { 1, { { numbers->begins_minute, numbers->ends_minute } } },
  };
}

/**
 * coach_reminder_config_set_minutes:
 * @config: a configuration
 * @numbers: the numbers of safety.json
 * @minutes: what the person chose; kept within what can be chosen
 *
 * Sets how long is sat before a reminder.
 */
void
coach_reminder_config_set_minutes (CoachReminderConfig       *config,
                                   const CoachSittingNumbers *numbers,
                                   guint                      minutes)
{
  g_return_if_fail (config != NULL && numbers != NULL);

  config->limit_us = CLAMP (minutes, numbers->min_minutes, numbers->max_minutes) * MINUTE_US;
}

/**
 * coach_reminder_offer_minutes:
 * @numbers: the numbers of safety.json
 * @trend: how it goes
 * @is_flare: whether the person is in a flare-up
 * @sitting_pain: the pain that sitting brings, 0 to 10
 * @minutes: what is chosen now
 *
 * Finds whether another time is worth offering: a shorter one when it is sore, a longer one when
 * nothing is worth noting. It is an offer; nothing changes by itself (safety.md, section 8).
 *
 * Returns: minutes, or 0 when there is nothing to offer
 */
guint
coach_reminder_offer_minutes (const CoachSittingNumbers *numbers,
                              CoachTrend                 trend,
                              gboolean                   is_flare,
                              guint                      sitting_pain,
                              guint                      minutes)
{
  gboolean is_sore;

  g_return_val_if_fail (numbers != NULL, 0);

  is_sore = is_flare || trend == COACH_TREND_FLARE || trend == COACH_TREND_SPREADING
            || sitting_pain >= numbers->sore_from_pain;
  if (is_sore)
    return minutes > numbers->offer_when_sore ? numbers->offer_when_sore : 0;
  if (trend == COACH_TREND_RESOLVED && minutes < numbers->offer_when_quiet)
    return numbers->offer_when_quiet;
  return 0;
}
