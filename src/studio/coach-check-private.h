#pragma once

#include "coach-check.h"

G_BEGIN_DECLS

void coach_findings_note (GPtrArray        *findings,
                          CoachFindingKind  kind,
                          const char       *subject,
                          double            value,
                          double            limit,
                          double            t_s);

G_END_DECLS
