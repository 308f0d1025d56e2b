#pragma once

#include <gtk/gtk.h>

#include "host.h"

G_BEGIN_DECLS

void coach_text_print (GtkWindow   *parent,
                       CoachPlaces *places,
                       const char  *title,
                       const char  *text);

G_END_DECLS
