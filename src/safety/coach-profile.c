#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-profile.h"
#include "coach-profile-private.h"

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * CoachProfile:
 *
 * What is known of the person: the conditions, where it hurts, where and with what they exercise,
 * what they and their clinicians said of moves, their warning-sign answers, and what this day asks
 * for. The condition %COACH_BASE_CONDITION always counts and is never in the list.
 */
G_DEFINE_FINAL_TYPE (CoachProfile, coach_profile, G_TYPE_OBJECT)

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

/* @ids sorted, each once and without the base condition. */
static GPtrArray *
make_set (const char * const *ids)
{
  GPtrArray *set = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      gboolean repeated = g_str_equal (ids[i], COACH_BASE_CONDITION);

      for (guint j = 0; j < set->len && !repeated; j++)
        repeated = g_str_equal (ids[i], g_ptr_array_index (set, j));
      if (!repeated)
        g_ptr_array_add (set, g_strdup (ids[i]));
    }
  g_ptr_array_sort (set, compare_ids);
  g_ptr_array_add (set, NULL);
  return set;
}

static const char * const *
get_ids (GPtrArray *set)
{
  return (const char * const *) set->pdata;
}

static void
gather_all_conditions (CoachProfile *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  g_strv_builder_addv (builder, (const char **) self->conditions->pdata);
  if (self->day != NULL)
    g_strv_builder_addv (builder, (const char **) coach_day_get_conditions (self->day));
  ids = g_strv_builder_end (builder);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  self->all = make_set ((const char * const *) ids);
}

/* Writes @day, or no day, to @target. Returns whether that is another. */
static gboolean
replace_day (GDate       *target,
             const GDate *day)
{
  if (day == NULL ? !g_date_valid (target)
                  : g_date_valid (target) && g_date_compare (target, day) == 0)
    return FALSE;
  if (day != NULL)
    *target = *day;
  else
    g_date_clear (target, 1);
  return TRUE;
}

static void
coach_profile_finalize (GObject *object)
{
  CoachProfile *self = COACH_PROFILE (object);

  g_ptr_array_unref (self->conditions);
  g_ptr_array_unref (self->all);
  g_strfreev (self->equipment);
  coach_profile_clear_orders (self);
  g_object_unref (self->screening);
  g_clear_pointer (&self->day, coach_day_unref);

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
  self->conditions = make_set ((const char * const[]) { NULL });
  self->all = make_set ((const char * const[]) { NULL });
  coach_profile_init_orders (self);
  self->screening = coach_screening_record_new ();
  g_signal_connect_object (self->screening, "changed", G_CALLBACK (coach_profile_emit_changed),
                           self, G_CONNECT_SWAPPED);
  g_date_clear (&self->flare_since, 1);
  g_date_clear (&self->welcomed, 1);
}

