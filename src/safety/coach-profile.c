#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-profile.h"

struct _CoachProfile
{
  GObject     parent_instance;

  GPtrArray  *conditions; /* (owned) (element-type utf8), sorted, NULL-terminated, without the base */
  CoachSide   side;       /* where it hurts; none when unknown or both */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * CoachProfile:
 *
 * What is known of the person: the conditions, and which side hurts. The condition
 * %COACH_BASE_CONDITION always counts and is never in the list.
 */
G_DEFINE_FINAL_TYPE (CoachProfile, coach_profile, G_TYPE_OBJECT)

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

static void
coach_profile_finalize (GObject *object)
{
  CoachProfile *self = COACH_PROFILE (object);

  g_ptr_array_unref (self->conditions);

  G_OBJECT_CLASS (coach_profile_parent_class)->finalize (object);
}

static void
coach_profile_class_init (CoachProfileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_profile_finalize;

  /**
   * CoachProfile::changed:
   * @self: the profile
   *
   * Something in the profile is different, so verdicts may be.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_profile_init (CoachProfile *self)
{
  self->conditions = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->conditions, NULL);
}

/**
 * coach_profile_new:
 *
 * Makes the profile of somebody with sciatica and nothing else.
 *
 * Returns: (transfer full): a profile
 */
CoachProfile *
coach_profile_new (void)
{
  return g_object_new (COACH_TYPE_PROFILE, NULL);
}

/**
 * coach_profile_get_conditions:
 * @self: a profile
 *
 * Gets the conditions besides the base one.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids, sorted; valid until the next change
 */
const char * const *
coach_profile_get_conditions (CoachProfile *self)
{
  g_return_val_if_fail (COACH_IS_PROFILE (self), NULL);

  return (const char * const *) self->conditions->pdata;
}

/**
 * coach_profile_has_condition:
 * @self: a profile
 * @id: the id of a condition
 *
 * Gets whether the person has a condition. Everybody has the base one.
 *
 * Returns: whether it is theirs
 */
gboolean
coach_profile_has_condition (CoachProfile *self,
                             const char   *id)
{
  g_return_val_if_fail (COACH_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return g_str_equal (id, COACH_BASE_CONDITION)
         || g_strv_contains (coach_profile_get_conditions (self), id);
}

/**
 * coach_profile_set_conditions:
 * @self: a profile
 * @ids: (array zero-terminated=1): ids of conditions; the base one and repeats are ignored
 *
 * Replaces the conditions. Ids that no rule knows are kept: a newer version may know them.
 */
void
coach_profile_set_conditions (CoachProfile       *self,
                              const char * const *ids)
{
  g_autoptr (GPtrArray) next = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (COACH_IS_PROFILE (self));
  g_return_if_fail (ids != NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      gboolean repeated = g_str_equal (ids[i], COACH_BASE_CONDITION);

      for (guint j = 0; j < next->len && !repeated; j++)
        repeated = g_str_equal (ids[i], g_ptr_array_index (next, j));
      if (!repeated)
        g_ptr_array_add (next, g_strdup (ids[i]));
    }
  g_ptr_array_sort (next, compare_ids);
  g_ptr_array_add (next, NULL);
  if (g_strv_equal ((const char * const *) next->pdata, coach_profile_get_conditions (self)))
    return;
  g_ptr_array_unref (self->conditions);
  self->conditions = g_steal_pointer (&next);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * coach_profile_set_condition:
 * @self: a profile
 * @id: the id of a condition
 * @has: whether it is the person's
 *
 * Adds or removes one condition.
 */
void
coach_profile_set_condition (CoachProfile *self,
                             const char   *id,
                             gboolean      has)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  const char * const *now;

  g_return_if_fail (COACH_IS_PROFILE (self));
  g_return_if_fail (id != NULL);

  now = coach_profile_get_conditions (self);
  for (guint i = 0; now[i] != NULL; i++)
    if (!g_str_equal (now[i], id))
      g_strv_builder_add (builder, now[i]);
  if (has)
    g_strv_builder_add (builder, id);
  ids = g_strv_builder_end (builder);
  coach_profile_set_conditions (self, (const char * const *) ids);
}

/**
 * coach_profile_get_side:
 * @self: a profile
 *
 * Gets the side that hurts.
 *
 * Returns: a side; none when it is not known or both do
 */
CoachSide
coach_profile_get_side (CoachProfile *self)
{
  g_return_val_if_fail (COACH_IS_PROFILE (self), COACH_SIDE_NONE);

  return self->side;
}

/**
 * coach_profile_set_side:
 * @self: a profile
 * @side: the side that hurts
 *
 * Sets the side that hurts, which then comes first in sessions.
 */
void
coach_profile_set_side (CoachProfile *self,
                        CoachSide     side)
{
  g_return_if_fail (COACH_IS_PROFILE (self));

  if (self->side == side)
    return;
  self->side = side;
  g_signal_emit (self, signals[CHANGED], 0);
}
