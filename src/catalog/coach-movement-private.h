#pragma once

#include "coach-content-reader-private.h"
#include "coach-move-private.h"
#include "coach-movement.h"

G_BEGIN_DECLS

/* The bounds of a dose: an hour of anything is a slip of the pen. */
#define COACH_DOSE_MAX_SECONDS 600
#define COACH_DOSE_MAX_SETS    10
#define COACH_DOSE_MAX_REST    300
#define COACH_DOSE_MAX_REPS    50

#define COACH_MOVEMENT_MAX_STEPS 7

/* The bounds of a breath, so that a voice hurries nobody. */
#define COACH_BREATH_MIN_SECONDS 2
#define COACH_BREATH_MAX_SECONDS 10

struct _CoachMovement
{
  CoachMove           parent_instance;

  char               *group;
  char               *purpose;  /* translated, as all texts below */
  char              **muscles;
  char               *position;
  char              **equipment;
  guint               level;    /* 1 to 3 */
  gboolean            per_side;
  CoachDose           dose;
  char              **steps[2]; /* for the left and for the right side */
  guint               n_set_up_steps;
  guint               n_leave_steps;
  char               *cue[2];
  char               *feel[2];
  char               *breathing;
  CoachBreathingPace  pace;     /* zeros where there is none */
  char              **mistakes;
  char               *easier;   /* (nullable) */
};

CoachMovement *coach_movement_read (CoachContentReader *reader);

G_END_DECLS
