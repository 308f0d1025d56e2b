#pragma once

#include "coach-app-context.h"
#include "coach-progress.h"

G_BEGIN_DECLS

/**
 * CoachReportFacts:
 * @progress: the numbers, the same as on the page
 * @records: what was kept, for what hurt and for packs
 * @catalog: the content
 * @profile: the person
 * @trend: where it is going now
 * @now: when the report is made
 * @is_rtl: whether the language is written from right to left
 *
 * What a report for the clinician is made of.
 */
typedef struct
{
  const CoachProgress     *progress;
  const CoachDiaryRecords *records;
  CoachCatalog            *catalog;
  CoachProfile            *profile;
  const CoachTrendReport  *trend;
  GDateTime               *now;
  gboolean                 is_rtl;
} CoachReportFacts;

CoachClinicianReport *coach_report_state_from (const CoachReportFacts *facts);

G_END_DECLS
