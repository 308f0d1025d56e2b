#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-light.h"
#include "coach-parallel.h"

#define MAP_CELLS 320
#define MAP_CELL .0125f
/* From here on nothing is felt of what stands over the floor: the end of the longest cone. */
#define OPEN_FROM .49f

struct _CoachFloorLight
{
  const CoachField *field;   /* (unowned), while it is made */
  CoachVector       light;
  CoachVector       origin;
  CoachLit          free;    /* of a place with nothing near */
  CoachLit         *raw;     /* (owned), while it is made */
  CoachLit         *cells;   /* (owned) */
};

/**
 * coach_light_shadow:
 * @field: a field
 * @p: a place
 * @light: towards the key light, unit
 *
 * Finds how much of a large lamp can be seen, from how near the way to it comes to anything.
 *
 * Returns: 0 to 1
 */
float
coach_light_shadow (const CoachField *field,
                    CoachVector       p,
                    CoachVector       light)
{
  const float sharpness = 6.5f;
  CoachVector low, high;
  float lit = 1.f, t = .015f;

  coach_field_bounds (field, &low, &high);
  for (int i = 0; i < 48 && lit >= -1.f && t <= 2.8f; i++)
    {
      CoachVector q = vec_along (p, light, t);
      float h;

      if (q.z > high.z + .15f)
        break;
      h = coach_field_coarse (field, q);
      lit = fminf (lit, sharpness * h / t);
      t += fminf (fmaxf (h * .8f, .012f), .2f);
    }
  lit = fmaxf (lit, -1.f);
  return .25f * (1.f + lit) * (1.f + lit) * (2.f - lit);
}

/* How much of a cone of directions is free. Without a field all is. */
static float
cone_open (const CoachField *field,
           CoachVector       p,
           CoachVector       normal,
           CoachVector       direction)
{
  float open = 1.f, t = .012f;

  for (int i = 0; i < 6 && field != NULL; i++, t *= 1.9f)
    {
      CoachVector q = vec_add (p, vec_add (vec_mul (direction, t), vec_mul (normal, .006f)));

      open = fminf (open, clamp01 (coach_field_coarse (field, q) / (t * .62f)));
    }
  return open;
}

/**
 * coach_light_ambient:
 * @field: (nullable): a field, or %NULL for a studio with nothing in it
 * @p: a place
 * @normal: the surface's direction there, unit
 * @is_floor: whether it is on the floor
 *
 * Gathers the studio's light: sky above and what the floor throws back, in seven cones.
 *
 * Returns: ambient light and openness
 */
CoachLit
coach_light_ambient (const CoachField *field,
                     CoachVector       p,
                     CoachVector       normal,
                     gboolean          is_floor)
{
  static const float cones[7][4] = { { 0, 0, 1, .25f },          { .866f, 0, .5f, .125f },
                                     { .433f, .75f, .5f, .125f }, { -.433f, .75f, .5f, .125f },
                                     { -.866f, 0, .5f, .125f },   { -.433f, -.75f, .5f, .125f },
                                     { .433f, -.75f, .5f, .125f } };
  const CoachVector below = vec (.62f, .58f, .55f);
  const CoachVector above = vec (.98f, 1.f, 1.05f);
  CoachVector up = fabsf (normal.z) < .9f ? vec (0, 0, 1) : vec (1, 0, 0);
  CoachVector x = vec_unit (vec_cross (up, normal));
  CoachVector y = vec_cross (normal, x);
  CoachLit lit = { { 0, 0, 0 }, 0.f, 0.f };

  for (int i = 0; i < 7; i++)
    {
      CoachVector d = vec_add (vec_add (vec_mul (x, cones[i][0]), vec_mul (y, cones[i][1])),
                               vec_mul (normal, cones[i][2]));
      float open = cone_open (field, p, normal, d);

      if (!is_floor && d.z < 0.f)
        open *= .55f + .45f * soft_step (0.f, .35f, p.z / fmaxf (-d.z, .05f));
      open = open * open * (3.f - 2.f * open) * .6f + open * .4f;
      lit.ambient
          = vec_add (lit.ambient, vec_mul (vec_mix (below, above, soft_step (-.5f, .8f, d.z)),
                                           open * cones[i][3]));
      lit.open += open * cones[i][3];
    }
  return lit;
}

