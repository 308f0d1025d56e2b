#pragma once

#include "coach-app-context.h"

G_BEGIN_DECLS

/**
 * CoachTodayFacts:
 * @facts: all that today's choice depends on
 * @now: (owned) (not nullable): the local time
 * @done: (owned) (element-type CoachChoiceDone): what was done lately
 * @options: what the person chose for sessions
 *
 * The facts of today's choice, with what they borrow. Valid until the diary changes.
 */
typedef struct
{
  CoachChoiceFacts  facts;
  GDateTime        *now;
  GArray           *done;
  CoachPlanOptions  options;
} CoachTodayFacts;

void coach_today_facts_init  (CoachTodayFacts *self,
                              CoachAppContext *context);
void coach_today_facts_clear (CoachTodayFacts *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CoachTodayFacts, coach_today_facts_clear)

G_END_DECLS