void
coach_profile_emit_changed (CoachProfile *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
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

  return get_ids (self->conditions);
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
  g_autoptr (GPtrArray) next = NULL;

  g_return_if_fail (COACH_IS_PROFILE (self));
  g_return_if_fail (ids != NULL);

  next = make_set (ids);
  if (g_strv_equal (get_ids (next), get_ids (self->conditions)))
    return;
  g_ptr_array_unref (self->conditions);
  self->conditions = g_steal_pointer (&next);
  gather_all_conditions (self);
  coach_profile_emit_changed (self);
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
 * coach_profile_get_all_conditions:
 * @self: a profile
 *
 * Gets the person's conditions and those of the day together.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids, sorted, each once, without the base one;
 *   valid until the next change
 */
const char * const *
coach_profile_get_all_conditions (CoachProfile *self)
{
  g_return_val_if_fail (COACH_IS_PROFILE (self), NULL);

  return get_ids (self->all);
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
  coach_profile_emit_changed (self);
}

/**
 * coach_profile_get_place:
 * @self: a profile
 *
 * Gets where the person exercises.
 *
 * Returns: a place; the floor unless they said otherwise
 */
CoachPlace
coach_profile_get_place (CoachProfile *self)
{
  g_return_val_if_fail (COACH_IS_PROFILE (self), COACH_PLACE_FLOOR);

  return self->place;
}

/**
 * coach_profile_set_place:
 * @self: a profile
 * @place: where the person exercises
 *
 * Sets where the person exercises, which decides what is offered.
 */
void
coach_profile_set_place (CoachProfile *self,
                         CoachPlace    place)
{
  g_return_if_fail (COACH_IS_PROFILE (self));

  if (self->place == place)
    return;
  self->place = place;
  coach_profile_emit_changed (self);
}

/**
 * coach_profile_get_equipment:
 * @self: a profile
 *
 * Gets what the person has to exercise with.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): ids of %COACH_TERM_EQUIPMENT,
 *   sorted; %NULL as long as the person has not said, and then nothing is thought to be missing
 */
const char * const *
coach_profile_get_equipment (CoachProfile *self)
{
  g_return_val_if_fail (COACH_IS_PROFILE (self), NULL);

  return (const char * const *) self->equipment;
}

/**
 * coach_profile_set_equipment:
 * @self: a profile
 * @ids: (nullable) (array zero-terminated=1): ids of %COACH_TERM_EQUIPMENT; others are kept for a
 *   newer version; %NULL takes back what was said
 *
 * Sets what the person has to exercise with.
 */
void
coach_profile_set_equipment (CoachProfile       *self,
                             const char * const *ids)
{
  g_autoptr (GPtrArray) next = NULL;

  g_return_if_fail (COACH_IS_PROFILE (self));

  if (ids != NULL)
    next = make_set (ids);
  if (next == NULL ? self->equipment == NULL
                   : self->equipment != NULL
                         && g_strv_equal (get_ids (next), (const char * const *) self->equipment))
    return;
  g_strfreev (self->equipment);
  self->equipment = next != NULL ? g_strdupv ((char **) next->pdata) : NULL;
  coach_profile_emit_changed (self);
}

/**
 * coach_profile_has_equipment:
 * @self: a profile
 * @id: an id of %COACH_TERM_EQUIPMENT
 *
 * Gets whether the person has a thing.
 *
 * Returns: whether they do; %TRUE as long as they have not said what there is
 */
gboolean
coach_profile_has_equipment (CoachProfile *self,
                             const char   *id)
{
  g_return_val_if_fail (COACH_IS_PROFILE (self), TRUE);
  g_return_val_if_fail (id != NULL, TRUE);

  return self->equipment == NULL || g_strv_contains ((const char * const *) self->equipment, id);
}

/**
 * coach_profile_get_screening:
 * @self: a profile
 *
 * Gets the answers to the warning-sign questions. A change of theirs is one of the profile.
 *
 * Returns: (transfer none): the record
 */
CoachScreeningRecord *
coach_profile_get_screening (CoachProfile *self)
{
  g_return_val_if_fail (COACH_IS_PROFILE (self), NULL);

  return self->screening;
}

/**
 * coach_profile_get_flare_since:
 * @self: a profile
 *
 * Gets since when flare-up mode is on.
 *
 * Returns: (transfer none) (nullable): a local day; %NULL when it is off
 */
const GDate *
coach_profile_get_flare_since (CoachProfile *self)
{
  g_return_val_if_fail (COACH_IS_PROFILE (self), NULL);

  return g_date_valid (&self->flare_since) ? &self->flare_since : NULL;
}

/**
 * coach_profile_set_flare_since:
 * @self: a profile
 * @day: (nullable): the local day; %NULL switches it off
 *
 * Switches flare-up mode on or off.
 */
void
coach_profile_set_flare_since (CoachProfile *self,
                               const GDate  *day)
{
  g_return_if_fail (COACH_IS_PROFILE (self));
  g_return_if_fail (day == NULL || g_date_valid (day));

  if (replace_day (&self->flare_since, day))
    coach_profile_emit_changed (self);
}

/**
 * coach_profile_get_reviewed:
 * @self: a profile
 *
 * Gets which warnings the person said a clinician has checked, and when. How long that counts is
 * for the trend to say.
 *
 * Returns: (transfer none): the days, valid until the next change
 */
const CoachReviewed *
coach_profile_get_reviewed (CoachProfile *self)
{
  g_return_val_if_fail (COACH_IS_PROFILE (self), NULL);

  return &self->reviewed;
}

/**
 * coach_profile_set_reviewed:
 * @self: a profile
 * @warning: a warning
 * @day: (nullable): the local day on which the person said that a clinician has checked it; %NULL
 *   takes it back
 *
 * Keeps that a clinician has checked a warning.
 */
void
coach_profile_set_reviewed (CoachProfile *self,
                            CoachWarning  warning,
                            const GDate  *day)
{
  GDate kept;

  g_return_if_fail (COACH_IS_PROFILE (self));
  g_return_if_fail (day == NULL || g_date_valid (day));

  g_date_clear (&kept, 1);
  if (coach_reviewed_get (&self->reviewed, warning) != NULL)
    kept = *coach_reviewed_get (&self->reviewed, warning);
  if (!replace_day (&kept, day))
    return;
  coach_reviewed_set (&self->reviewed, warning, day);
  coach_profile_emit_changed (self);
}

/**
 * coach_profile_get_welcomed:
 * @self: a profile
 *
 * Gets when the disclaimer was read.
 *
 * Returns: (transfer none) (nullable): a local day; %NULL when it was not
 */
const GDate *
coach_profile_get_welcomed (CoachProfile *self)
{
  g_return_val_if_fail (COACH_IS_PROFILE (self), NULL);

  return g_date_valid (&self->welcomed) ? &self->welcomed : NULL;
}

/**
 * coach_profile_set_welcomed:
 * @self: a profile
 * @day: (nullable): the local day; %NULL takes it back
 *
 * Keeps that the disclaimer was read.
 */
void
coach_profile_set_welcomed (CoachProfile *self,
                            const GDate  *day)
{
  g_return_if_fail (COACH_IS_PROFILE (self));
  g_return_if_fail (day == NULL || g_date_valid (day));

  if (replace_day (&self->welcomed, day))
    coach_profile_emit_changed (self);
}

/**
 * coach_profile_get_day:
 * @self: a profile
 *
 * Gets what the day asks for.
 *
 * Returns: (transfer none) (nullable): the day; %NULL when nobody has set it
 */
CoachDay *
coach_profile_get_day (CoachProfile *self)
{
  g_return_val_if_fail (COACH_IS_PROFILE (self), NULL);

  return self->day;
}

/**
 * coach_profile_set_day:
 * @self: a profile
 * @day: (nullable): what the day asks for
 *
 * Sets the day, which is not kept in files. Only a day with another content is a change.
 */
void
coach_profile_set_day (CoachProfile *self,
                       CoachDay     *day)
{
  g_return_if_fail (COACH_IS_PROFILE (self));

  if (self->day == day || (self->day != NULL && day != NULL && coach_day_equal (self->day, day)))
    return;
  g_clear_pointer (&self->day, coach_day_unref);
  self->day = day != NULL ? coach_day_ref (day) : NULL;
  gather_all_conditions (self);
  coach_profile_emit_changed (self);
}

/**
 * coach_profile_reset:
 * @self: a profile
 *
 * Forgets everything that was said: from then on it is the profile of somebody new. What the day asks
 * for stays until it is worked out anew.
 */
void
coach_profile_reset (CoachProfile *self)
{
  g_autoptr (CoachScreeningRecord) screening = coach_screening_record_new ();

  g_return_if_fail (COACH_IS_PROFILE (self));

  g_ptr_array_unref (self->conditions);
  self->conditions = make_set ((const char * const[]) { NULL });
  gather_all_conditions (self);
  self->side = COACH_SIDE_NONE;
  self->place = (CoachPlace) 0;
  g_clear_pointer (&self->equipment, g_strfreev);
  coach_profile_clear_orders (self);
  coach_profile_init_orders (self);
  g_date_clear (&self->flare_since, 1);
  g_date_clear (&self->welcomed, 1);
  self->reviewed = (CoachReviewed) { 0 };
  coach_screening_record_copy_from (self->screening, screening);
  coach_profile_emit_changed (self);
}
