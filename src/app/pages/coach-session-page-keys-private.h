/* The keys of a session's screen, apart from those of its buttons. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void coach_session_page_add_bindings (GtkWidgetClass *widget_class);
void coach_session_page_watch_keys   (GtkWidget      *page);

G_END_DECLS
