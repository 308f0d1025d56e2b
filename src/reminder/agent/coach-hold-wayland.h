#pragma once

#include "coach-hold.h"
#include "presence.h"

G_BEGIN_DECLS

#define COACH_TYPE_HOLD_WAYLAND (coach_hold_wayland_get_type ())
G_DECLARE_FINAL_TYPE (CoachHoldWayland, coach_hold_wayland, COACH, HOLD_WAYLAND, CoachHold)

CoachHold *coach_hold_wayland_new (CoachClock *clock,
                                   const char *display_name);

G_END_DECLS
