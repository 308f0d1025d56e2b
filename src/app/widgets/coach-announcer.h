#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void coach_announcer_tell   (GtkWidget  *widget,
                             const char *words);
void coach_announcer_finish (GtkWidget  *widget,
                             const char *words);

G_END_DECLS
