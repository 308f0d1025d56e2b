#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-movement-private.h"

/**
 * CoachMovement:
 *
 * One exercise: its text, dose and traits. Immutable.
 */
G_DEFINE_FINAL_TYPE (CoachMovement, coach_movement, COACH_TYPE_MOVE)

static guint
index_of (CoachSide side)
{
  return side == COACH_SIDE_RIGHT ? 1 : 0;
}

static void
coach_movement_finalize (GObject *object)
{
  CoachMovement *self = COACH_MOVEMENT (object);

  g_free (self->group);
  g_free (self->purpose);
  g_strfreev (self->muscles);
  g_free (self->position);
  g_strfreev (self->equipment);
  for (guint i = 0; i < 2; i++)
    {
      g_strfreev (self->steps[i]);
      g_free (self->cue[i]);
      g_free (self->feel[i]);
    }
  g_free (self->breathing);
  g_strfreev (self->mistakes);
  g_free (self->easier);

  G_OBJECT_CLASS (coach_movement_parent_class)->finalize (object);
}

static void
coach_movement_class_init (CoachMovementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_movement_finalize;
}

static void
coach_movement_init (CoachMovement *self)
{
}

/**
 * coach_movement_get_group:
 * @self: a movement
 *
 * Gets what kind of exercise it is.
 *
 * Returns: (transfer none): the id of a group
 */
const char *
coach_movement_get_group (CoachMovement *self)
{
  g_return_val_if_fail (COACH_IS_MOVEMENT (self), NULL);

  return self->group;
}

/**
 * coach_movement_get_purpose:
 * @self: a movement
 *
 * Gets what it is good for, translated.
 *
 * Returns: (transfer none): a sentence
 */
const char *
coach_movement_get_purpose (CoachMovement *self)
{
  g_return_val_if_fail (COACH_IS_MOVEMENT (self), NULL);

  return self->purpose;
}

/**
 * coach_movement_get_muscles:
 * @self: a movement
 *
 * Gets the muscles it works on, the main one first.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids
 */
const char * const *
coach_movement_get_muscles (CoachMovement *self)
{
  g_return_val_if_fail (COACH_IS_MOVEMENT (self), NULL);

  return (const char * const *) self->muscles;
}

/**
 * coach_movement_get_position:
 * @self: a movement
 *
 * Gets the position it is done in.
 *
 * Returns: (transfer none): the id of a position
 */
const char *
coach_movement_get_position (CoachMovement *self)
{
  g_return_val_if_fail (COACH_IS_MOVEMENT (self), NULL);

  return self->position;
}

/**
 * coach_movement_get_equipment:
 * @self: a movement
 *
 * Gets what is needed for it.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids
 */
const char * const *
coach_movement_get_equipment (CoachMovement *self)
{
  g_return_val_if_fail (COACH_IS_MOVEMENT (self), NULL);

  return (const char * const *) self->equipment;
}

/**
 * coach_movement_get_level:
 * @self: a movement
 *
 * Gets how much it asks: 1 for anyone who can get into the position, 2 for some strength or balance,
 * 3 for settled spells only.
 *
 * Returns: 1 to 3
 */
guint
coach_movement_get_level (CoachMovement *self)
{
  g_return_val_if_fail (COACH_IS_MOVEMENT (self), 0);

  return self->level;
}

/**
 * coach_movement_is_per_side:
 * @self: a movement
 *
 * Gets whether it is done on one side and then on the other.
 *
 * Returns: whether it has sides
 */
gboolean
coach_movement_is_per_side (CoachMovement *self)
{
  g_return_val_if_fail (COACH_IS_MOVEMENT (self), FALSE);

  return self->per_side;
}

/**
 * coach_movement_get_dose:
 * @self: a movement
 *
 * Gets how much of it is done where a routine says nothing else.
 *
 * Returns: (transfer none): a dose
 */
const CoachDose *
coach_movement_get_dose (CoachMovement *self)
{
  g_return_val_if_fail (COACH_IS_MOVEMENT (self), NULL);

  return &self->dose;
}

