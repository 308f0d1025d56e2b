#pragma once

#include "safety.h"

G_BEGIN_DECLS

/* All answers of a test are given in one line: "saddle=yes@2026-03-01 both-legs=yes/no@2026-03-02
 * pregnant=yes@2026-03-01,weeks:12 back-surgery=yes@2026-03-01,date:2026-01-15". What follows the
 * slash answers the second question. */
CoachScreeningRecord *coach_screening_record_from_text (const char *text);
CoachScreeningRecord *coach_screening_record_all_no    (CoachScreening *screening,
                                                        const char     *day);
CoachScreeningAnswer  coach_screening_answer_from_text (const char *text);
GDate                 coach_test_day                   (const char *iso);

G_END_DECLS
