#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-parallel.h"
#include "coach-sketch.h"

/* The rim of a round thing: how black its line is, and how many points apart it is felt. */
#define RIM .6f
#define RIM_STEP 3
/* A mat is too thin to have one: half its height, metres. */
#define THIN .01f

static gboolean
shows_muscle (const CoachSketch *self,
              CoachVector        ray,
              const CoachHit    *hit)
{
  for (guint i = 0; i < self->shot->n_bellies; i++)
    {
      float halo, along, across;

      if (self->shot->bellies[i].amount >= .5f
          && coach_belly_core (&self->shot->bellies[i], self->scene->parts[hit->part].frame,
                               self->lens.eye, ray, hit->depth, &halo, &along, &across)
                 > .5f)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_seen (const CoachSketch *self,
         const CoachHit    *hit)
{
  const CoachPart *part = &self->scene->parts[MAX (hit->part, 0)];

  return hit->part >= 0
         && (self->has_mats || part->frame < self->scene->n_segments || part->half.z > THIN);
}

static void
look_row (guint    y,
          gpointer data)
{
  CoachSketch *self = data;

  for (guint x = 0; x < self->width; x++)
    {
      CoachSketchPoint *point = &self->points[y * self->width + x];
      CoachVector ray = coach_lens_ray (&self->lens, x + .5f, y + .5f);
      CoachHit hit = coach_ray_trace (self->field, self->lens.eye, ray);
      gboolean is_trim;

      *point = (CoachSketchPoint) { { 0, 0, 0 }, 1e3f, -1, 255, FALSE };
      if (!is_seen (self, &hit))
        continue;
      point->depth = hit.depth;
      point->part = (gint16) hit.part;
      point->normal = coach_field_normal (self->field, hit.at);
      point->material = (guint8) coach_field_material (self->field, hit.at, hit.part, &is_trim);
      point->is_muscle = (guint8) shows_muscle (self, ray, &hit);
    }
}

/* A step in depth is a contour, a fold in the surface a crease; where cloth ends there is a thin
 * line. Lines lie on the nearer side. Returns 0 to 1. */
static float
edge_between (const CoachSketchPoint *here,
              const CoachSketchPoint *there)
{
  float step = there->depth - here->depth;

  if (here->part < 0)
    return 0.f;
  if (there->part < 0 || step > .012f + .004f * here->depth)
    return 1.f;
  if (step < -.012f)
    return 0.f;
  if (here->part != there->part && vec_dot (here->normal, there->normal) < .75f)
    return .9f;
  if (vec_dot (here->normal, there->normal) < .35f)
    return .8f;
  return here->material != there->material || here->is_muscle != there->is_muscle ? .55f : 0.f;
}

/* The rims of props are rounded: their creases are felt a few points away. */
static gboolean
is_rim (const CoachSketch      *self,
        const CoachSketchPoint *here,
        const CoachSketchPoint *there)
{
  const CoachPart *part = &self->scene->parts[MAX (here->part, 0)];

  return here->part >= 0 && here->part == there->part
         && part->frame >= self->scene->n_segments && part->half.z > THIN
         && vec_dot (here->normal, there->normal) < .6f;
}

static float
edge_at (const CoachSketch *self,
         guint              x,
         guint              y)
{
  const CoachSketchPoint *here = &self->points[y * self->width + x];
  float edge = 0.f;

  if (x > 0)
    edge = fmaxf (edge, edge_between (here, here - 1));
  if (x + 1 < self->width)
    edge = fmaxf (edge, edge_between (here, here + 1));
  if (y > 0)
    edge = fmaxf (edge, edge_between (here, here - self->width));
  if (y + 1 < self->height)
    edge = fmaxf (edge, edge_between (here, here + self->width));
  if (edge < RIM && x + RIM_STEP < self->width && y + RIM_STEP < self->height
      && (is_rim (self, here, here + RIM_STEP)
          || is_rim (self, here, here + RIM_STEP * self->width)))
    edge = RIM;
  return edge;
}

static void
edge_row (guint    y,
          gpointer data)
{
  CoachSketch *self = data;

  for (guint x = 0; x < self->width; x++)
    self->edges[y * self->width + x] = edge_at (self, x, y);
}

/**
 * coach_sketch_new:
 * @scene: what all pictures have in common
 * @shot: one picture
 * @field: its distances
 * @has_mats: whether the mat is part of it; one that is cut off by the picture is better left out
 * @width: points in a row
 * @height: rows
 *
 * Looks at a picture and finds its lines, on all processors.
 *
 * Returns: (transfer full): a sketch, valid as long as the first three are
 */
CoachSketch *
coach_sketch_new (const CoachScene *scene,
                  const CoachShot  *shot,
                  const CoachField *field,
                  gboolean          has_mats,
                  guint             width,
                  guint             height)
{
  CoachSketch *self = g_new (CoachSketch, 1);
  CoachLens lens = coach_lens_new (shot, width, height);
  CoachVector light = vec_sub (vec_sub (vec_mul (lens.up, .7f), vec_mul (lens.right, .5f)),
                               vec_mul (lens.ahead, .5f));

  *self = (CoachSketch) {
    scene, shot, field, lens, vec_unit (light), has_mats, width, height,
    g_new (CoachSketchPoint, (gsize) width * height), g_new (float, (gsize) width * height)
  };
  coach_parallel_run (height, look_row, self);
  coach_parallel_run (height, edge_row, self);
  return self;
}

/**
 * coach_sketch_free:
 * @self: (transfer full): a sketch
 */
void
coach_sketch_free (CoachSketch *self)
{
  g_free (self->points);
  g_free (self->edges);
  g_free (self);
}

/**
 * coach_sketch_ink:
 * @self: a sketch
 * @pen: half the width of the widest lines, in points
 * @x: from the left
 * @y: from the top
 *
 * Draws with a round pen. Contours are wider than creases and hems.
 *
 * Returns: how black a point is, 0 to 1
 */
float
coach_sketch_ink (const CoachSketch *self,
                  float              pen,
                  int                x,
                  int                y)
{
  int reach = (int) ceilf (pen);
  float ink = 0.f;

  for (int j = MAX (y - reach, 0); j <= MIN (y + reach, (int) self->height - 1); j++)
    for (int i = MAX (x - reach, 0); i <= MIN (x + reach, (int) self->width - 1); i++)
      {
        float edge = self->edges[(guint) j * self->width + (guint) i];
        float away = sqrtf ((float) ((i - x) * (i - x) + (j - y) * (j - y)));

        if (edge > 0.f)
          ink = fmaxf (ink,
                       clamp01 (pen * edge * edge - away + .5f) * (edge >= .9f ? 1.f : .8f));
      }
  return ink;
}
