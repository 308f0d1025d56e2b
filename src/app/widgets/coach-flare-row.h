#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_FLARE_ROW (coach_flare_row_get_type ())
G_DECLARE_FINAL_TYPE (CoachFlareRow, coach_flare_row, COACH, FLARE_ROW, AdwActionRow)

void coach_flare_row_set_context (CoachFlareRow   *self,
                                  CoachAppContext *context);

G_END_DECLS
