#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-parallel.h"
#include "coach-renderer-private.h"

/* Looked at this many times finer than the picture in both directions, for smooth lines. */
#define FINE 2
/* The rim of a round thing: how black its line is, and how many points apart it is felt. */
#define RIM .6f
#define RIM_STEP 3
/* A mat is too thin to have one: half its height, metres. */
#define THIN .01f
/* Tones of grey in the file: enough for smooth lines, few enough to be small. */
#define TONES 16

/* What a line drawing knows about each of its fine points. */
typedef struct
{
  CoachVector normal;
  float       depth;
  gint16      part;
  guint8      material;
  guint8      is_muscle;
} Point;

typedef struct
{
  const CoachScene *scene;
  const CoachShot  *shot;
  const CoachField *field;
  CoachLens         lens;
  CoachVector       light;     /* from over the left shoulder of the one who looks */
  guint             width;
  guint             height;
  Point            *points;
  float            *ink;       /* how black a line is at each fine point, 0 to 1 */
  CoachImage       *image;
} Drawing;

static gboolean
shows_muscle (const Drawing  *drawing,
              CoachVector     ray,
              const CoachHit *hit)
{
  for (guint i = 0; i < drawing->shot->n_bellies; i++)
    {
      float halo, along, across;

      if (drawing->shot->bellies[i].amount >= .5f
          && coach_belly_core (&drawing->shot->bellies[i],
                               drawing->scene->parts[hit->part].frame, drawing->lens.eye, ray,
                               hit->depth, &halo, &along, &across)
                 > .5f)
        return TRUE;
    }
  return FALSE;
}

static void
look_row (guint    y,
          gpointer data)
{
  Drawing *drawing = data;

  for (guint x = 0; x < drawing->width; x++)
    {
      Point *point = &drawing->points[y * drawing->width + x];
      CoachVector ray = coach_lens_ray (&drawing->lens, x + .5f, y + .5f);
      CoachHit hit = coach_ray_trace (drawing->field, drawing->lens.eye, ray);
      gboolean is_trim;

      *point = (Point){
        { 0, 0, 0 }, hit.part >= 0 ? hit.depth : 1e3f, (gint16) MAX (hit.part, -1), 255, FALSE
      };
      if (hit.part < 0)
        continue;
      point->normal = coach_field_normal (drawing->field, hit.at);
      point->material = (guint8) coach_field_material (drawing->field, hit.at, hit.part, &is_trim);
      point->is_muscle = (guint8) shows_muscle (drawing, ray, &hit);
    }
}

/* A step in depth is a contour, a fold in the surface a crease; where cloth ends there is a thin
 * line. Lines lie on the nearer side. Returns 0 to 1. */
static float
edge_between (const Point *here,
              const Point *there)
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
is_rim (const Drawing *drawing,
        const Point   *here,
        const Point   *there)
{
  const CoachPart *part = &drawing->scene->parts[MAX (here->part, 0)];

  return here->part >= 0 && here->part == there->part
         && part->frame >= drawing->scene->n_segments && part->half.z > THIN
         && vec_dot (here->normal, there->normal) < .6f;
}

static float
edge_at (const Drawing *drawing,
         guint          x,
         guint          y)
{
  const Point *here = &drawing->points[y * drawing->width + x];
  float edge = 0.f;

  if (x > 0)
    edge = fmaxf (edge, edge_between (here, here - 1));
  if (x + 1 < drawing->width)
    edge = fmaxf (edge, edge_between (here, here + 1));
  if (y > 0)
    edge = fmaxf (edge, edge_between (here, here - drawing->width));
  if (y + 1 < drawing->height)
    edge = fmaxf (edge, edge_between (here, here + drawing->width));
  if (edge < RIM && x + RIM_STEP < drawing->width && y + RIM_STEP < drawing->height
      && (is_rim (drawing, here, here + RIM_STEP)
          || is_rim (drawing, here, here + RIM_STEP * drawing->width)))
    edge = RIM;
  return edge;
}

