#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-choice.h"

#include "coach-choice-private.h"

struct _CoachChoice
{
  gatomicrefcount  ref_count;

  CoachChoiceKind  kind;
  CoachRoutine    *routine; /* (owned) (nullable): only of the kind routine */
  char            *reason;  /* (owned) (not nullable) */
};

G_DEFINE_BOXED_TYPE (CoachChoice, coach_choice, coach_choice_ref, coach_choice_unref)

/* What forbids a session comes before what would be in it, the most serious first. */
static CoachChoiceKind
find_kind (const CoachChoiceFacts *facts)
{
  CoachDay *day = coach_profile_get_day (facts->profile);

  if (facts->trend == COACH_TREND_URGENT || (day != NULL && coach_day_is_blocked (day)))
    return COACH_CHOICE_BLOCKED;
  if (day != NULL && coach_day_get_colour (day) >= COACH_PAIN_RED)
    return COACH_CHOICE_EASE;
  if (day != NULL && coach_day_is_rest_day (day))
    return COACH_CHOICE_REST;
  return COACH_CHOICE_ROUTINE;
}

/**
 * coach_choice_make:
 * @facts: all that it depends on; the profile has its day set
 *
 * Chooses what is good today: safety first, then what was made for the person, then what can be
 * done where they are and with what they have, then the hour, then the aim of the program. What
 * goes with a run is never chosen, and what was done today, or on the last two days, only when
 * nothing else fits as well. The same facts always lead to the same choice.
 *
 * Returns: (transfer full): the choice
 */
CoachChoice *
coach_choice_make (const CoachChoiceFacts *facts)
{
  CoachChoiceSituation situation;
  CoachChoicePick pick = { NULL };
  CoachChoice *self;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (COACH_IS_CATALOG (facts->catalog), NULL);
  g_return_val_if_fail (COACH_IS_PROFILE (facts->profile), NULL);
  g_return_val_if_fail (facts->now != NULL, NULL);

  self = g_new0 (CoachChoice, 1);
  g_atomic_ref_count_init (&self->ref_count);
  situation = coach_choice_situation_from (facts);
  self->kind = find_kind (facts);
  if (self->kind == COACH_CHOICE_ROUTINE)
    pick = coach_choice_pick (&situation);
  if (self->kind == COACH_CHOICE_ROUTINE && pick.routine == NULL)
    self->kind = COACH_CHOICE_NOTHING;
  g_set_object (&self->routine, pick.routine);
  self->reason = coach_choice_dup_words (&situation, self->kind, &pick);
  return self;
}

/**
 * coach_choice_ref:
 * @self: a choice
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
CoachChoice *
coach_choice_ref (CoachChoice *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * coach_choice_unref:
 * @self: (transfer full): a choice
 *
 * Drops a reference.
 */
void
coach_choice_unref (CoachChoice *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_object (&self->routine);
  g_free (self->reason);
  g_free (self);
}

/**
 * coach_choice_get_kind:
 * @self: a choice
 *
 * Gets what is good today.
 *
 * Returns: a kind
 */
CoachChoiceKind
coach_choice_get_kind (CoachChoice *self)
{
  g_return_val_if_fail (self != NULL, COACH_CHOICE_BLOCKED);

  return self->kind;
}

/**
 * coach_choice_get_routine:
 * @self: a choice
 *
 * Gets the routine that fits.
 *
 * Returns: (transfer none) (nullable): a routine; %NULL unless the kind is
 *   %COACH_CHOICE_ROUTINE
 */
CoachRoutine *
coach_choice_get_routine (CoachChoice *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->routine;
}

/**
 * coach_choice_get_reason:
 * @self: a choice
 *
 * Says what decided.
 *
 * Returns: (transfer none): one to three translated sentences
 */
const char *
coach_choice_get_reason (CoachChoice *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->reason;
}
