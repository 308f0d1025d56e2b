#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-today-page-state.h"

#include <glib/gi18n.h>

#include "coach-phrases.h"

/* Hours of the day by which a routine is chosen; a matter of manners, not of medicine. */
#define MORNING_BEGINS 4
#define MORNING_ENDS   10
#define EVENING_BEGINS 20

typedef struct
{
  CoachRoutine *routine;
  guint         suited;   /* how many of the person's conditions it was made for */
  guint         suits;    /* for how many conditions it was made: fewer is more to the point */
  guint         avoided;  /* steps that would have to be replaced */
  guint         cautions;
  guint         main;     /* steps that work on the deep buttock muscle first */
} Candidate;

static gboolean
works_on_piriformis (CoachMovement *movement)
{
  return g_str_equal (coach_movement_get_muscles (movement)[0], "piriformis");
}

static Candidate
look_at (CoachRoutine *routine,
         CoachCatalog *catalog,
         CoachProfile *profile)
{
  g_autoptr (GPtrArray) verdicts = coach_verdicts_for_routine (catalog, profile, routine);
  const char * const *conditions = coach_profile_get_conditions (profile);
  Candidate candidate = { .routine = routine,
                          .suits = g_strv_length ((GStrv) coach_routine_get_suits (routine)) };

  for (guint i = 0; conditions[i] != NULL; i++)
    candidate.suited += g_strv_contains (coach_routine_get_suits (routine), conditions[i]);
  for (guint i = 0; i < verdicts->len; i++)
    {
      CoachVerdictLevel level = coach_verdict_get_level (g_ptr_array_index (verdicts, i));

      candidate.avoided += level == COACH_VERDICT_AVOID;
      candidate.cautions += level == COACH_VERDICT_CAUTION;
      candidate.main += works_on_piriformis (coach_routine_get_step (routine, i)->movement);
    }
  return candidate;
}

static gboolean
is_morning (int hour)
{
  return hour >= MORNING_BEGINS && hour < MORNING_ENDS;
}

static gboolean
is_evening (int hour)
{
  return hour >= EVENING_BEGINS || hour < MORNING_BEGINS;
}

/* A routine made for an hour is for that hour alone; the others are for the rest of the day. */
static gboolean
fits_hour (const Candidate *candidate,
           int              hour)
{
  CoachTimeOfDay time = coach_routine_get_time_of_day (candidate->routine);

  if (is_morning (hour))
    return time == COACH_TIME_OF_DAY_MORNING;
  return time == (is_evening (hour) ? COACH_TIME_OF_DAY_EVENING : COACH_TIME_OF_DAY_ANY);
}

/* Safety first, then what was made for the person, then the hour, then the aim of the program. */
static gboolean
is_better (const Candidate *a,
           const Candidate *b,
           int              hour)
{
  if (a->avoided != b->avoided)
    return a->avoided < b->avoided;
  if (a->suited != b->suited)
    return a->suited > b->suited;
  if (fits_hour (a, hour) != fits_hour (b, hour))
    return fits_hour (a, hour);
  if (a->main != b->main)
    return a->main > b->main;
  if (a->suited > 0 && a->suits != b->suits)
    return a->suits < b->suits;
  return a->cautions < b->cautions;
}

static CoachTodayReason
explain (const Candidate *candidate,
         CoachProfile    *profile,
         int              hour)
{
  if (coach_profile_get_conditions (profile)[0] != NULL && candidate->suited > 0)
    return COACH_TODAY_REASON_CONDITIONS;
  if (is_morning (hour) && fits_hour (candidate, hour))
    return COACH_TODAY_REASON_MORNING;
  if (is_evening (hour) && fits_hour (candidate, hour))
    return COACH_TODAY_REASON_EVENING;
  return COACH_TODAY_REASON_MAIN;
}

static gboolean
has_safe_step (const Candidate *candidate)
{
  return candidate->avoided * 2 <= coach_routine_get_n_steps (candidate->routine);
}