static void
edge_row (guint    y,
          gpointer data)
{
  Drawing *drawing = data;

  for (guint x = 0; x < drawing->width; x++)
    drawing->ink[y * drawing->width + x] = edge_at (drawing, x, y);
}

/* Lines are as wide as the picture is large: contours wider than creases and hems. */
static float
ink_at (const Drawing *drawing,
        int            x,
        int            y)
{
  float widest = drawing->height / 380.f;
  int reach = (int) ceilf (widest);
  float ink = 0.f;

  for (int j = MAX (y - reach, 0); j <= MIN (y + reach, (int) drawing->height - 1); j++)
    for (int i = MAX (x - reach, 0); i <= MIN (x + reach, (int) drawing->width - 1); i++)
      {
        float edge = drawing->ink[(guint) j * drawing->width + (guint) i];
        float away = sqrtf ((float) ((i - x) * (i - x) + (j - y) * (j - y)));

        if (edge > 0.f)
          ink = fmaxf (ink,
                       clamp01 (widest * edge * edge - away + .5f) * (edge >= .9f ? 1.f : .8f));
      }
  return ink;
}

/* Few tones: each material has one, and a second, darker one away from the light. The muscle is
 * hatched, which a copier keeps. */
static float
paper_at (const Drawing *drawing,
          guint          x,
          guint          y)
{
  const Point *point = &drawing->points[y * drawing->width + x];
  float tone, period;

  if (point->part < 0)
    return 1.f;
  period = fmaxf (4.f, drawing->height / 110.f);
  if (point->is_muscle)
    return fmodf ((float) x + (float) y, period) < period * .5f ? .1f : .85f;
  tone = drawing->scene->surfaces[point->material].tone * .55f;
  if (vec_dot (point->normal, drawing->light) < -.15f)
    tone += .1f;
  return 1.f - tone;
}

static void
ink_row (guint    y,
         gpointer data)
{
  Drawing *drawing = data;

  for (guint x = 0; x < drawing->image->width; x++)
    {
      float sum = 0.f;
      guint8 grey;

      for (guint i = 0; i < FINE * FINE; i++)
        {
          guint fx = x * FINE + i % FINE, fy = y * FINE + i / FINE;

          sum += paper_at (drawing, fx, fy) * (1.f - .92f * ink_at (drawing, (int) fx, (int) fy));
        }
      grey = (guint8) (roundf (clamp01 (sum / (FINE * FINE)) * (TONES - 1)) * 255.f / (TONES - 1));
      for (int c = 0; c < 3; c++)
        drawing->image->rgb[(y * drawing->image->width + x) * 3 + (guint) c] = grey;
    }
}

/**
 * coach_draw_lines:
 * @scene: what all pictures have in common
 * @shot: one picture
 * @field: its distances
 * @image: where to draw it
 *
 * Draws a picture for paper: contours, creases and few tones on white.
 */
void
coach_draw_lines (const CoachScene *scene,
                  const CoachShot  *shot,
                  const CoachField *field,
                  CoachImage       *image)
{
  guint width = image->width * FINE, height = image->height * FINE;
  g_autofree Point *points = g_new (Point, (gsize) width * height);
  g_autofree float *ink = g_new (float, (gsize) width * height);
  CoachLens lens = coach_lens_new (shot, width, height);
  CoachVector light = vec_sub (vec_sub (vec_mul (lens.up, .7f), vec_mul (lens.right, .5f)),
                               vec_mul (lens.ahead, .5f));
  Drawing drawing
      = { scene, shot, field, lens, vec_unit (light), width, height, points, ink, image };

  coach_parallel_run (height, look_row, &drawing);
  coach_parallel_run (height, edge_row, &drawing);
  coach_parallel_run (image->height, ink_row, &drawing);
}
