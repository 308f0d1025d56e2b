#pragma once

#include "coach-hold.h"

G_BEGIN_DECLS

#define COACH_TYPE_HOLD_SETTINGS (coach_hold_settings_get_type ())
G_DECLARE_FINAL_TYPE (CoachHoldSettings, coach_hold_settings, COACH, HOLD_SETTINGS, CoachHold)

CoachHold *coach_hold_settings_new (const char *desktops);

G_END_DECLS
