#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void coach_spin_let_page_scroll (GtkSpinButton *spin);

G_END_DECLS
