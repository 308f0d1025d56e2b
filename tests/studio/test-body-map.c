#include "config.h"

#include <math.h>

#include "coach-chart-maker.h"
#include "coach-contour.h"
#include "studio-fixture.h"

/* How far a line may be from where it was drawn, in heights of the picture: 4 mm of the figure. */
#define TOLERANCE 0.002

static CoachBodyChart *
make_chart (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachStudio) studio
      = coach_studio_new (g_getenv ("LOWTIDE_MOTIONS_DIR"), NULL, NULL, &error);
  CoachBodyChart *chart;

  g_assert_no_error (error);
  chart = coach_chart_make (studio, &error);
  g_assert_no_error (error);
  return chart;
}

static double
distance_to_outline (const CoachChartPoint   *p,
                     const CoachChartOutline *outline)
{
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < outline->points->len; i++)
    {
      const CoachChartPoint *a = &g_array_index (outline->points, CoachChartPoint, i);
      const CoachChartPoint *b
          = &g_array_index (outline->points, CoachChartPoint, (i + 1) % outline->points->len);
      double x = b->x - a->x, y = b->y - a->y;
      double t = ((p->x - a->x) * x + (p->y - a->y) * y) / (x * x + y * y + 1e-12);

      t = CLAMP (t, 0.0, 1.0);
      nearest = MIN (nearest, hypot (p->x - a->x - t * x, p->y - a->y - t * y));
    }
  return nearest;
}

static void
assert_lies_on (const CoachChartOutline *a,
                const CoachChartOutline *b)
{
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->zone, ==, b->zone);
  g_assert_cmpfloat_with_epsilon (a->tone, b->tone, 0.005);
  for (guint i = 0; i < a->points->len; i++)
    g_assert_cmpfloat (
        distance_to_outline (&g_array_index (a->points, CoachChartPoint, i), b), <, TOLERANCE);
}

static void
test_fresh (void)
{
  g_autoptr (CoachBodyChart) made = make_chart ();
  g_autoptr (CoachBodyChart) kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_test_summary ("The body map that is kept is what the figure looks like; if not, run "
                  "`lowtide-studio body-map -o resources/body-map.txt`");
  g_assert_true (g_file_get_contents (g_getenv ("LOWTIDE_BODY_MAP"), &text, NULL, NULL));
  kept = coach_body_chart_parse ("body-map.txt", text, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (kept->width, made->width, TOLERANCE);
  g_assert_cmpuint (kept->outlines->len, ==, made->outlines->len);
  for (guint i = 0; i < made->outlines->len; i++)
    {
      assert_lies_on (g_ptr_array_index (made->outlines, i), g_ptr_array_index (kept->outlines, i));
      assert_lies_on (g_ptr_array_index (kept->outlines, i), g_ptr_array_index (made->outlines, i));
    }
}

/* Seen from behind, the left is on the left, and what is further down is lower. */
static void
test_anatomy (void)
{
  g_autoptr (CoachBodyChart) chart = make_chart ();
  const CoachChartOutline *body = g_ptr_array_index (chart->outlines, 0);
  double above = coach_chart_outline_get_middle (
                     coach_body_chart_get_zone (chart, COACH_ZONE_LOW_BACK)).y;

  g_test_summary ("Each zone lies in the figure, on its own side, below the one before it");
  for (guint rank = COACH_RANK_BUTTOCK; rank <= COACH_RANK_FOOT; rank++)
    {
      CoachChartPoint left = coach_chart_outline_get_middle (
          coach_body_chart_get_zone (chart, coach_zone_at (COACH_SIDE_LEFT, rank)));
      CoachChartPoint right = coach_chart_outline_get_middle (
          coach_body_chart_get_zone (chart, coach_zone_at (COACH_SIDE_RIGHT, rank)));

      g_assert_cmpfloat (left.x, <, chart->width / 2);
      g_assert_cmpfloat (right.x, >, chart->width / 2);
      g_assert_cmpfloat_with_epsilon (left.y, right.y, 0.01);
      g_assert_cmpfloat_with_epsilon (left.x, chart->width - right.x, 0.01);
      g_assert_cmpfloat (left.y, >, above + 0.05);
      g_assert_true (coach_chart_outline_contains (body, left.x, left.y));
      above = left.y;
    }
}

static void
test_contour (void)
{
  enum { SIZE = 64, RADIUS = 20, HOLE = 8 };
  g_autofree float *values = g_new0 (float, SIZE * SIZE);
  g_autoptr (GPtrArray) lines = NULL;
  double area = 0.0;

  g_test_summary ("A ring has two lines around it, which few points are enough for");
  for (int i = 0; i < SIZE * SIZE; i++)
    {
      double away = hypot (i % SIZE - SIZE / 2, i / SIZE - SIZE / 2);

      values[i] = away <= RADIUS && away > HOLE;
    }
  coach_contour_soften (values, SIZE, SIZE, 2);
  lines = coach_contour_trace (values, SIZE, SIZE, .5f);
  g_assert_cmpuint (lines->len, ==, 2);
  for (guint i = 0; i < lines->len; i++)
    {
      GArray *line = g_ptr_array_index (lines, i);
      guint before = line->len;

      coach_contour_simplify (line, 0.3);
      g_assert_cmpuint (line->len, <, before / 3);
      g_assert_cmpuint (line->len, >, 6);
      area += coach_contour_area (line);
    }
  g_assert_cmpfloat_with_epsilon (area, G_PI * (RADIUS * RADIUS - HOLE * HOLE), 40.0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-map/fresh", test_fresh);
  g_test_add_func ("/body-map/anatomy", test_anatomy);
  g_test_add_func ("/body-map/contour", test_contour);
  return g_test_run ();
}
