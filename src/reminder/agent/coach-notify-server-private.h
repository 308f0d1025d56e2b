#pragma once

#include "coach-notify-worker-private.h"
#include "presence.h"

G_BEGIN_DECLS

#define COACH_TYPE_NOTIFY_SERVER (coach_notify_server_get_type ())
G_DECLARE_FINAL_TYPE (CoachNotifyServer, coach_notify_server, COACH, NOTIFY_SERVER, GObject)

CoachNotifyServer    *coach_notify_server_new           (CoachClock           *clock,
                                                         CoachBusLink         *session_bus);
char                 *coach_notify_server_dup_id        (CoachNotifyServer    *self);
CoachNotifyAbilities  coach_notify_server_get_abilities (CoachNotifyServer    *self);
gboolean              coach_notify_server_is_gone       (CoachNotifyServer    *self);
void                  coach_notify_server_learn         (CoachNotifyServer    *self,
                                                         CoachNotifyAbilities  abilities);
void                  coach_notify_server_doubt         (CoachNotifyServer    *self);
void                  coach_notify_server_refused       (CoachNotifyServer    *self);
void                  coach_notify_server_obeyed        (CoachNotifyServer    *self);

G_END_DECLS
