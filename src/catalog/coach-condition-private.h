#pragma once

#include "coach-content-reader-private.h"
#include "coach-condition.h"

G_BEGIN_DECLS

CoachCondition *coach_condition_read (CoachContentReader *reader);

G_END_DECLS
