#pragma once

#include "coach-verdict.h"

G_BEGIN_DECLS

char *coach_reason_describe_order (CoachReasonKind   kind,
                                   CoachTrait       *trait);
char *coach_reason_describe_bench (const CoachBench *bench);
char *coach_reason_describe_day   (CoachTrait       *trait);
char *coach_reason_describe_limit (const CoachLimit *limit);

G_END_DECLS
