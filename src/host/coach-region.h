#pragma once

#include <glib.h>

G_BEGIN_DECLS

char         *coach_region_dup_from_locale   (const char *locale);
char         *coach_region_dup_for_system    (void);
GDateWeekday  coach_region_get_first_weekday (void);

G_END_DECLS
