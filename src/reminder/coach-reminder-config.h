#pragma once

#include "catalog.h"
#include "coach-reminder-hours.h"

G_BEGIN_DECLS

/**
 * CoachReminderManner:
 * @COACH_REMINDER_STAND_UP: offers to stand up
 * @COACH_REMINDER_CHANGE_POSITION: offers to change position, for those whom standing hurts more
 * @COACH_REMINDER_CANNOT_STAND: offers moves for arms and breath in the chair
 *
 * What the person wants to be reminded of (safety.md, section 8).
 */
typedef enum
{
  COACH_REMINDER_STAND_UP,
  COACH_REMINDER_CHANGE_POSITION,
  COACH_REMINDER_CANNOT_STAND,
} CoachReminderManner;

/**
 * CoachReminderHolds:
 * @COACH_REMINDER_HOLD_DO_NOT_DISTURB: the desktop shows no notifications
 * @COACH_REMINDER_HOLD_FULL_SCREEN: something fills the screen
 * @COACH_REMINDER_HOLD_INHIBITOR: a film or a call keeps the screen on
 * @COACH_REMINDER_HOLD_CAMERA: the camera is in use
 * @COACH_REMINDER_HOLD_MICROPHONE: the microphone is in use
 * @COACH_REMINDER_HOLD_QUIET: the person asked for quiet until a time
 * @COACH_REMINDER_HOLD_HOURS: it is outside the person's hours
 * @COACH_REMINDER_HOLD_TODAY: paused for the rest of the day
 * @COACH_REMINDER_HOLD_WOKE: the machine woke up a moment ago
 * @COACH_REMINDER_HOLD_NO_SERVER: there is nothing that shows notifications
 *
 * Why a reminder is held back. The first five are told by others, the rest is found out here.
 */
typedef enum
{
  COACH_REMINDER_HOLD_DO_NOT_DISTURB = 1 << 0,
  COACH_REMINDER_HOLD_FULL_SCREEN    = 1 << 1,
  COACH_REMINDER_HOLD_INHIBITOR      = 1 << 2,
  COACH_REMINDER_HOLD_CAMERA         = 1 << 3,
  COACH_REMINDER_HOLD_MICROPHONE     = 1 << 4,
  COACH_REMINDER_HOLD_QUIET          = 1 << 5,
  COACH_REMINDER_HOLD_HOURS          = 1 << 6,
  COACH_REMINDER_HOLD_TODAY          = 1 << 7,
  COACH_REMINDER_HOLD_WOKE           = 1 << 8,
  COACH_REMINDER_HOLD_NO_SERVER      = 1 << 9,
} CoachReminderHolds;

/* Those that are told by others. */
#define COACH_REMINDER_HOLDS_TOLD 0x1f

/* Somebody sits there, though nothing is typed. */
#define COACH_REMINDER_HOLDS_SITTING                                                               \
  (COACH_REMINDER_HOLD_INHIBITOR | COACH_REMINDER_HOLD_CAMERA | COACH_REMINDER_HOLD_MICROPHONE)

/**
 * CoachReminderConfig:
 * @limit_us: how long is sat before a reminder
 * @standing_limit_us: how long is stood before one
 * @break_us: being idle for so long is a break
 * @locked_break_us: being locked or asleep for so long is
 * @repays: a shorter absence takes its length, times this, off what was sat
 * @later_us: how long "Later" is, and after which time one that was not seen is repeated
 * @repeats: how often it is repeated
 * @laters_to_pause: so many "Later" without a break pause for the day
 * @typing_wait_us: how long a pause in typing is waited for
 * @woke_us: how long there is none after the machine woke up
 * @holds: which of the reasons that are told hold a reminder back
 * @manner: what the person wants
 * @is_emergency: whether a warning sign bars all exercise: then no led break is offered or begun
 * @hours: when reminders may come
 *
 * What the person and safety.json say about reminders.
 */
typedef struct
{
  gint64              limit_us;
  gint64              standing_limit_us;
  gint64              break_us;
  gint64              locked_break_us;
  guint               repays;
  gint64              later_us;
  guint               repeats;
  guint               laters_to_pause;
  gint64              typing_wait_us;
  gint64              woke_us;
  CoachReminderHolds  holds;
  CoachReminderManner manner;
  gboolean            is_emergency;
  CoachReminderHours  hours;
} CoachReminderConfig;

void  coach_reminder_config_init        (CoachReminderConfig       *config,
                                         const CoachSittingNumbers *numbers);
void  coach_reminder_config_set_minutes (CoachReminderConfig       *config,
                                         const CoachSittingNumbers *numbers,
                                         guint                      minutes);
guint coach_reminder_offer_minutes      (const CoachSittingNumbers *numbers,
                                         CoachTrend                 trend,
                                         gboolean                   is_flare,
                                         guint                      sitting_pain,
                                         guint                      minutes);

G_END_DECLS
