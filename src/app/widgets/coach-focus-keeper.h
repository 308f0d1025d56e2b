#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void coach_focus_keeper_watch (GtkWindow *window);

G_END_DECLS