static void
light_row (guint    j,
           gpointer data)
{
  CoachFloorLight *self = data;

  for (int i = 0; i < MAP_CELLS; i++)
    {
      CoachVector p = vec_add (self->origin, vec (i * MAP_CELL, (float) j * MAP_CELL, .002f));
      CoachLit lit = coach_field_coarse (self->field, p) < OPEN_FROM
                         ? coach_light_ambient (self->field, p, vec (0, 0, 1), TRUE)
                         : self->free;

      lit.key = coach_light_shadow (self->field, p, self->light);
      self->raw[j * MAP_CELLS + (guint) i] = lit;
    }
}

/* A small blur hides the cells. */
static void
blur_row (guint    j,
          gpointer data)
{
  CoachFloorLight *self = data;

  for (int i = 0; i < MAP_CELLS; i++)
    {
      CoachLit sum = { { 0, 0, 0 }, .9f, 0.f };

      for (int k = 0; k < 9; k++)
        {
          int dx = k % 3 - 1, dy = k / 3 - 1;
          int x = CLAMP (i + dx, 0, MAP_CELLS - 1);
          int y = CLAMP ((int) j + dy, 0, MAP_CELLS - 1);
          float weight = (dx != 0 ? .25f : .5f) * (dy != 0 ? .25f : .5f);
          const CoachLit *lit = &self->raw[y * MAP_CELLS + x];

          sum.ambient = vec_add (sum.ambient, vec_mul (lit->ambient, weight));
          sum.key += lit->key * weight;
        }
      self->cells[j * MAP_CELLS + (guint) i] = sum;
    }
}

/**
 * coach_floor_light_new:
 * @field: a field
 * @light: towards the key light, unit
 *
 * Lights the floor around the figure, on all processors.
 *
 * Returns: (transfer full): the map; it does not keep the field
 */
CoachFloorLight *
coach_floor_light_new (const CoachField *field,
                       CoachVector       light)
{
  CoachFloorLight *self = g_new0 (CoachFloorLight, 1);
  CoachVector low, high;

  coach_field_bounds (field, &low, &high);
  self->field = field;
  self->light = light;
  /* Whole cells, or the shadows would shimmer as the figure's bounds change. */
  self->origin = vec (
      floorf ((low.x + high.x) * .5f / MAP_CELL) * MAP_CELL - MAP_CELLS * MAP_CELL * .5f,
      floorf ((low.y + high.y) * .5f / MAP_CELL) * MAP_CELL - MAP_CELLS * MAP_CELL * .5f, 0.f);
  self->free = coach_light_ambient (NULL, self->origin, vec (0, 0, 1), TRUE);
  self->raw = g_new (CoachLit, MAP_CELLS * MAP_CELLS);
  self->cells = g_new (CoachLit, MAP_CELLS * MAP_CELLS);
  coach_parallel_run (MAP_CELLS, light_row, self);
  coach_parallel_run (MAP_CELLS, blur_row, self);
  g_clear_pointer (&self->raw, g_free);
  self->field = NULL;
  return self;
}

/**
 * coach_floor_light_free:
 * @self: (transfer full): a map
 */
void
coach_floor_light_free (CoachFloorLight *self)
{
  g_clear_pointer (&self->raw, g_free);
  g_clear_pointer (&self->cells, g_free);
  g_free (self);
}

static CoachLit
mix_lit (CoachLit a,
         CoachLit b,
         float    t)
{
  return (CoachLit) { vec_mix (a.ambient, b.ambient, t), a.open, a.key + (b.key - a.key) * t };
}

/**
 * coach_floor_light_at:
 * @self: a map
 * @p: a place on the floor
 *
 * Returns: the light there
 */
CoachLit
coach_floor_light_at (const CoachFloorLight *self,
                      CoachVector            p)
{
  float x = fminf (fmaxf ((p.x - self->origin.x) / MAP_CELL, 0.f), MAP_CELLS - 1.001f);
  float y = fminf (fmaxf ((p.y - self->origin.y) / MAP_CELL, 0.f), MAP_CELLS - 1.001f);
  int i = (int) x, j = (int) y;
  const CoachLit *a = &self->cells[j * MAP_CELLS + i];
  const CoachLit *b = a + MAP_CELLS;

  return mix_lit (mix_lit (a[0], a[1], x - i), mix_lit (b[0], b[1], x - i), y - j);
}
