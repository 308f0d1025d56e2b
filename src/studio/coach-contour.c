#define G_LOG_DOMAIN "coach-studio"

#include "config.h"

#include "coach-contour.h"

#include <math.h>
#include <string.h>

/* The edges of a cell. */
typedef enum
{
  EDGE_NONE = -1,
  EDGE_TOP,
  EDGE_RIGHT,
  EDGE_BOTTOM,
  EDGE_LEFT,
} Edge;

/* From which edge of a cell a line leads to which, with what is above the level on its left. The
 * corners are bits: left top 1, right top 2, right bottom 4, left bottom 8. */
static const gint8 ways[16][4] = {
  [0] = { EDGE_NONE, EDGE_NONE, EDGE_NONE, EDGE_NONE },
  [1] = { EDGE_LEFT, EDGE_TOP, EDGE_NONE, EDGE_NONE },
  [2] = { EDGE_TOP, EDGE_RIGHT, EDGE_NONE, EDGE_NONE },
  [3] = { EDGE_LEFT, EDGE_RIGHT, EDGE_NONE, EDGE_NONE },
  [4] = { EDGE_RIGHT, EDGE_BOTTOM, EDGE_NONE, EDGE_NONE },
  [5] = { EDGE_LEFT, EDGE_TOP, EDGE_RIGHT, EDGE_BOTTOM },
  [6] = { EDGE_TOP, EDGE_BOTTOM, EDGE_NONE, EDGE_NONE },
  [7] = { EDGE_LEFT, EDGE_BOTTOM, EDGE_NONE, EDGE_NONE },
  [8] = { EDGE_BOTTOM, EDGE_LEFT, EDGE_NONE, EDGE_NONE },
  [9] = { EDGE_BOTTOM, EDGE_TOP, EDGE_NONE, EDGE_NONE },
  [10] = { EDGE_TOP, EDGE_RIGHT, EDGE_BOTTOM, EDGE_LEFT },
  [11] = { EDGE_BOTTOM, EDGE_RIGHT, EDGE_NONE, EDGE_NONE },
  [12] = { EDGE_RIGHT, EDGE_LEFT, EDGE_NONE, EDGE_NONE },
  [13] = { EDGE_RIGHT, EDGE_TOP, EDGE_NONE, EDGE_NONE },
  [14] = { EDGE_TOP, EDGE_LEFT, EDGE_NONE, EDGE_NONE },
  [15] = { EDGE_NONE, EDGE_NONE, EDGE_NONE, EDGE_NONE },
};

static void
soften_line (float *values,
             guint  n,
             guint  stride)
{
  float before = values[0];

  for (guint i = 0; i < n; i++)
    {
      float here = values[i * stride];
      float after = values[MIN (i + 1, n - 1) * stride];

      values[i * stride] = .25f * before + .5f * here + .25f * after;
      before = here;
    }
}

/**
 * coach_contour_soften:
 * @values: a grid, row by row
 * @width: values in a row
 * @height: rows
 * @rounds: how often
 *
 * Mixes each value with its neighbours, so that a line through them has no steps.
 */
void
coach_contour_soften (float *values,
                      guint  width,
                      guint  height,
                      guint  rounds)
{
  for (guint round = 0; round < rounds; round++)
    {
      for (guint y = 0; y < height; y++)
        soften_line (values + (gsize) y * width, width, 1);
      for (guint x = 0; x < width; x++)
        soften_line (values + x, height, width);
    }
}

/* Edges have numbers: even ones lead to the right of a value, odd ones down from it. */
static int
edge_number (guint width,
             guint x,
             guint y,
             Edge  edge)
{
  if (edge == EDGE_RIGHT)
    x++;
  if (edge == EDGE_BOTTOM)
    y++;
  return 2 * (int) (y * width + x) + (edge == EDGE_LEFT || edge == EDGE_RIGHT);
}

static CoachContourPoint
point_on_edge (const float *values,
               guint        width,
               float        level,
               int          edge)
{
  guint from = (guint) edge / 2;
  guint to = from + (edge % 2 == 0 ? 1 : width);
  double share = (level - values[from]) / (values[to] - values[from]);
  CoachContourPoint point = { from % width, from / width };

  *(edge % 2 == 0 ? &point.x : &point.y) += share;
  return point;
}

static void
link_cell (const float *values,
           guint        width,
           float        level,
           guint        x,
           guint        y,
           int         *next)
{
  const float *corner = values + (gsize) y * width + x;
  guint bits = (corner[0] > level) | (corner[1] > level) << 1 | (corner[width + 1] > level) << 2
               | (corner[width] > level) << 3;

  for (guint i = 0; i < 4 && ways[bits][i] != EDGE_NONE; i += 2)
    next[edge_number (width, x, y, (Edge) ways[bits][i])]
        = edge_number (width, x, y, (Edge) ways[bits][i + 1]);
}

