#pragma once

#include "sheet.h"

G_BEGIN_DECLS

char *coach_reach_words_describe_reach (guint                  reach);
char *coach_reach_words_describe_flags (CoachPainFlags         flags);
char *coach_reach_words_describe_day   (const GDate           *first_day,
                                        const CoachReachPoint *point);
char *coach_reach_words_describe_line  (const char            *title,
                                        const GDate           *first_day,
                                        const CoachReachPoint *points,
                                        guint                  n_points);

G_END_DECLS
