#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-routine-page-state.h"

#include <glib/gi18n.h>

#include "coach-plan-words.h"
#include "coach-today-facts.h"

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
  g_autoptr (GError) error = NULL;
  CoachPlanOutlook outlook;
  CoachRoutinePageState *state;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (COACH_IS_ROUTINE (routine), NULL);

  state = g_new0 (CoachRoutinePageState, 1);
  outlook = coach_plan_outlook_from (routine, coach_app_context_get_catalog (context),
                                     coach_app_context_get_profile (context));
  state->meta = coach_plan_words_describe_routine (routine, &outlook);
  state->plan = coach_app_context_make_plan (context, routine, NULL, &error);
  if (state->plan != NULL)
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
  g_clear_object (&state->plan);
  g_free (state->notice);
  g_clear_object (&state->stand_in);
  g_free (state);
}
