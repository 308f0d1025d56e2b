#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How late something may begin unless it says otherwise: later than that it is misleading. */
#define COACH_UTTERANCE_STALE_AFTER_US (300 * (gint64) 1000)

/**
 * CoachSpeechPriority:
 * @COACH_SPEECH_PRIORITY_TIP: a hint that may as well be missed
 * @COACH_SPEECH_PRIORITY_GUIDE: position, dose, what comes next
 * @COACH_SPEECH_PRIORITY_TURN: what happens now: the name of a move, hold, switch, rest
 * @COACH_SPEECH_PRIORITY_COUNT: three, two, one
 * @COACH_SPEECH_PRIORITY_STOP: the end of a move, a pause, something hurts
 *
 * How much it matters that something is heard at its time, from least to most. A greater one that is
 * due cuts a lesser one off.
 */
typedef enum
{
  COACH_SPEECH_PRIORITY_TIP,
  COACH_SPEECH_PRIORITY_GUIDE,
  COACH_SPEECH_PRIORITY_TURN,
  COACH_SPEECH_PRIORITY_COUNT,
  COACH_SPEECH_PRIORITY_STOP
} CoachSpeechPriority;

/**
 * CoachUtterance:
 * @text: what is said: plain text, no markup
 * @priority: what it may cut off, and what may cut it off
 * @due_us: when it is to begin, in microseconds of the monotonic clock
 * @stale_after_us: how much later than @due_us it may begin; 0 is %COACH_UTTERANCE_STALE_AFTER_US
 *
 * One thing to say, with its time.
 */
typedef struct
{
  const char          *text;
  CoachSpeechPriority  priority;
  gint64               due_us;
  gint64               stale_after_us;
} CoachUtterance;

G_END_DECLS
