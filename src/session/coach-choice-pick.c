#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-choice-private.h"

/* Hours of the day by which a routine is chosen; a matter of manners, not of medicine. */
#define MORNING_BEGINS 4
#define MORNING_ENDS   10
#define EVENING_BEGINS 20

/* What the program is for, so that what was made for it is for everybody. */
#define AIM_CONDITION "piriformis-syndrome"
#define AIM_MUSCLE    "piriformis"

/* A routine with the facts that are looked at more than once. */
typedef struct
{
  CoachRoutine     *routine; /* borrowed from the catalogue */
  CoachPlanOutlook  outlook;
  guint             costs[COACH_N_CHOICE_KEYS]; /* a smaller one is better */
} Candidate;

static CoachTimeOfDay
get_time_of_day (GDateTime *now)
{
  int hour = g_date_time_get_hour (now);

  if (hour >= MORNING_BEGINS && hour < MORNING_ENDS)
    return COACH_TIME_OF_DAY_MORNING;
  if (hour >= EVENING_BEGINS || hour < MORNING_BEGINS)
    return COACH_TIME_OF_DAY_EVENING;
  return COACH_TIME_OF_DAY_ANY;
}

/**
 * coach_choice_situation_from:
 * @facts: all that the choice depends on
 *
 * Boils the facts down.
 *
 * Returns: the situation, which borrows @facts
 */
CoachChoiceSituation
coach_choice_situation_from (const CoachChoiceFacts *facts)
{
  CoachDay *day = coach_profile_get_day (facts->profile);
  CoachChoiceSituation situation = {
    .facts = facts,
    .is_easing = facts->trend == COACH_TREND_FLARE || facts->trend == COACH_TREND_SPREADING
                 || g_strv_contains (coach_profile_get_all_conditions (facts->profile),
                                     COACH_FLARE_CONDITION),
    .time = get_time_of_day (facts->now),
  };

  if (day != NULL)
    {
      situation.is_easing |= coach_day_is_flare (day);
      situation.is_sore = coach_day_is_half_dose (day) || coach_day_is_easier (day)
                          || coach_day_get_colour (day) >= COACH_PAIN_AMBER;
    }
  situation.is_sore |= situation.is_easing;
  situation.is_quiet = facts->trend == COACH_TREND_RESOLVED && !situation.is_sore;
  return situation;
}

static guint
count_suited (const CoachChoiceSituation *situation,
              CoachRoutine               *routine)
{
  const char * const *ids = coach_profile_get_all_conditions (situation->facts->profile);
  guint n = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    n += g_strv_contains (coach_routine_get_suits (routine), ids[i]);
  return n;
}

/* What a routine was made for most comes first in its list, after the base condition. */
static gboolean
is_for_others (const CoachChoiceSituation *situation,
               CoachRoutine               *routine)
{
  const char * const *suits = coach_routine_get_suits (routine);
  const char *focus = g_str_equal (suits[0], COACH_BASE_CONDITION) ? suits[1] : suits[0];

  return focus != NULL && !g_str_equal (focus, AIM_CONDITION)
         && !g_strv_contains (coach_profile_get_all_conditions (situation->facts->profile), focus);
}

static guint
find_focus (const CoachChoiceSituation *situation,
            CoachRoutine               *routine)
{
  const char * const *suits = coach_routine_get_suits (routine);
  guint i = 0;

  while (suits[i] != NULL
         && (g_str_equal (suits[i], COACH_BASE_CONDITION)
             || !coach_profile_has_condition (situation->facts->profile, suits[i])))
    i++;
  return i;
}

static gboolean
was_done (const CoachChoiceFacts *facts,
          CoachRoutine           *routine,
          int                     days_ago)
{
  g_autoptr (GDateTime) then = g_date_time_add_days (facts->now, -days_ago);
  GDate day;

  g_date_set_dmy (&day, g_date_time_get_day_of_month (then), g_date_time_get_month (then),
                  g_date_time_get_year (then));
  for (guint i = 0; i < facts->n_done; i++)
    if (g_strcmp0 (facts->done[i].routine, coach_routine_get_id (routine)) == 0
        && g_date_compare (&facts->done[i].day, &day) == 0)
      return TRUE;
  return FALSE;
}

