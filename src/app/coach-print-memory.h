#pragma once

#include <gtk/gtk.h>

#include "host.h"

G_BEGIN_DECLS

void     coach_print_memory_load (CoachPlaces       *places,
                                  GtkPrintSettings **settings,
                                  GtkPageSetup     **setup);
gboolean coach_print_memory_save (CoachPlaces       *places,
                                  GtkPrintSettings  *settings,
                                  GtkPageSetup      *setup,
                                  GError           **error);

G_END_DECLS
