#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void coach_css_color_get (GtkWidget *widget,
                          GdkRGBA   *color);

G_END_DECLS
