#pragma once

#include "coach-app-context.h"

G_BEGIN_DECLS

/**
 * CoachConcern:
 * @movement: (not nullable): a movement of the routine
 * @verdict: (not nullable): caution or avoid
 * @instead: (nullable): what can be done, or is done, in its place
 *
 * A movement that the person should hear about before a session.
 */
typedef struct
{
  CoachMovement *movement;
  CoachVerdict  *verdict;
  CoachMovement *instead;
} CoachConcern;

/**
 * CoachBeforeStartState:
 * @concerns: (element-type CoachConcern): in the order of the routine, each movement once
 * @has_safe_steps: whether anything is left to do
 *
 * What the screen before a session shows, whatever the person chooses on it.
 */
typedef struct
{
  GPtrArray *concerns;
  gboolean   has_safe_steps;
} CoachBeforeStartState;

CoachBeforeStartState *coach_before_start_state_new  (CoachAppContext       *context,
                                                      CoachRoutine          *routine);
void                   coach_before_start_state_free (CoachBeforeStartState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachBeforeStartState, coach_before_start_state_free)

G_END_DECLS
