#pragma once

#include "coach-app-context.h"

G_BEGIN_DECLS

/**
 * CoachConcern:
 * @movement: (not nullable): a movement of the routine
 * @verdict: (not nullable): what the rules say of it
 * @instead: (nullable): what can be done, or is done, in its place
 * @can_choose: whether the person chooses between the two
 * @is_eased: whether it gives way because the day asks for gentler variants
 *
 * A movement that the person should hear about before a session.
 */
typedef struct
{
  CoachMovement *movement;
  CoachVerdict  *verdict;
  CoachMovement *instead;
  gboolean       can_choose;
  gboolean       is_eased;
} CoachConcern;

/**
 * CoachBeforeStartState:
 * @concerns: (element-type CoachConcern): in the order of the routine, each movement once
 * @has_plan: whether there is something to start
 * @is_half_dose: whether it is half the usual dose
 * @refusal: why there is nothing to start; valid without a plan
 * @stand_in: (nullable): the routine that takes the place of one that cannot be started
 *
 * What the screen before a session shows, whatever the person chooses on it.
 */
typedef struct
{
  GPtrArray         *concerns;
  gboolean           has_plan;
  gboolean           is_half_dose;
  CoachSessionError  refusal;
  CoachRoutine      *stand_in;
} CoachBeforeStartState;

CoachBeforeStartState *coach_before_start_state_new  (CoachAppContext       *context,
                                                      CoachRoutine          *routine);
void                   coach_before_start_state_free (CoachBeforeStartState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachBeforeStartState, coach_before_start_state_free)

G_END_DECLS
