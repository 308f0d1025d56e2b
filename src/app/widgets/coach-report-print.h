#pragma once

#include <gtk/gtk.h>

#include "host.h"
#include "sheet.h"

G_BEGIN_DECLS

void coach_report_print (GtkWindow            *parent,
                         CoachPlaces          *places,
                         CoachClinicianReport *report,
                         CoachPaper            paper);

G_END_DECLS
