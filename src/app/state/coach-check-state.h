#pragma once

#include "coach-app-context.h"

G_BEGIN_DECLS

/**
 * CoachCheckQuestion:
 * @moment: an hour after a session, or the next morning
 * @session: (owned) (not nullable): the id of the session
 * @title: (owned) (not nullable): what is asked
 * @note: (owned) (not nullable): what to know about it
 * @before: where it hurt before, which is what "as before" answers; valid with @has_before
 * @has_before: whether that is known
 *
 * A question that is open.
 */
typedef struct
{
  CoachPainMoment  moment;
  char            *session;
  char            *title;
  char            *note;
  CoachPain        before;
  gboolean         has_before;
} CoachCheckQuestion;

/**
 * CoachCheckNotice:
 * @title: (owned) (not nullable): what today asks for
 * @text: (owned) (not nullable): what that means
 *
 * Something to know today.
 */
typedef struct
{
  char *title;
  char *text;
} CoachCheckNotice;

/**
 * CoachCheckState:
 * @question: (owned) (nullable): what is asked; one at a time
 * @notices: (owned) (element-type CoachCheckNotice): the gravest first
 *
 * What Today says and asks about the last sessions.
 */
typedef struct
{
  CoachCheckQuestion *question;
  GPtrArray          *notices;
} CoachCheckState;

CoachCheckState *coach_check_state_new    (CoachAppContext          *context);
void             coach_check_state_free   (CoachCheckState          *state);
const char      *coach_check_state_answer (CoachAppContext          *context,
                                           const CoachCheckQuestion *question,
                                           const CoachPain          *pain);
const char      *coach_check_state_find_reason (CoachAppContext     *context,
                                                const CoachPain     *before,
                                                const CoachPain     *now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachCheckState, coach_check_state_free)

G_END_DECLS
