/* The two pages of a report. For the module alone. */
#pragma once

#include "coach-report-state.h"

G_BEGIN_DECLS

void coach_report_state_add_pain (CoachClinicianReport   *report,
                                  const CoachReportFacts *facts);
void coach_report_state_add_done (CoachClinicianReport   *report,
                                  const CoachReportFacts *facts);

G_END_DECLS
