#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void coach_alert_show (GtkWindow  *parent,
                       const char *heading,
                       const char *body);

G_END_DECLS
