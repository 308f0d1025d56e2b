#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-parallel.h"
#include "coach-renderer-private.h"

typedef struct
{
  const CoachScene      *scene;
  const CoachShot       *shot;
  const CoachField      *field;
  const CoachFloorLight *floor_light;
  CoachLens              lens;
  CoachImage            *image;
  CoachPixel            *pixels;
} Painting;

static float
encode (float v)
{
  /* A soft shoulder instead of a hard white. */
  float x = v < .72f ? v : .72f + .28f * (1.f - expf (-(v - .72f) / .28f));

  return x <= .0031308f ? 12.92f * x : 1.055f * powf (x, 1.f / 2.4f) - .055f;
}

/* From light to what a screen shows, with slightly darker corners. */
static CoachVector
develop (const CoachLens *lens,
         CoachVector      c,
         float            x,
         float            y)
{
  float u = x / lens->width - .5f;
  float v = y / lens->height - .5f;
  float corner = 1.f - .256f * (u * u + v * v);

  return vec (encode (fmaxf (c.x * corner, 0.f)), encode (fmaxf (c.y * corner, 0.f)),
              encode (fmaxf (c.z * corner, 0.f)));
}

static CoachVector
look (const Painting *painting,
      float           x,
      float           y,
      CoachPixel     *pixel)
{
  CoachVector colour
      = coach_shade (painting->scene, painting->shot, painting->field, painting->floor_light,
                     &painting->lens, coach_lens_ray (&painting->lens, x, y), pixel);

  return develop (&painting->lens, colour, x, y);
}

static void
paint_row (guint    y,
           gpointer data)
{
  Painting *painting = data;

  for (guint x = 0; x < painting->image->width; x++)
    {
      CoachPixel *pixel = &painting->pixels[y * painting->image->width + x];

      pixel->colour = look (painting, x + .5f, y + .5f, pixel);
    }
}

static gboolean
differ (const CoachPixel *a,
        const CoachPixel *b)
{
  CoachVector d = vec_sub (a->colour, b->colour);

  return vec_dot (d, d) > .001f
         || (a->part >= 0 && b->part >= 0 && vec_dot (a->normal, b->normal) < .92f);
}

static gboolean
is_edge (const Painting *painting,
         guint           x,
         guint           y)
{
  const CoachPixel *pixel = &painting->pixels[y * painting->image->width + x];
  guint width = painting->image->width;

  return (x > 0 && differ (pixel, pixel - 1)) || (y > 0 && differ (pixel, pixel - width))
         || (x + 1 < width && differ (pixel, pixel + 1))
         || (y + 1 < painting->image->height && differ (pixel, pixel + width));
}

static guint8
to_byte (float v,
         float noise)
{
  return (guint8) CLAMP (v * 255.f + .5f + noise, 0.f, 255.f);
}

/* Edges are looked at four more times. The noise hides bands in soft shades; it is the same in
 * every picture, so that an encoder has nothing to chase. */
static void
finish_row (guint    y,
            gpointer data)
{
  static const float places[4][2]
      = { { -.375f, -.125f }, { .125f, -.375f }, { .375f, .125f }, { -.125f, .375f } };
  Painting *painting = data;
  guint width = painting->image->width;

  for (guint x = 0; x < width; x++)
    {
      CoachVector c = painting->pixels[y * width + x].colour;
      guint hash = (x * 1973u + y * 9277u) * 2654435761u;
      float noise = ((hash >> 16 & 255u) / 255.f - .5f) * .9f;
      guint8 *out = &painting->image->rgb[(y * width + x) * 3];

      if (is_edge (painting, x, y))
        {
          CoachPixel spare;

          c = vec_mul (c, .2f);
          for (int i = 0; i < 4; i++)
            c = vec_along (
                c, look (painting, x + .5f + places[i][0], y + .5f + places[i][1], &spare), .2f);
        }
      out[0] = to_byte (c.x, noise);
      out[1] = to_byte (c.y, noise);
      out[2] = to_byte (c.z, noise);
    }
}

/**
 * coach_draw_colour:
 * @scene: what all pictures have in common
 * @shot: one picture
 * @field: its distances
 * @image: where to draw it
 *
 * Draws a picture for screens.
 */
void
coach_draw_colour (const CoachScene *scene,
                   const CoachShot  *shot,
                   const CoachField *field,
                   CoachImage       *image)
{
  g_autoptr (CoachFloorLight) floor_light = coach_floor_light_new (field, shot->light);
  g_autofree CoachPixel *pixels = g_new (CoachPixel, (gsize) image->width * image->height);
  Painting painting
      = { scene, shot,  field, floor_light, coach_lens_new (shot, image->width, image->height),
          image, pixels };

  coach_parallel_run (image->height, paint_row, &painting);
  coach_parallel_run (image->height, finish_row, &painting);
}
