#pragma once

#include "coach-chime.h"
#include "reminder.h"

G_BEGIN_DECLS

/* How long a break is in which no exercise may be offered. */
#define COACH_BREAK_BARE_SECONDS 60

/* The last words stay for so long, and the last sound has time to end. */
#define COACH_BREAK_LINGER_SECONDS 10

#define COACH_TYPE_BREAK_LEADER (coach_break_leader_get_type ())
G_DECLARE_FINAL_TYPE (CoachBreakLeader, coach_break_leader, COACH, BREAK_LEADER, GObject)

CoachBreakLeader *coach_break_leader_new        (CoachPlaces      *places,
                                                 CoachClock       *clock,
                                                 CoachNotifier    *notifier,
                                                 CoachChime       *chime);
void              coach_break_leader_begin      (CoachBreakLeader *self,
                                                 CoachProfile     *profile);
void              coach_break_leader_stop       (CoachBreakLeader *self);
gboolean          coach_break_leader_is_leading (CoachBreakLeader *self);

G_END_DECLS
