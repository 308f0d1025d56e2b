/* The parts of progress. For the module alone. */
#pragma once

#include "coach-progress.h"

G_BEGIN_DECLS

CoachProgressDay *coach_progress_find_day      (CoachProgress            *self,
                                                const CoachProgressFacts *facts,
                                                GDateTime                *time);
gboolean          coach_progress_was_done      (const CoachDiarySession  *session);
void              coach_progress_add_work      (CoachProgress            *self,
                                                const CoachProgressFacts *facts);
void              coach_progress_excuse_days   (CoachProgress            *self,
                                                const CoachProgressFacts *facts);

G_END_DECLS
