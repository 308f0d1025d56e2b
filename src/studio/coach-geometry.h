#pragma once

#include <math.h>

#include <glib.h>

G_BEGIN_DECLS

#define COACH_DEGREE (G_PI / 180.0)

/**
 * CoachPoint:
 *
 * A place or a direction, in metres: x to the figure's right, y forwards, z up.
 */
typedef struct
{
  double x;
  double y;
  double z;
} CoachPoint;

/**
 * CoachTurn:
 *
 * A rotation, as a matrix by rows.
 */
typedef struct
{
  double m[9];
} CoachTurn;

/**
 * CoachRigid:
 * @turn: how the thing is turned
 * @at: where its origin is
 *
 * Where a rigid thing is in the world.
 */
typedef struct
{
  CoachTurn  turn;
  CoachPoint at;
} CoachRigid;

static inline CoachPoint
coach_point (double x,
             double y,
             double z)
{
  return (CoachPoint) { x, y, z };
}

static inline CoachPoint
coach_point_add (CoachPoint a,
                 CoachPoint b)
{
  return coach_point (a.x + b.x, a.y + b.y, a.z + b.z);
}

static inline CoachPoint
coach_point_subtract (CoachPoint a,
                      CoachPoint b)
{
  return coach_point (a.x - b.x, a.y - b.y, a.z - b.z);
}

static inline CoachPoint
coach_point_scale (CoachPoint a,
                   double     factor)
{
  return coach_point (a.x * factor, a.y * factor, a.z * factor);
}

static inline double
coach_point_dot (CoachPoint a,
                 CoachPoint b)
{
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

static inline CoachPoint
coach_point_cross (CoachPoint a,
                   CoachPoint b)
{
  return coach_point (a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x);
}

static inline double
coach_point_length (CoachPoint a)
{
  return sqrt (coach_point_dot (a, a));
}

static inline double
coach_point_distance (CoachPoint a,
                      CoachPoint b)
{
  return coach_point_length (coach_point_subtract (a, b));
}

static inline CoachPoint
coach_point_unit (CoachPoint a)
{
  return coach_point_scale (a, 1.0 / (coach_point_length (a) + 1e-12));
}

static inline CoachPoint
coach_point_mix (CoachPoint a,
                 CoachPoint b,
                 double     share)
{
  return coach_point_add (coach_point_scale (a, 1.0 - share), coach_point_scale (b, share));
}

/* The same point of the other side of the body. */
static inline CoachPoint
coach_point_mirror (CoachPoint a)
{
  return coach_point (-a.x, a.y, a.z);
}

static inline CoachPoint
coach_turn_apply (const CoachTurn *turn,
                  CoachPoint       p)
{
  const double *m = turn->m;

  return coach_point (m[0] * p.x + m[1] * p.y + m[2] * p.z, m[3] * p.x + m[4] * p.y + m[5] * p.z,
                      m[6] * p.x + m[7] * p.y + m[8] * p.z);
}

static inline CoachPoint
coach_turn_undo (const CoachTurn *turn,
                 CoachPoint       p)
{
  const double *m = turn->m;

  return coach_point (m[0] * p.x + m[3] * p.y + m[6] * p.z, m[1] * p.x + m[4] * p.y + m[7] * p.z,
                      m[2] * p.x + m[5] * p.y + m[8] * p.z);
}

/* The direction in which the turned axis (0, 1 or 2) points. */
static inline CoachPoint
coach_turn_axis (const CoachTurn *turn,
                 int              axis)
{
  return coach_point (turn->m[axis], turn->m[3 + axis], turn->m[6 + axis]);
}

static inline CoachPoint
coach_rigid_apply (const CoachRigid *rigid,
                   CoachPoint        p)
{
  return coach_point_add (rigid->at, coach_turn_apply (&rigid->turn, p));
}

static inline CoachPoint
coach_rigid_undo (const CoachRigid *rigid,
                  CoachPoint        p)
{
  return coach_turn_undo (&rigid->turn, coach_point_subtract (p, rigid->at));
}

CoachTurn coach_turn_identity    (void);
CoachTurn coach_turn_about       (int              axis,
                                  double           degrees);
CoachTurn coach_turn_multiply    (const CoachTurn *a,
                                  const CoachTurn *b);
void      coach_segments_closest (CoachPoint       a0,
                                  CoachPoint       a1,
                                  CoachPoint       b0,
                                  CoachPoint       b1,
                                  CoachPoint      *on_a,
                                  CoachPoint      *on_b);

G_END_DECLS
