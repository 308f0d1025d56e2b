#pragma once

#include "coach-verdict.h"

G_BEGIN_DECLS

const CoachBench *coach_safety_find_bench    (CoachProfile *profile,
                                              CoachMove    *move,
                                              const GDate  *today);
GPtrArray        *coach_safety_list_left_out (CoachCatalog *catalog,
                                              CoachProfile *profile,
                                              const GDate  *today);

G_END_DECLS
