#pragma once

#include "presence.h"

G_BEGIN_DECLS

#define COACH_TYPE_ZONE_WATCH (coach_zone_watch_get_type ())
G_DECLARE_FINAL_TYPE (CoachZoneWatch, coach_zone_watch, COACH, ZONE_WATCH, GObject)

CoachZoneWatch *coach_zone_watch_new (CoachBusLink *system_bus);

G_END_DECLS
