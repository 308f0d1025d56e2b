#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-ray.h"

/**
 * coach_lens_new:
 * @shot: a picture
 * @width: its width, pixels
 * @height: its height
 *
 * Returns: the lens that takes it
 */
CoachLens
coach_lens_new (const CoachShot *shot,
                guint            width,
                guint            height)
{
  CoachLens lens
      = { .eye = shot->eye, .zoom = shot->zoom, .width = (float) width, .height = (float) height };

  lens.ahead = vec_unit (vec_sub (shot->at, shot->eye));
  lens.right = vec_unit (vec_cross (lens.ahead, vec (0, 0, 1)));
  lens.up = vec_cross (lens.right, lens.ahead);
  return lens;
}

/**
 * coach_lens_ray:
 * @self: a lens
 * @x: pixels from the left
 * @y: pixels from the top
 *
 * Returns: the direction that is seen there, unit
 */
CoachVector
coach_lens_ray (const CoachLens *self,
                float            x,
                float            y)
{
  float a = (2.f * x - self->width) / self->height * self->zoom;
  float b = (self->height - 2.f * y) / self->height * self->zoom;

  return vec_unit (
      vec_add (self->ahead, vec_add (vec_mul (self->right, a), vec_mul (self->up, b))));
}

/* The stretch of a ray that is inside the box around everything. */
static void
clip_ray (const CoachField *field,
          CoachVector       from,
          CoachVector       ray,
          float            *begin,
          float            *end)
{
  CoachVector low, high;

  coach_field_bounds (field, &low, &high);
  for (int axis = 0; axis < 3; axis++)
    {
      float d = (&ray.x)[axis];
      float inverse = 1.f / (fabsf (d) < 1e-7f ? 1e-7f : d);
      float a = ((&low.x)[axis] - (&from.x)[axis]) * inverse;
      float b = ((&high.x)[axis] - (&from.x)[axis]) * inverse;

      *begin = fmaxf (*begin, fminf (a, b));
      *end = fminf (*end, fmaxf (a, b));
    }
}

/**
 * coach_ray_trace:
 * @field: a field
 * @from: where the ray begins
 * @ray: its direction, unit
 *
 * Follows a ray until it meets something.
 *
 * Returns: what it met
 */
CoachHit
coach_ray_trace (const CoachField *field,
                 CoachVector       from,
                 CoachVector       ray)
{
  float floor_at = ray.z < -1e-4f ? (COACH_FLOOR_Z - from.z) / ray.z : 1e9f;
  float t = 0.f, end = floor_at;
  CoachHit hit = { COACH_HIT_NOTHING, 1e9f, { 0, 0, 0 } };

  clip_ray (field, from, ray, &t, &end);
  for (int i = 0; i < 160 && t < end; i++)
    {
      CoachVector p = vec_along (from, ray, t);
      float d = coach_field_coarse (field, p);
      int part = -1;

      if (d > .024f)
        {
          /* Three quarters of the way: distances to ellipsoids are too long from afar. */
          t += (d - .012f) * .75f;
          continue;
        }
      d = coach_field_exact (field, p, d + .02f, &part);
      if (d < .0005f && part >= 0)
        return (CoachHit) { part, t, p };
      t += d * .85f;
    }
  if (floor_at < 1e8f)
    hit = (CoachHit) { COACH_HIT_FLOOR, floor_at, vec_along (from, ray, floor_at) };
  return hit;
}

/**
 * coach_belly_core:
 * @belly: a muscle
 * @frame: the segment or prop that the ray met
 * @from: where the ray begins
 * @ray: its direction, unit
 * @depth: where it met the skin, metres
 * @halo: (out): the glow around the muscle there, 0 to 1
 * @along: (out): where along the muscle the ray passes, 0 to 1
 * @across: (out): and where across it, -1 to 1
 *
 * Finds whether a ray passes through a muscle, which shines through the body that it is in.
 *
 * Returns: how much of it is seen, 0 to 1
 */
float
coach_belly_core (const CoachBelly *belly,
                  guint             frame,
                  CoachVector       from,
                  CoachVector       ray,
                  float             depth,
                  float            *halo,
                  float            *along,
                  float            *across)
{
  CoachVector ab = vec_sub (belly->b, belly->a);
  CoachVector w = vec_sub (from, belly->a);
  float length2 = vec_dot (ab, ab);
  float b = vec_dot (ray, ab), d = vec_dot (ray, w), e = vec_dot (ab, w);
  float s = clamp01 ((e - b * d) / (length2 - b * b));
  float t = s * b - d;
  CoachVector off = vec_sub (vec_along (from, ray, t), vec_along (belly->a, ab, s));
  float distance = vec_len (off);
  float thickness = belly->radius * (.1f + .9f * sqrtf (clamp01 (4.f * s * (1.f - s))));
  float behind = t - depth;
  float seen = behind < -.12f ? 0.f : 1.f - .45f * soft_step (.05f, .16f, behind);

  if (frame >= 64 || (belly->shines_through >> frame & 1) == 0)
    seen = 0.f;
  *along = s;
  *across = vec_dot (off, vec_unit (vec_cross (ab, ray))) / thickness;
  *halo = expf (-distance * distance / (belly->radius * belly->radius * 1.7f)) * .46f * seen;
  return (1.f - soft_step (thickness * .82f, thickness * 1.02f, distance)) * seen;
}
