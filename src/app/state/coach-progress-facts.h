#pragma once

#include "coach-app-context.h"
#include "coach-progress-page-state.h"

G_BEGIN_DECLS

void           coach_progress_facts_get_span (CoachAppContext         *context,
                                              CoachProgressZoom        zoom,
                                              guint                    n_back,
                                              GDate                   *from,
                                              GDate                   *to);
void           coach_progress_facts_widen    (GDate                   *from,
                                              GDate                   *to);
CoachProgress *coach_progress_facts_count    (CoachAppContext         *context,
                                              const CoachDiaryRecords *records,
                                              CoachProgressZoom        zoom,
                                              guint                    n_back);
CoachProgress *coach_progress_facts_count_days (CoachAppContext         *context,
                                                const CoachDiaryRecords *records,
                                                const GDate             *first,
                                                const GDate             *last);

G_END_DECLS
