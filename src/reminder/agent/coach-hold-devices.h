#pragma once

#include "coach-hold.h"

G_BEGIN_DECLS

#define COACH_TYPE_HOLD_DEVICES (coach_hold_devices_get_type ())
G_DECLARE_FINAL_TYPE (CoachHoldDevices, coach_hold_devices, COACH, HOLD_DEVICES, CoachHold)

CoachHold *coach_hold_devices_new (CoachClock *clock,
                                   const char *device_folder,
                                   const char *process_folder);

G_END_DECLS
