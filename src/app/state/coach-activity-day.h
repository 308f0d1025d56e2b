#pragma once

#include "coach-app-context.h"

G_BEGIN_DECLS

/**
 * CoachActivityDay:
 * @facts: what advice depends on; points to the other members
 * @pain: how it is today; valid when the facts point to it
 * @decision: (nullable): what the warning-sign answers come to
 * @answers: (array zero-terminated=1): questions that were answered with yes
 * @notes: (array zero-terminated=1): notes on the check-ins
 *
 * What is known of the person and the day, for advice on everyday activities.
 */
typedef struct
{
  CoachActivityFacts       facts;
  CoachPain                pain;
  CoachScreeningDecision  *decision;
  char                   **answers;
  char                   **notes;
} CoachActivityDay;

CoachActivityDay *coach_activity_day_new          (CoachCatalog           *catalog,
                                                   CoachScreeningRecord   *record,
                                                   CoachScreeningDecision *decision,
                                                   CoachTrend              trend,
                                                   const CoachPain        *pain);
CoachActivityDay *coach_activity_day_from_context (CoachAppContext        *context);
void              coach_activity_day_free         (CoachActivityDay       *day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachActivityDay, coach_activity_day_free)

G_END_DECLS
