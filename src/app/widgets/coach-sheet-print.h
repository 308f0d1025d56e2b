#pragma once

#include <gtk/gtk.h>

#include "coach-sheet-maker.h"

G_BEGIN_DECLS

void coach_sheet_print (GtkWindow            *parent,
                        CoachAppContext      *context,
                        GObject              *subject,
                        const CoachSheetLook *look);

G_END_DECLS
