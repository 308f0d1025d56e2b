#pragma once

#include "coach-avoid-entry.h"
#include "coach-content-reader-private.h"
#include "coach-move-private.h"

G_BEGIN_DECLS

CoachAvoidEntry *coach_avoid_entry_read (CoachContentReader *reader);

G_END_DECLS
