#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-plan-private.h"

#include <glib/gi18n-lib.h>

static void
clear_change (gpointer data)
{
  CoachPlanChange *change = data;

  g_clear_object (&change->movement);
  g_clear_object (&change->became);
  g_clear_pointer (&change->why, coach_verdict_unref);
  g_clear_pointer (&change->because, g_free);
}

/**
 * coach_plan_changes_new:
 *
 * Makes an empty list of changes that owns what its changes own.
 *
 * Returns: (transfer full) (element-type CoachPlanChange): the list
 */
GArray *
coach_plan_changes_new (void)
{
  GArray *changes = g_array_new (FALSE, TRUE, sizeof (CoachPlanChange));

  g_array_set_clear_func (changes, clear_change);
  return changes;
}

static char *
explain (CoachVerdict   *why,
         CoachPlanCause  cause)
{
  g_auto (GStrv) reasons = NULL;

  switch (cause)
    {
    case COACH_PLAN_CAUSE_CHOSEN:
      return g_strdup (_("You asked for this change."));
    case COACH_PLAN_CAUSE_EASED:
      return g_strdup (_("Today asks for gentler variants."));
    case COACH_PLAN_CAUSE_RULES:
    case COACH_PLAN_CAUSE_ORDER:
    case COACH_PLAN_CAUSE_BENCHED:
    case COACH_PLAN_CAUSE_DAY:
    default:
      reasons = coach_verdict_dup_reasons (why);
      /* Translators: stands between whole sentences */
      return g_strjoinv (C_ ("sentences", " "), reasons);
    }
}

/**
 * coach_plan_add_change:
 * @changes: (inout) (element-type CoachPlanChange): the changes so far
 * @movement: what the routine asks for
 * @became: (nullable): what is done instead
 * @why: what the rules say of @movement
 * @cause: what made the change
 *
 * Notes that a plan departs from its routine.
 */
void
coach_plan_add_change (GArray         *changes,
                       CoachMovement  *movement,
                       CoachMovement  *became,
                       CoachVerdict   *why,
                       CoachPlanCause  cause)
{
  CoachPlanChange change = {
    .movement = g_object_ref (movement),
    .became = became != NULL ? g_object_ref (became) : NULL,
    .why = coach_verdict_ref (why),
    .cause = cause,
    .because = explain (why, cause),
  };

  g_array_append_val (changes, change);
}

/* A condition of the day alone, such as a flare, is gone with the day. */
static CoachPlanCause
get_cause_of_rule (CoachProfile      *profile,
                   const CoachReason *reason)
{
  if (reason->condition == NULL || g_str_equal (reason->condition, COACH_BASE_CONDITION)
      || coach_profile_has_condition (profile, reason->condition))
    return COACH_PLAN_CAUSE_RULES;
  return COACH_PLAN_CAUSE_DAY;
}

static CoachPlanCause
get_cause (CoachProfile      *profile,
           const CoachReason *reason)
{
  switch (reason->kind)
    {
    case COACH_REASON_FORBIDDEN:
    case COACH_REASON_NEVER:
      return COACH_PLAN_CAUSE_ORDER;
    case COACH_REASON_BENCHED:
      return COACH_PLAN_CAUSE_BENCHED;
    case COACH_REASON_LIMIT:
    case COACH_REASON_DAY:
      return COACH_PLAN_CAUSE_DAY;
    case COACH_REASON_RULE:
      return get_cause_of_rule (profile, reason);
    case COACH_REASON_ALLOWED:
    case COACH_REASON_UNKNOWN:
    default:
      return COACH_PLAN_CAUSE_RULES;
    }
}

/**
 * coach_plan_cause_of:
 * @profile: for whom the plan is
 * @why: what the rules say of a movement to avoid
 *
 * Finds what speaks against a movement. Of several causes the one that lasts longest counts, since
 * the movement does not come back before it is gone.
 *
 * Returns: the cause
 */
CoachPlanCause
coach_plan_cause_of (CoachProfile *profile,
                     CoachVerdict *why)
{
  CoachPlanCause cause = COACH_PLAN_CAUSE_DAY;

  for (guint i = 0; i < coach_verdict_get_n_reasons (why); i++)
    {
      const CoachReason *reason = coach_verdict_get_reason (why, i);

      if (reason->level == COACH_VERDICT_AVOID)
        cause = MIN (cause, get_cause (profile, reason));
    }
  return cause;
}

/**
 * coach_plan_count_left_out:
 * @changes: (element-type CoachPlanChange): the changes of a plan
 *
 * Counts the steps of the routine in whose place nothing is done.
 *
 * Returns: how many
 */
guint
coach_plan_count_left_out (GArray *changes)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    n += g_array_index (changes, CoachPlanChange, i).became == NULL;
  return n;
}

/**
 * coach_plan_loses_too_much:
 * @request: what the plan is made from
 * @changes: (element-type CoachPlanChange): the changes of the plan
 *
 * Gets whether so much of a routine is left out that it is no longer what it was made for.
 *
 * Returns: whether more than half of its steps are
 */
gboolean
coach_plan_loses_too_much (const CoachPlanRequest *request,
                           GArray                 *changes)
{
  return coach_plan_count_left_out (changes) * 2 > coach_routine_get_n_steps (request->routine);
}

/**
 * coach_plan_cause_get_id:
 * @cause: a cause
 *
 * Gets the name of a cause as it stands in JSON.
 *
 * Returns: (transfer none): a word
 */
const char *
coach_plan_cause_get_id (CoachPlanCause cause)
{
  switch (cause)
    {
    case COACH_PLAN_CAUSE_RULES:
      return "rules";
    case COACH_PLAN_CAUSE_ORDER:
      return "order";
    case COACH_PLAN_CAUSE_BENCHED:
      return "benched";
    case COACH_PLAN_CAUSE_DAY:
      return "day";
    case COACH_PLAN_CAUSE_EASED:
      return "eased";
    case COACH_PLAN_CAUSE_CHOSEN:
      return "chosen";
    default:
      g_return_val_if_reached (NULL);
    }
}
