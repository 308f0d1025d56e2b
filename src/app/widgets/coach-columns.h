#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COACH_TYPE_COLUMNS (coach_columns_get_type ())
G_DECLARE_FINAL_TYPE (CoachColumns, coach_columns, COACH, COLUMNS, GtkWidget)

void coach_columns_set_values (CoachColumns *self,
                               GArray       *values,
                               const char   *words);

G_END_DECLS
