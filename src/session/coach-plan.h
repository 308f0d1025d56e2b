#pragma once

#include "coach-cue.h"
#include "safety.h"

G_BEGIN_DECLS

/**
 * CoachPhaseKind:
 * @COACH_PHASE_POSITION: getting into place; name, side and starting position are said, the last
 *   three seconds counted in. Followed by the work of the first set.
 * @COACH_PHASE_HOLD: a position is held. Followed by rest, switch-sides, position or finish.
 * @COACH_PHASE_REPS: a movement is repeated. Followed as a hold.
 * @COACH_PHASE_TIME: a movement goes on, such as rolling or walking. Followed as a hold.
 * @COACH_PHASE_REST: between two sets, or before a step after it hurt. Followed by the next set, or
 *   by position.
 * @COACH_PHASE_SWITCH_SIDES: turning to the other side. Followed by its first set.
 * @COACH_PHASE_FINISH: the plan is done; lasts no time. Followed by nothing.
 *
 * One stretch of the session's clock. The five seconds after a pause are not in a plan: they
 * belong to the running session, see [method@Session.is_leading_in].
 */
typedef enum
{
  COACH_PHASE_POSITION,
  COACH_PHASE_HOLD,
  COACH_PHASE_REPS,
  COACH_PHASE_TIME,
  COACH_PHASE_REST,
  COACH_PHASE_SWITCH_SIDES,
  COACH_PHASE_FINISH,
} CoachPhaseKind;

/**
 * CoachPhase:
 * @kind: what the person does
 * @start_s: seconds from the beginning of the plan
 * @length_s: seconds; 0 for the finish
 * @step: index of the plan's step; the number of steps for the finish
 * @side: the side at work; for switch-sides, the one that is turned to
 * @set: 1 for the first set of a side; for a rest, the set that it follows; 0 for position,
 *   switch-sides, finish and a rest before position
 * @n_cues: how many cues there are
 * @cues: (array length=n_cues): in the order of time
 *
 * One stretch of the session's clock.
 */
typedef struct
{
  CoachPhaseKind  kind;
  guint           start_s;
  guint           length_s;
  guint           step;
  CoachSide       side;
  guint           set;
  guint           n_cues;
  CoachCue       *cues;
} CoachPhase;

/**
 * CoachPlanStep:
 * @movement: (not nullable): what is done
 * @dose: how much of it
 * @verdict: (not nullable): what the rules say of it; never avoid
 * @instead_of: (nullable): the movement of the routine that it stands in for
 * @pause_s: seconds of rest before it; 0 for none
 * @first_phase: index of its first phase
 * @n_phases: how many phases it has
 *
 * One movement of a plan.
 */
typedef struct
{
  CoachMovement *movement;
  CoachDose      dose;
  CoachVerdict  *verdict;
  CoachMovement *instead_of;
  guint          pause_s;
  guint          first_phase;
  guint          n_phases;
} CoachPlanStep;

/**
 * CoachPlanCause:
 * @COACH_PLAN_CAUSE_RULES: what the person has speaks against the movement
 * @COACH_PLAN_CAUSE_ORDER: the person or a clinician said to leave it out
 * @COACH_PLAN_CAUSE_BENCHED: it hurt not long ago
 * @COACH_PLAN_CAUSE_DAY: today's pain or a warning-sign answer speaks against it
 * @COACH_PLAN_CAUSE_EASED: nothing speaks against it, but today asks for gentler variants
 * @COACH_PLAN_CAUSE_CHOSEN: the person asked for the change
 *
 * Why a plan departs from its routine. Of several causes the one that lasts longest counts.
 */
typedef enum
{
  COACH_PLAN_CAUSE_RULES,
  COACH_PLAN_CAUSE_ORDER,
  COACH_PLAN_CAUSE_BENCHED,
  COACH_PLAN_CAUSE_DAY,
  COACH_PLAN_CAUSE_EASED,
  COACH_PLAN_CAUSE_CHOSEN,
} CoachPlanCause;

