#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-body-chart.h"

#include <math.h>
#include <string.h>

#include "coach-catalog-error.h"

/* More than any chart has: what is larger is not one. */
#define MAX_POINTS 4000
#define MAX_WIDTH  2.0

static void
outline_free (gpointer data)
{
  CoachChartOutline *outline = data;

  g_array_unref (outline->points);
  g_free (outline);
}

/**
 * coach_body_chart_new:
 * @width: how wide it is, in its heights
 *
 * Makes a chart without lines.
 *
 * Returns: (transfer full): a chart
 */
CoachBodyChart *
coach_body_chart_new (double width)
{
  CoachBodyChart *self = g_new0 (CoachBodyChart, 1);

  self->width = width;
  self->outlines = g_ptr_array_new_with_free_func (outline_free);
  return self;
}

/**
 * coach_body_chart_free:
 * @self: (transfer full): a chart
 *
 * Frees a chart.
 */
void
coach_body_chart_free (CoachBodyChart *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->outlines, g_ptr_array_unref);
  g_free (self);
}

/**
 * coach_body_chart_add:
 * @self: a chart
 * @kind: what the line is around
 *
 * Adds a line that has no points yet.
 *
 * Returns: (transfer none): the line
 */
CoachChartOutline *
coach_body_chart_add (CoachBodyChart *self,
                      CoachChartKind  kind)
{
  CoachChartOutline *outline;

  g_return_val_if_fail (self != NULL, NULL);

  outline = g_new0 (CoachChartOutline, 1);
  outline->kind = kind;
  outline->points = g_array_new (FALSE, FALSE, sizeof (CoachChartPoint));
  g_ptr_array_add (self->outlines, outline);
  return outline;
}

/* A number within its bounds, or -1. */
static double
read_number (const char *word,
             double      maximum)
{
  char *end = NULL;
  double number;

  if (word == NULL || *word == '\0')
    return -1;
  number = g_ascii_strtod (word, &end);
  return *end == '\0' && number >= 0 && number <= maximum ? number : -1;
}

static gboolean
read_points (CoachChartOutline *outline,
             char             **words)
{
  guint n = g_strv_length (words);

  if (n % 2 != 0 || n < 6 || n > 2 * MAX_POINTS)
    return FALSE;
  for (guint i = 0; i < n; i += 2)
    {
      CoachChartPoint point = { read_number (words[i], MAX_WIDTH), read_number (words[i + 1], 1) };

      if (point.x < 0 || point.y < 0)
        return FALSE;
      g_array_append_val (outline->points, point);
    }
  return TRUE;
}

static gboolean
read_line (CoachBodyChart *self,
           char          **words)
{
  CoachChartOutline *outline;

  if (g_str_equal (words[0], "width"))
    {
      self->width = read_number (words[1], MAX_WIDTH);
      return self->width > 0 && words[2] == NULL;
    }
  if (g_str_equal (words[0], "body"))
    return read_points (coach_body_chart_add (self, COACH_CHART_BODY), words + 1);
  if (words[1] == NULL)
    return FALSE;
  if (g_str_equal (words[0], "tone"))
    {
      outline = coach_body_chart_add (self, COACH_CHART_TONE);
      outline->tone = read_number (words[1], 1);
      return outline->tone >= 0 && read_points (outline, words + 2);
    }
  if (!g_str_equal (words[0], "zone"))
    return FALSE;
  outline = coach_body_chart_add (self, COACH_CHART_ZONE);
  return coach_zone_from_id (words[1], &outline->zone) && read_points (outline, words + 2);
}

static gboolean
is_whole (const CoachBodyChart *self)
{
  gboolean has_body = FALSE;

  for (guint i = 0; i < self->outlines->len; i++)
    has_body |= ((CoachChartOutline *) g_ptr_array_index (self->outlines, i))->kind
                == COACH_CHART_BODY;
  for (guint zone = 0; zone < COACH_N_ZONES; zone++)
    if (coach_body_chart_get_zone (self, (CoachZone) zone) == NULL)
      return FALSE;
  return has_body && self->width > 0;
}

/**
 * coach_body_chart_parse:
 * @name: what the text is called, for messages
 * @text: lines as [method@BodyChart.to_text] writes them
 *
 * Reads a chart. It has the figure and each of the zones.
 *
 * Returns: (transfer full) (nullable): the chart
 * Throws: [error@CatalogError] that says which line is wrong
 */
CoachBodyChart *
coach_body_chart_parse (const char *name,
                        const char *text,
                        GError    **error)
{
  g_autoptr (CoachBodyChart) self = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (name != NULL && text != NULL, NULL);

  self = coach_body_chart_new (0);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);

      if (words[0] == NULL || *lines[i] == '#')
        continue;
      if (!read_line (self, words))
        {
          g_set_error (error, COACH_CATALOG_ERROR, COACH_CATALOG_ERROR_INVALID,
                       "%s: line %u: is no part of a chart", name, i + 1);
          return NULL;
        }
    }
  if (!is_whole (self))
    {
      g_set_error (error, COACH_CATALOG_ERROR, COACH_CATALOG_ERROR_INVALID,
                   "%s: must have a width, the body and each zone", name);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static void
write_number (GString    *text,
              const char *format,
              double      number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, " %s", g_ascii_formatd (digits, sizeof digits, format, number));
}

