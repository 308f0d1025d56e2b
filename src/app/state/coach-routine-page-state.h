#pragma once

#include "coach-app-context.h"

G_BEGIN_DECLS

/**
 * CoachRoutinePageState:
 * @meta: (not nullable): what the routine takes the person today; translated
 * @can_start: whether there is something to start
 * @lines: (element-type utf8): for each step how much of it is done today, or what becomes of it;
 *   translated
 * @notice_title: (not nullable): a heading for @notice; translated
 * @notice: (nullable): what is different, or why it cannot be started; translated sentences
 * @stand_in: (nullable): the routine that takes its place
 *
 * What the page of a routine shows besides the routine itself.
 */
typedef struct
{
  char         *meta;
  gboolean      can_start;
  GPtrArray    *lines;
  const char   *notice_title;
  char         *notice;
  CoachRoutine *stand_in;
} CoachRoutinePageState;

CoachRoutinePageState *coach_routine_page_state_new  (CoachAppContext       *context,
                                                      CoachRoutine          *routine);
void                   coach_routine_page_state_free (CoachRoutinePageState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachRoutinePageState, coach_routine_page_state_free)

G_END_DECLS
