/* Days and people for the tests of plans and choices. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/**
 * DaySketch:
 * @score: the worst score of the day's check-in; 0 for none
 * @trend: the trend
 * @is_flare: whether flare-up mode is on
 * @is_half_dose: whether the next session is half a dose
 * @is_easier: whether gentler variants are taken
 * @is_rest_day: whether it is a day of rest
 *
 * What a test says of a day. Zeroed but for the trend, it is a usual one.
 */
typedef struct
{
  guint      score;
  CoachTrend trend;
  gboolean   is_flare;
  gboolean   is_half_dose;
  gboolean   is_easier;
  gboolean   is_rest_day;
} DaySketch;

void          day_fixture_set_day             (CoachCatalog    *catalog,
                                               CoachProfile    *profile,
                                               const DaySketch *sketch);
CoachProfile *day_fixture_make_random_profile (CoachCatalog    *catalog,
                                               GRand           *rand);

G_END_DECLS
