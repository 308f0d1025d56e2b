#pragma once

#include "coach-pain.h"
#include "coach-recovery.h"
#include "coach-screening-decision.h"

G_BEGIN_DECLS

/**
 * CoachDay:
 *
 * What this day asks of exercise, whatever the person has: the limits of the warning-sign answers,
 * the traits and conditions of the trend, a half dose, longer rests. A boxed, reference-counted,
 * immutable value. Verdicts and plans read it from the profile, see [method@Profile.set_day].
 */
typedef struct _CoachDay CoachDay;

/**
 * CoachDayFacts:
 * @catalog: the catalogue
 * @today: the local day
 * @decision: (nullable): what the warning-sign answers come to; %NULL when nothing is known
 * @recovery: (nullable): what sessions and mornings come to; %NULL when there are none
 * @trend: the trend
 * @pain: (nullable): the newest check-in of today
 * @is_flare: whether flare-up mode is on
 *
 * What a day is made of.
 */
typedef struct
{
  CoachCatalog           *catalog;
  const GDate            *today;
  CoachScreeningDecision *decision;
  const CoachRecovery    *recovery;
  CoachTrend              trend;
  const CoachPain        *pain;
  gboolean                is_flare;
} CoachDayFacts;

/* The condition that counts in flare-up mode. */
#define COACH_FLARE_CONDITION "acute-flare"

#define COACH_TYPE_DAY (coach_day_get_type ())
GType               coach_day_get_type        (void);
CoachDay           *coach_day_new             (const CoachDayFacts *facts);
CoachDay           *coach_day_ref             (CoachDay            *self);
void                coach_day_unref           (CoachDay            *self);
gboolean            coach_day_equal           (CoachDay            *self,
                                               CoachDay            *other);

const GDate        *coach_day_get_date        (CoachDay            *self);
gboolean            coach_day_is_blocked      (CoachDay            *self);
gboolean            coach_day_is_rest_day     (CoachDay            *self);
gboolean            coach_day_is_half_dose    (CoachDay            *self);
gboolean            coach_day_is_easier       (CoachDay            *self);
gboolean            coach_day_is_flare        (CoachDay            *self);
guint               coach_day_get_rest_factor (CoachDay            *self);
CoachPainColour     coach_day_get_colour      (CoachDay            *self);
const char * const *coach_day_get_conditions  (CoachDay            *self);
const char * const *coach_day_get_limits      (CoachDay            *self);
const char * const *coach_day_get_traits      (CoachDay            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachDay, coach_day_unref)

G_END_DECLS
