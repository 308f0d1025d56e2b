#pragma once

#include "coach-screening-record.h"
#include "coach-trend.h"

G_BEGIN_DECLS

/**
 * CoachScreeningFinding:
 * @question: (nullable): the question that was answered; %NULL for the combination of several
 * @outcome: what it leads to
 * @blocks: whether it blocks exercises now
 * @advice: (translatable): what to do; may have {emergency} and {advice_line}
 * @was_unsure: whether the answer was "not sure"
 * @was_cleared: whether a clinician's word has ended the block
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
  gboolean                      was_cleared;
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
CoachScreeningDecision      *coach_screening_decide_with_report      (CoachScreening         *screening,
                                                                      CoachScreeningRecord   *record,
                                                                      const CoachTrendReport *report,
                                                                      const GDate            *today);
CoachScreeningDecision      *coach_screening_decision_ref            (CoachScreeningDecision *self);
void                         coach_screening_decision_unref          (CoachScreeningDecision *self);
CoachScreeningOutcome        coach_screening_decision_get_outcome    (CoachScreeningDecision *self);
gboolean                     coach_screening_decision_is_blocked     (CoachScreeningDecision *self);
gboolean                     coach_screening_decision_is_complete    (CoachScreeningDecision *self);
gboolean                     coach_screening_decision_can_be_cleared (CoachScreeningDecision *self);
gboolean                     coach_screening_decision_is_trend_urgent (CoachScreeningDecision *self);
CoachScreeningOutcome        coach_screening_decision_get_trend_outcome (CoachScreeningDecision *self);
guint                        coach_screening_decision_get_n_findings (CoachScreeningDecision *self);
const CoachScreeningFinding *coach_screening_decision_get_finding    (CoachScreeningDecision *self,
                                                                      guint                   index);
const char * const          *coach_screening_decision_get_limits     (CoachScreeningDecision *self);
const char * const          *coach_screening_decision_get_conditions (CoachScreeningDecision *self);

gboolean coach_screening_counts_as_yes (const CoachScreeningQuestion *question,
                                        const CoachScreeningAnswer   *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachScreeningDecision, coach_screening_decision_unref)

G_END_DECLS
