#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-choice-private.h"

/* What stand-ins are compared by, the weightiest first: a smaller number is better. */
typedef enum
{
  COST_LEFT_OUT,
  COST_REPLACED,
  COST_EASING,
  COST_GROUP,
  COST_MUSCLE,
  COST_PLACE,
  COST_LEVEL,
  COST_EQUIPMENT,
  COST_BREAK,
} Cost;

#define N_COSTS 9

typedef struct
{
  CoachRoutine *routine; /* (nullable): borrowed from the catalogue */
  guint         costs[N_COSTS];
} Candidate;

static guint
count_more_equipment (CoachRoutine *routine,
                      CoachRoutine *asked)
{
  const char * const *ids = coach_routine_get_equipment (routine);
  guint n = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    n += !g_strv_contains (coach_routine_get_equipment (asked), ids[i]);
  return n;
}

/* One that asks more than what was asked for is further off than any that asks less. */
static guint
get_level_cost (CoachRoutine *routine,
                CoachRoutine *asked)
{
  guint level = coach_routine_get_level (routine);
  guint wanted = coach_routine_get_level (asked);

  return level > wanted ? 3 + level - wanted : wanted - level;
}

static void
weigh (Candidate                  *candidate,
       const CoachChoiceSituation *situation,
       const CoachPlanOutlook     *outlook,
       CoachRoutine               *asked)
{
  CoachRoutine *routine = candidate->routine;
  guint *costs = candidate->costs;

  costs[COST_LEFT_OUT] = outlook->n_left_out;
  costs[COST_REPLACED] = outlook->n_replaced;
  costs[COST_EASING] = situation->is_easing
                       && !g_strv_contains (coach_routine_get_suits (routine),
                                            COACH_FLARE_CONDITION);
  costs[COST_GROUP] = !g_str_equal (coach_choice_get_main_group (routine),
                                    coach_choice_get_main_group (asked));
  costs[COST_MUSCLE] = !g_str_equal (coach_choice_get_main_muscle (routine),
                                     coach_choice_get_main_muscle (asked));
  costs[COST_PLACE] = coach_choice_is_on_floor (routine) != coach_choice_is_on_floor (asked);
  costs[COST_LEVEL] = get_level_cost (routine, asked);
  costs[COST_EQUIPMENT] = count_more_equipment (routine, asked);
  costs[COST_BREAK] = coach_routine_get_occasion (routine) != coach_routine_get_occasion (asked);
}

static gboolean
is_better (const Candidate *a,
           const Candidate *b)
{
  if (b->routine == NULL)
    return TRUE;
  for (guint i = 0; i < N_COSTS; i++)
    if (a->costs[i] != b->costs[i])
      return a->costs[i] < b->costs[i];
  return FALSE;
}

/* A session on a day without one has no stand-in either. */
static gboolean
allows_session (const CoachChoiceFacts *facts)
{
  CoachDay *day = coach_profile_get_day (facts->profile);

  return facts->trend != COACH_TREND_URGENT
         && (day == NULL
             || (!coach_day_is_blocked (day) && !coach_day_is_rest_day (day)
                 && coach_day_get_colour (day) < COACH_PAIN_RED));
}

static gboolean
loses_too_much (const CoachChoiceFacts *facts,
                CoachRoutine           *routine)
{
  return coach_plan_outlook_from (routine, facts->catalog, facts->profile, NULL).loses_too_much;
}

/* A run is somebody's own decision, and a break of a minute stands in for another one alone. */
static gboolean
may_stand_in (CoachRoutine *routine,
              CoachRoutine *asked)
{
  switch (coach_routine_get_occasion (routine))
    {
    case COACH_OCCASION_RUN:
      return FALSE;
    case COACH_OCCASION_MICRO:
      return coach_routine_get_occasion (asked) == COACH_OCCASION_MICRO;
    case COACH_OCCASION_ANY:
    case COACH_OCCASION_DESK:
    default:
      return TRUE;
    }
}

static CoachRoutine *
find_nearest (const CoachChoiceFacts *facts,
              CoachRoutine           *asked)
{
  CoachChoiceSituation situation = coach_choice_situation_from (facts);
  GListModel *routines = coach_catalog_get_routines (facts->catalog);
  Candidate best = { NULL };

  for (guint i = 0; i < g_list_model_get_n_items (routines); i++)
    {
      g_autoptr (CoachRoutine) routine = g_list_model_get_item (routines, i);
      Candidate candidate = { .routine = routine };
      CoachPlanOutlook outlook;

      if (routine == asked || !may_stand_in (routine, asked)
          || !coach_choice_is_within_reach (facts, routine))
        continue;
      outlook = coach_plan_outlook_from (routine, facts->catalog, facts->profile, NULL);
      weigh (&candidate, &situation, &outlook, asked);
      if (!outlook.loses_too_much && is_better (&candidate, &best))
        best = candidate;
    }
  return best.routine;
}

/**
 * coach_choice_find_stand_in:
 * @facts: the person and the day
 * @routine: a routine that was asked for
 *
 * Finds the routine that stands in for one that the rules take too much from: the safest, of these
 * the one with the same kind of exercise and main muscle, then the one that is nearest in place,
 * level and equipment. It never needs a floor or things that the person does not have.
 *
 * Returns: (transfer none) (nullable): a routine of the catalogue; %NULL when @routine can be
 *   planned itself, when today is without a session, or when nothing else is safe
 */
CoachRoutine *
coach_choice_find_stand_in (const CoachChoiceFacts *facts,
                            CoachRoutine           *routine)
{
  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (COACH_IS_ROUTINE (routine), NULL);

  if (!allows_session (facts) || !loses_too_much (facts, routine))
    return NULL;
  return find_nearest (facts, routine);
}
