#pragma once

#include "safety.h"

G_BEGIN_DECLS

GPtrArray *coach_screening_reason_dup_questions (CoachScreening *screening,
                                                 const char     *reason);
const char *coach_screening_reason_get_yes      (const char     *reason);
const char *coach_screening_reason_from_pain    (CoachScreeningRecord *record,
                                                 const CoachPain      *before,
                                                 const CoachPain      *now,
                                                 const CoachReviewed  *reviewed,
                                                 guint                 reach_min);

G_END_DECLS
