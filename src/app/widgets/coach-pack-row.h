#pragma once

#include <gtk/gtk.h>

#include "coach-pack-offer.h"

G_BEGIN_DECLS

#define COACH_TYPE_PACK_ROW (coach_pack_row_get_type ())
G_DECLARE_FINAL_TYPE (CoachPackRow, coach_pack_row, COACH, PACK_ROW, GtkWidget)

void     coach_pack_row_set_context (CoachPackRow    *self,
                                     CoachAppContext *context);
gboolean coach_pack_row_update      (CoachPackRow    *self);

G_END_DECLS
