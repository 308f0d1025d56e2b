#pragma once

#include "reminder.h"

G_BEGIN_DECLS

#define COACH_TYPE_AGENT_CLERK (coach_agent_clerk_get_type ())
G_DECLARE_FINAL_TYPE (CoachAgentClerk, coach_agent_clerk, COACH, AGENT_CLERK, GObject)

CoachAgentClerk *coach_agent_clerk_new         (void);
gboolean         coach_agent_clerk_look        (CoachAgentClerk      *self,
                                                CoachSittingNumbers  *numbers,
                                                gboolean             *is_locked,
                                                GError              **error);
void             coach_agent_clerk_put_down    (CoachAgentClerk      *self,
                                                const char           *kind,
                                                GDateTime            *began,
                                                guint                 length_s,
                                                guint                 sat_s);
void             coach_agent_clerk_finish      (CoachAgentClerk      *self);

gboolean         coach_agent_clerk_is_asked    (int                   argc,
                                                char                 *argv[]);
int              coach_agent_clerk_answer      (CoachPlaces          *places,
                                                CoachClock           *clock,
                                                int                   argc,
                                                char                 *argv[]);

G_END_DECLS
