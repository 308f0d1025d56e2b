#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void coach_toast_show (AdwToastOverlay *overlay,
                       const char      *text);

G_END_DECLS
