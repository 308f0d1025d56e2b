#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-verdict.h"

#include <string.h>

#include "coach-judgement-private.h"

struct _CoachVerdict
{
  gatomicrefcount    ref_count;

  CoachVerdictLevel  level;
  GArray            *reasons; /* (owned) (element-type CoachReason): those that reach the level;
                               * their ids live in @catalog and @move */
  char             **because; /* (owned): ids of the traits they speak of, sorted */
  CoachCatalog      *catalog; /* (owned) */
  CoachMove         *move;    /* (owned) */
};

G_DEFINE_BOXED_TYPE (CoachVerdict, coach_verdict, coach_verdict_ref, coach_verdict_unref)

static void
clear_reason (gpointer data)
{
  CoachReason *reason = data;

  g_free (reason->text);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The traits that reasons speak of, sorted, each once. */
static char **
dup_traits (GArray *reasons)
{
  g_autoptr (GPtrArray) traits = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < reasons->len; i++)
    {
      const char *trait = g_array_index (reasons, CoachReason, i).trait;

      if (trait != NULL)
        g_ptr_array_add (traits, (gpointer) trait);
    }
  g_ptr_array_sort (traits, compare_ids);
  for (guint i = 0; i < traits->len; i++)
    if (i == 0 || strcmp (traits->pdata[i - 1], traits->pdata[i]) != 0)
      g_strv_builder_add (builder, traits->pdata[i]);
  return g_strv_builder_end (builder);
}

/**
 * coach_verdict_for_move:
 * @catalog: the catalogue with the rules
 * @profile: the person and their day
 * @move: a movement or a move to avoid
 *
 * Judges a move. What counts is said at [struct@Verdict]; what nothing speaks against is allowed.
 * As long as the profile has no day, every bench counts, for nobody can tell whether it is over.
 *
 * Returns: (transfer full): the verdict
 */
CoachVerdict *
coach_verdict_for_move (CoachCatalog *catalog,
                        CoachProfile *profile,
                        CoachMove    *move)
{
  CoachJudgement judgement = { catalog, profile, move, COACH_VERDICT_ALLOW, NULL };
  CoachVerdict *self;

  g_return_val_if_fail (COACH_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (COACH_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (COACH_IS_MOVE (move), NULL);

  judgement.reasons = g_array_new (FALSE, FALSE, sizeof (CoachReason));
  g_array_set_clear_func (judgement.reasons, clear_reason);
  coach_judgement_run (&judgement);

  self = g_new0 (CoachVerdict, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->level = judgement.level;
  self->reasons = judgement.reasons;
  self->because = dup_traits (self->reasons);
  self->catalog = g_object_ref (catalog);
  self->move = g_object_ref (move);
  return self;
}

/**
 * coach_safety_get_level:
 * @catalog: the catalogue with the rules
 * @profile: the person and their day
 * @move: a movement or a move to avoid
 *
 * Gets what [func@Verdict.for_move] comes to, without its reasons: for lists.
 *
 * Returns: allow, caution or avoid
 */
CoachVerdictLevel
coach_safety_get_level (CoachCatalog *catalog,
                        CoachProfile *profile,
                        CoachMove    *move)
{
  CoachJudgement judgement = { catalog, profile, move, COACH_VERDICT_ALLOW, NULL };

  g_return_val_if_fail (COACH_IS_CATALOG (catalog), COACH_VERDICT_AVOID);
  g_return_val_if_fail (COACH_IS_PROFILE (profile), COACH_VERDICT_AVOID);
  g_return_val_if_fail (COACH_IS_MOVE (move), COACH_VERDICT_AVOID);

  coach_judgement_run (&judgement);
  return judgement.level;
}

/**
 * coach_verdict_ref:
 * @self: a verdict
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
CoachVerdict *
coach_verdict_ref (CoachVerdict *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * coach_verdict_unref:
 * @self: (transfer full): a verdict
 *
 * Drops a reference.
 */
void
coach_verdict_unref (CoachVerdict *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->reasons);
  g_strfreev (self->because);
  g_object_unref (self->catalog);
  g_object_unref (self->move);
  g_free (self);
}

/**
 * coach_verdict_get_level:
 * @self: a verdict
 *
 * Gets what it comes to.
 *
 * Returns: allow, caution or avoid
 */
CoachVerdictLevel
coach_verdict_get_level (CoachVerdict *self)
{
  g_return_val_if_fail (self != NULL, COACH_VERDICT_AVOID);

  return self->level;
}

/**
 * coach_verdict_get_because:
 * @self: a verdict
 *
 * Gets the traits that led to it: those that its reasons speak of.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids, sorted; none when it is allowed, or left
 *   out for the move's own sake
 */
const char * const *
coach_verdict_get_because (CoachVerdict *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->because;
}

/**
 * coach_verdict_get_n_reasons:
 * @self: a verdict
 *
 * Counts the reasons that led to it.
 *
 * Returns: 0 when it is allowed
 */
guint
coach_verdict_get_n_reasons (CoachVerdict *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->reasons->len;
}

/**
 * coach_verdict_get_reason:
 * @self: a verdict
 * @index: less than [method@Verdict.get_n_reasons]
 *
 * Gets a reason that led to it. Orders come first, then what is for now, then the rules in the
 * order of their traits. All have the level of the verdict.
 *
 * Returns: (transfer none): a reason
 */
const CoachReason *
coach_verdict_get_reason (CoachVerdict *self,
                          guint         index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->reasons->len, NULL);

  return &g_array_index (self->reasons, CoachReason, index);
}

/**
 * coach_verdict_dup_reasons:
 * @self: a verdict
 *
 * Gets the reasons as sentences, each once.
 *
 * Returns: (transfer full) (array zero-terminated=1): translated sentences
 */
char **
coach_verdict_dup_reasons (CoachVerdict *self)
{
  g_autoptr (GStrvBuilder) reasons = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->reasons->len; i++)
    {
      char *text = g_array_index (self->reasons, CoachReason, i).text;

      if (g_hash_table_add (seen, text))
        g_strv_builder_add (reasons, text);
    }
  return g_strv_builder_end (reasons);
}

