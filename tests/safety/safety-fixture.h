/* The catalogue and days as tests of verdicts want them. */
#pragma once

#include "safety.h"

CoachCatalog *safety_fixture_load     (void);
CoachDay     *safety_fixture_make_day (guint               day,
                                       const char * const *conditions,
                                       const char * const *limits,
                                       const char * const *traits);
GDate         safety_fixture_june     (guint               day);
CoachProfile *safety_fixture_roll     (CoachCatalog       *catalog,
                                       GRand              *rand);
