#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COACH_TYPE_HOURS_ROW (coach_hours_row_get_type ())
G_DECLARE_FINAL_TYPE (CoachHoursRow, coach_hours_row, COACH, HOURS_ROW, AdwPreferencesRow)

GtkWidget *coach_hours_row_new        (guint          begins,
                                       guint          ends);
void       coach_hours_row_set_number (CoachHoursRow *self,
                                       guint          number);
void       coach_hours_row_get        (CoachHoursRow *self,
                                       guint         *begins,
                                       guint         *ends);

G_END_DECLS
