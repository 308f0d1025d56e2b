#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-today-page-state.h"

#include <glib/gi18n.h>

#include "coach-phrases.h"
#include "coach-plan-words.h"

/* Before this hour it is still night. */
#define MORNING_BEGINS 4

static const char *
get_pill (CoachChoiceKind kind)
{
  switch (kind)
    {
    case COACH_CHOICE_ROUTINE:
      return _("Recommended today");
    case COACH_CHOICE_EASE:
    case COACH_CHOICE_REST:
      return _("Today without a session");
    case COACH_CHOICE_BLOCKED:
      return _("Exercises are off");
    case COACH_CHOICE_NOTHING:
    default:
      return _("Nothing fits yet");
    }
}

static const char *
get_title (CoachChoiceKind kind)
{
  switch (kind)
    {
    case COACH_CHOICE_EASE:
      return _("Ease comes first");
    case COACH_CHOICE_REST:
      return _("A rest day");
    case COACH_CHOICE_BLOCKED:
      return _("The warning signs come first");
    case COACH_CHOICE_ROUTINE:
    case COACH_CHOICE_NOTHING:
    default:
      return _("No routine for now");
    }
}

static void
describe_routine (CoachTodayPageState    *state,
                  const CoachChoiceFacts *facts)
{
  CoachPlanOutlook outlook = coach_plan_outlook_from (state->routine, facts->catalog,
                                                      facts->profile, facts->options);

  state->title = coach_routine_get_title (state->routine);
  state->goal = coach_routine_get_goal (state->routine);
  state->meta = coach_plan_words_describe_routine (state->routine, &outlook);
  state->changes = coach_plan_words_describe_changes (&outlook);
  state->is_half_dose = outlook.is_half_dose;
}

/* Positions to rest in that nothing speaks against, where the person is, with what they have. */
static void
collect_positions (CoachTodayPageState    *state,
                   const CoachChoiceFacts *facts)
{
  GListModel *movements = coach_catalog_get_movements (facts->catalog);

  for (guint i = 0; i < g_list_model_get_n_items (movements); i++)
    {
      g_autoptr (CoachMovement) movement = g_list_model_get_item (movements, i);

      if (g_str_equal (coach_movement_get_group (movement), "rest")
          && coach_choice_can_reach (facts, movement)
          && coach_safety_get_level (facts->catalog, facts->profile, COACH_MOVE (movement))
                 == COACH_VERDICT_ALLOW)
        g_ptr_array_add (state->positions, g_steal_pointer (&movement));
    }
}

static void
choose (CoachTodayPageState    *state,
        const CoachChoiceFacts *facts)
{
  g_autoptr (CoachChoice) choice = coach_choice_make (facts);

  state->kind = coach_choice_get_kind (choice);
  state->pill = get_pill (state->kind);
  state->title = get_title (state->kind);
  state->reason = g_strdup (coach_choice_get_reason (choice));
  g_set_object (&state->routine, coach_choice_get_routine (choice));
  if (state->routine != NULL)
    describe_routine (state, facts);
  else if (state->kind == COACH_CHOICE_EASE || state->kind == COACH_CHOICE_REST)
    collect_positions (state, facts);
}

static void
left_out_free (gpointer data)
{
  CoachLeftOut *left_out = data;

  g_object_unref (left_out->move);
  g_free (left_out->label);
  g_free (left_out);
}

static void
add_left_out (GPtrArray *list,
              CoachMove *move,
              char      *label)
{
  CoachLeftOut *left_out = g_new0 (CoachLeftOut, 1);

  left_out->move = g_object_ref (move);
  left_out->label = label;
  g_ptr_array_add (list, left_out);
}

static GDate
get_day (GDateTime *now)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
  return today;
}

static char *
describe_bench (CoachMove        *move,
                const CoachBench *bench)
{
  g_autofree char *day = NULL;

  if (!g_date_valid (&bench->until))
    return g_strdup (coach_move_get_name (move));
  day = coach_phrases_format_day (&bench->until);
  /* Translators: a move and the last day it is left out, as in "Bridge · until 5 December" */
  return g_strdup_printf (_("%s · until %s"), coach_move_get_name (move), day);
}

static void
list_left_out (GPtrArray              *list,
               const CoachChoiceFacts *facts)
{
  GDate today = get_day (facts->now);
  g_autoptr (GPtrArray) moves
      = coach_safety_list_left_out (facts->catalog, facts->profile, &today);

  for (guint i = 0; i < moves->len; i++)
    {
      CoachMove *move = g_ptr_array_index (moves, i);
      const CoachBench *bench = coach_safety_find_bench (facts->profile, move, &today);

      add_left_out (list, move, bench != NULL ? describe_bench (move, bench)
                                              : g_strdup (coach_move_get_name (move)));
    }
}

/**
 * coach_today_page_state_from:
 * @facts: the person, the day, the hour and what was done lately
 *
 * Says what is good today, and lists what to leave out.
 *
 * Returns: (transfer full): what the page shows
 */
CoachTodayPageState *
coach_today_page_state_from (const CoachChoiceFacts *facts)
{
  CoachTodayPageState *state;

  g_return_val_if_fail (facts != NULL, NULL);

  state = g_new0 (CoachTodayPageState, 1);
  state->hour = g_date_time_get_hour (facts->now);
  state->positions = g_ptr_array_new_with_free_func (g_object_unref);
  state->left_out = g_ptr_array_new_with_free_func (left_out_free);
  choose (state, facts);
  list_left_out (state->left_out, facts);
  return state;
}

/**
 * coach_today_page_state_free:
 * @state: (transfer full): what the page showed
 *
 * Frees it.
 */
void
coach_today_page_state_free (CoachTodayPageState *state)
{
  g_clear_object (&state->routine);
  g_free (state->meta);
  g_free (state->changes);
  g_free (state->reason);
  g_ptr_array_unref (state->positions);
  g_ptr_array_unref (state->left_out);
  g_free (state);
}

/**
 * coach_today_page_state_get_greeting:
 * @state: what the page shows
 *
 * Greets by the time of day.
 *
 * Returns: (transfer none): translated words
 */
const char *
coach_today_page_state_get_greeting (const CoachTodayPageState *state)
{
  g_return_val_if_fail (state != NULL, NULL);

  if (state->hour >= MORNING_BEGINS && state->hour < 12)
    return _("Good morning");
  return state->hour >= 12 && state->hour < 18 ? _("Good afternoon") : _("Good evening");
}
