#pragma once

#include "coach-app-context.h"

G_BEGIN_DECLS

/**
 * CoachRoutinePageState:
 * @meta: (not nullable): what the routine takes the person today; translated
 * @plan: (nullable): what it becomes for the person; %NULL when it cannot be started
 * @notice_title: (not nullable): a heading for @notice; translated
 * @notice: (nullable): what is different, or why it cannot be started; translated sentences
 * @stand_in: (nullable): the routine that takes its place
 *
 * What the page of a routine shows besides the routine itself.
 */
typedef struct
{
  char         *meta;
  CoachPlan    *plan;
  const char   *notice_title;
  char         *notice;
  CoachRoutine *stand_in;
} CoachRoutinePageState;

CoachRoutinePageState *coach_routine_page_state_new  (CoachAppContext       *context,
                                                      CoachRoutine          *routine);
void                   coach_routine_page_state_free (CoachRoutinePageState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachRoutinePageState, coach_routine_page_state_free)

G_END_DECLS
