#pragma once

#include "host.h"

G_BEGIN_DECLS

gboolean coach_autostart_file_is_there (CoachPlaces  *places);
gboolean coach_autostart_file_write    (CoachPlaces  *places,
                                        GError      **error);
gboolean coach_autostart_file_remove   (CoachPlaces  *places,
                                        GError      **error);

G_END_DECLS
