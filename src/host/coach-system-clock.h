#pragma once

#include "coach-clock.h"

G_BEGIN_DECLS

#define COACH_TYPE_SYSTEM_CLOCK (coach_system_clock_get_type ())
G_DECLARE_FINAL_TYPE (CoachSystemClock, coach_system_clock, COACH, SYSTEM_CLOCK, GObject)

CoachClock *coach_system_clock_new (void);

G_END_DECLS
