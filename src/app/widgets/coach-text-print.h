#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void coach_text_print (GtkWindow  *parent,
                       const char *title,
                       const char *text);

G_END_DECLS
