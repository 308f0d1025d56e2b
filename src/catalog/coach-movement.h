#pragma once

#include "coach-dose.h"
#include "coach-move.h"

G_BEGIN_DECLS

/**
 * COACH_SPOKEN_MAX_WORDS:
 *
 * A text that is said aloud has no more words than this, so that it is over in a breath and can be
 * kept in mind. Held in the English texts, of steps, cue and breathing among others.
 */
#define COACH_SPOKEN_MAX_WORDS 12

/**
 * CoachBreathingPace:
 * @in_s: how long one breathes in, in seconds
 * @out_s: how long one breathes out
 *
 * How fast a voice leads the breath through a movement.
 */
typedef struct
{
  guint in_s;
  guint out_s;
} CoachBreathingPace;

#define COACH_TYPE_MOVEMENT (coach_movement_get_type ())
G_DECLARE_FINAL_TYPE (CoachMovement, coach_movement, COACH, MOVEMENT, CoachMove)

const char               *coach_movement_get_group          (CoachMovement *self);
const char               *coach_movement_get_purpose        (CoachMovement *self);
const char * const       *coach_movement_get_muscles        (CoachMovement *self);
const char               *coach_movement_get_position       (CoachMovement *self);
const char * const       *coach_movement_get_equipment      (CoachMovement *self);
guint                     coach_movement_get_level          (CoachMovement *self);
gboolean                  coach_movement_is_per_side        (CoachMovement *self);
const CoachDose          *coach_movement_get_dose           (CoachMovement *self);
const char * const       *coach_movement_get_steps          (CoachMovement *self,
                                                             CoachSide      side);
guint                     coach_movement_get_n_set_up_steps (CoachMovement *self);
guint                     coach_movement_get_n_leave_steps  (CoachMovement *self);
const char               *coach_movement_get_cue            (CoachMovement *self,
                                                             CoachSide      side);
const char               *coach_movement_get_feel           (CoachMovement *self,
                                                             CoachSide      side);
const char               *coach_movement_get_breathing      (CoachMovement *self);
const CoachBreathingPace *coach_movement_get_breathing_pace (CoachMovement *self);
const char * const       *coach_movement_get_mistakes       (CoachMovement *self);
const char               *coach_movement_get_easier         (CoachMovement *self);

G_END_DECLS
