#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_SHEET_DIALOG (coach_sheet_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CoachSheetDialog, coach_sheet_dialog, COACH, SHEET_DIALOG, AdwWindow)

GtkWidget *coach_sheet_dialog_new (GtkWindow       *parent,
                                   CoachAppContext *context,
                                   GObject         *subject);

G_END_DECLS
