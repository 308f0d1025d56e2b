#pragma once

#include "coach-reminder-config.h"
#include "host.h"

G_BEGIN_DECLS

/* A time that has not come and will not. */
#define COACH_REMINDER_NEVER G_MININT64

/* A led break that nobody ends is given up after so long: it takes one or two minutes. */
#define COACH_REMINDER_LED_MINUTES 10

/**
 * CoachReminderPosture:
 * @COACH_REMINDER_SITTING: sits, or is away. May become any other.
 * @COACH_REMINDER_STANDING: said "I'm standing". May become any other; after an absence as long as
 *   the standing limit, sitting.
 * @COACH_REMINDER_LED_STAND: is led through a break on their feet. May become any other.
 * @COACH_REMINDER_LED_CHAIR: is led through a break in the chair. May become any other.
 * @COACH_REMINDER_SESSION: does a session in the program. May become any other.
 *
 * What the person does. Only sitting is counted.
 */
typedef enum
{
  COACH_REMINDER_SITTING,
  COACH_REMINDER_STANDING,
  COACH_REMINDER_LED_STAND,
  COACH_REMINDER_LED_CHAIR,
  COACH_REMINDER_SESSION,
} CoachReminderPosture;

#define COACH_TYPE_REMINDER_POSTURE (coach_reminder_posture_get_type ())
GType coach_reminder_posture_get_type (void);

/**
 * CoachReminderTone:
 * @COACH_REMINDER_FIRST: the first of a period
 * @COACH_REMINDER_REPEAT: the same again
 * @COACH_REMINDER_SUMMARY: the one that stands for all that were held back
 * @COACH_REMINDER_STOOD: the person stands, and a change would be good
 *
 * What a reminder says.
 */
typedef enum
{
  COACH_REMINDER_FIRST,
  COACH_REMINDER_REPEAT,
  COACH_REMINDER_SUMMARY,
  COACH_REMINDER_STOOD,
} CoachReminderTone;

/**
 * CoachReminderEventKind:
 * @COACH_REMINDER_EVENT_TICK: lets time pass, and nothing else
 * @COACH_REMINDER_EVENT_PRESENCE: presence is another: state, since_us and is_inhibited
 * @COACH_REMINDER_EVENT_TYPING: there is input; what waits for a pause goes on waiting
 * @COACH_REMINDER_EVENT_PAUSE: there is a pause in typing
 * @COACH_REMINDER_EVENT_SHOWN: the notification is there
 * @COACH_REMINDER_EVENT_FAILED: it could not be shown
 * @COACH_REMINDER_EVENT_DISMISSED: the person closed it
 * @COACH_REMINDER_EVENT_EXPIRED: it went away by itself
 * @COACH_REMINDER_EVENT_VANISHED: whatever shows notifications is gone, and it with that
 * @COACH_REMINDER_EVENT_AVAILABLE: there is something that shows notifications
 * @COACH_REMINDER_EVENT_STAND: the break on one's feet was chosen
 * @COACH_REMINDER_EVENT_CHAIR: the break in the chair was
 * @COACH_REMINDER_EVENT_LATER: later; without a notification, a snooze that is not counted
 * @COACH_REMINDER_EVENT_OPENED: the notification itself was chosen
 * @COACH_REMINDER_EVENT_BREAK_FINISHED: the led break was done to its end
 * @COACH_REMINDER_EVENT_BREAK_STOPPED: it was not
 * @COACH_REMINDER_EVENT_SESSION_BEGAN: a session began; within a led break, that is the break
 * @COACH_REMINDER_EVENT_SESSION_ENDED: it ended, however
 * @COACH_REMINDER_EVENT_STANDING: "I'm standing"
 * @COACH_REMINDER_EVENT_SITTING: "I sit again"
 * @COACH_REMINDER_EVENT_QUIET: quiet for length_us
 * @COACH_REMINDER_EVENT_PAUSE_TODAY: quiet for the rest of the day
 * @COACH_REMINDER_EVENT_RESUME: quiet, pause and snooze are over
 * @COACH_REMINDER_EVENT_HOLDS: the reasons that are told are those of holds
 * @COACH_REMINDER_EVENT_SETTINGS: the configuration is another
 * @COACH_REMINDER_EVENT_CLOCK_CHANGED: the wall clock was set, or the zone is another
 *
 * What can happen. Every event lets the time pass first.
 */
