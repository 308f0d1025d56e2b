#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-catalog.h"
#include "coach-catalog-private.h"

struct _CoachCatalog
{
  GObject     parent_instance;

  GListStore *movements;     /* (element-type CoachMovement), by file name, as the others */
  GListStore *avoid_entries; /* (element-type CoachAvoidEntry) */
  GListStore *routines;      /* (element-type CoachRoutine) */
  GListStore *conditions;    /* (element-type CoachCondition), in the order of the file */
  GListStore *traits;        /* (element-type CoachTrait) */

  CoachScreening   *screening;    /* (owned) (nullable): until it is loaded, as the next two */
  CoachSafetyGuide *safety_guide; /* (owned) (nullable) */
  CoachPainGuide   *pain_guide;   /* (owned) (nullable) */

  GHashTable *moves_by_id;      /* of unowned ids to unowned objects in the lists, as the next */
  GHashTable *routines_by_id;
  GHashTable *conditions_by_id;
  GHashTable *traits_by_id;
  GHashTable *rules;            /* (owned): a set of owned CoachRule */

  CoachCatalogLore lore;        /* (owned) */
};

/**
 * CoachCatalog:
 *
 * All that is known: movements, moves to avoid, routines, conditions, traits and the safety rules,
 * everyday activities and articles.
 * Immutable once loaded.
 */
G_DEFINE_FINAL_TYPE (CoachCatalog, coach_catalog, G_TYPE_OBJECT)

void
coach_rule_free (CoachRule *rule)
{
  g_free ((char *) rule->condition);
  g_free ((char *) rule->trait);
  g_free ((char *) rule->reason);
  g_free (rule);
}

/* Rules are looked up by the thousand, so nothing is made for it: a rule is its own key. */
static guint
hash_rule (gconstpointer key)
{
  const CoachRule *rule = key;

  return 31 * g_str_hash (rule->condition) + g_str_hash (rule->trait);
}

static gboolean
are_same_rules (gconstpointer a,
                gconstpointer b)
{
  const CoachRule *first = a;
  const CoachRule *second = b;

  return g_str_equal (first->condition, second->condition)
         && g_str_equal (first->trait, second->trait);
}

static void
coach_catalog_finalize (GObject *object)
{
  CoachCatalog *self = COACH_CATALOG (object);

  g_hash_table_unref (self->moves_by_id);
  g_hash_table_unref (self->routines_by_id);
  g_hash_table_unref (self->conditions_by_id);
  g_hash_table_unref (self->traits_by_id);
  g_hash_table_unref (self->rules);
  g_object_unref (self->movements);
  g_object_unref (self->avoid_entries);
  g_object_unref (self->routines);
  g_object_unref (self->conditions);
  g_object_unref (self->traits);
  g_clear_object (&self->screening);
  g_clear_object (&self->safety_guide);
  g_clear_object (&self->pain_guide);
  g_free (self->lore.folder);
  g_object_unref (self->lore.activities);
  g_object_unref (self->lore.articles);

  G_OBJECT_CLASS (coach_catalog_parent_class)->finalize (object);
}

static void
coach_catalog_class_init (CoachCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_catalog_finalize;
}

static void
coach_catalog_init (CoachCatalog *self)
{
  self->movements = g_list_store_new (COACH_TYPE_MOVEMENT);
  self->avoid_entries = g_list_store_new (COACH_TYPE_AVOID_ENTRY);
  self->routines = g_list_store_new (COACH_TYPE_ROUTINE);
  self->conditions = g_list_store_new (COACH_TYPE_CONDITION);
  self->traits = g_list_store_new (COACH_TYPE_TRAIT);
  self->lore.activities = g_list_store_new (COACH_TYPE_ACTIVITY);
  self->lore.articles = g_list_store_new (COACH_TYPE_ARTICLE);
  self->moves_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->routines_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->conditions_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->traits_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->rules = g_hash_table_new_full (hash_rule, are_same_rules, (GDestroyNotify) coach_rule_free,
                                       NULL);
}

static void
add (GListStore *list,
     GHashTable *by_id,
     const char *id,
     gpointer    object)
{
  g_list_store_append (list, object);
  g_hash_table_insert (by_id, (gpointer) id, object);
}

CoachCatalog *
coach_catalog_new (void)
{
  return g_object_new (COACH_TYPE_CATALOG, NULL);
}

CoachCatalogLore *
coach_catalog_get_lore (CoachCatalog *self)
{
  return &self->lore;
}

void
coach_catalog_add_movement (CoachCatalog  *self,
                            CoachMovement *movement)
{
  add (self->movements, self->moves_by_id, coach_move_get_id (COACH_MOVE (movement)), movement);
}

