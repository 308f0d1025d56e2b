#pragma once

#include "coach-progress.h"

G_BEGIN_DECLS

char *coach_progress_format_time   (guint                seconds);
char *coach_progress_format_mean   (double               mean);
char *coach_progress_format_period (const GDate         *first,
                                    const GDate         *last);
char *coach_progress_format_date   (const GDate         *day);
char *coach_progress_describe_worst (const CoachProgress *progress);
char *coach_progress_describe_weeks (const CoachProgress *progress);

G_END_DECLS
