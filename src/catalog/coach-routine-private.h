#pragma once

#include "coach-catalog-private.h"
#include "coach-content-reader-private.h"
#include "coach-routine.h"

G_BEGIN_DECLS

/* Longer lists are not a routine but a day. */
#define COACH_ROUTINE_MAX_STEPS 60

CoachRoutine *coach_routine_read (CoachCatalog       *catalog,
                                  CoachContentReader *reader);

G_END_DECLS
