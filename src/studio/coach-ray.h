#pragma once

#include "coach-light.h"

G_BEGIN_DECLS

#define COACH_HIT_FLOOR (-2)
#define COACH_HIT_NOTHING (-1)

/**
 * CoachLens:
 *
 * Where rays begin and how they fan out over a picture.
 */
typedef struct
{
  CoachVector eye;
  CoachVector right;
  CoachVector up;
  CoachVector ahead;
  float       zoom;
  float       width;
  float       height;
} CoachLens;

/**
 * CoachHit:
 * @part: what a ray met: a part, %COACH_HIT_FLOOR or %COACH_HIT_NOTHING
 * @depth: how far away, metres
 * @at: where
 */
typedef struct
{
  int         part;
  float       depth;
  CoachVector at;
} CoachHit;

CoachLens   coach_lens_new        (const CoachShot  *shot,
                                   guint             width,
                                   guint             height);
CoachVector coach_lens_ray        (const CoachLens  *self,
                                   float             x,
                                   float             y);
CoachHit    coach_ray_trace       (const CoachField *field,
                                   CoachVector       from,
                                   CoachVector       ray);
float       coach_belly_core      (const CoachBelly *belly,
                                   guint             frame,
                                   CoachVector       from,
                                   CoachVector       ray,
                                   float             depth,
                                   float            *halo,
                                   float            *along,
                                   float            *across);

G_END_DECLS
