#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-choice-private.h"
#include "coach-plan-private.h"

typedef const char *(*DescribeFunc) (CoachMovement *movement);

static const char *
get_muscle (CoachMovement *movement)
{
  return coach_movement_get_muscles (movement)[0];
}

static guint
count_steps (CoachRoutine *routine,
             DescribeFunc  describe,
             const char   *word)
{
  guint n = 0;

  for (guint i = 0; i < coach_routine_get_n_steps (routine); i++)
    n += g_str_equal (describe (coach_routine_get_step (routine, i)->movement), word);
  return n;
}

/* The word that describes most steps; the earliest of several. */
static const char *
find_main (CoachRoutine *routine,
           DescribeFunc  describe)
{
  const char *main = NULL;
  guint most = 0;

  for (guint i = 0; i < coach_routine_get_n_steps (routine); i++)
    {
      const char *word = describe (coach_routine_get_step (routine, i)->movement);
      guint n = count_steps (routine, describe, word);

      if (n > most)
        main = word;
      most = MAX (most, n);
    }
  return main;
}

/**
 * coach_choice_is_on_floor:
 * @routine: a routine
 *
 * Gets whether one has to get down to the floor for a routine.
 *
 * Returns: whether any of its steps is done there
 */
gboolean
coach_choice_is_on_floor (CoachRoutine *routine)
{
  for (guint i = 0; i < coach_routine_get_n_steps (routine); i++)
    if (coach_plan_is_on_floor (coach_routine_get_step (routine, i)->movement))
      return TRUE;
  return FALSE;
}

/**
 * coach_choice_can_reach:
 * @facts: the person
 * @movement: a movement
 *
 * Gets whether a movement can be done where the person is, with what they have.
 *
 * Returns: whether place and equipment allow it
 */
gboolean
coach_choice_can_reach (const CoachChoiceFacts *facts,
                        CoachMovement          *movement)
{
  const char * const *needed;

  g_return_val_if_fail (facts != NULL, FALSE);
  g_return_val_if_fail (COACH_IS_MOVEMENT (movement), FALSE);

  needed = coach_movement_get_equipment (movement);
  for (guint i = 0; needed[i] != NULL; i++)
    if (!coach_profile_has_equipment (facts->profile, needed[i]))
      return FALSE;
  return coach_profile_get_place (facts->profile) == COACH_PLACE_FLOOR
         || !coach_plan_is_on_floor (movement);
}

/**
 * coach_choice_is_within_reach:
 * @facts: the person
 * @routine: a routine
 *
 * Gets whether a routine can be done where the person is, with what they have.
 *
 * Returns: whether place and equipment allow each of its steps
 */
gboolean
coach_choice_is_within_reach (const CoachChoiceFacts *facts,
                              CoachRoutine           *routine)
{
  for (guint i = 0; i < coach_routine_get_n_steps (routine); i++)
    if (!coach_choice_can_reach (facts, coach_routine_get_step (routine, i)->movement))
      return FALSE;
  return TRUE;
}

/**
 * coach_choice_count_muscle:
 * @routine: a routine
 * @muscle: a word of the vocabulary
 *
 * Counts the steps that work on a muscle first.
 *
 * Returns: how many
 */
guint
coach_choice_count_muscle (CoachRoutine *routine,
                           const char   *muscle)
{
  return count_steps (routine, get_muscle, muscle);
}

/**
 * coach_choice_count_group:
 * @routine: a routine
 * @group: a word of the vocabulary
 *
 * Counts the steps of one kind of exercise.
 *
 * Returns: how many
 */
guint
coach_choice_count_group (CoachRoutine *routine,
                          const char   *group)
{
  return count_steps (routine, coach_movement_get_group, group);
}

/**
 * coach_choice_get_main_muscle:
 * @routine: a routine
 *
 * Finds the muscle that most steps work on first.
 *
 * Returns: (transfer none): a word of the vocabulary
 */
const char *
coach_choice_get_main_muscle (CoachRoutine *routine)
{
  return find_main (routine, get_muscle);
}

/**
 * coach_choice_get_main_group:
 * @routine: a routine
 *
 * Finds the kind of exercise that most steps are of.
 *
 * Returns: (transfer none): a word of the vocabulary
 */
const char *
coach_choice_get_main_group (CoachRoutine *routine)
{
  return find_main (routine, coach_movement_get_group);
}