void
coach_catalog_add_avoid_entry (CoachCatalog    *self,
                               CoachAvoidEntry *entry)
{
  add (self->avoid_entries, self->moves_by_id, coach_move_get_id (COACH_MOVE (entry)), entry);
}

void
coach_catalog_add_routine (CoachCatalog *self,
                           CoachRoutine *routine)
{
  add (self->routines, self->routines_by_id, coach_routine_get_id (routine), routine);
}

void
coach_catalog_add_condition (CoachCatalog   *self,
                             CoachCondition *condition)
{
  add (self->conditions, self->conditions_by_id, coach_condition_get_id (condition), condition);
}

void
coach_catalog_add_trait (CoachCatalog *self,
                         CoachTrait   *trait)
{
  add (self->traits, self->traits_by_id, coach_trait_get_id (trait), trait);
}

/* Returns FALSE when the pair of condition and trait had a rule already. */
gboolean
coach_catalog_take_rule (CoachCatalog *self,
                         CoachRule    *rule)
{
  return g_hash_table_add (self->rules, rule);
}

void
coach_catalog_take_screening (CoachCatalog   *self,
                              CoachScreening *screening)
{
  g_clear_object (&self->screening);
  self->screening = screening;
}

void
coach_catalog_take_safety_guide (CoachCatalog     *self,
                                 CoachSafetyGuide *guide)
{
  g_clear_object (&self->safety_guide);
  self->safety_guide = guide;
}

void
coach_catalog_take_pain_guide (CoachCatalog   *self,
                               CoachPainGuide *guide)
{
  g_clear_object (&self->pain_guide);
  self->pain_guide = guide;
}

/**
 * coach_catalog_get_movements:
 * @self: a catalogue
 *
 * Gets the movements.
 *
 * Returns: (transfer none): a list of [class@Movement]
 */
GListModel *
coach_catalog_get_movements (CoachCatalog *self)
{
  g_return_val_if_fail (COACH_IS_CATALOG (self), NULL);

  return G_LIST_MODEL (self->movements);
}

/**
 * coach_catalog_get_avoid_entries:
 * @self: a catalogue
 *
 * Gets the moves to avoid.
 *
 * Returns: (transfer none): a list of [class@AvoidEntry]
 */
GListModel *
coach_catalog_get_avoid_entries (CoachCatalog *self)
{
  g_return_val_if_fail (COACH_IS_CATALOG (self), NULL);

  return G_LIST_MODEL (self->avoid_entries);
}

/**
 * coach_catalog_get_routines:
 * @self: a catalogue
 *
 * Gets the routines.
 *
 * Returns: (transfer none): a list of [class@Routine]
 */
GListModel *
coach_catalog_get_routines (CoachCatalog *self)
{
  g_return_val_if_fail (COACH_IS_CATALOG (self), NULL);

  return G_LIST_MODEL (self->routines);
}

/**
 * coach_catalog_get_conditions:
 * @self: a catalogue
 *
 * Gets the conditions a person may have, sciatica first.
 *
 * Returns: (transfer none): a list of [class@Condition]
 */
GListModel *
coach_catalog_get_conditions (CoachCatalog *self)
{
  g_return_val_if_fail (COACH_IS_CATALOG (self), NULL);

  return G_LIST_MODEL (self->conditions);
}

/**
 * coach_catalog_get_traits:
 * @self: a catalogue
 *
 * Gets the traits.
 *
 * Returns: (transfer none): a list of [class@Trait]
 */
GListModel *
coach_catalog_get_traits (CoachCatalog *self)
{
  g_return_val_if_fail (COACH_IS_CATALOG (self), NULL);

  return G_LIST_MODEL (self->traits);
}

/**
 * coach_catalog_get_screening:
 * @self: a catalogue that was loaded
 *
 * Gets the warning-sign questions.
 *
 * Returns: (transfer none): the screening
 */
CoachScreening *
coach_catalog_get_screening (CoachCatalog *self)
{
  g_return_val_if_fail (COACH_IS_CATALOG (self), NULL);

  return self->screening;
}

/**
 * coach_catalog_get_safety_guide:
 * @self: a catalogue that was loaded
 *
 * Gets the numbers and fixed texts of the safety rules.
 *
 * Returns: (transfer none): the guide
 */
CoachSafetyGuide *
coach_catalog_get_safety_guide (CoachCatalog *self)
{
  g_return_val_if_fail (COACH_IS_CATALOG (self), NULL);

  return self->safety_guide;
}

/**
 * coach_catalog_get_pain_guide:
 * @self: a catalogue that was loaded
 *
 * Gets the words of the body map, and what each trend says and does.
 *
 * Returns: (transfer none): the guide
 */
