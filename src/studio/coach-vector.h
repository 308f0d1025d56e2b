#pragma once

#include <math.h>

#include "coach-geometry.h"

G_BEGIN_DECLS

/**
 * CoachVector:
 *
 * A place, direction or colour for drawing, where single precision is enough and twice as fast.
 */
typedef struct
{
  float x;
  float y;
  float z;
} CoachVector;

/**
 * CoachFrameOfReference:
 *
 * Where a segment or a prop is, and how it is turned: a point of its own is @m times the point,
 * plus @at.
 */
typedef struct
{
  float       m[9];
  CoachVector at;
} CoachFrameOfReference;

static inline CoachVector
vec (float x,
     float y,
     float z)
{
  return (CoachVector) { x, y, z };
}

static inline CoachVector
vec_from_point (CoachPoint p)
{
  return vec ((float) p.x, (float) p.y, (float) p.z);
}

static inline CoachVector
vec_add (CoachVector a,
         CoachVector b)
{
  return vec (a.x + b.x, a.y + b.y, a.z + b.z);
}

static inline CoachVector
vec_sub (CoachVector a,
         CoachVector b)
{
  return vec (a.x - b.x, a.y - b.y, a.z - b.z);
}

static inline CoachVector
vec_mul (CoachVector a,
         float       s)
{
  return vec (a.x * s, a.y * s, a.z * s);
}

/* Each part by its own. */
static inline CoachVector
vec_times (CoachVector a,
           CoachVector b)
{
  return vec (a.x * b.x, a.y * b.y, a.z * b.z);
}

static inline CoachVector
vec_along (CoachVector from,
           CoachVector direction,
           float       distance)
{
  return vec_add (from, vec_mul (direction, distance));
}

static inline float
vec_dot (CoachVector a,
         CoachVector b)
{
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

static inline CoachVector
vec_cross (CoachVector a,
           CoachVector b)
{
  return vec (a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x);
}

static inline float
vec_len (CoachVector a)
{
  return sqrtf (vec_dot (a, a));
}

static inline CoachVector
vec_unit (CoachVector a)
{
  return vec_mul (a, 1.f / (vec_len (a) + 1e-12f));
}

static inline CoachVector
vec_mix (CoachVector a,
         CoachVector b,
         float       t)
{
  return vec_add (vec_mul (a, 1.f - t), vec_mul (b, t));
}

static inline CoachVector
vec_min (CoachVector a,
         CoachVector b)
{
  return vec (fminf (a.x, b.x), fminf (a.y, b.y), fminf (a.z, b.z));
}

static inline CoachVector
vec_max (CoachVector a,
         CoachVector b)
{
  return vec (fmaxf (a.x, b.x), fmaxf (a.y, b.y), fmaxf (a.z, b.z));
}

static inline float
clamp01 (float x)
{
  return x < 0.f ? 0.f : x > 1.f ? 1.f : x;
}

/* 0 below a, 1 above b, and soft between. */
static inline float
soft_step (float a,
           float b,
           float x)
{
  float t = clamp01 ((x - a) / (b - a));

  return t * t * (3.f - 2.f * t);
}

static inline CoachVector
turn_back (const float *m,
           CoachVector  q)
{
  return vec (m[0] * q.x + m[3] * q.y + m[6] * q.z, m[1] * q.x + m[4] * q.y + m[7] * q.z,
              m[2] * q.x + m[5] * q.y + m[8] * q.z);
}

static inline CoachVector
to_local (const CoachFrameOfReference *frame,
          CoachVector                  p)
{
  return turn_back (frame->m, vec_sub (p, frame->at));
}

static inline CoachVector
to_world (const CoachFrameOfReference *frame,
          CoachVector                  p)
{
  const float *m = frame->m;

  return vec_add (frame->at,
                  vec (m[0] * p.x + m[1] * p.y + m[2] * p.z, m[3] * p.x + m[4] * p.y + m[5] * p.z,
                       m[6] * p.x + m[7] * p.y + m[8] * p.z));
}

static inline CoachFrameOfReference
frame_from_rigid (const CoachRigid *rigid)
{
  CoachFrameOfReference frame;

  for (int i = 0; i < 9; i++)
    frame.m[i] = (float) rigid->turn.m[i];
  frame.at = vec_from_point (rigid->at);
  return frame;
}

G_END_DECLS