static void
choose_routine (CoachTodayPageState *state,
                CoachCatalog        *catalog,
                CoachProfile        *profile)
{
  GListModel *routines = coach_catalog_get_routines (catalog);
  Candidate best = { NULL };

  for (guint i = 0; i < g_list_model_get_n_items (routines); i++)
    {
      g_autoptr (CoachRoutine) routine = g_list_model_get_item (routines, i);
      Candidate candidate = look_at (routine, catalog, profile);

      if (has_safe_step (&candidate)
          && (best.routine == NULL || is_better (&candidate, &best, state->hour)))
        best = candidate;
    }
  if (best.routine == NULL)
    return;
  state->routine = g_object_ref (best.routine);
  state->reason = explain (&best, profile, state->hour);
}

static void
collect (GPtrArray    *leave_out,
         GListModel   *moves,
         CoachCatalog *catalog,
         CoachProfile *profile,
         gboolean      common)
{
  for (guint i = 0; i < g_list_model_get_n_items (moves); i++)
    {
      g_autoptr (CoachMove) move = g_list_model_get_item (moves, i);
      gboolean is_common = COACH_IS_AVOID_ENTRY (move)
                           && coach_avoid_entry_is_common (COACH_AVOID_ENTRY (move));

      if (is_common == common
          && coach_safety_get_level (catalog, profile, move) == COACH_VERDICT_AVOID)
        g_ptr_array_add (leave_out, g_steal_pointer (&move));
    }
}

/**
 * coach_today_page_state_from:
 * @catalog: the catalogue
 * @profile: the person
 * @now: the local time
 *
 * Chooses the routine for now, and lists what to leave out.
 *
 * Returns: (transfer full): what the page shows
 */
CoachTodayPageState *
coach_today_page_state_from (CoachCatalog *catalog,
                             CoachProfile *profile,
                             GDateTime    *now)
{
  CoachTodayPageState *state;

  g_return_val_if_fail (COACH_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (COACH_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  state = g_new0 (CoachTodayPageState, 1);
  state->hour = g_date_time_get_hour (now);
  state->leave_out = g_ptr_array_new_with_free_func (g_object_unref);
  choose_routine (state, catalog, profile);
  collect (state->leave_out, coach_catalog_get_avoid_entries (catalog), catalog, profile, TRUE);
  collect (state->leave_out, coach_catalog_get_movements (catalog), catalog, profile, FALSE);
  collect (state->leave_out, coach_catalog_get_avoid_entries (catalog), catalog, profile, FALSE);
  return state;
}

/**
 * coach_today_page_state_free:
 * @state: what the page showed
 *
 * Frees it.
 */
void
coach_today_page_state_free (CoachTodayPageState *state)
{
  g_clear_object (&state->routine);
  g_ptr_array_unref (state->leave_out);
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

static char *
describe_conditions (CoachRoutine *routine,
                     CoachCatalog *catalog,
                     CoachProfile *profile)
{
  const char * const *conditions = coach_profile_get_conditions (profile);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; conditions[i] != NULL; i++)
    {
      CoachCondition *condition = coach_catalog_lookup_condition (catalog, conditions[i]);

      if (condition != NULL && g_strv_contains (coach_routine_get_suits (routine), conditions[i]))
        g_strv_builder_add (names, coach_condition_get_name (condition));
    }
  list = g_strv_builder_end (names);
  joined = g_strjoinv (C_ ("list", ", "), list);
  /* Translators: %s is a list of conditions, as in "Osteoporosis, Knee problem" */
  return g_strdup_printf (_("Chosen because it was made with this in mind: %s."), joined);
}

/**
 * coach_today_page_state_dup_reason:
 * @state: what the page shows; it has a routine
 * @catalog: the catalogue
 * @profile: the person
 *
 * Says why the routine was chosen.
 *
 * Returns: (transfer full): a translated sentence
 */
char *
coach_today_page_state_dup_reason (const CoachTodayPageState *state,
                                   CoachCatalog              *catalog,
                                   CoachProfile              *profile)
{
  g_return_val_if_fail (state != NULL && state->routine != NULL, NULL);

  switch (state->reason)
    {
    case COACH_TODAY_REASON_CONDITIONS:
      return describe_conditions (state->routine, catalog, profile);
    case COACH_TODAY_REASON_EVENING:
      return g_strdup (_("Chosen because it is late and this one asks little."));
    case COACH_TODAY_REASON_MORNING:
      return g_strdup (_("Chosen because the day is young and this one is short and gentle."));
    case COACH_TODAY_REASON_MAIN:
    default:
      return g_strdup (_("Chosen because it works most on the deep buttock muscle."));
    }
}