/* A routine made for an hour is for that hour alone; the others are for the rest of the day. */
static void
weigh (const CoachChoiceSituation *situation,
       Candidate                  *candidate)
{
  const CoachChoiceFacts *facts = situation->facts;
  CoachRoutine *routine = candidate->routine;
  const char * const *suits = coach_routine_get_suits (routine);
  guint suited = count_suited (situation, routine);
  guint *costs = candidate->costs;

  costs[COACH_CHOICE_KEY_LEFT_OUT] = candidate->outlook.n_left_out;
  costs[COACH_CHOICE_KEY_REPLACED] = candidate->outlook.n_replaced;
  costs[COACH_CHOICE_KEY_EASING] = situation->is_easing
                                   && !g_strv_contains (suits, COACH_FLARE_CONDITION);
  costs[COACH_CHOICE_KEY_DONE_TODAY] = was_done (facts, routine, 0);
  costs[COACH_CHOICE_KEY_SORE] = situation->is_sore ? coach_routine_get_level (routine) : 0;
  costs[COACH_CHOICE_KEY_BREAK] = coach_routine_get_occasion (routine) == COACH_OCCASION_DESK;
  costs[COACH_CHOICE_KEY_MADE_FOR] = G_MAXUINT - suited;
  if (situation->is_quiet)
    costs[COACH_CHOICE_KEY_QUIET] = G_MAXUINT - coach_choice_count_group (routine, "strength");
  costs[COACH_CHOICE_KEY_HOUR] = coach_routine_get_time_of_day (routine) != situation->time;
  costs[COACH_CHOICE_KEY_OTHERS] = is_for_others (situation, routine);
  costs[COACH_CHOICE_KEY_DAYS_RUNNING] = was_done (facts, routine, 1)
                                         && was_done (facts, routine, 2);
  costs[COACH_CHOICE_KEY_MAIN] = G_MAXUINT - coach_choice_count_muscle (routine, AIM_MUSCLE);
  if (suited > 0)
    costs[COACH_CHOICE_KEY_FOCUS] = find_focus (situation, routine);
  costs[COACH_CHOICE_KEY_CAREFUL] = candidate->outlook.n_careful;
}

/* A run is somebody's own decision, and a minute is a break and no session. */
static gboolean
is_for_a_day (CoachRoutine *routine)
{
  switch (coach_routine_get_occasion (routine))
    {
    case COACH_OCCASION_RUN:
    case COACH_OCCASION_MICRO:
      return FALSE;
    case COACH_OCCASION_ANY:
    case COACH_OCCASION_DESK:
    default:
      return TRUE;
    }
}

/* Everything that can be done at all. */
static GArray *
find_candidates (const CoachChoiceSituation *situation,
                 gboolean                   *is_out_of_reach)
{
  const CoachChoiceFacts *facts = situation->facts;
  GListModel *routines = coach_catalog_get_routines (facts->catalog);
  GArray *candidates = g_array_new (FALSE, TRUE, sizeof (Candidate));

  for (guint i = 0; i < g_list_model_get_n_items (routines); i++)
    {
      g_autoptr (CoachRoutine) routine = g_list_model_get_item (routines, i);
      Candidate candidate = { .routine = routine };

      if (!is_for_a_day (routine))
        continue;
      candidate.outlook = coach_plan_outlook_from (routine, facts->catalog, facts->profile, NULL);
      if (candidate.outlook.loses_too_much)
        continue;
      if (!coach_choice_is_within_reach (facts, routine))
        {
          *is_out_of_reach = TRUE;
          continue;
        }
      weigh (situation, &candidate);
      g_array_append_val (candidates, candidate);
    }
  *is_out_of_reach = *is_out_of_reach && candidates->len == 0;
  return candidates;
}

static gboolean
is_history (guint key)
{
  return key == COACH_CHOICE_KEY_DONE_TODAY || key == COACH_CHOICE_KEY_DAYS_RUNNING;
}

/* Keeps, of the candidates that are still in, those that are best by one key. Tells whether that
 * made a difference. */
static gboolean
narrow (GArray   *candidates,
        gboolean *is_in,
        guint     key)
{
  guint least = G_MAXUINT;
  gboolean differs = FALSE;

  for (guint i = 0; i < candidates->len; i++)
    if (is_in[i])
      least = MIN (least, g_array_index (candidates, Candidate, i).costs[key]);
  for (guint i = 0; i < candidates->len; i++)
    if (is_in[i] && g_array_index (candidates, Candidate, i).costs[key] > least)
      {
        is_in[i] = FALSE;
        differs = TRUE;
      }
  return differs;
}

/* The first in the catalogue's order, where all keys leave several. */
static const Candidate *
find_best (GArray   *candidates,
           gboolean  with_history,
           guint    *decided)
{
  g_autofree gboolean *is_in = g_new (gboolean, candidates->len);

  for (guint i = 0; i < candidates->len; i++)
    is_in[i] = TRUE;
  *decided = 0;
  for (guint key = 0; key < COACH_N_CHOICE_KEYS; key++)
    if ((with_history || !is_history (key)) && narrow (candidates, is_in, key))
      *decided |= 1u << key;
  for (guint i = 0; i < candidates->len; i++)
    if (is_in[i])
      return &g_array_index (candidates, Candidate, i);
  return NULL;
}

/**
 * coach_choice_pick:
 * @situation: what there is to go by
 *
 * Compares all routines that can be done.
 *
 * Returns: what it came to
 */
CoachChoicePick
coach_choice_pick (const CoachChoiceSituation *situation)
{
  CoachChoicePick pick = { NULL };
  g_autoptr (GArray) candidates = find_candidates (situation, &pick.is_out_of_reach);
  const Candidate *best = find_best (candidates, TRUE, &pick.decided);
  const Candidate *fresh;
  guint unused;

  if (best == NULL)
    return pick;
  pick.routine = best->routine;
  pick.outlook = best->outlook;
  fresh = find_best (candidates, FALSE, &unused);
  if (fresh->routine != best->routine)
    {
      pick.passed_over = fresh->routine;
      pick.was_done_today = fresh->costs[COACH_CHOICE_KEY_DONE_TODAY] > 0;
    }
  return pick;
}
