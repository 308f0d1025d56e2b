#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-renderer-private.h"

/* The studio, linear: warm white, a little darker towards the top. */
static const CoachVector floor_colour = { .8469f, .8228f, .7835f };
static const CoachVector backdrop = { .8632f, .8388f, .8069f };
static const CoachVector key_colour = { 1.f, .965f, .915f };

static CoachVector
shade_backdrop (CoachVector ray)
{
  return vec_mul (backdrop, 1.f - .1f * soft_step (-.25f, .55f, ray.z));
}

/* The floor melts into the backdrop. */
static CoachVector
shade_floor (const CoachShot       *shot,
             const CoachFloorLight *floor_light,
             CoachVector            p,
             CoachVector            ray)
{
  float far = soft_step (2.2f, 5.2f, vec_len (vec_sub (p, vec (shot->at.x, shot->at.y, 0.f))));
  CoachVector behind = shade_backdrop (ray);
  CoachLit lit;
  CoachVector light;

  if (far >= 1.f)
    return behind;
  lit = coach_floor_light_at (floor_light, p);
  light = vec_add (vec_mul (lit.ambient, .62f),
                   vec_mul (vec (1.f, .97f, .93f), .52f * lit.key * shot->light.z / .8f));
  return vec_mix (vec_times (floor_colour, light), behind, far);
}

/* Light from the camera's side, so that no side of the body is black. */
static float
fill_light (const CoachLens *lens,
            CoachVector      normal,
            float            open)
{
  CoachVector direction
      = vec_unit (vec_sub (vec_mul (lens->right, .8f), vec_mul (lens->ahead, .5f)));
  float fill;

  direction.z += .25f;
  fill = clamp01 (vec_dot (normal, vec_unit (direction)) * .5f + .5f);
  return fill * fill * open;
}

static CoachVector
shade_surface (const CoachSurface *surface,
               CoachVector         base,
               const CoachShot    *shot,
               const CoachLens    *lens,
               const CoachLit     *lit,
               CoachVector         normal,
               CoachVector         ray)
{
  float facing = vec_dot (normal, shot->light);
  float wrap = surface->warmth * .35f;
  float diffuse = clamp01 ((facing + wrap) / (1.f + wrap));
  float key = diffuse * (lit->key * (1.f - surface->warmth * .12f) + surface->warmth * .12f);
  CoachVector light = vec_add (vec_mul (lit->ambient, .6f), vec_mul (key_colour, 1.02f * key));
  CoachVector half_way = vec_unit (vec_sub (shot->light, ray));
  float shine = powf (clamp01 (vec_dot (normal, half_way)), surface->gloss) * lit->key
                * fmaxf (facing, 0.f);
  float grazing = 1.f - clamp01 (-vec_dot (normal, ray));
  float grazing3 = grazing * grazing * grazing;
  CoachVector colour;

  light
      = vec_add (light, vec_mul (vec (.8f, .9f, 1.f), .16f * fill_light (lens, normal, lit->open)));
  colour = vec_times (base, light);
  /* Light that has travelled through skin is warm where it fades. */
  colour
      = vec_add (colour, vec_times (base, vec_mul (vec (.42f, .12f, .06f),
                                                   surface->warmth * 4.f * diffuse * (1.f - diffuse)
                                                       * .22f * (.35f + .65f * lit->key))));
  colour = vec_add (
      colour, vec_mul (key_colour, surface->specular * shine * (surface->gloss + 2.f) * .05f));
  return vec_add (colour, vec_mul (vec (.9f, .95f, 1.f),
                                   (surface->specular * .6f * grazing3 * grazing * grazing
                                    + surface->sheen * grazing3 * .35f)
                                       * (.25f + .75f * lit->open)));
}

static CoachVector
shade_part (const CoachScene      *scene,
            const CoachShot       *shot,
            const CoachField      *field,
            const CoachFloorLight *floor_light,
            const CoachLens       *lens,
            const CoachHit        *hit,
            CoachVector            ray,
            CoachVector           *normal)
{
  gboolean is_trim;
  const CoachSurface *surface
      = &scene->surfaces[coach_field_material (field, hit->at, hit->part, &is_trim)];
  CoachVector base = is_trim ? vec_mul (surface->colour, .72f) : surface->colour;
  CoachLit lit;

  *normal = coach_field_normal (field, hit->at);
  /* The top of the mat lies on the floor and has its light. */
  if (hit->at.z < .003f && normal->z > .99f)
    lit = coach_floor_light_at (floor_light, hit->at);
  else
    {
      lit = coach_light_ambient (field, hit->at, *normal, FALSE);
      if (vec_dot (*normal, shot->light) > -.4f)
        lit.key = coach_light_shadow (field, vec_along (hit->at, *normal, .008f), shot->light);
    }
  return shade_surface (surface, base, shot, lens, &lit, *normal, ray);
}

/* The target muscle shines through the body. */
static CoachVector
add_belly (const CoachBelly *belly,
           guint             frame,
           CoachVector       colour,
           CoachVector       from,
           CoachVector       ray,
           float             depth)
{
  float halo, along, across;
  float core = coach_belly_core (belly, frame, from, ray, depth, &halo, &along, &across);
  float fibre = .5f + .5f * cosf (across * 11.f + .8f * sinf (along * 9.f));
  CoachVector hot = vec_mix (belly->colour, vec (1.f, .62f, .38f),
                             (1.f - fabsf (across)) * .38f + fibre * .22f);

  colour = vec_mix (colour, belly->colour, clamp01 (halo * belly->amount));
  return vec_mix (colour, vec_mul (hot, 1.02f), clamp01 (core * belly->amount * .9f));
}

/**
 * coach_shade:
 * @scene: what all pictures have in common
 * @shot: one picture
 * @field: its distances
 * @floor_light: the light on its floor
 * @lens: its lens
 * @ray: a direction that the lens sees
 * @pixel: (out): the normal and the part that was met
 *
 * Finds what colour is seen in one direction.
 *
 * Returns: the colour, linear
 */
CoachVector
coach_shade (const CoachScene      *scene,
             const CoachShot       *shot,
             const CoachField      *field,
             const CoachFloorLight *floor_light,
             const CoachLens       *lens,
             CoachVector            ray,
             CoachPixel            *pixel)
{
  CoachHit hit = coach_ray_trace (field, lens->eye, ray);
  CoachVector colour;

  pixel->part = hit.part;
  pixel->normal = vec (0, 0, 1);
  if (hit.part == COACH_HIT_NOTHING)
    return shade_backdrop (ray);
  if (hit.part == COACH_HIT_FLOOR)
    return shade_floor (shot, floor_light, hit.at, ray);
  colour = shade_part (scene, shot, field, floor_light, lens, &hit, ray, &pixel->normal);
  for (guint i = 0; i < shot->n_bellies; i++)
    if (shot->bellies[i].amount > 0.f)
      colour = add_belly (&shot->bellies[i], scene->parts[hit.part].frame, colour, lens->eye, ray,
                          hit.depth);
  return colour;
}