static void
write_outline (GString                 *text,
               const CoachChartOutline *outline)
{
  switch (outline->kind)
    {
    case COACH_CHART_BODY:
      g_string_append (text, "body");
      break;
    case COACH_CHART_TONE:
      g_string_append (text, "tone");
      write_number (text, "%.2f", outline->tone);
      break;
    case COACH_CHART_ZONE:
      g_string_append_printf (text, "zone %s", coach_zone_get_id (outline->zone));
      break;
    }
  for (guint i = 0; i < outline->points->len; i++)
    {
      const CoachChartPoint *point = &g_array_index (outline->points, CoachChartPoint, i);

      write_number (text, "%.4f", point->x);
      write_number (text, "%.4f", point->y);
    }
  g_string_append_c (text, '\n');
}

/**
 * coach_body_chart_to_text:
 * @self: a chart
 *
 * Writes a chart: a line of words for each outline, and one for the width.
 *
 * Returns: (transfer full): the text
 */
char *
coach_body_chart_to_text (const CoachBodyChart *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new ("width");
  write_number (text, "%.4f", self->width);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < self->outlines->len; i++)
    write_outline (text, g_ptr_array_index (self->outlines, i));
  return g_string_free (text, FALSE);
}

/**
 * coach_body_chart_get_zone:
 * @self: a chart
 * @zone: a zone
 *
 * Gets the line around a zone.
 *
 * Returns: (transfer none) (nullable): the line; never %NULL of a chart that was read
 */
const CoachChartOutline *
coach_body_chart_get_zone (const CoachBodyChart *self,
                           CoachZone             zone)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->outlines->len; i++)
    {
      const CoachChartOutline *outline = g_ptr_array_index (self->outlines, i);

      if (outline->kind == COACH_CHART_ZONE && outline->zone == zone)
        return outline;
    }
  return NULL;
}

/**
 * coach_chart_outline_get_box:
 * @self: a line
 * @low: (out): its left and top
 * @high: (out): its right and bottom
 *
 * Gets the box around a line.
 */
void
coach_chart_outline_get_box (const CoachChartOutline *self,
                             CoachChartPoint         *low,
                             CoachChartPoint         *high)
{
  g_return_if_fail (self != NULL && low != NULL && high != NULL);

  *low = (CoachChartPoint) { G_MAXDOUBLE, G_MAXDOUBLE };
  *high = (CoachChartPoint) { -G_MAXDOUBLE, -G_MAXDOUBLE };
  for (guint i = 0; i < self->points->len; i++)
    {
      const CoachChartPoint *point = &g_array_index (self->points, CoachChartPoint, i);

      low->x = fmin (low->x, point->x);
      low->y = fmin (low->y, point->y);
      high->x = fmax (high->x, point->x);
      high->y = fmax (high->y, point->y);
    }
}

/**
 * coach_chart_outline_get_middle:
 * @self: a line
 *
 * Gets the middle of what it is around: where its number goes.
 *
 * Returns: the middle
 */
CoachChartPoint
coach_chart_outline_get_middle (const CoachChartOutline *self)
{
  CoachChartPoint middle = { 0, 0 };
  double twice = 0;

  g_return_val_if_fail (self != NULL && self->points->len > 0, middle);

  for (guint i = 0; i < self->points->len; i++)
    {
      const CoachChartPoint *a = &g_array_index (self->points, CoachChartPoint, i);
      const CoachChartPoint *b
          = &g_array_index (self->points, CoachChartPoint, (i + 1) % self->points->len);
      double cross = a->x * b->y - b->x * a->y;

      twice += cross;
      middle.x += (a->x + b->x) * cross;
      middle.y += (a->y + b->y) * cross;
    }
  if (twice == 0)
    return g_array_index (self->points, CoachChartPoint, 0);
  return (CoachChartPoint) { middle.x / (3 * twice), middle.y / (3 * twice) };
}

/**
 * coach_chart_outline_contains:
 * @self: a line
 * @x: from the left
 * @y: from the top
 *
 * Tells whether a place is inside a line.
 *
 * Returns: whether it is
 */
gboolean
coach_chart_outline_contains (const CoachChartOutline *self,
                              double                   x,
                              double                   y)
{
  gboolean is_inside = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->points->len; i++)
    {
      const CoachChartPoint *a = &g_array_index (self->points, CoachChartPoint, i);
      const CoachChartPoint *b
          = &g_array_index (self->points, CoachChartPoint, (i + 1) % self->points->len);

      if ((a->y > y) != (b->y > y) && x < (b->x - a->x) * (y - a->y) / (b->y - a->y) + a->x)
        is_inside = !is_inside;
    }
  return is_inside;
}
