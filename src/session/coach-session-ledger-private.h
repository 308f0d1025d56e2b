/* What a running session has to remember of its steps. For the module and its tests alone. */
#pragma once

#include "coach-session-report.h"

G_BEGIN_DECLS

/**
 * CoachSessionLedger:
 * @plan: (owned) (not nullable): what is done
 * @outcomes: (owned): how each step of the plan has ended so far
 * @work: (owned): how long each step of the plan was worked on so far
 * @benched: (owned) (element-type utf8): ids of the movements that hurt in this session
 * @unwanted: (owned) (element-type utf8): traits that are left out for the rest of this session
 *
 * What has been done so far, step by step.
 */
typedef struct
{
  CoachPlan        *plan;
  CoachStepOutcome *outcomes;
  CoachStepWork    *work;
  GPtrArray        *benched;
  GPtrArray        *unwanted;
} CoachSessionLedger;

CoachSessionLedger *coach_session_ledger_new        (CoachPlan          *plan);
CoachSessionLedger *coach_session_ledger_copy       (CoachSessionLedger *self);
void                coach_session_ledger_free       (CoachSessionLedger *self);
void                coach_session_ledger_add_work   (CoachSessionLedger *self,
                                                     const CoachPhase   *phase,
                                                     gint64              passed_us);
CoachStepOutcome    coach_session_ledger_close_step (CoachSessionLedger *self,
                                                     guint               step,
                                                     gboolean            ran_out);
void                coach_session_ledger_bench      (CoachSessionLedger *self,
                                                     guint               step);
gboolean            coach_session_ledger_is_benched (CoachSessionLedger *self,
                                                     guint               step);
void                coach_session_ledger_leave_out  (CoachSessionLedger *self,
                                                     const char * const *traits);
gboolean            coach_session_ledger_is_left_out (CoachSessionLedger *self,
                                                      guint               step);
void                coach_session_ledger_change_plan (CoachSessionLedger *self,
                                                      CoachPlan          *plan,
                                                      guint               step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachSessionLedger, coach_session_ledger_free)

G_END_DECLS
