#pragma once

#include "host.h"
#include "coach-plan.h"
#include "coach-session-report.h"
#include "coach-session-state.h"

G_BEGIN_DECLS

#define COACH_TYPE_SESSION (coach_session_get_type ())
G_DECLARE_FINAL_TYPE (CoachSession, coach_session, COACH, SESSION, GObject)

CoachSession            *coach_session_new                    (CoachPlan    *plan,
                                                               CoachClock   *clock);
void                     coach_session_start                  (CoachSession *self);
void                     coach_session_pause                  (CoachSession *self);
void                     coach_session_resume                 (CoachSession *self);
void                     coach_session_skip_step              (CoachSession *self);
void                     coach_session_go_back                (CoachSession *self);
void                     coach_session_repeat_step            (CoachSession *self);
void                     coach_session_seek                   (CoachSession *self,
                                                               guint         phase);
void                     coach_session_leave_step_out         (CoachSession *self);
void                     coach_session_take_easier            (CoachSession *self,
                                                               CoachPlan    *plan,
                                                               gboolean      hurt);
void                     coach_session_leave_traits_out       (CoachSession       *self,
                                                               const char * const *traits);
void                     coach_session_stop                   (CoachSession *self);
void                     coach_session_stop_hurt              (CoachSession *self);

CoachPlan               *coach_session_get_plan               (CoachSession *self);
CoachSessionStatus       coach_session_get_status             (CoachSession *self);
const CoachSessionState *coach_session_get_state              (CoachSession *self);
const CoachPhase        *coach_session_get_phase              (CoachSession *self);
const CoachPlanStep     *coach_session_get_step               (CoachSession *self);
gboolean                 coach_session_is_leading_in          (CoachSession *self);
gint64                   coach_session_get_remaining_us       (CoachSession *self);
gint64                   coach_session_get_lead_in_us         (CoachSession *self);
gint64                   coach_session_get_total_remaining_us (CoachSession *self);
double                   coach_session_get_step_fraction      (CoachSession *self,
                                                               guint         step);
CoachSessionReport      *coach_session_dup_report             (CoachSession *self);

G_END_DECLS
