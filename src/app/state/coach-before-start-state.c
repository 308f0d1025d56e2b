#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-before-start-state.h"

static void
concern_free (gpointer data)
{
  CoachConcern *concern = data;

  g_object_unref (concern->movement);
  coach_verdict_unref (concern->verdict);
  g_clear_object (&concern->instead);
  g_free (concern);
}

static gboolean
is_known (GPtrArray     *concerns,
          CoachMovement *movement)
{
  for (guint i = 0; i < concerns->len; i++)
    if (((CoachConcern *) g_ptr_array_index (concerns, i))->movement == movement)
      return TRUE;
  return FALSE;
}

static GPtrArray *
find_concerns (CoachAppContext *context,
               CoachRoutine    *routine)
{
  GPtrArray *concerns = g_ptr_array_new_with_free_func (concern_free);

  for (guint i = 0; i < coach_routine_get_n_steps (routine); i++)
    {
      CoachMovement *movement = coach_routine_get_step (routine, i)->movement;
      g_autoptr (CoachVerdict) verdict = coach_app_context_judge (context, COACH_MOVE (movement));
      CoachConcern *concern;

      if (coach_verdict_get_level (verdict) == COACH_VERDICT_ALLOW || is_known (concerns, movement))
        continue;
      concern = g_new0 (CoachConcern, 1);
      concern->movement = g_object_ref (movement);
      concern->verdict = g_steal_pointer (&verdict);
      g_ptr_array_add (concerns, concern);
    }
  return concerns;
}

static CoachMovement *
find_substitute (CoachPlan     *plan,
                 CoachMovement *movement)
{
  for (guint i = 0; i < coach_plan_get_n_changes (plan); i++)
    if (coach_plan_get_change (plan, i)->movement == movement)
      return coach_plan_get_change (plan, i)->became;
  return NULL;
}

/* A plan that replaces whatever it may tells what every movement would become. */
static CoachPlan *
make_most_careful_plan (CoachAppContext *context,
                        CoachRoutine    *routine,
                        GPtrArray       *concerns)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  CoachPlan *plan;

  for (guint i = 0; i < concerns->len; i++)
    {
      CoachConcern *concern = g_ptr_array_index (concerns, i);

      g_ptr_array_add (ids, (char *) coach_move_get_id (COACH_MOVE (concern->movement)));
    }
  g_ptr_array_add (ids, NULL);
  plan = coach_app_context_make_plan (context, routine, (const char *const *) ids->pdata, &error);
  if (plan == NULL && error->domain != COACH_SESSION_ERROR)
    g_warning ("No plan for %s: %s", coach_routine_get_id (routine), error->message);
  return plan;
}

/**
 * coach_before_start_state_new:
 * @context: what pages are given
 * @routine: a routine
 *
 * Finds what the person should know and choose before a session.
 *
 * Returns: (transfer full): the state
 */
CoachBeforeStartState *
coach_before_start_state_new (CoachAppContext *context,
                              CoachRoutine    *routine)
{
  g_autoptr (CoachPlan) plan = NULL;
  CoachBeforeStartState *state;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (COACH_IS_ROUTINE (routine), NULL);

  state = g_new0 (CoachBeforeStartState, 1);
  state->concerns = find_concerns (context, routine);
  plan = make_most_careful_plan (context, routine, state->concerns);
  state->has_safe_steps = plan != NULL;
  for (guint i = 0; plan != NULL && i < state->concerns->len; i++)
    {
      CoachConcern *concern = g_ptr_array_index (state->concerns, i);

      g_set_object (&concern->instead, find_substitute (plan, concern->movement));
    }
  return state;
}

/**
 * coach_before_start_state_free:
 * @state: (transfer full): a state
 *
 * Frees a state.
 */
void
coach_before_start_state_free (CoachBeforeStartState *state)
{
  g_return_if_fail (state != NULL);

  g_ptr_array_unref (state->concerns);
  g_free (state);
}
