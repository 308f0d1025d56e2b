#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void coach_spin_let_page_scroll  (GtkSpinButton *spin);
void coach_scale_let_page_scroll (GtkScale      *scale);

G_END_DECLS