/**
 * coach_verdicts_for_routine:
 * @catalog: the catalogue with the rules
 * @profile: the person
 * @routine: a routine
 *
 * Judges each step of a routine.
 *
 * Returns: (transfer full) (element-type CoachVerdict): a verdict a step, in their order
 */
GPtrArray *
coach_verdicts_for_routine (CoachCatalog *catalog,
                            CoachProfile *profile,
                            CoachRoutine *routine)
{
  GPtrArray *verdicts;

  g_return_val_if_fail (COACH_IS_ROUTINE (routine), NULL);

  verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) coach_verdict_unref);
  for (guint i = 0; i < coach_routine_get_n_steps (routine); i++)
    {
      CoachMovement *movement = coach_routine_get_step (routine, i)->movement;

      g_ptr_array_add (verdicts, coach_verdict_for_move (catalog, profile, COACH_MOVE (movement)));
    }
  return verdicts;
}

/**
 * coach_verdicts_get_worst:
 * @verdicts: (element-type CoachVerdict): verdicts
 *
 * Gets the worst of several verdicts.
 *
 * Returns: the worst level; allow when there are none
 */
CoachVerdictLevel
coach_verdicts_get_worst (GPtrArray *verdicts)
{
  CoachVerdictLevel worst = COACH_VERDICT_ALLOW;

  g_return_val_if_fail (verdicts != NULL, COACH_VERDICT_AVOID);

  for (guint i = 0; i < verdicts->len; i++)
    {
      CoachVerdict *verdict = g_ptr_array_index (verdicts, i);

      worst = MAX (worst, verdict->level);
    }
  return worst;
}

static void
add_substitute (CoachCatalog *catalog,
                CoachProfile *profile,
                const char   *id,
                GPtrArray    *allowed,
                GPtrArray    *careful)
{
  CoachMovement *movement = coach_catalog_lookup_movement (catalog, id);
  CoachVerdictLevel level;

  if (movement == NULL)
    return;
  level = coach_safety_get_level (catalog, profile, COACH_MOVE (movement));
  if (level == COACH_VERDICT_ALLOW && !g_ptr_array_find (allowed, movement, NULL))
    g_ptr_array_add (allowed, g_object_ref (movement));
  else if (level == COACH_VERDICT_CAUTION && !g_ptr_array_find (careful, movement, NULL))
    g_ptr_array_add (careful, g_object_ref (movement));
}

/**
 * coach_safety_dup_substitutes:
 * @catalog: the catalogue with the rules
 * @profile: the person
 * @move: a movement or a move to avoid
 *
 * Gets what the person may do in place of a move: what its file names in `instead`, then the
 * gentler variant. What is to be avoided is left out, and what is allowed comes before what is
 * allowed with caution.
 *
 * Returns: (transfer full) (element-type CoachMovement): movements, the first choice first
 */
GPtrArray *
coach_safety_dup_substitutes (CoachCatalog *catalog,
                              CoachProfile *profile,
                              CoachMove    *move)
{
  GPtrArray *allowed;
  g_autoptr (GPtrArray) careful = g_ptr_array_new_with_free_func (g_object_unref);
  const char * const *instead;

  g_return_val_if_fail (COACH_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (COACH_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (COACH_IS_MOVE (move), NULL);

  allowed = g_ptr_array_new_with_free_func (g_object_unref);
  instead = coach_move_get_instead (move);
  for (guint i = 0; instead[i] != NULL; i++)
    add_substitute (catalog, profile, instead[i], allowed, careful);
  if (COACH_IS_MOVEMENT (move) && coach_movement_get_easier (COACH_MOVEMENT (move)) != NULL)
    add_substitute (catalog, profile, coach_movement_get_easier (COACH_MOVEMENT (move)), allowed,
                    careful);
  g_ptr_array_extend_and_steal (allowed, g_steal_pointer (&careful));
  return allowed;
}