/**
 * CoachPlanChange:
 * @movement: (not nullable): what the routine asked for
 * @became: (nullable): what is done instead; %NULL when it was left out
 * @why: (not nullable): what the rules say of @movement
 * @cause: what made the change
 * @because: (not nullable) (translatable): why, in one sentence or a few
 *
 * Where a plan departs from its routine.
 */
typedef struct
{
  CoachMovement  *movement;
  CoachMovement  *became;
  CoachVerdict   *why;
  CoachPlanCause  cause;
  char           *because;
} CoachPlanChange;

/**
 * CoachPlanOptions:
 * @first_side: the side that comes first; %COACH_SIDE_NONE takes the profile's painful side,
 *   or left
 * @swap_cautions: (nullable) (array zero-terminated=1): ids of movements that are allowed with
 *   caution and that the person wants replaced by their substitute
 * @explain: whether getting into place lasts until its steps have been said; otherwise it takes 8 s
 *   and is told in a few words. Breaks at the desk are never explained: they are
 *   no longer than they say
 * @speech_rate: how fast the voice is, from -100 to 100; 0 is usual
 *
 * What may be chosen before a session.
 */
typedef struct
{
  CoachSide           first_side;
  const char * const *swap_cautions;
  gboolean            explain;
  int                 speech_rate;
} CoachPlanOptions;

/**
 * CoachSessionError:
 * @COACH_SESSION_ERROR_NOTHING_SAFE: the rules leave nothing of the routine
 * @COACH_SESSION_ERROR_TOO_MUCH_LOST: more than half of the routine's steps would be left out;
 *   [func@choice_find_stand_in] finds another routine
 * @COACH_SESSION_ERROR_RESTING: today is for rest: a rest day, or pain too strong for a session
 * @COACH_SESSION_ERROR_BLOCKED: exercises are off until the warning-sign questions say otherwise
 *
 * Why no plan can be made.
 */
typedef enum
{
  COACH_SESSION_ERROR_NOTHING_SAFE,
  COACH_SESSION_ERROR_TOO_MUCH_LOST,
  COACH_SESSION_ERROR_RESTING,
  COACH_SESSION_ERROR_BLOCKED,
} CoachSessionError;

#define COACH_SESSION_ERROR (coach_session_error_quark ())
GQuark coach_session_error_quark (void);

#define COACH_TYPE_PLAN (coach_plan_get_type ())
G_DECLARE_FINAL_TYPE (CoachPlan, coach_plan, COACH, PLAN, GObject)

CoachPlan             *coach_plan_new           (CoachRoutine            *routine,
                                                 CoachCatalog            *catalog,
                                                 CoachProfile            *profile,
                                                 const CoachPlanOptions  *options,
                                                 GError                 **error);
CoachPlan             *coach_plan_new_easier    (CoachPlan               *like,
                                                 CoachCatalog            *catalog,
                                                 CoachProfile            *profile,
                                                 guint                    step,
                                                 guint                    pause_s);
CoachRoutine          *coach_plan_get_routine   (CoachPlan               *self);
gboolean               coach_plan_is_half_dose  (CoachPlan               *self);
guint                  coach_plan_get_total_s   (CoachPlan               *self);
guint                  coach_plan_get_n_steps   (CoachPlan               *self);
const CoachPlanStep   *coach_plan_get_step      (CoachPlan               *self,
                                                 guint                    index);
guint                  coach_plan_get_n_phases  (CoachPlan               *self);
const CoachPhase      *coach_plan_get_phase     (CoachPlan               *self,
                                                 guint                    index);
guint                  coach_plan_get_n_changes (CoachPlan               *self);
const CoachPlanChange *coach_plan_get_change    (CoachPlan               *self,
                                                 guint                    index);
const char            *coach_plan_cause_get_id  (CoachPlanCause           cause);
const char            *coach_phase_kind_get_id  (CoachPhaseKind           kind);

G_END_DECLS
