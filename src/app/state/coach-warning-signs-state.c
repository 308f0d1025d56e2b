#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-warning-signs-state.h"

#include <glib/gi18n.h>
#include <string.h>

static void
group_free (gpointer data)
{
  CoachWarningGroup *group = data;

  g_free (group->advice);
  g_strfreev (group->signs);
  g_free (group);
}

static CoachWarningGroup *
find_group (GPtrArray  *groups,
            const char *advice)
{
  for (guint i = 0; i < groups->len; i++)
    {
      CoachWarningGroup *group = g_ptr_array_index (groups, i);

      if (g_str_equal (group->advice, advice))
        return group;
    }
  return NULL;
}

static void
add_sign (GPtrArray  *groups,
          const char *advice,
          const char *sign)
{
  CoachWarningGroup *group = find_group (groups, advice);
  guint n;

  if (group == NULL)
    {
      group = g_new0 (CoachWarningGroup, 1);
      group->advice = g_strdup (advice);
      group->signs = g_new0 (char *, 1);
      g_ptr_array_add (groups, group);
    }
  n = g_strv_length (group->signs);
  group->signs = g_renew (char *, group->signs, n + 2);
  group->signs[n] = g_strdup (sign);
  group->signs[n + 1] = NULL;
}

/* The signs of one urgency, each below what it asks for. */
static GPtrArray *
make_groups (CoachScreening        *screening,
             CoachScreeningOutcome  outcome,
             const char            *emergency,
             const char            *advice_line)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);

  for (guint i = 0; i < coach_screening_get_n_questions (screening); i++)
    {
      const CoachScreeningQuestion *question = coach_screening_get_question (screening, i);
      g_autofree char *advice = coach_screening_fill (question->advice, emergency, advice_line);

      if (question->outcome == outcome)
        add_sign (groups, advice, question->question);
    }
  return groups;
}

/**
 * coach_warning_signs_state_new:
 * @catalog: what knows the signs
 * @emergency: whom to call in an emergency
 * @advice_line: whom to phone for advice
 *
 * Finds what the warning signs show.
 *
 * Returns: (transfer full): the state
 */
CoachWarningSignsState *
coach_warning_signs_state_new (CoachCatalog *catalog,
                               const char   *emergency,
                               const char   *advice_line)
{
  CoachScreening *screening;
  CoachWarningSignsState *state;

  g_return_val_if_fail (COACH_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (emergency != NULL && advice_line != NULL, NULL);

  screening = coach_catalog_get_screening (catalog);
  state = g_new0 (CoachWarningSignsState, 1);
  /* Translators: %s is a telephone number, or words like "your local emergency number". */
  state->call = g_strdup_printf (_("Call %s"), emergency);
  state->is_number = strspn (emergency, "+0123456789 -") == strlen (emergency);
  state->now = make_groups (screening, COACH_SCREENING_EMERGENCY, emergency, advice_line);
  state->today = make_groups (screening, COACH_SCREENING_SAME_DAY, emergency, advice_line);
  state->seek_help = g_strdup (coach_safety_guide_get_text (coach_catalog_get_safety_guide (catalog),
                                                            COACH_SAFETY_TEXT_SEEK_HELP));
  return state;
}

/**
 * coach_warning_signs_state_free:
 * @state: (transfer full): a state
 *
 * Frees it.
 */
void
coach_warning_signs_state_free (CoachWarningSignsState *state)
{
  g_free (state->call);
  g_ptr_array_unref (state->now);
  g_ptr_array_unref (state->today);
  g_free (state->seek_help);
  g_free (state);
}
