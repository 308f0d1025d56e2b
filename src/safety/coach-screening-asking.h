#pragma once

#include "coach-screening-decision.h"

G_BEGIN_DECLS

/**
 * CoachScreeningSituation:
 * @today: the local day
 * @last_activity: (nullable): the day of the last check-in or session; %NULL for none
 * @is_before_session: whether a session is about to begin
 * @has_new_numbness: whether numbness is new
 * @is_trend_urgent: whether the trend is urgent
 * @has_severe_pain: whether pain is very strong
 *
 * What decides which questions are due.
 */
typedef struct
{
  const GDate *today;
  const GDate *last_activity;
  gboolean     is_before_session;
  gboolean     has_new_numbness;
  gboolean     is_trend_urgent;
  gboolean     has_severe_pain;
} CoachScreeningSituation;

GPtrArray *coach_screening_dup_due (CoachScreening                *screening,
                                    CoachScreeningRecord          *record,
                                    const CoachScreeningSituation *situation);
CoachScreeningAnswer coach_screening_merge_answer (CoachScreening               *screening,
                                                   CoachScreeningRecord         *record,
                                                   const CoachScreeningQuestion *question,
                                                   const CoachScreeningAnswer   *given,
                                                   const GDate                  *today);

G_END_DECLS
