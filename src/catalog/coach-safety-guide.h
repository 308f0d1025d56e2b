#pragma once

#include <glib-object.h>

#include "coach-zone.h"

G_BEGIN_DECLS

#define COACH_TYPE_SAFETY_GUIDE (coach_safety_guide_get_type ())
G_DECLARE_FINAL_TYPE (CoachSafetyGuide, coach_safety_guide, COACH, SAFETY_GUIDE, GObject)

/**
 * CoachPainColour:
 * @COACH_PAIN_GREEN: carry on
 * @COACH_PAIN_AMBER: ease off
 * @COACH_PAIN_RED: stop, or rest
 * @COACH_PAIN_SAME_DAY: a clinician should look at it today; only the next morning has it
 *
 * The traffic light of safety.md; a higher value is worse.
 */
typedef enum
{
  COACH_PAIN_GREEN,
  COACH_PAIN_AMBER,
  COACH_PAIN_RED,
  COACH_PAIN_SAME_DAY,
} CoachPainColour;

/**
 * CoachPainMoment:
 * @COACH_PAIN_BEFORE: before a session; nothing is compared
 * @COACH_PAIN_DURING_LEG: during a session, thigh, calf and foot
 * @COACH_PAIN_DURING_BACK: during a session, low back and buttock
 * @COACH_PAIN_HOUR_AFTER: an hour after it
 * @COACH_PAIN_NEXT_MORNING: the morning after it
 *
 * When a score is judged.
 */
typedef enum
{
  COACH_PAIN_BEFORE,
  COACH_PAIN_DURING_LEG,
  COACH_PAIN_DURING_BACK,
  COACH_PAIN_HOUR_AFTER,
  COACH_PAIN_NEXT_MORNING,
} CoachPainMoment;

#define COACH_N_PAIN_MOMENTS 5

/**
 * CoachPainTest:
 * @any_min: some score now is at least this; 0 is not asked
 * @now_min: the score judged is now at least this; 0 is not asked
 * @rise_min: it has risen by at least this; 0 is not asked
 * @further_down: pain reaches further down than before
 * @both_legs: both legs are affected
 * @flags: one of these is felt now; 0 is not asked
 * @new_flags: one of these is felt now on a side and was not before; 0 is not asked
 * @trends: bits, 1 << a [enum@Trend] of which one holds; 0 is not asked
 *
 * One line of a colour: all that it asks must hold.
 */
typedef struct
{
  guint          any_min;
  guint          now_min;
  guint          rise_min;
  gboolean       further_down;
  gboolean       both_legs;
  CoachPainFlags flags;
  CoachPainFlags new_flags;
  guint          trends;
} CoachPainTest;

/**
 * CoachPackKind:
 * @COACH_PACK_HEAT: a warm pack
 * @COACH_PACK_COLD: a cold pack
 *
 * Heat or cold.
 */
typedef enum
{
  COACH_PACK_HEAT,
  COACH_PACK_COLD,
} CoachPackKind;

/**
 * CoachPackNumbers:
 * @minutes: how long unless the person chooses
 * @min_minutes: the shortest
 * @max_minutes: the longest
 * @skin_check_minute: when the skin is looked at
 * @gap_hours: not sooner again
 * @per_day: not more often
 * @remind_minutes: "take it off" is repeated after this until it is confirmed
 *
 * The protocol of a warm or cold pack (safety.md, section 6).
 */
typedef struct
{
  guint minutes;
  guint min_minutes;
  guint max_minutes;
  guint skin_check_minute;
  guint gap_hours;
  guint per_day;
  guint remind_minutes;
} CoachPackNumbers;

/**
 * CoachSittingNumbers:
 * @minutes: how long is sat at a stretch, unless the person chooses
 * @min_minutes: the shortest that can be chosen
 * @max_minutes: the longest
 * @offer_when_sore: what is offered when it is sore or sitting hurts
 * @sore_from_pain: sitting hurts when the pain it brings is at least this
 * @offer_when_quiet: what is offered when nothing is worth noting
 * @break_minutes: being away from the keyboard for so long is a break
 * @locked_break_minutes: the same, with the screen locked or the machine asleep
 * @absence_repays: a shorter absence takes its length, times this, off what was sat
 * @standing_minutes: how long is stood at a stretch before a change is offered
 * @later_minutes: how long "Later" is
 * @repeats: how often one reminder is repeated
 * @later_in_row_pauses_day: so many "Later" without a break end the reminders of a day
 * @begins_minute: no reminder comes earlier, in minutes from midnight
 * @ends_minute: nor later
 * @quiet_after_wake_minutes: none comes so soon after the machine woke up
 * @typing_wait_s: how long one waits for a pause in typing, in seconds
 *
 * The sitting reminder (safety.md, section 8).
 */
