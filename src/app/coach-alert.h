#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void coach_alert_show    (GtkWindow        *parent,
                          const char       *heading,
                          const char       *body);
void coach_alert_present (AdwMessageDialog *dialog);

G_END_DECLS
