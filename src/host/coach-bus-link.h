#pragma once

#include "coach-clock.h"

G_BEGIN_DECLS

#define COACH_TYPE_BUS_LINK (coach_bus_link_get_type ())
G_DECLARE_FINAL_TYPE (CoachBusLink, coach_bus_link, COACH, BUS_LINK, GObject)

CoachBusLink    *coach_bus_link_new            (CoachClock *clock,
                                                const char *address);
GDBusConnection *coach_bus_link_get_connection (CoachBusLink *self);
gboolean         coach_bus_link_is_settled     (CoachBusLink *self);
char            *coach_bus_link_find_address   (GBusType            bus,
                                                const char * const *environment);

G_END_DECLS