typedef enum
{
  COACH_REMINDER_EVENT_TICK,
  COACH_REMINDER_EVENT_PRESENCE,
  COACH_REMINDER_EVENT_TYPING,
  COACH_REMINDER_EVENT_PAUSE,
  COACH_REMINDER_EVENT_SHOWN,
  COACH_REMINDER_EVENT_FAILED,
  COACH_REMINDER_EVENT_DISMISSED,
  COACH_REMINDER_EVENT_EXPIRED,
  COACH_REMINDER_EVENT_VANISHED,
  COACH_REMINDER_EVENT_AVAILABLE,
  COACH_REMINDER_EVENT_STAND,
  COACH_REMINDER_EVENT_CHAIR,
  COACH_REMINDER_EVENT_LATER,
  COACH_REMINDER_EVENT_OPENED,
  COACH_REMINDER_EVENT_BREAK_FINISHED,
  COACH_REMINDER_EVENT_BREAK_STOPPED,
  COACH_REMINDER_EVENT_SESSION_BEGAN,
  COACH_REMINDER_EVENT_SESSION_ENDED,
  COACH_REMINDER_EVENT_STANDING,
  COACH_REMINDER_EVENT_SITTING,
  COACH_REMINDER_EVENT_QUIET,
  COACH_REMINDER_EVENT_PAUSE_TODAY,
  COACH_REMINDER_EVENT_RESUME,
  COACH_REMINDER_EVENT_HOLDS,
  COACH_REMINDER_EVENT_SETTINGS,
  COACH_REMINDER_EVENT_CLOCK_CHANGED,
} CoachReminderEventKind;

#define COACH_REMINDER_N_EVENTS (COACH_REMINDER_EVENT_CLOCK_CHANGED + 1)

/**
 * CoachReminderEvent:
 * @kind: what happens
 * @presence: of %COACH_REMINDER_EVENT_PRESENCE
 * @since_us: of the same: since when, monotonic
 * @is_inhibited: of the same: idle by input, while a film or a call goes on
 * @length_us: of %COACH_REMINDER_EVENT_QUIET
 * @holds: of %COACH_REMINDER_EVENT_HOLDS
 *
 * Something that happens.
 */
typedef struct
{
  CoachReminderEventKind kind;
  CoachPresenceState     presence;
  gint64                 since_us;
  gboolean               is_inhibited;
  gint64                 length_us;
  CoachReminderHolds     holds;
} CoachReminderEvent;

/**
 * CoachReminderNow:
 * @monotonic_us: microseconds that stand still while the machine sleeps
 * @suspended_us: microseconds that it has slept
 * @local: (not nullable): the wall clock
 *
 * The time of something that happens. The sum of the first two is what the state reckons with.
 */
typedef struct
{
  gint64     monotonic_us;
  gint64     suspended_us;
  GDateTime *local;
} CoachReminderNow;

/**
 * CoachReminderState:
 * @at_us: when the last event was
 * @suspended_us: how long the machine had slept by then
 * @posture: what the person does
 * @posture_since_us: since when
 * @position_since_us: since when they stand without a change; a break begins it anew
 * @presence: what was last told
 * @presence_since_us: since when
 * @is_inhibited: whether a film or a call goes on in spite of idleness
 * @told: the reasons to hold back that were last told
 * @present_since_us: they were certainly not away at this time
 * @is_away: whether they are away, be it for a moment
 * @was_locked: whether the screen was locked or the machine asleep in this absence
 * @away_since_us: since when
 * @spell_began_us: while sitting and not away, when the spell would have begun had it not been
 *   interrupted, so that the spell is now minus this
 * @spell_us: else, what had been sat before
 * @is_visible: whether a notification is there
 * @shows: how often one was shown in this period
 * @shown_us: when one was last shown
 * @not_before_us: when the next may be
 * @period_ends_us: when the next period begins, in which it is the first again
 * @waiting_since_us: since when a pause in typing is waited for, or %COACH_REMINDER_NEVER
 * @is_deferred: whether one was held back since it became due
 * @laters: how often it was put off, without a break
 * @quiet_until_us: until when it was asked to be quiet
 * @woke_us: when the machine last woke up
 * @paused_day: the Julian day for the rest of which it is paused, or 0
 * @asks_interval: whether the next one asks if they come too often
 * @no_server: whether nothing shows notifications
 *
 * All that the reminder knows. Spell and deadlines are derived from it, never counted. Times are
 * monotonic and go on while the machine sleeps.
 */
