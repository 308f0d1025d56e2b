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

#define COACH_MOVEMENT_MAX_STEPS 6

CoachMovement *coach_movement_read (CoachContentReader *reader);

G_END_DECLS