typedef struct
{
  guint minutes, min_minutes, max_minutes;
  guint offer_when_sore, sore_from_pain, offer_when_quiet;
  guint break_minutes, locked_break_minutes, absence_repays, standing_minutes;
  guint later_minutes, repeats, later_in_row_pauses_day;
  guint begins_minute, ends_minute;
  guint quiet_after_wake_minutes, typing_wait_s;
} CoachSittingNumbers;

/**
 * CoachSafetyNumbers:
 * @ambers_count_as_red: ambers in a row that count as a red
 * @greens_for_step_up: greens in a row before a step up is offered
 * @greens_after_half_dose: greens in a row that end a half dose
 * @red_mornings_to_clinician: red mornings in a row that send to a clinician
 * @half_dose: what a half dose multiplies repeats and holds with; rounded up
 * @amber_pause_s: pause on amber in a session
 * @out_after_amber_twice_days: how long a move is left out
 * @out_after_burning_days: the same, after burning that went
 * @out_after_red_days: the same
 * @stops_to_drop: so many stops of one move…
 * @stops_window_days: …in so many days take it out of the plan
 * @settle_s: how long it is given to go back to how it was
 * @flare_worse_days: days in a row that are worse before a flare is offered
 * @flare_better_days: days in a row that are better before it ends
 * @flare_rest_factor: what rests are multiplied with in a flare
 * @clinician_weekly_limit_days: advice to see a clinician is not repeated sooner
 * @worse_weeks: worse weeks running that send to one
 * @numbness_weeks: weeks of numbness that send to one
 *
 * The other numbers of safety.md.
 */
typedef struct
{
  guint  ambers_count_as_red;
  guint  greens_for_step_up;
  guint  greens_after_half_dose;
  guint  red_mornings_to_clinician;
  double half_dose;
  guint  amber_pause_s;
  guint  out_after_amber_twice_days;
  guint  out_after_burning_days;
  guint  out_after_red_days;
  guint  stops_to_drop;
  guint  stops_window_days;
  guint  settle_s;
  guint  flare_worse_days;
  guint  flare_better_days;
  guint  flare_rest_factor;
  guint  clinician_weekly_limit_days;
  guint  worse_weeks;
  guint  numbness_weeks;
} CoachSafetyNumbers;

/**
 * CoachSafetyText:
 *
 * The fixed texts of safety.json, by the names of their members.
 */
typedef enum
{
  COACH_SAFETY_TEXT_DISCLAIMER_SHORT,
  COACH_SAFETY_TEXT_DISCLAIMER_LONG, /* has {emergency} */
  COACH_SAFETY_TEXT_WATER,
  COACH_SAFETY_TEXT_WATER_NUMBER,
  COACH_SAFETY_TEXT_HEAT_QUESTION,
  COACH_SAFETY_TEXT_SKIN_CHECK,
  COACH_SAFETY_TEXT_STOP,
  COACH_SAFETY_TEXT_PULL,
  COACH_SAFETY_TEXT_SEEK_HELP,
  COACH_SAFETY_TEXT_TAKE_SCREEN, /* beside somebody's own answers that need emergency help */
} CoachSafetyText;

#define COACH_N_SAFETY_TEXTS 10

const CoachPainTest       *coach_safety_guide_get_tests    (CoachSafetyGuide *self,
                                                            CoachPainMoment   moment,
                                                            CoachPainColour   colour,
                                                            guint            *n_tests);
const CoachPackNumbers    *coach_safety_guide_get_pack     (CoachSafetyGuide *self,
                                                            CoachPackKind     kind);
const CoachSittingNumbers *coach_safety_guide_get_sitting  (CoachSafetyGuide *self);
const CoachSafetyNumbers  *coach_safety_guide_get_numbers  (CoachSafetyGuide *self);
const char                *coach_safety_guide_get_text     (CoachSafetyGuide *self,
                                                            CoachSafetyText   text);
const char                *coach_safety_guide_get_lie_down (CoachSafetyGuide *self);
const char * const        *coach_safety_guide_get_rise     (CoachSafetyGuide *self,
                                                            const char       *position);
const char                *coach_pain_colour_get_id        (CoachPainColour   colour);
gboolean                   coach_pain_colour_from_id       (const char       *id,
                                                            CoachPainColour  *colour);
const char                *coach_pack_kind_get_id          (CoachPackKind     kind);
gboolean                   coach_pack_kind_from_id         (const char       *id,
                                                            CoachPackKind    *kind);

G_END_DECLS
