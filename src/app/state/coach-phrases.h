#pragma once

#include "session.h"

G_BEGIN_DECLS

char       *coach_phrases_describe_dose      (const CoachDose *dose,
                                              gboolean         per_side);
char       *coach_phrases_describe_routine   (CoachRoutine       *routine);
char       *coach_phrases_describe_routine_in (CoachRoutine      *routine,
                                              guint               minutes);
char       *coach_phrases_format_day         (const GDate        *day);
const char *coach_phrases_get_level          (guint            level);
const char *coach_phrases_get_verdict        (CoachVerdictLevel level);
const char *coach_phrases_get_activity_verdict (CoachActivityVerdict verdict);
char       *coach_phrases_describe_because   (CoachCatalog    *catalog,
                                              CoachVerdict    *verdict);
const char *coach_phrases_get_order          (CoachOrder       order);
const char *coach_phrases_describe_order     (CoachOrder       order);
char       *coach_phrases_begin_large        (const char      *words);
char       *coach_phrases_format_clock       (gint64           remaining_us);
char       *coach_phrases_describe_time_left (gint64           remaining_us);

G_END_DECLS
