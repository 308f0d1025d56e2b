#pragma once

#include "coach-bus-link.h"

G_BEGIN_DECLS

#define COACH_TYPE_LOGIN (coach_login_get_type ())
G_DECLARE_FINAL_TYPE (CoachLogin, coach_login, COACH, LOGIN, GObject)

CoachLogin *coach_login_new                 (CoachClock   *clock,
                                             CoachBusLink *system_bus,
                                             const char   *session_id);
gboolean    coach_login_get_is_settled      (CoachLogin *self);
gboolean    coach_login_get_tells_idle      (CoachLogin *self);
gboolean    coach_login_get_is_idle         (CoachLogin *self);
gint64      coach_login_get_idle_since_us   (CoachLogin *self);
gboolean    coach_login_get_is_locked       (CoachLogin *self);
gboolean    coach_login_get_is_lock_asked   (CoachLogin *self);
void        coach_login_forget_lock_request (CoachLogin *self);
gboolean    coach_login_get_is_asleep       (CoachLogin *self);

G_END_DECLS
