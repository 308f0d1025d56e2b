#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-geometry.h"

/**
 * coach_turn_identity:
 *
 * Gets the rotation that leaves all as it is.
 *
 * Returns: the rotation
 */
CoachTurn
coach_turn_identity (void)
{
  return (CoachTurn) { { 1, 0, 0, 0, 1, 0, 0, 0, 1 } };
}

/**
 * coach_turn_about:
 * @axis: 0, 1 or 2 for x, y or z
 * @degrees: by how much, anticlockwise seen from the axis's tip
 *
 * Makes a rotation about one axis.
 *
 * Returns: the rotation
 */
CoachTurn
coach_turn_about (int    axis,
                  double degrees)
{
  CoachTurn turn = coach_turn_identity ();
  double c = cos (degrees * COACH_DEGREE);
  double s = sin (degrees * COACH_DEGREE);
  int i = (axis + 1) % 3;
  int j = (axis + 2) % 3;

  turn.m[i * 3 + i] = turn.m[j * 3 + j] = c;
  turn.m[i * 3 + j] = -s;
  turn.m[j * 3 + i] = s;
  return turn;
}

/**
 * coach_turn_multiply:
 * @a: the outer rotation
 * @b: the inner one
 *
 * Joins two rotations: first @b, then @a, both seen from the world.
 *
 * Returns: the rotation
 */
CoachTurn
coach_turn_multiply (const CoachTurn *a,
                     const CoachTurn *b)
{
  CoachTurn product = { 0 };

  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 3; j++)
      for (int k = 0; k < 3; k++)
        product.m[i * 3 + j] += a->m[i * 3 + k] * b->m[k * 3 + j];
  return product;
}

/**
 * coach_segments_closest:
 * @a0: where the first stretch begins
 * @a1: where it ends
 * @b0: where the second begins
 * @b1: where it ends
 * @on_a: (out): the point of the first that is nearest to the second
 * @on_b: (out): the point of the second that is nearest to the first
 *
 * Finds where two straight stretches come nearest to each other.
 */
void
coach_segments_closest (CoachPoint  a0,
                        CoachPoint  a1,
                        CoachPoint  b0,
                        CoachPoint  b1,
                        CoachPoint *on_a,
                        CoachPoint *on_b)
{
  CoachPoint da = coach_point_subtract (a1, a0);
  CoachPoint db = coach_point_subtract (b1, b0);
  CoachPoint r = coach_point_subtract (a0, b0);
  double a = coach_point_dot (da, da);
  double e = coach_point_dot (db, db);
  double f = coach_point_dot (db, r);
  double c = coach_point_dot (da, r);
  double b = coach_point_dot (da, db);
  double denominator = a * e - b * b;
  double s = denominator > 1e-12 ? CLAMP ((b * f - c * e) / denominator, 0.0, 1.0) : 0.0;
  double t = e > 1e-12 ? (b * s + f) / e : 0.0;

  if (t < 0.0 || t > 1.0)
    {
      t = CLAMP (t, 0.0, 1.0);
      s = a > 1e-12 ? CLAMP ((b * t - c) / a, 0.0, 1.0) : 0.0;
    }
  *on_a = coach_point_add (a0, coach_point_scale (da, s));
  *on_b = coach_point_add (b0, coach_point_scale (db, t));
}
