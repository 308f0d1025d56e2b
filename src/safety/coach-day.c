#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-day.h"
#include "coach-day-private.h"

G_DEFINE_BOXED_TYPE (CoachDay, coach_day, coach_day_ref, coach_day_unref)

/**
 * coach_day_ref:
 * @self: a day
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
CoachDay *
coach_day_ref (CoachDay *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * coach_day_unref:
 * @self: (transfer full): a day
 *
 * Drops a reference.
 */
void
coach_day_unref (CoachDay *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_strfreev (self->conditions);
  g_strfreev (self->limits);
  g_strfreev (self->traits);
  g_free (self);
}

/**
 * coach_day_equal:
 * @self: a day
 * @other: another
 *
 * Compares what two days ask for, their dates included.
 *
 * Returns: whether it is the same
 */
gboolean
coach_day_equal (CoachDay *self,
                 CoachDay *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return g_date_compare (&self->date, &other->date) == 0 && self->is_blocked == other->is_blocked
         && self->is_rest_day == other->is_rest_day && self->is_half_dose == other->is_half_dose
         && self->is_easier == other->is_easier && self->is_flare == other->is_flare
         && self->rest_factor == other->rest_factor && self->colour == other->colour
         && g_strv_equal (coach_day_get_conditions (self), coach_day_get_conditions (other))
         && g_strv_equal (coach_day_get_limits (self), coach_day_get_limits (other))
         && g_strv_equal (coach_day_get_traits (self), coach_day_get_traits (other));
}

/**
 * coach_day_get_date:
 * @self: a day
 *
 * Gets which day it is.
 *
 * Returns: (transfer none): a local day
 */
const GDate *
coach_day_get_date (CoachDay *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->date;
}

/**
 * coach_day_is_blocked:
 * @self: a day
 *
 * Gets whether exercises are off: a warning-sign answer says so, or the trend is urgent.
 *
 * Returns: whether they are
 */
gboolean
coach_day_is_blocked (CoachDay *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->is_blocked;
}

/**
 * coach_day_is_rest_day:
 * @self: a day
 *
 * Gets whether the day is for rest and gentle walking.
 *
 * Returns: whether it is
 */
gboolean
coach_day_is_rest_day (CoachDay *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->is_rest_day;
}

/**
 * coach_day_is_half_dose:
 * @self: a day
 *
 * Gets whether doses are halved. Several reasons for it still make one half.
 *
 * Returns: whether they are
 */
gboolean
coach_day_is_half_dose (CoachDay *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->is_half_dose;
}

/**
 * coach_day_is_easier:
 * @self: a day
 *
 * Gets whether gentler variants are taken where there are any.
 *
 * Returns: whether they are
 */
gboolean
coach_day_is_easier (CoachDay *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->is_easier;
}

/**
 * coach_day_is_flare:
 * @self: a day
 *
 * Gets whether flare-up mode is on.
 *
 * Returns: whether it is
 */
gboolean
coach_day_is_flare (CoachDay *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_flare;
}

/**
 * coach_day_get_rest_factor:
 * @self: a day
 *
 * Gets what rests between sets are multiplied with.
 *
 * Returns: 1 or more
 */
guint
coach_day_get_rest_factor (CoachDay *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->rest_factor;
}

/**
 * coach_day_get_colour:
 * @self: a day
 *
 * Gets the colour of pain before a session; on red there is to be none. Without a check-in of today
 * the trend alone has a say.
 *
 * Returns: green, amber or red
 */
CoachPainColour
coach_day_get_colour (CoachDay *self)
{
  g_return_val_if_fail (self != NULL, COACH_PAIN_RED);

  return self->colour;
}

/**
 * coach_day_get_conditions:
 * @self: a day
 *
 * Gets the conditions that count for the day besides the person's own.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids, sorted, each once
 */
const char * const *
coach_day_get_conditions (CoachDay *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->conditions;
}

/**
 * coach_day_get_limits:
 * @self: a day
 *
 * Gets the limits that follow from the warning-sign answers; see [method@Screening.lookup_limit].
 *
 * Returns: (transfer none) (array zero-terminated=1): ids, sorted, each once
 */
const char * const *
coach_day_get_limits (CoachDay *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->limits;
}

/**
 * coach_day_get_traits:
 * @self: a day
 *
 * Gets the traits that are left out on the day.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids, sorted, each once
 */
const char * const *
coach_day_get_traits (CoachDay *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->traits;
}
