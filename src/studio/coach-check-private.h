#pragma once

#include "coach-check.h"

G_BEGIN_DECLS

void coach_findings_note (GPtrArray        *findings,
                          CoachFindingKind  kind,
                          const char       *subject,
                          double            value,
                          double            limit,
                          double            t_s);

void coach_check_camera  (const CoachTake  *take,
                          const CoachSample *sample,
                          GPtrArray        *findings);

G_END_DECLS
