#pragma once

#include "coach-screening-decision.h"

G_BEGIN_DECLS

/**
 * CoachScreeningSituation:
 * @today: the local day
 * @last_activity: (nullable): the day of the last check-in or session; %NULL for none
 * @is_before_session: whether a session is about to begin
 * @numb_since: (nullable): the day since which numbness is new, or the pain reaches further down
 * @urgent_changed: (nullable): the day on which the trend became urgent, or on which that was over
 * @severe_since: (nullable): the day since which pain is very strong
 *
 * What decides which questions are due.
 */
typedef struct
{
  const GDate *today;
  const GDate *last_activity;
  gboolean     is_before_session;
  const GDate *numb_since;
  const GDate *urgent_changed;
  const GDate *severe_since;
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
