#pragma once

#include "session.h"

G_BEGIN_DECLS

/**
 * CoachDiaryStep:
 * @movement: an id
 * @outcome: how it ended
 * @left_s: seconds of work with the left side
 * @right_s: seconds of work with the right side
 * @both_s: seconds of work with both sides at once, or with no side in particular
 *
 * One step of a session that was done.
 */
typedef struct
{
  char             *movement;
  CoachStepOutcome  outcome;
  guint             left_s;
  guint             right_s;
  guint             both_s;
} CoachDiaryStep;

/**
 * CoachDiarySession:
 * @id: (not nullable): unique
 * @began: (not nullable): local time with its offset
 * @ended: (nullable): the same; %NULL while it goes on, and when the program ended before it did
 * @routine: an id
 * @is_completed: whether it was led to its end
 * @is_half_dose: whether it was half a dose
 * @steps: (element-type CoachDiaryStep): in their order
 * @before: (nullable): the scores before it
 * @after: (nullable): right after it
 * @effort: how hard it was, 1 to 5; 0 when it was not said
 * @hour_after: (nullable): an hour after it
 * @morning: (nullable): the next morning
 * @second_morning: (nullable): the morning after that, which is asked for when the first was red
 * @hour_after_colour: valid with @hour_after
 * @morning_colour: valid with @morning
 * @second_morning_colour: valid with @second_morning
 *
 * A session that was done, as far as it was done.
 */
typedef struct
{
  char            *id;
  GDateTime       *began;
  GDateTime       *ended;
  char            *routine;
  gboolean         is_completed;
  gboolean         is_half_dose;
  GPtrArray       *steps;
  CoachPain       *before;
  CoachPain       *after;
  guint            effort;
  CoachPain       *hour_after;
  CoachPain       *morning;
  CoachPain       *second_morning;
  CoachPainColour  hour_after_colour;
  CoachPainColour  morning_colour;
  CoachPainColour  second_morning_colour;
} CoachDiarySession;

/**
 * CoachDiaryHurt:
 * @id: (not nullable): unique
 * @when: (not nullable): local time with its offset
 * @session: (nullable): the id of the session
 * @movement: an id
 * @state: what was answered and what followed
 *
 * One "It hurts".
 */
typedef struct
{
  char            *id;
  GDateTime       *when;
  char            *session;
  char            *movement;
  CoachHurtsState  state;
} CoachDiaryHurt;

/**
 * CoachDiaryPack:
 * @id: (not nullable): unique
 * @kind: heat or cold
 * @began: (not nullable): local time with its offset
 * @length_s: how long it was on, in seconds
 *
 * One warm or cold pack.
 */
typedef struct
{
  char          *id;
  CoachPackKind  kind;
  GDateTime     *began;
  guint          length_s;
} CoachDiaryPack;

/**
 * CoachDiaryBreak:
 * @id: (not nullable): unique
 * @when: (not nullable): when it began, local time with its offset
 * @kind: (not nullable): what was done, as in "away", "stand", "chair" or "session"
 * @length_s: how long it was, in seconds
 * @sat_s: how long the person had sat before it, in seconds
 *
 * One break from sitting.
 */
typedef struct
{
  char      *id;
  GDateTime *when;
  char      *kind;
  guint      length_s;
  guint      sat_s;
} CoachDiaryBreak;

/**
 * CoachDiaryRecords:
 * @checkins: (element-type CoachCheckin): they lie one after another in memory
 * @checkin_ids: (element-type utf8): the id of each check-in
 * @sessions: (element-type CoachDiarySession): the sessions
 * @hurts: (element-type CoachDiaryHurt): each "It hurts"
 * @packs: (element-type CoachDiaryPack): warm and cold packs
 * @breaks: (element-type CoachDiaryBreak): breaks from sitting
 *
 * What was kept over some time, each list oldest first.
 */
typedef struct
{
  GArray    *checkins;
  GPtrArray *checkin_ids;
  GPtrArray *sessions;
  GPtrArray *hurts;
  GPtrArray *packs;
  GPtrArray *breaks;
} CoachDiaryRecords;

CoachDiaryRecords *coach_diary_records_new        (void);
void               coach_diary_records_free       (CoachDiaryRecords    *self);
guint              coach_diary_step_get_worked_s  (const CoachDiaryStep *self);
GDate              coach_diary_day_of             (GDateTime            *time);
const char        *coach_step_outcome_get_id      (CoachStepOutcome      outcome);
gboolean           coach_step_outcome_from_id     (const char           *id,
                                                   CoachStepOutcome     *outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachDiaryRecords, coach_diary_records_free)

G_END_DECLS