/**
 * coach_contour_trace:
 * @values: a grid, row by row; those at its rim are not above @level
 * @width: values in a row
 * @height: rows
 * @level: what lines are drawn at
 *
 * Follows the lines between what is above a level and what is not (marching squares).
 *
 * Returns: (transfer full) (element-type GArray): closed lines of [struct@ContourPoint]
 */
GPtrArray *
coach_contour_trace (const float *values,
                     guint        width,
                     guint        height,
                     float        level)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  gsize n = (gsize) width * height * 2;
  g_autofree int *next = g_new (int, n);

  memset (next, -1, n * sizeof *next);
  for (guint y = 0; y + 1 < height; y++)
    for (guint x = 0; x + 1 < width; x++)
      link_cell (values, width, level, x, y, next);
  for (gsize i = 0; i < n; i++)
    {
      GArray *points;

      if (next[i] < 0)
        continue;
      points = g_array_new (FALSE, FALSE, sizeof (CoachContourPoint));
      for (int edge = (int) i, then; edge >= 0 && next[edge] >= 0; edge = then)
        {
          CoachContourPoint point = point_on_edge (values, width, level, edge);

          g_array_append_val (points, point);
          then = next[edge];
          next[edge] = -1;
        }
      g_ptr_array_add (lines, points);
    }
  return lines;
}

static double
distance_to_line (const CoachContourPoint *p,
                  const CoachContourPoint *a,
                  const CoachContourPoint *b)
{
  double x = b->x - a->x, y = b->y - a->y;
  double length2 = x * x + y * y;
  double t = length2 > 0.0 ? ((p->x - a->x) * x + (p->y - a->y) * y) / length2 : 0.0;

  t = CLAMP (t, 0.0, 1.0);
  return hypot (p->x - a->x - t * x, p->y - a->y - t * y);
}

/* Keeps what is furthest from the straight line, and then the same on both sides of it. */
static void
keep_between (const GArray *points,
              guint         from,
              guint         to,
              double        tolerance,
              gboolean     *kept)
{
  const CoachContourPoint *all = (const CoachContourPoint *) (const void *) points->data;
  double furthest = tolerance;
  guint found = from;

  for (guint i = from + 1; i < to; i++)
    {
      double distance = distance_to_line (&all[i], &all[from], &all[to % points->len]);

      if (distance > furthest)
        {
          furthest = distance;
          found = i;
        }
    }
  if (found == from)
    return;
  kept[found] = TRUE;
  keep_between (points, from, found, tolerance, kept);
  keep_between (points, found, to, tolerance, kept);
}

static guint
find_furthest (const GArray *points)
{
  const CoachContourPoint *all = (const CoachContourPoint *) (const void *) points->data;
  guint found = 0;
  double furthest = 0.0;

  for (guint i = 1; i < points->len; i++)
    {
      double distance = hypot (all[i].x - all[0].x, all[i].y - all[0].y);

      if (distance > furthest)
        {
          furthest = distance;
          found = i;
        }
    }
  return found;
}

/**
 * coach_contour_simplify:
 * @points: (element-type CoachContourPoint): a closed line
 * @tolerance: how far it may come to be from where it was
 *
 * Leaves out points that hardly matter (Douglas and Peucker).
 */
void
coach_contour_simplify (GArray *points,
                        double  tolerance)
{
  g_autofree gboolean *kept = g_new0 (gboolean, points->len);
  guint opposite = find_furthest (points);
  guint n = 0;

  if (opposite == 0)
    return;
  kept[0] = kept[opposite] = TRUE;
  keep_between (points, 0, opposite, tolerance, kept);
  keep_between (points, opposite, points->len, tolerance, kept);
  for (guint i = 0; i < points->len; i++)
    if (kept[i])
      g_array_index (points, CoachContourPoint, n++) = g_array_index (points, CoachContourPoint, i);
  g_array_set_size (points, n);
}

/**
 * coach_contour_area:
 * @points: (element-type CoachContourPoint): a closed line
 *
 * Returns: what is inside it, in cells; negative for a hole
 */
double
coach_contour_area (const GArray *points)
{
  double twice = 0.0;

  for (guint i = 0; i < points->len; i++)
    {
      const CoachContourPoint *a = &g_array_index (points, CoachContourPoint, i);
      const CoachContourPoint *b = &g_array_index (points, CoachContourPoint, (i + 1) % points->len);

      twice += b->x * a->y - a->x * b->y;
    }
  return twice / 2.0;
}
