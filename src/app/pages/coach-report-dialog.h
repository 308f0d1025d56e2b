#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_REPORT_DIALOG (coach_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CoachReportDialog, coach_report_dialog, COACH, REPORT_DIALOG, AdwWindow)

GtkWidget *coach_report_dialog_new (GtkWindow       *parent,
                                    CoachAppContext *context);

G_END_DECLS
