#pragma once

#include "coach-app-context.h"

G_BEGIN_DECLS

/**
 * CoachWarningItem:
 * @question: (nullable): the question that was answered; %NULL when it was not one alone
 * @answer: (nullable): what was answered, and when; translated
 * @advice: (nullable): what to do; %NULL when it was said before
 * @review: (nullable): the warning of the check-ins that a clinician may have checked already, as
 *   [func@warning_get_id] has it; %NULL for an answer
 *
 * One sign that was told.
 */
typedef struct
{
  char *question;
  char *answer;
  char *advice;
  const char *review;
} CoachWarningItem;

/**
 * CoachWarningState:
 * @outcome: the most urgent of what was answered
 * @is_blocked: whether exercises are off
 * @title: what to do
 * @why: why
 * @number: (nullable): whom to call; %NULL when it is not urgent
 * @items: (element-type CoachWarningItem): the signs, the most urgent first
 * @take_along: (nullable): that the screen is of use where help is; %NULL when it is no emergency
 * @n_notes: how many of them no clinician has looked at yet
 * @again: (nullable): when a no would count; %NULL when it would not, or does already
 * @can_clear: whether "A clinician has checked me" would turn exercises on again
 * @can_answer_again: whether answering no now may turn them on again
 * @summary: all of it as plain text with the time, to take along
 *
 * What the screens show that say what to do after warning signs. All texts are translated.
 */
typedef struct
{
  CoachScreeningOutcome  outcome;
  gboolean               is_blocked;
  char                  *title;
  char                  *why;
  char                  *number;
  GPtrArray             *items;
  char                  *take_along;
  guint                  n_notes;
  char                  *again;
  gboolean               can_clear;
  gboolean               can_answer_again;
  char                  *summary;
} CoachWarningState;

CoachWarningState *coach_warning_state_new        (CoachAppContext *context);
void            coach_warning_state_free       (CoachWarningState  *state);
char           *coach_warning_state_dup_notice (const CoachWarningState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachWarningState, coach_warning_state_free)

G_END_DECLS
