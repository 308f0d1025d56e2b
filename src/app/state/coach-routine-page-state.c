#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-routine-page-state.h"

#include <glib/gi18n.h>

#include "coach-phrases.h"
#include "coach-plan-words.h"
#include "coach-today-facts.h"

/* The step of the plan that a step of the routine is left as; each is found once, since a routine
 * may have a movement twice, with another dose. */
static const CoachPlanStep *
take_step (CoachPlan     *plan,
           CoachMovement *movement,
           gboolean      *is_taken)
{
  for (guint i = 0; i < coach_plan_get_n_steps (plan); i++)
    {
      const CoachPlanStep *step = coach_plan_get_step (plan, i);

      if (is_taken[i] || step->movement != movement || step->instead_of != NULL)
        continue;
      is_taken[i] = TRUE;
      return step;
    }
  return NULL;
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

static void
describe_steps (CoachRoutinePageState *state,
                CoachRoutine          *routine,
                CoachPlan             *plan)
{
  g_autofree gboolean *is_taken = NULL;

  is_taken = g_new0 (gboolean, plan != NULL ? coach_plan_get_n_steps (plan) : 0);
  for (guint i = 0; i < coach_routine_get_n_steps (routine); i++)
    {
      const CoachRoutineStep *asked = coach_routine_get_step (routine, i);
      gboolean per_side = coach_movement_is_per_side (asked->movement);
      const CoachPlanStep *step = NULL;
      char *line;

      if (plan != NULL)
        step = take_step (plan, asked->movement, is_taken);
      if (plan != NULL && step == NULL)
        line = coach_plan_words_describe_outcome (find_substitute (plan, asked->movement));
      else
        line = coach_phrases_describe_dose (step != NULL ? &step->dose : &asked->dose, per_side);
      g_ptr_array_add (state->lines, line);
    }
}

/* Half a dose is said even where nothing else is different. */
static char *
describe_differences (const CoachPlanOutlook *outlook)
{
  g_autofree char *changes = coach_plan_words_describe_changes (outlook);
  const char *dose = _("It is half a dose: half the repetitions and half the holds.");

  if (!outlook->is_half_dose)
    return g_steal_pointer (&changes);
  /* Translators: stands between whole sentences */
  return changes != NULL ? g_strjoin (C_ ("sentences", " "), changes, dose, NULL)
                         : g_strdup (dose);
}

static void
find_stand_in (CoachRoutinePageState *state,
               CoachAppContext       *context,
               CoachRoutine          *routine)
{
  g_auto (CoachTodayFacts) today = { 0 };

  coach_today_facts_init (&today, context);
  g_set_object (&state->stand_in, coach_choice_find_stand_in (&today.facts, routine));
}

/**
 * coach_routine_page_state_new:
 * @context: what pages are given
 * @routine: a routine
 *
 * Finds what a routine comes to for the person.
 *
 * Returns: (transfer full): the state
 */
CoachRoutinePageState *
coach_routine_page_state_new (CoachAppContext *context,
                              CoachRoutine    *routine)
{
  g_autoptr (CoachPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  CoachPlanOutlook outlook;
  CoachRoutinePageState *state;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (COACH_IS_ROUTINE (routine), NULL);

  state = g_new0 (CoachRoutinePageState, 1);
  outlook = coach_app_context_look_ahead (context, routine);
  state->meta = coach_plan_words_describe_routine (routine, &outlook);
  plan = coach_app_context_make_plan (context, routine, NULL, &error);
  state->can_start = plan != NULL;
  state->lines = g_ptr_array_new_with_free_func (g_free);
  describe_steps (state, routine, plan);
  if (plan != NULL)
    {
      state->notice_title = _("For you today");
      state->notice = describe_differences (&outlook);
      return state;
    }
  state->notice_title = coach_plan_words_get_refusal_title ((CoachSessionError) error->code);
  state->notice = g_strdup (coach_plan_words_get_refusal ((CoachSessionError) error->code));
  find_stand_in (state, context, routine);
  return state;
}

/**
 * coach_routine_page_state_free:
 * @state: (transfer full): a state
 *
 * Frees a state.
 */
void
coach_routine_page_state_free (CoachRoutinePageState *state)
{
  g_return_if_fail (state != NULL);

  g_free (state->meta);
  g_ptr_array_unref (state->lines);
  g_free (state->notice);
  g_clear_object (&state->stand_in);
  g_free (state);
}
