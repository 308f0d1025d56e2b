#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-before-start-state.h"

#include "coach-today-facts.h"

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

static const CoachPlanChange *
find_change (CoachPlan     *plan,
             CoachMovement *movement)
{
  for (guint i = 0; plan != NULL && i < coach_plan_get_n_changes (plan); i++)
    if (coach_plan_get_change (plan, i)->movement == movement)
      return coach_plan_get_change (plan, i);
  return NULL;
}

/* @plan is the one that is made when nothing is chosen. */
static GPtrArray *
find_concerns (CoachAppContext *context,
               CoachRoutine    *routine,
               CoachPlan       *plan)
{
  GPtrArray *concerns = g_ptr_array_new_with_free_func (concern_free);

  for (guint i = 0; i < coach_routine_get_n_steps (routine); i++)
    {
      CoachMovement *movement = coach_routine_get_step (routine, i)->movement;
      g_autoptr (CoachVerdict) verdict = coach_app_context_judge (context, COACH_MOVE (movement));
      const CoachPlanChange *change = find_change (plan, movement);
      CoachConcern *concern;

      if (is_known (concerns, movement)
          || (change == NULL && coach_verdict_get_level (verdict) == COACH_VERDICT_ALLOW))
        continue;
      concern = g_new0 (CoachConcern, 1);
      concern->movement = g_object_ref (movement);
      concern->verdict = g_steal_pointer (&verdict);
      concern->is_eased = change != NULL && change->cause == COACH_PLAN_CAUSE_EASED;
      if (change != NULL)
        g_set_object (&concern->instead, change->became);
      g_ptr_array_add (concerns, concern);
    }
  return concerns;
}

/* A plan that replaces whatever it may tells what every movement would become. */
static CoachPlan *
make_most_careful_plan (CoachAppContext *context,
                        CoachRoutine    *routine,
                        GPtrArray       *concerns)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < concerns->len; i++)
    {
      CoachConcern *concern = g_ptr_array_index (concerns, i);

      g_ptr_array_add (ids, (char *) coach_move_get_id (COACH_MOVE (concern->movement)));
    }
  g_ptr_array_add (ids, NULL);
  return coach_app_context_make_plan (context, routine, (const char * const *) ids->pdata, NULL);
}

/* What is done as it is, with care, unless the person wants it replaced. */
static void
offer_choices (GPtrArray *concerns,
               CoachPlan *careful)
{
  for (guint i = 0; i < concerns->len; i++)
    {
      CoachConcern *concern = g_ptr_array_index (concerns, i);
      const CoachPlanChange *change = find_change (careful, concern->movement);

      if (concern->instead != NULL || change == NULL || change->cause != COACH_PLAN_CAUSE_CHOSEN)
        continue;
      concern->can_choose = TRUE;
      g_set_object (&concern->instead, change->became);
    }
}

static void
find_stand_in (CoachBeforeStartState *state,
               CoachAppContext       *context,
               CoachRoutine          *routine)
{
  g_auto (CoachTodayFacts) today = { 0 };

  coach_today_facts_init (&today, context);
  g_set_object (&state->stand_in, coach_choice_find_stand_in (&today.facts, routine));
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
  g_autoptr (CoachPlan) careful = NULL;
  g_autoptr (GError) error = NULL;
  CoachBeforeStartState *state;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (COACH_IS_ROUTINE (routine), NULL);

  state = g_new0 (CoachBeforeStartState, 1);
  plan = coach_app_context_make_plan (context, routine, NULL, &error);
  state->concerns = find_concerns (context, routine, plan);
  state->has_plan = plan != NULL;
  if (plan == NULL)
    {
      state->refusal = (CoachSessionError) error->code;
      find_stand_in (state, context, routine);
      return state;
    }
  state->is_half_dose = coach_plan_is_half_dose (plan);
  careful = make_most_careful_plan (context, routine, state->concerns);
  offer_choices (state->concerns, careful);
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
  g_clear_object (&state->stand_in);
  g_free (state);
}
