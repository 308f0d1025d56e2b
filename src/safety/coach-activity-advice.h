#pragma once

#include "catalog.h"
#include "coach-pain.h"

G_BEGIN_DECLS

/**
 * CoachActivityFacts:
 * @is_blocked: an emergency or same-day sign is not lifted
 * @no_exercise: warning-sign answers block exercise for another reason
 * @trend: the trend
 * @pain: (nullable): the check-in of today, else the newest one at most 24 hours old; %NULL when
 *   there is none
 * @limits: (nullable) (array zero-terminated=1): ids of the limits in force
 * @answers: (nullable) (array zero-terminated=1): ids of the questions that were answered with yes
 * @notes: (nullable) (array zero-terminated=1): ids of the notes of the trend
 * @has_last_time: whether it is known how the activity agreed with the person in the last two days
 * @last_time: its colour; valid with @has_last_time
 *
 * All that the advice of a day depends on. Zeroed, but for a trend, nothing is known.
 */
typedef struct
{
  gboolean            is_blocked;
  gboolean            no_exercise;
  CoachTrend          trend;
  const CoachPain    *pain;
  const char * const *limits;
  const char * const *answers;
  const char * const *notes;
  gboolean            has_last_time;
  CoachPainColour     last_time;
} CoachActivityFacts;

/**
 * CoachActivityAdvice:
 * @verdict: what to do
 * @text: (translatable): how; may have {advice_line}. Belongs to the activity.
 * @asks_checkin: whether a check-in of today would say more
 *
 * What is said of an activity on a day.
 */
typedef struct
{
  CoachActivityVerdict  verdict;
  const char           *text;
  gboolean              asks_checkin;
} CoachActivityAdvice;

CoachActivityAdvice  coach_activity_advise     (CoachActivity            *activity,
                                                const CoachActivityFacts *facts);
CoachActivity       *coach_activity_find_other (CoachCatalog             *catalog,
                                                CoachActivity            *activity,
                                                const CoachActivityFacts *facts);

G_END_DECLS
