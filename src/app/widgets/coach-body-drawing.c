#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-body-drawing.h"

#define CHART_RESOURCE "/org/lowtide/Lowtide/body-map.txt"

/* As in the line drawings of the moves: contours are wider than hems. Pixels. */
#define BODY_LINE  2.2
#define CLOTH_LINE 1.0
/* How much of the ink clothes and hair take: the zones lie on top of them. */
#define TONE_SHARE 0.35

/**
 * coach_body_chart_load:
 *
 * Loads the chart of the body map, which is part of the program.
 *
 * Returns: (transfer full): the chart
 */
CoachBodyChart *
coach_body_chart_load (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = g_resources_lookup_data (CHART_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autofree char *text = NULL;
  CoachBodyChart *chart = NULL;

  if (bytes != NULL)
    {
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      chart = coach_body_chart_parse (CHART_RESOURCE, text, &error);
    }
  g_assert_no_error (error);
  return chart;
}

/**
 * coach_body_outline_trace:
 * @outline: a line of a chart
 * @cr: where it becomes the path
 * @x: where the chart is, pixels
 * @y: and how far down
 * @scale: pixels that a height of the chart has
 *
 * Makes a path of a line.
 */
void
coach_body_outline_trace (const CoachChartOutline *outline,
                          cairo_t                 *cr,
                          double                   x,
                          double                   y,
                          double                   scale)
{
  g_return_if_fail (outline != NULL && cr != NULL);

  for (guint i = 0; i < outline->points->len; i++)
    {
      const CoachChartPoint *point = &g_array_index (outline->points, CoachChartPoint, i);

      cairo_line_to (cr, x + point->x * scale, y + point->y * scale);
    }
  cairo_close_path (cr);
}

static void
draw_outline (const CoachChartOutline *outline,
              cairo_t                 *cr,
              const GdkRGBA           *ink,
              double                   x,
              double                   y,
              double                   scale)
{
  coach_body_outline_trace (outline, cr, x, y, scale);
  if (outline->kind == COACH_CHART_TONE)
    {
      cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue,
                             ink->alpha * outline->tone * TONE_SHARE);
      cairo_fill_preserve (cr);
    }
  gdk_cairo_set_source_rgba (cr, ink);
  cairo_set_line_width (cr, outline->kind == COACH_CHART_BODY ? BODY_LINE : CLOTH_LINE);
  cairo_stroke (cr);
}

/**
 * coach_body_figure_draw:
 * @chart: a chart
 * @cr: where it is drawn
 * @ink: the colour of its lines
 * @x: where the chart is, pixels
 * @y: and how far down
 * @scale: pixels that a height of the chart has
 *
 * Draws the figure without its zones.
 */
void
coach_body_figure_draw (const CoachBodyChart *chart,
                        cairo_t              *cr,
                        const GdkRGBA        *ink,
                        double                x,
                        double                y,
                        double                scale)
{
  g_return_if_fail (chart != NULL && cr != NULL && ink != NULL);

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < chart->outlines->len; i++)
    {
      const CoachChartOutline *outline = g_ptr_array_index (chart->outlines, i);

      if (outline->kind != COACH_CHART_ZONE)
        draw_outline (outline, cr, ink, x, y, scale);
    }
}
