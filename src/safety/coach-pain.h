#pragma once

#include "catalog.h"

G_BEGIN_DECLS

/**
 * CoachPain:
 * @scores: 0 to %COACH_PAIN_WORST for each [enum@Zone]; a zone that is not marked is 0
 * @left: what the left leg feels besides
 * @right: what the right leg feels besides
 *
 * Where it hurts and how much, at one time. A plain value.
 */
typedef struct
{
  guint8         scores[COACH_N_ZONES];
  CoachPainFlags left;
  CoachPainFlags right;
} CoachPain;

#define COACH_PAIN_WORST 10

guint           coach_pain_get_worst      (const CoachPain *self);
guint           coach_pain_get_leg        (const CoachPain *self);
guint           coach_pain_get_back       (const CoachPain *self);
guint           coach_pain_get_reach      (const CoachPain *self,
                                           CoachSide        side,
                                           guint            reach_min);
CoachPainFlags  coach_pain_get_flags      (const CoachPain *self);
CoachPainFlags  coach_pain_get_new_flags  (const CoachPain *before,
                                           const CoachPain *now);
gboolean        coach_pain_is_further_down (const CoachPain *before,
                                            const CoachPain *now,
                                            guint            reach_min);
gboolean        coach_pain_affects_both_legs (const CoachPain *self,
                                              guint            reach_min);

CoachPainColour coach_pain_judge_before   (CoachCatalog    *catalog,
                                           const CoachPain *now,
                                           CoachTrend       trend);
CoachPainColour coach_pain_judge_during   (CoachCatalog    *catalog,
                                           const CoachPain *before,
                                           const CoachPain *now);
CoachPainColour coach_pain_judge_after    (CoachCatalog    *catalog,
                                           CoachPainMoment  moment,
                                           const CoachPain *before,
                                           const CoachPain *now);

G_END_DECLS