/**
 * coach_movement_get_breathing:
 * @self: a movement
 *
 * Gets how to breathe, translated.
 *
 * Returns: (transfer none): a sentence
 */
const char *
coach_movement_get_breathing (CoachMovement *self)
{
  g_return_val_if_fail (COACH_IS_MOVEMENT (self), NULL);

  return self->breathing;
}

/**
 * coach_movement_get_breathing_pace:
 * @self: a movement
 *
 * Gets how fast a voice leads the breath, for movements that are neither counted nor held. The pace
 * is a judgement of `data/catalog/README.md`.
 *
 * Returns: (transfer none) (nullable): a pace; %NULL where one breathes as one likes
 */
const CoachBreathingPace *
coach_movement_get_breathing_pace (CoachMovement *self)
{
  g_return_val_if_fail (COACH_IS_MOVEMENT (self), NULL);

  return self->pace.in_s > 0 ? &self->pace : NULL;
}

/**
 * coach_movement_get_mistakes:
 * @self: a movement
 *
 * Gets what often goes wrong, translated.
 *
 * Returns: (transfer none) (array zero-terminated=1): texts
 */
const char * const *
coach_movement_get_mistakes (CoachMovement *self)
{
  g_return_val_if_fail (COACH_IS_MOVEMENT (self), NULL);

  return (const char * const *) self->mistakes;
}

/**
 * coach_movement_get_easier:
 * @self: a movement
 *
 * Gets the gentler variant.
 *
 * Returns: (transfer none) (nullable): the id of a movement
 */
const char *
coach_movement_get_easier (CoachMovement *self)
{
  g_return_val_if_fail (COACH_IS_MOVEMENT (self), NULL);

  return self->easier;
}

/**
 * coach_movement_get_steps:
 * @self: a movement
 * @side: the side at work; none reads as left
 *
 * Gets how it is done, step by step, translated.
 *
 * Returns: (transfer none) (array zero-terminated=1): sentences
 */
const char * const *
coach_movement_get_steps (CoachMovement *self,
                        CoachSide      side)
{
  g_return_val_if_fail (COACH_IS_MOVEMENT (self), NULL);

  return (const char * const *) self->steps[index_of (side)];
}

/**
 * coach_movement_get_n_set_up_steps:
 * @self: a movement
 *
 * Gets how many of the first steps lead into the starting position. They are done before the clock
 * of the work runs; those between them and the ones that lead out are the work itself.
 *
 * Returns: from 1 to the number of steps
 */
guint
coach_movement_get_n_set_up_steps (CoachMovement *self)
{
  g_return_val_if_fail (COACH_IS_MOVEMENT (self), 0);

  return self->n_set_up_steps;
}

/**
 * coach_movement_get_n_leave_steps:
 * @self: a movement
 *
 * Gets how many of the last steps lead out of the position, once the last set is done. None of
 * them is one that leads into it.
 *
 * Returns: their number; 0 where there is nothing to leave
 */
guint
coach_movement_get_n_leave_steps (CoachMovement *self)
{
  g_return_val_if_fail (COACH_IS_MOVEMENT (self), 0);

  return self->n_leave_steps;
}

/**
 * coach_movement_get_cue:
 * @self: a movement
 * @side: the side at work; none reads as left
 *
 * Gets the one thing to keep in mind, translated.
 *
 * Returns: (transfer none): a sentence
 */
const char *
coach_movement_get_cue (CoachMovement *self,
                        CoachSide      side)
{
  g_return_val_if_fail (COACH_IS_MOVEMENT (self), NULL);

  return self->cue[index_of (side)];
}

/**
 * coach_movement_get_feel:
 * @self: a movement
 * @side: the side at work; none reads as left
 *
 * Gets what one should feel and what not, translated.
 *
 * Returns: (transfer none): a sentence
 */
const char *
coach_movement_get_feel (CoachMovement *self,
                        CoachSide      side)
{
  g_return_val_if_fail (COACH_IS_MOVEMENT (self), NULL);

  return self->feel[index_of (side)];
}
