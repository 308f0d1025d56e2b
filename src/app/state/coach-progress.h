#pragma once

#include "journal.h"
#include "sheet.h"

G_BEGIN_DECLS

/**
 * CoachProgressSide:
 * @COACH_PROGRESS_LEFT: the left leg
 * @COACH_PROGRESS_RIGHT: the right leg
 *
 * An index of what is counted for each leg.
 */
typedef enum
{
  COACH_PROGRESS_LEFT,
  COACH_PROGRESS_RIGHT,
} CoachProgressSide;

#define COACH_N_PROGRESS_SIDES 2

/**
 * CoachProgressFacts:
 * @records: (not nullable): what was kept; what lies outside the period is left out, but for the two
 *   weeks before it, which tell whether its first days were for rest
 * @catalog: (not nullable): the content
 * @now: (not nullable): the present; what is dated later is left out
 * @first: the first day
 * @last: the last day, not before @first
 * @flare_since: (nullable): since when flare-up mode is on
 * @blocked_since: (nullable): since when exercises are off because of a warning sign
 *
 * What progress is made of.
 */
typedef struct
{
  const CoachDiaryRecords *records;
  CoachCatalog            *catalog;
  GDateTime               *now;
  GDate                    first;
  GDate                    last;
  const GDate             *flare_since;
  const GDate             *blocked_since;
} CoachProgressFacts;

/**
 * CoachProgressDay:
 * @has_checkin: whether there was a check-in
 * @scores: the highest score of each zone on the day
 * @flags: all that each leg felt besides
 * @n_sessions: how many sessions were done
 * @worked_s: seconds of exercise
 * @n_breaks: breaks from sitting
 * @sat_s: seconds of sitting that they ended
 * @is_excused: whether the day was for rest: asked for after a session, of a flare-up, blocked by a
 *   warning sign, or with a trend that asks for less
 *
 * One local day.
 */
typedef struct
{
  gboolean       has_checkin;
  guint8         scores[COACH_N_ZONES];
  CoachPainFlags flags[COACH_N_PROGRESS_SIDES];
  guint          n_sessions;
  guint          worked_s;
  guint          n_breaks;
  guint          sat_s;
  gboolean       is_excused;
} CoachProgressDay;

/**
 * CoachProgressMuscle:
 * @id: (unowned): of the vocabulary of muscles
 * @side_s: seconds of work with each side alone
 * @both_s: seconds of work with both at once
 *
 * How long a muscle was worked. A move of several muscles counts for each.
 */
typedef struct
{
  const char *id;
  guint       side_s[COACH_N_PROGRESS_SIDES];
  guint       both_s;
} CoachProgressMuscle;

/**
 * CoachProgressMove:
 * @id: (owned): a movement
 * @n_done: in how many sessions it was done
 * @side_s: seconds of work with each side alone
 * @both_s: seconds of work with both at once
 *
 * How often and how long a movement was done.
 */
typedef struct
{
  char  *id;
  guint  n_done;
  guint  side_s[COACH_N_PROGRESS_SIDES];
  guint  both_s;
} CoachProgressMove;

/**
 * CoachProgressWeek:
 * @first_day: days since the first day of the period
 * @n_days: 7, or fewer in the first week of a period that is not whole weeks long
 * @n_sessions: how many sessions were done
 * @n_checkin_days: days with a check-in
 * @worst_mean: the mean over those of the day's highest score; 0 when there are none
 *
 * Seven days in a row; the last week ends with the period.
 */
typedef struct
{
  guint  first_day;
  guint  n_days;
  guint  n_sessions;
  guint  n_checkin_days;
  double worst_mean;
} CoachProgressWeek;

/**
 * CoachProgress:
 * @first: the first day
 * @n_days: how many days, at least 1
 * @days: (element-type CoachProgressDay): each day
 * @reach: (element-type CoachReachPoint): how far down each leg it reached, a day with a check-in
 * @weeks: (element-type CoachProgressWeek): oldest first
 * @first_week: the seven days from the first check-in on, or the whole of a shorter period
 * @last_week: the last seven days
 * @muscles: (element-type CoachProgressMuscle): the longest worked first
 * @moves: (element-type CoachProgressMove): the most often done first
 * @n_checkin_days: days with a check-in
 * @n_sessions: sessions that were done
 * @n_session_days: days with one
 * @n_excused: days without one that were for rest
 * @days_in_a_row: sessions in a row up to the last day, see [func@Progress.from]
 * @worked_s: seconds of exercise
 * @n_breaks: breaks from sitting
 * @sat_s: seconds of sitting that they ended
 * @n_sitting_days: days on which sitting was counted
 *
 * What a while comes to, in numbers.
 */
typedef struct
{
  GDate             first;
  guint             n_days;
  GArray           *days;
  GArray           *reach[COACH_N_PROGRESS_SIDES];
  GArray           *weeks;
  CoachProgressWeek first_week;
  CoachProgressWeek last_week;
  GArray           *muscles;
  GArray           *moves;
  guint             n_checkin_days;
  guint             n_sessions;
  guint             n_session_days;
  guint             n_excused;
  guint             days_in_a_row;
  guint             worked_s;
  guint             n_breaks;
  guint             sat_s;
  guint             n_sitting_days;
} CoachProgress;

CoachProgress          *coach_progress_from             (const CoachProgressFacts *facts);
void                    coach_progress_free             (CoachProgress            *self);
const CoachProgressDay *coach_progress_get_day          (const CoachProgress      *self,
                                                         guint                     day);
GDate                   coach_progress_get_date         (const CoachProgress      *self,
                                                         guint                     day);
gboolean                coach_progress_is_empty         (const CoachProgress      *self);
gboolean                coach_progress_has_two_weeks    (const CoachProgress      *self);
double                  coach_progress_get_zone_mean    (const CoachProgress      *self,
                                                         const CoachProgressWeek  *week,
                                                         CoachZone                 zone,
                                                         guint                    *worst);
guint                   coach_progress_day_get_worst    (const CoachProgressDay   *day);
guint                   coach_progress_muscle_get_total (const CoachProgressMuscle *muscle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachProgress, coach_progress_free)

G_END_DECLS
