#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

gboolean coach_desktop_keys_has (guint key);

G_END_DECLS
