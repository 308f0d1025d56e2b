#pragma once

#include "presence.h"
#include "reminder.h"

G_BEGIN_DECLS

#define COACH_TYPE_HOLD_WATCH (coach_hold_watch_get_type ())
G_DECLARE_FINAL_TYPE (CoachHoldWatch, coach_hold_watch, COACH, HOLD_WATCH, GObject)

CoachHoldWatch     *coach_hold_watch_new                 (CoachClock         *clock,
                                                          const char * const *environment,
                                                          CoachBusLink       *session_bus,
                                                          CoachBusLink       *system_bus,
                                                          const char         *device_folder,
                                                          const char         *process_folder);
CoachReminderHolds  coach_hold_watch_get_holds           (CoachHoldWatch     *self);
void                coach_hold_watch_set_watches_screen  (CoachHoldWatch     *self,
                                                          gboolean            watches);
void                coach_hold_watch_set_watches_devices (CoachHoldWatch     *self,
                                                          gboolean            watches);

G_END_DECLS
