/* safety: the person's limits, and the verdict on each move. Uses catalog. */
#pragma once

#include "coach-pack-state.h"
#include "coach-profile.h"
#include "coach-verdict.h"
