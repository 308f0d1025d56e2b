#pragma once

#include "coach-plan.h"

G_BEGIN_DECLS

/**
 * CoachStepOutcome:
 * @COACH_STEP_PENDING: not reached yet, or never reached
 * @COACH_STEP_DONE: done to its end
 * @COACH_STEP_PARTLY: begun, then left by skipping or stopping
 * @COACH_STEP_SKIPPED: left before any work was done
 * @COACH_STEP_HURT: left because it hurt, or passed over because the same movement did before
 *
 * How one step of a session ended.
 */
typedef enum
{
  COACH_STEP_PENDING,
  COACH_STEP_DONE,
  COACH_STEP_PARTLY,
  COACH_STEP_SKIPPED,
  COACH_STEP_HURT,
} CoachStepOutcome;

/**
 * CoachStepWork:
 * @us: microseconds of work for each [enum@Side]
 *
 * How long one step of a session was worked on.
 */
typedef struct
{
  gint64 us[COACH_N_SIDES];
} CoachStepWork;

#define COACH_TYPE_STEP_OUTCOME (coach_step_outcome_get_type ())
GType coach_step_outcome_get_type (void);

/**
 * CoachSessionReport:
 *
 * What was done in one session. A boxed, reference-counted, immutable value.
 */
typedef struct _CoachSessionReport CoachSessionReport;

#define COACH_TYPE_SESSION_REPORT (coach_session_report_get_type ())
GType               coach_session_report_get_type           (void);

CoachSessionReport *coach_session_report_new                (CoachPlan              *plan,
                                                             const CoachStepOutcome *outcomes,
                                                             const CoachStepWork    *work,
                                                             gboolean                completed);
CoachSessionReport *coach_session_report_ref                (CoachSessionReport     *self);
void                coach_session_report_unref              (CoachSessionReport     *self);

CoachPlan          *coach_session_report_get_plan           (CoachSessionReport     *self);
CoachStepOutcome    coach_session_report_get_outcome        (CoachSessionReport     *self,
                                                             guint                   step);
guint               coach_session_report_get_worked_s       (CoachSessionReport     *self,
                                                             guint                   step);
guint               coach_session_report_get_side_s         (CoachSessionReport     *self,
                                                             guint                   step,
                                                             CoachSide               side);
guint               coach_session_report_get_total_worked_s (CoachSessionReport     *self);
guint               coach_session_report_count              (CoachSessionReport     *self,
                                                             CoachStepOutcome        outcome);
gboolean            coach_session_report_is_completed       (CoachSessionReport     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachSessionReport, coach_session_report_unref)

G_END_DECLS
