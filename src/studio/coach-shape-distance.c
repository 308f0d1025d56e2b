#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-field.h"

/* Exact for a round cone; a squashed one is scaled back by its smallest factor, so that the
 * distance is never too long. */
static float
cone_distance (const CoachDrawnShape *s,
               CoachVector            p)
{
  CoachVector pa = vec_times (vec_sub (p, s->a), s->s);
  float y = vec_dot (pa, s->b);
  float z = y - s->length2;
  CoachVector w = vec_sub (vec_mul (pa, s->length2), vec_mul (s->b, y));
  float x2 = vec_dot (w, w);
  float y2 = y * y * s->length2;
  float z2 = z * z * s->length2;
  float k = (s->taper > 0.f ? 1.f : -1.f) * s->taper * s->taper * x2;
  float d;

  if ((z > 0.f ? 1.f : -1.f) * s->side2 * z2 > k)
    d = sqrtf (x2 + z2) * s->per_length2 - s->radius_b;
  else if ((y > 0.f ? 1.f : -1.f) * s->side2 * y2 < k)
    d = sqrtf (x2 + y2) * s->per_length2 - s->radius_a;
  else
    d = (sqrtf (x2 * s->side2 * s->per_length2) + y * s->taper) * s->per_length2 - s->radius_a;
  return d * s->smallest;
}

/* Good near the surface; from afar it is too long, which the ray marcher allows for. */
static float
ellipsoid_distance (const CoachDrawnShape *s,
                    CoachVector            c)
{
  CoachVector u = vec_times (c, s->s);
  CoachVector w = vec_times (u, s->s);
  float k0 = vec_len (u);
  float k1 = vec_len (w);

  return k1 < 1e-6f ? -fminf (s->b.x, fminf (s->b.y, s->b.z)) : k0 * (k0 - 1.f) / k1;
}

static float
box_distance (const CoachDrawnShape *s,
              CoachVector            c)
{
  CoachVector d = vec (fabsf (c.x) - s->b.x + s->radius_b, fabsf (c.y) - s->b.y + s->radius_b,
                       fabsf (c.z) - s->b.z + s->radius_b);
  CoachVector outside = vec_max (d, vec (0.f, 0.f, 0.f));

  return vec_len (outside) + fminf (fmaxf (d.x, fmaxf (d.y, d.z)), 0.f) - s->radius_b;
}

/* A foam roller has shallow grooves along and around it. */
static float
cylinder_distance (const CoachDrawnShape *s,
                   CoachVector            c)
{
  float radius = s->radius_a;
  float dx, dr, ox, orr;

  if (s->s.x > 0.f)
    radius -= s->s.x * soft_step (-.2f, .5f, cosf (c.x * s->s.y))
              * soft_step (-.6f, 0.f, cosf (atan2f (c.y, c.z) * s->s.z));
  dx = fabsf (c.x) - s->b.x + s->radius_b;
  dr = sqrtf (c.y * c.y + c.z * c.z) - radius + s->radius_b;
  ox = fmaxf (dx, 0.f);
  orr = fmaxf (dr, 0.f);
  return sqrtf (ox * ox + orr * orr) + fminf (fmaxf (dx, dr), 0.f) - s->radius_b;
}

/**
 * coach_shape_distance:
 * @shape: a shape
 * @p: a point in its frame
 *
 * Measures how far a point is from a shape.
 *
 * Returns: metres, negative inside
 */
float
coach_shape_distance (const CoachDrawnShape *shape,
                      CoachVector            p)
{
  CoachVector c = vec_sub (p, shape->a);

  if (shape->is_tilted)
    c = turn_back (shape->tilt, c);
  switch (shape->kind)
    {
    case COACH_SHAPE_CONE:
      return cone_distance (shape, p);
    case COACH_SHAPE_ELLIPSOID:
      return ellipsoid_distance (shape, c);
    case COACH_SHAPE_BOX:
      return box_distance (shape, c);
    case COACH_SHAPE_CYLINDER:
      return cylinder_distance (shape, c);
    }
  g_assert_not_reached ();
}
