#pragma once

#include <gio/gio.h>

#include "host.h"
#include "reminder.h"

G_BEGIN_DECLS

#define COACH_TYPE_AGENT_SERVICE (coach_agent_service_get_type ())
G_DECLARE_FINAL_TYPE (CoachAgentService, coach_agent_service, COACH, AGENT_SERVICE, GObject)

CoachAgentService *coach_agent_service_new     (CoachClock         *clock);
gboolean           coach_agent_service_export  (CoachAgentService  *self,
                                                GDBusConnection    *connection,
                                                const char         *path,
                                                GError            **error);
void               coach_agent_service_unexport (CoachAgentService *self);
void               coach_agent_service_serve   (CoachAgentService  *self,
                                                CoachReminder      *reminder,
                                                CoachPresence      *presence);

G_END_DECLS
