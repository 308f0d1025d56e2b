#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-outlines.h"

#include <math.h>

#include "coach-contour.h"
#include "coach-sketch.h"

/* How wide the widest lines are, in heights of the picture: to be seen at a quarter of the size
 * that clips have. */
#define PEN (1.f / 190)
/* Empty points around what is drawn. */
#define RIM 8
/* Lines may be so far from where they were, in points. */
#define TOLERANCE .35
/* What is smaller than so many points squared is no part of a drawing. */
#define SPECK 30.0
#define LEVEL .5f
#define SOFT_ROUNDS 2
/* How much darker than skin the materials become that are darkest. */
#define DARKEST .55f

/* The part of a sketch that has something on it, with a rim. */
typedef struct
{
  const CoachSketch *sketch;
  guint              left;
  guint              top;
  guint              width;
  guint              height;
} Crop;

/* How much of something there is at a point, 0 to 1. */
typedef float (*Measure) (const CoachSketch *sketch,
                          guint              x,
                          guint              y,
                          int                what);

static float
measure_body (const CoachSketch *sketch,
              guint              x,
              guint              y,
              int                what)
{
  return sketch->points[y * sketch->width + x].part >= 0 ? 1.f : 0.f;
}

static float
measure_material (const CoachSketch *sketch,
                  guint              x,
                  guint              y,
                  int                material)
{
  const CoachSketchPoint *point = &sketch->points[y * sketch->width + x];

  return point->part >= 0 && point->material == material ? 1.f : 0.f;
}

static float
measure_ink (const CoachSketch *sketch,
             guint              x,
             guint              y,
             int                what)
{
  return coach_sketch_ink (sketch, sketch->height * PEN, (int) x, (int) y);
}

static Crop
find_crop (const CoachSketch *sketch)
{
  guint left = sketch->width, right = 0, top = sketch->height, bottom = 0;
  guint pen = (guint) ceilf (sketch->height * PEN);

  for (guint y = 0; y < sketch->height; y++)
    for (guint x = 0; x < sketch->width; x++)
      if (sketch->points[y * sketch->width + x].part >= 0)
        {
          left = MIN (left, x);
          right = MAX (right, x);
          top = MIN (top, y);
          bottom = MAX (bottom, y);
        }
  left -= MIN (left, pen);
  top -= MIN (top, pen);
  right = MIN (right + pen, sketch->width - 1);
  bottom = MIN (bottom + pen, sketch->height - 1);
  if (right < left)
    return (Crop) { sketch, 0, 0, 2 * RIM, 2 * RIM };
  return (Crop) { sketch, left, top, right - left + 1 + 2 * RIM, bottom - top + 1 + 2 * RIM };
}

static float *
pick (const Crop *crop,
      Measure     measure,
      int         what)
{
  float *values = g_new0 (float, (gsize) crop->width * crop->height);

  for (guint y = RIM; y < crop->height - RIM; y++)
    for (guint x = RIM; x < crop->width - RIM; x++)
      values[(gsize) y * crop->width + x]
          = measure (crop->sketch, crop->left + x - RIM, crop->top + y - RIM, what);
  coach_contour_soften (values, crop->width, crop->height, SOFT_ROUNDS);
  return values;
}

static void
add_number (GString    *text,
            const char *format,
            double      number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, format, number));
}

static void
add_line (GString      *text,
          const GArray *line)
{
  for (guint i = 0; i < line->len; i++)
    {
      const CoachContourPoint *at = &g_array_index (line, CoachContourPoint, i);

      g_string_append (text, i == 0 ? "M" : " ");
      add_number (text, "%.1f", at->x);
      g_string_append_c (text, ' ');
      add_number (text, "%.1f", at->y);
    }
  g_string_append_c (text, 'Z');
}

/* One path, with holes in it. */
static void
add_path (GString    *text,
          const Crop *crop,
          Measure     measure,
          int         what,
          const char *look)
{
  g_autofree float *values = pick (crop, measure, what);
  g_autoptr (GPtrArray) lines = coach_contour_trace (values, crop->width, crop->height, LEVEL);
  g_autoptr (GString) path = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      GArray *line = g_ptr_array_index (lines, i);

      if (fabs (coach_contour_area (line)) < SPECK)
        continue;
      coach_contour_simplify (line, TOLERANCE);
      add_line (path, line);
    }
  if (path->len > 0)
    g_string_append_printf (text, "  <path %s fill-rule=\"evenodd\" d=\"%s\"/>\n", look, path->str);
}

static void
add_tones (GString    *text,
           const Crop *crop,
           const char *ink)
{
  const CoachScene *scene = crop->sketch->scene;

  for (guint i = 0; i < scene->n_surfaces; i++)
    {
      g_autoptr (GString) look = g_string_new (NULL);

      if (scene->surfaces[i].tone <= 0.f)
        continue;
      g_string_printf (look, "fill=\"%s\" fill-opacity=\"", ink);
      add_number (look, "%.2f", (double) (scene->surfaces[i].tone * DARKEST));
      g_string_append_c (look, '"');
      add_path (text, crop, measure_material, (int) i, look->str);
    }
}

/**
 * coach_outlines_draw:
 * @scene: what all pictures have in common
 * @shot: one picture
 * @style: %COACH_STYLE_LINES for a symbolic picture, which takes the colour of the text beside it:
 *   lines and tones; %COACH_STYLE_COLOR for a white figure with tones and without lines, to be
 *   seen small
 * @width: how finely to look, points in a row
 * @height: rows
 *
 * Draws a picture as outlines of its parts, without floor and mat. It is cropped to what it shows.
 *
 * Returns: (transfer full): an SVG document
 */
char *
coach_outlines_draw (const CoachScene *scene,
                     const CoachShot  *shot,
                     CoachStyle        style,
                     guint             width,
                     guint             height)
{
  g_autoptr (CoachField) field = coach_field_new (scene, shot);
  g_autoptr (CoachSketch) sketch = coach_sketch_new (scene, shot, field, FALSE, width, height);
  Crop crop = find_crop (sketch);
  GString *text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  g_string_append_printf (text,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%u\" height=\"%u\">\n",
                          crop.width, crop.height);
  if (style == COACH_STYLE_COLOR)
    add_path (text, &crop, measure_body, 0, "fill=\"#ffffff\"");
  add_tones (text, &crop, style == COACH_STYLE_COLOR ? "#0a4b45" : "#2e3436");
  if (style == COACH_STYLE_LINES)
    add_path (text, &crop, measure_ink, 0, "fill=\"#2e3436\"");
  g_string_append (text, "</svg>\n");
  return g_string_free (text, FALSE);
}
