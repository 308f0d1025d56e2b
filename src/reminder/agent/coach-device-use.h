#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean coach_device_use_has_camera     (const char *process_folder,
                                          GHashTable *cameras);
gboolean coach_device_use_has_microphone (const char *process_folder);

G_END_DECLS
