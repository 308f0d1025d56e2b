#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-parallel.h"
#include "coach-renderer-private.h"
#include "coach-sketch.h"

/* Looked at this many times finer than the picture in both directions, for smooth lines. */
#define FINE 2
/* Tones of grey in the file: enough for smooth lines, few enough to be small. */
#define TONES 16

typedef struct
{
  const CoachSketch *sketch;
  CoachImage        *image;
} Drawing;

/* Few tones: each material has one, and a second, darker one away from the light. The muscle is
 * hatched, which a copier keeps. */
static float
paper_at (const CoachSketch *sketch,
          guint              x,
          guint              y)
{
  const CoachSketchPoint *point = &sketch->points[y * sketch->width + x];
  float tone, period;

  if (point->part < 0)
    return 1.f;
  period = fmaxf (4.f, sketch->height / 110.f);
  if (point->is_muscle)
    return fmodf ((float) x + (float) y, period) < period * .5f ? .1f : .85f;
  tone = sketch->scene->surfaces[point->material].tone * .55f;
  if (vec_dot (point->normal, sketch->light) < -.15f)
    tone += .1f;
  return 1.f - tone;
}

/* Lines are as wide as the picture is large. */
static void
ink_row (guint    y,
         gpointer data)
{
  Drawing *drawing = data;
  float pen = drawing->sketch->height / 380.f;

  for (guint x = 0; x < drawing->image->width; x++)
    {
      float sum = 0.f;
      guint8 grey;

      for (guint i = 0; i < FINE * FINE; i++)
        {
          guint fx = x * FINE + i % FINE, fy = y * FINE + i / FINE;

          sum += paper_at (drawing->sketch, fx, fy)
                 * (1.f - .92f * coach_sketch_ink (drawing->sketch, pen, (int) fx, (int) fy));
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
  g_autoptr (CoachSketch) sketch = coach_sketch_new (scene, shot, field, TRUE,
                                                     image->width * FINE, image->height * FINE);
  Drawing drawing = { sketch, image };

  coach_parallel_run (image->height, ink_row, &drawing);
}
