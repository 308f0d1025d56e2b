#pragma once

#include "coach-content-reader-private.h"
#include "coach-trait.h"

G_BEGIN_DECLS

CoachTrait *coach_trait_read (CoachContentReader *reader);

G_END_DECLS
