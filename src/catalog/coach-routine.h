#pragma once

#include <glib-object.h>

#include "coach-dose.h"
#include "coach-movement.h"

G_BEGIN_DECLS

/**
 * CoachRoutineStep:
 * @movement: (not nullable): the movement
 * @dose: its dose here: the movement's own where the routine says nothing else
 *
 * One step of a routine.
 */
typedef struct
{
  CoachMovement *movement;
  CoachDose      dose;
} CoachRoutineStep;

/**
 * CoachTimeOfDay:
 * @COACH_TIME_OF_DAY_ANY: whenever
 * @COACH_TIME_OF_DAY_MORNING: made for the first hour of the day
 * @COACH_TIME_OF_DAY_EVENING: made for the last one
 *
 * When a routine is best done.
 */
typedef enum
{
  COACH_TIME_OF_DAY_ANY,
  COACH_TIME_OF_DAY_MORNING,
  COACH_TIME_OF_DAY_EVENING,
} CoachTimeOfDay;

/**
 * CoachOccasion:
 * @COACH_OCCASION_ANY: a session of its own
 * @COACH_OCCASION_DESK: a break from sitting
 * @COACH_OCCASION_RUN: goes with a run
 * @COACH_OCCASION_MICRO: a break from sitting of a minute or two, offered by the reminder
 *
 * What a routine is for. One that goes with something else is not what a day begins with.
 */
typedef enum
{
  COACH_OCCASION_ANY,
  COACH_OCCASION_DESK,
  COACH_OCCASION_RUN,
  COACH_OCCASION_MICRO,
} CoachOccasion;

/* The breaks of a minute or two that the reminder offers: on one's feet, and in the chair. */
#define COACH_ROUTINE_STAND "desk-stand-1"
#define COACH_ROUTINE_CHAIR "desk-chair-2"

#define COACH_TYPE_ROUTINE (coach_routine_get_type ())
G_DECLARE_FINAL_TYPE (CoachRoutine, coach_routine, COACH, ROUTINE, GObject)

const char             *coach_routine_get_id        (CoachRoutine *self);
const char             *coach_routine_get_title     (CoachRoutine *self);
const char             *coach_routine_get_english_title (CoachRoutine *self);
const char             *coach_routine_get_goal      (CoachRoutine *self);
guint                   coach_routine_get_level     (CoachRoutine *self);
const char * const     *coach_routine_get_equipment (CoachRoutine *self);
const char * const     *coach_routine_get_suits     (CoachRoutine *self);
guint                   coach_routine_get_n_steps   (CoachRoutine *self);
const CoachRoutineStep *coach_routine_get_step      (CoachRoutine *self,
                                                     guint         index);
gboolean                coach_routine_is_any_order  (CoachRoutine *self);
CoachTimeOfDay          coach_routine_get_time_of_day (CoachRoutine *self);
CoachOccasion           coach_routine_get_occasion  (CoachRoutine *self);
gboolean                coach_routine_id_is_micro   (const char   *id);
const char             *coach_routine_get_before    (CoachRoutine *self);
const char             *coach_routine_get_after     (CoachRoutine *self);
guint                   coach_routine_get_minutes   (CoachRoutine *self);
char                   *coach_routine_read_text     (const char   *path,
                                                     GError      **error);

G_END_DECLS
