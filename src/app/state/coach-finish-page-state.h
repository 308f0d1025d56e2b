#pragma once

#include "coach-app-context.h"

G_BEGIN_DECLS

/**
 * CoachFinishRow:
 * @name: (not nullable): the movement
 * @detail: (not nullable): how much of it, or why not
 * @outcome: how it ended
 *
 * What became of one step.
 */
typedef struct
{
  char             *name;
  char             *detail;
  CoachStepOutcome  outcome;
} CoachFinishRow;

/**
 * CoachFinishPageState:
 * @title: (not nullable): a kind heading
 * @summary: (not nullable): minutes and moves in a sentence
 * @advice: (nullable): what to do now when something was stopped
 * @after: (not nullable): what to know after this routine
 * @rows: (element-type CoachFinishRow): the steps, in the order of the plan
 *
 * What the screen after a session shows.
 */
typedef struct
{
  char      *title;
  char      *summary;
  char      *advice;
  char      *after;
  GPtrArray *rows;
} CoachFinishPageState;

/* How hard a session was, from 1 on. */
#define COACH_N_EFFORTS 5

CoachFinishPageState *coach_finish_page_state_new  (CoachSessionReport   *report,
                                                    CoachProfile         *profile);
void                  coach_finish_page_state_free (CoachFinishPageState *state);
char                **coach_finish_page_dup_efforts (void);
const char           *coach_finish_page_save       (CoachAppContext      *context,
                                                    const CoachPain      *after,
                                                    guint                 effort);
gboolean              coach_finish_page_was_burning (CoachAppContext     *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachFinishPageState, coach_finish_page_state_free)

G_END_DECLS
