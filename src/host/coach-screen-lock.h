#pragma once

#include "coach-bus-link.h"

G_BEGIN_DECLS

#define COACH_TYPE_SCREEN_LOCK (coach_screen_lock_get_type ())
G_DECLARE_FINAL_TYPE (CoachScreenLock, coach_screen_lock, COACH, SCREEN_LOCK, GObject)

CoachScreenLock *coach_screen_lock_new           (CoachBusLink *session_bus);
gboolean         coach_screen_lock_get_is_known  (CoachScreenLock *self);
gboolean         coach_screen_lock_get_is_locked (CoachScreenLock *self);

G_END_DECLS
