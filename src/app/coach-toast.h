#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *coach_toast_new                 (const char           *text);
void      coach_toast_show                (AdwToastOverlay      *overlay,
                                           const char           *text);
void      coach_toast_show_in_preferences (AdwPreferencesWindow *window,
                                           AdwToast             *toast);

G_END_DECLS
