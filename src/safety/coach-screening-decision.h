#pragma once

#include "coach-screening-record.h"

G_BEGIN_DECLS

/**
 * CoachScreeningFinding:
 * @question: (nullable): the question that was answered; %NULL for the combination of several
 * @outcome: what it leads to
 * @blocks: whether it blocks exercises now
 * @advice: (translatable): what to do; may have {emergency} and {advice_line}
 * @was_unsure: whether the answer was "not sure"
 *
 * One answer that says something.
 */
typedef struct
{
  const CoachScreeningQuestion *question;
  CoachScreeningOutcome         outcome;
  gboolean                      blocks;
  const char                   *advice;
  gboolean                      was_unsure;
} CoachScreeningFinding;

/**
 * CoachScreeningDecision:
 *
 * What the answers come to on one day. A boxed, reference-counted, immutable value.
 */
typedef struct _CoachScreeningDecision CoachScreeningDecision;

#define COACH_TYPE_SCREENING_DECISION (coach_screening_decision_get_type ())
GType                        coach_screening_decision_get_type       (void);
CoachScreeningDecision      *coach_screening_decide                  (CoachScreening         *screening,
                                                                      CoachScreeningRecord   *record,
                                                                      CoachTrend              trend,
                                                                      const GDate            *today);
CoachScreeningDecision      *coach_screening_decision_ref            (CoachScreeningDecision *self);
void                         coach_screening_decision_unref          (CoachScreeningDecision *self);
CoachScreeningOutcome        coach_screening_decision_get_outcome    (CoachScreeningDecision *self);
gboolean                     coach_screening_decision_is_blocked     (CoachScreeningDecision *self);
gboolean                     coach_screening_decision_is_complete    (CoachScreeningDecision *self);
gboolean                     coach_screening_decision_can_be_cleared (CoachScreeningDecision *self);
guint                        coach_screening_decision_get_n_findings (CoachScreeningDecision *self);
const CoachScreeningFinding *coach_screening_decision_get_finding    (CoachScreeningDecision *self,
                                                                      guint                   index);
const char * const          *coach_screening_decision_get_limits     (CoachScreeningDecision *self);
const char * const          *coach_screening_decision_get_conditions (CoachScreeningDecision *self);

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachScreeningDecision, coach_screening_decision_unref)

G_END_DECLS
