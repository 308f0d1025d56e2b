#pragma once

#include "coach-hold.h"
#include "presence.h"

G_BEGIN_DECLS

#define COACH_TYPE_HOLD_X11 (coach_hold_x11_get_type ())
G_DECLARE_FINAL_TYPE (CoachHoldX11, coach_hold_x11, COACH, HOLD_X11, CoachHold)

CoachHold *coach_hold_x11_new (CoachClock *clock,
                               const char *display_name);

G_END_DECLS
