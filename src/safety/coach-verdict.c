#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-verdict.h"

#include <string.h>

struct _CoachVerdict
{
  gatomicrefcount    ref_count;

  CoachVerdictLevel  level;
  char             **because; /* (owned): ids of the traits that reach the level, sorted */
  GPtrArray         *rules;   /* (owned) (element-type CoachRule): those that reach it; they live in
                               * @catalog */
  CoachCatalog      *catalog; /* (owned) */
};

G_DEFINE_BOXED_TYPE (CoachVerdict, coach_verdict, coach_verdict_ref, coach_verdict_unref)

/* Rules for one trait: of the base condition first, then of the person's own. */
static CoachVerdictLevel
collect_rules (CoachCatalog *catalog,
               CoachProfile *profile,
               const char   *trait,
               GPtrArray    *rules)
{
  const char * const *conditions = coach_profile_get_conditions (profile);
  const CoachRule *rule = coach_catalog_lookup_rule (catalog, COACH_BASE_CONDITION, trait);
  CoachVerdictLevel worst = COACH_VERDICT_ALLOW;

  for (guint i = 0;; i++)
    {
      if (rule != NULL)
        {
          g_ptr_array_add (rules, (gpointer) rule);
          worst = MAX (worst, rule->level);
        }
      if (conditions[i] == NULL)
        return worst;
      rule = coach_catalog_lookup_rule (catalog, conditions[i], trait);
    }
}

static int
compare_rules (gconstpointer a,
               gconstpointer b)
{
  const CoachRule *first = *(const CoachRule * const *) a;
  const CoachRule *second = *(const CoachRule * const *) b;

  return strcmp (first->trait, second->trait);
}

/* Keeps the rules that reach the verdict, and the traits they speak of. */
static void
keep_reasons (CoachVerdict *self,
              GPtrArray    *rules)
{
  g_autoptr (GStrvBuilder) because = g_strv_builder_new ();
  const char *last = NULL;

  for (guint i = 0; i < rules->len; i++)
    {
      const CoachRule *rule = g_ptr_array_index (rules, i);

      if (rule->level == self->level)
        g_ptr_array_add (self->rules, (gpointer) rule);
    }
  g_ptr_array_sort (self->rules, compare_rules);
  for (guint i = 0; i < self->rules->len; i++)
    {
      const CoachRule *rule = g_ptr_array_index (self->rules, i);

      if (g_strcmp0 (last, rule->trait) != 0)
        g_strv_builder_add (because, rule->trait);
      last = rule->trait;
    }
  self->because = g_strv_builder_end (because);
}

/**
 * coach_verdict_for_move:
 * @catalog: the catalogue with the rules
 * @profile: the person
 * @move: a movement or a move to avoid
 *
 * Judges a move: the worst that the rules say of its traits for the person's conditions. A pair
 * that no rule names is allowed (catalogue README, "Verdicts").
 *
 * Returns: (transfer full): the verdict
 */
CoachVerdict *
coach_verdict_for_move (CoachCatalog *catalog,
                        CoachProfile *profile,
                        CoachMove    *move)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();
  CoachVerdict *self;
  const char * const *traits;

  g_return_val_if_fail (COACH_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (COACH_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (COACH_IS_MOVE (move), NULL);

  self = g_new0 (CoachVerdict, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->catalog = g_object_ref (catalog);
  self->rules = g_ptr_array_new ();
  traits = coach_move_get_traits (move);
  for (guint i = 0; traits[i] != NULL; i++)
    {
      CoachVerdictLevel level = collect_rules (catalog, profile, traits[i], rules);

      self->level = MAX (self->level, level);
    }
  keep_reasons (self, rules);
  return self;
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
  g_strfreev (self->because);
  g_ptr_array_unref (self->rules);
  g_object_unref (self->catalog);
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
 * Gets the traits that led to it.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids, sorted; none when it is allowed
 */
const char * const *
coach_verdict_get_because (CoachVerdict *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->because;
}

/**
 * coach_verdict_get_n_rules:
 * @self: a verdict
 *
 * Counts the rules that led to it.
 *
 * Returns: 0 when it is allowed
 */
guint
coach_verdict_get_n_rules (CoachVerdict *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rules->len;
}

/**
 * coach_verdict_get_rule:
 * @self: a verdict
 * @index: less than [method@Verdict.get_n_rules]
 *
 * Gets a rule that led to it; they are in the order of their traits.
 *
 * Returns: (transfer none): a rule
 */
const CoachRule *
coach_verdict_get_rule (CoachVerdict *self,
                        guint         index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->rules->len, NULL);

  return g_ptr_array_index (self->rules, index);
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

  for (guint i = 0; i < self->rules->len; i++)
    {
      const CoachRule *rule = g_ptr_array_index (self->rules, i);

      if (g_hash_table_add (seen, (gpointer) rule->reason))
        g_strv_builder_add (reasons, rule->reason);
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
  level = coach_catalog_get_level (catalog, coach_profile_get_conditions (profile),
                                   COACH_MOVE (movement));
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