typedef struct
{
  gint64                at_us;
  gint64                suspended_us;

  CoachReminderPosture  posture;
  gint64                posture_since_us;
  gint64                position_since_us;

  CoachPresenceState    presence;
  gint64                presence_since_us;
  gboolean              is_inhibited;
  CoachReminderHolds    told;

  gint64                present_since_us;
  gboolean              is_away;
  gboolean              was_locked;
  gint64                away_since_us;
  gint64                spell_began_us;
  gint64                spell_us;

  gboolean              is_visible;
  guint                 shows;
  gint64                shown_us;
  gint64                not_before_us;
  gint64                period_ends_us;
  gint64                waiting_since_us;
  gboolean              is_deferred;

  guint                 laters;
  gint64                quiet_until_us;
  gint64                woke_us;
  guint                 paused_day;
  gboolean              asks_interval;
  gboolean              no_server;
} CoachReminderState;

/**
 * CoachReminderNoticeOrder:
 * @COACH_REMINDER_NOTICE_KEEP: leave it as it is
 * @COACH_REMINDER_NOTICE_SHOW: show it; none is there
 * @COACH_REMINDER_NOTICE_REPLACE: show it again, in the place of the one that is there
 * @COACH_REMINDER_NOTICE_WITHDRAW: take it away
 *
 * What is to be done with the one notification.
 */
typedef enum
{
  COACH_REMINDER_NOTICE_KEEP,
  COACH_REMINDER_NOTICE_SHOW,
  COACH_REMINDER_NOTICE_REPLACE,
  COACH_REMINDER_NOTICE_WITHDRAW,
} CoachReminderNoticeOrder;

/**
 * CoachReminderOrders:
 * @notice: what is to be done with the notification
 * @tone: what it says
 * @sat_us: how long they had sat, or stood, when it was shown
 * @asks_interval: whether it asks if reminders come too often
 * @begins_led: a led break begins: that of the state's posture
 * @ends_led: the led break is to be played no longer
 * @break_kind: (nullable): a break that is to be put down: "away", "stand", "chair" or "session"
 * @break_began_us: when it began, in the time of the state
 * @break_length_us: how long it was
 * @break_sat_us: how long was sat before it
 *
 * What is to be done now.
 */
typedef struct
{
  CoachReminderNoticeOrder notice;
  CoachReminderTone        tone;
  gint64                   sat_us;
  gboolean                 asks_interval;
  gboolean                 begins_led;
  gboolean                 ends_led;
  const char              *break_kind;
  gint64                   break_began_us;
  gint64                   break_length_us;
  gint64                   break_sat_us;
} CoachReminderOrders;

/**
 * CoachReminderWake:
 * @COACH_REMINDER_SLEEPS: nothing is to be woken up for
 * @COACH_REMINDER_WAKES_MONOTONIC: at a monotonic time
 * @COACH_REMINDER_WAKES_WALL: at a time of the wall clock
 *
 * By which clock to wake up next.
 */
typedef enum
{
  COACH_REMINDER_SLEEPS,
  COACH_REMINDER_WAKES_MONOTONIC,
  COACH_REMINDER_WAKES_WALL,
} CoachReminderWake;

CoachReminderState coach_reminder_state_begin        (const CoachReminderNow    *now);
CoachReminderState coach_reminder_state_after        (const CoachReminderState  *before,
                                                      const CoachReminderConfig *config,
                                                      const CoachReminderEvent  *event,
                                                      const CoachReminderNow    *now,
                                                      CoachReminderOrders       *orders);
CoachReminderWake  coach_reminder_state_get_wake     (const CoachReminderState  *state,
                                                      const CoachReminderConfig *config,
                                                      const CoachReminderNow    *now,
                                                      gint64                    *at_us);
gint64             coach_reminder_state_get_spell_us (const CoachReminderState  *state,
                                                      const CoachReminderConfig *config,
                                                      const CoachReminderNow    *now);
gboolean           coach_reminder_state_is_on_break  (const CoachReminderState  *state,
                                                      const CoachReminderConfig *config,
                                                      const CoachReminderNow    *now);
CoachReminderHolds coach_reminder_state_get_holds    (const CoachReminderState  *state,
                                                      const CoachReminderConfig *config,
                                                      const CoachReminderNow    *now);
gint64             coach_reminder_now_get_us         (const CoachReminderNow    *now);

G_END_DECLS