CoachPainGuide *
coach_catalog_get_pain_guide (CoachCatalog *self)
{
  g_return_val_if_fail (COACH_IS_CATALOG (self), NULL);

  return self->pain_guide;
}

/**
 * coach_catalog_lookup_move:
 * @self: a catalogue
 * @id: any text
 *
 * Looks a movement or a move to avoid up.
 *
 * Returns: (transfer none) (nullable): what has this id
 */
CoachMove *
coach_catalog_lookup_move (CoachCatalog *self,
                          const char   *id)
{
  g_return_val_if_fail (COACH_IS_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->moves_by_id, id);
}

/**
 * coach_catalog_lookup_routine:
 * @self: a catalogue
 * @id: any text
 *
 * Looks a routine up.
 *
 * Returns: (transfer none) (nullable): what has this id
 */
CoachRoutine *
coach_catalog_lookup_routine (CoachCatalog *self,
                          const char   *id)
{
  g_return_val_if_fail (COACH_IS_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->routines_by_id, id);
}

/**
 * coach_catalog_lookup_condition:
 * @self: a catalogue
 * @id: any text
 *
 * Looks a condition up.
 *
 * Returns: (transfer none) (nullable): what has this id
 */
CoachCondition *
coach_catalog_lookup_condition (CoachCatalog *self,
                          const char   *id)
{
  g_return_val_if_fail (COACH_IS_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->conditions_by_id, id);
}

/**
 * coach_catalog_lookup_trait:
 * @self: a catalogue
 * @id: any text
 *
 * Looks a trait up.
 *
 * Returns: (transfer none) (nullable): what has this id
 */
CoachTrait *
coach_catalog_lookup_trait (CoachCatalog *self,
                          const char   *id)
{
  g_return_val_if_fail (COACH_IS_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->traits_by_id, id);
}

/**
 * coach_catalog_lookup_movement:
 * @self: a catalogue
 * @id: any text
 *
 * Looks a movement up; moves to avoid are not found.
 *
 * Returns: (transfer none) (nullable): the movement with this id
 */
CoachMovement *
coach_catalog_lookup_movement (CoachCatalog *self,
                               const char   *id)
{
  CoachMove *move = coach_catalog_lookup_move (self, id);

  return move != NULL && COACH_IS_MOVEMENT (move) ? COACH_MOVEMENT (move) : NULL;
}

/**
 * coach_catalog_lookup_rule:
 * @self: a catalogue
 * @condition: the id of a condition
 * @trait: the id of a trait
 *
 * Looks up what the rules say of a trait for a condition.
 *
 * Returns: (transfer none) (nullable): a rule; %NULL means that it is allowed
 */
const CoachRule *
coach_catalog_lookup_rule (CoachCatalog *self,
                           const char   *condition,
                           const char   *trait)
{
  CoachRule key;

  g_return_val_if_fail (COACH_IS_CATALOG (self), NULL);
  g_return_val_if_fail (condition != NULL && trait != NULL, NULL);

  key = (CoachRule) { .condition = condition, .trait = trait };
  return g_hash_table_lookup (self->rules, &key);
}

static CoachVerdictLevel
get_worst_for (CoachCatalog *self,
               const char   *condition,
               CoachMove    *move)
{
  const char * const *traits = coach_move_get_traits (move);
  CoachVerdictLevel worst = COACH_VERDICT_ALLOW;

  for (guint i = 0; traits[i] != NULL; i++)
    {
      const CoachRule *rule = coach_catalog_lookup_rule (self, condition, traits[i]);

      if (rule != NULL)
        worst = MAX (worst, rule->level);
    }
  return worst;
}

/**
 * coach_catalog_get_level:
 * @self: a catalogue
 * @conditions: (array zero-terminated=1): ids of conditions
 * @move: a movement or move to avoid
 *
 * Gets the worst that the rules say of a move's traits for some conditions; the base condition
 * always counts. The reasons are in [struct@Verdict].
 *
 * Returns: the worst level
 */
CoachVerdictLevel
coach_catalog_get_level (CoachCatalog       *self,
                         const char * const *conditions,
                         CoachMove          *move)
{
  CoachVerdictLevel worst;

  g_return_val_if_fail (COACH_IS_CATALOG (self), COACH_VERDICT_AVOID);
  g_return_val_if_fail (conditions != NULL, COACH_VERDICT_AVOID);
  g_return_val_if_fail (COACH_IS_MOVE (move), COACH_VERDICT_AVOID);

  worst = get_worst_for (self, COACH_BASE_CONDITION, move);
  for (guint i = 0; conditions[i] != NULL; i++)
    {
      CoachVerdictLevel level = get_worst_for (self, conditions[i], move);

      worst = MAX (worst, level);
    }
  return worst;
}
