#include "config.h"

#include "coach-reach-chart-private.h"
#include "sheet.h"

#include <pango/pangocairo.h>

#define WIDTH  600
#define HEIGHT 300

static const CoachReachPoint two_weeks[] = {
  { .day = 0, .reach = 5, .score = 6 },
  { .day = 1, .reach = 4, .score = 5, .flags = COACH_PAIN_NUMBNESS },
  { .day = 8, .reach = 2, .score = 3 },
  { .day = 16, .reach = 0, .score = 0 },
};

static CoachReachChart
make_chart (guint n_days)
{
  CoachReachChart chart = {
    .n_days = n_days,
    .points = two_weeks,
    .n_points = G_N_ELEMENTS (two_weeks),
    .selected = -1,
    .colors = { .text = { 0, 0, 0, 1 }, .line = { 0, 0.5, 0.5, 1 }, .dot = { 1, 0.5, 0, 1 },
                .paper = { 1, 1, 1, 1 } },
  };

  g_date_set_dmy (&chart.first_day, 9, 11, 2026);
  return chart;
}

static PangoContext *
make_context (double size)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");

  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  pango_context_set_font_description (context, font);
  return context;
}

/* Whether a pixel is other than the white ground. */
static gboolean
is_inked (cairo_surface_t *surface,
          double           x,
          double           y)
{
  const guint32 *pixels = (const guint32 *) (const void *) cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface) / 4;

  return (pixels[(int) y * stride + (int) x] & 0xffffff) != 0xffffff;
}

static cairo_surface_t *
draw (const CoachReachChart *chart,
      PangoContext          *context)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  coach_reach_chart_draw (chart, cr, context, WIDTH, HEIGHT);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
test_find_at (void)
{
  PangoContext *context = make_context (10);

  g_test_summary ("Every place leads to the nearest day with a check-in, in both text directions.");

  for (int is_rtl = 0; is_rtl <= 1; is_rtl++)
    {
      CoachReachChart chart = make_chart (17);
      double first, last;

      chart.is_rtl = is_rtl;
      for (guint i = 0; i < chart.n_points; i++)
        {
          double x = coach_reach_chart_get_x (&chart, context, WIDTH, two_weeks[i].day);

          g_assert_cmpint (coach_reach_chart_find_at (&chart, context, WIDTH, x), ==, (int) i);
        }
      first = coach_reach_chart_get_x (&chart, context, WIDTH, 0);
      last = coach_reach_chart_get_x (&chart, context, WIDTH, 16);
      g_assert_true ((first < last) == !is_rtl);
      g_assert_cmpint (coach_reach_chart_find_at (&chart, context, WIDTH, is_rtl ? 1e6 : -1e6), ==,
                       0);
      g_assert_cmpint (coach_reach_chart_find_at (&chart, context, WIDTH, is_rtl ? -1e6 : 1e6), ==,
                       3);
    }
  g_object_unref (context);
}

static void
test_find_at_nothing (void)
{
  PangoContext *context = make_context (10);
  CoachReachChart chart = make_chart (7);

  g_test_summary ("Where no day has a check-in, none is found, and one is drawn without any.");

  chart.n_points = 0;
  g_assert_cmpint (coach_reach_chart_find_at (&chart, context, WIDTH, 300), ==, -1);
  cairo_surface_destroy (draw (&chart, context));
  g_object_unref (context);
}

static void
test_runs (void)
{
  CoachReachChart chart = make_chart (17);

  g_test_summary ("The line bridges a gap of seven days, and none of eight.");

  g_assert_cmpuint (coach_reach_count_run (&chart, 0), ==, 3);
  g_assert_cmpuint (coach_reach_count_run (&chart, 3), ==, 1);
}

static void
test_rows (void)
{
  PangoContext *context = make_context (10);
  CoachReachFrame frame = coach_reach_frame_make (context, WIDTH, HEIGHT);

  g_test_summary ("The shore is highest, then the back, and so down to the foot.");

  for (guint reach = 0; reach < COACH_RANK_FOOT; reach++)
    g_assert_cmpfloat (coach_reach_frame_get_y (&frame, reach), <,
                       coach_reach_frame_get_y (&frame, reach + 1));
  g_assert_cmpfloat (coach_reach_frame_get_y (&frame, 0), >, 0);
  g_assert_cmpfloat (coach_reach_frame_get_y (&frame, COACH_RANK_FOOT), <, HEIGHT);
  g_object_unref (context);
}

static void
test_sizes (void)
{
  PangoContext *context = make_context (10);
  CoachReachFrame frame = coach_reach_frame_make (context, WIDTH, HEIGHT);
  CoachReachChart fortnight = make_chart (14);
  CoachReachChart year = make_chart (365);

  g_test_summary ("A sorer day has a larger dot, and the dots of a year are small.");

  for (guint score = 0; score < COACH_PAIN_WORST; score++)
    g_assert_cmpfloat (coach_reach_get_radius (&frame, &fortnight, score), <,
                       coach_reach_get_radius (&frame, &fortnight, score + 1));
  g_assert_cmpfloat (coach_reach_get_radius (&frame, &year, COACH_PAIN_WORST), <,
                     coach_reach_get_radius (&frame, &fortnight, COACH_PAIN_WORST));
  g_object_unref (context);
}

static void
assert_labels_apart (const CoachReachChart *chart,
                     PangoContext          *context,
                     double                 width)
{
  CoachReachFrame frame = coach_reach_frame_make (context, width, HEIGHT);
  g_autoptr (GArray) labels = coach_reach_make_labels (chart, &frame, context);

  g_assert_cmpuint (labels->len, >=, 1);
  g_assert_cmpuint (labels->len, <=, COACH_REACH_MAX_LABELS);
  for (guint i = 0; i < labels->len; i++)
    {
      const CoachReachLabel *a = &g_array_index (labels, CoachReachLabel, i);

      g_assert_cmpfloat (a->x, >=, 0);
      for (guint j = i + 1; j < labels->len; j++)
        {
          const CoachReachLabel *b = &g_array_index (labels, CoachReachLabel, j);

          g_assert_true (a->x + a->width < b->x || b->x + b->width < a->x);
        }
    }
}

static void
test_labels (void)
{
  static const guint days[] = { 1, 2, 3, 7, 14, 30, 31, 365, 366 };
  static const double widths[] = { 200, 320, 600, 1200 };
  static const double sizes[] = { 6, 10, 20, 30 };

  g_test_summary ("There are at most five dates, and never does one lie on another.");

  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    {
      PangoContext *context = make_context (sizes[size]);

      for (guint i = 0; i < G_N_ELEMENTS (days); i++)
        for (guint width = 0; width < G_N_ELEMENTS (widths); width++)
          {
            CoachReachChart chart = make_chart (days[i]);

            assert_labels_apart (&chart, context, widths[width]);
            chart.is_rtl = TRUE;
            assert_labels_apart (&chart, context, widths[width]);
          }
      g_object_unref (context);
    }
}

static void
test_drawing (void)
{
  PangoContext *context = make_context (10);
  CoachReachFrame frame = coach_reach_frame_make (context, WIDTH, HEIGHT);
  CoachReachChart chart = make_chart (17);
  cairo_surface_t *surface;

  g_test_summary ("Each day has its dot, a quiet one is hollow, a flag is a ring around it.");

  surface = draw (&chart, context);
  for (guint i = 0; i < chart.n_points; i++)
    {
      double x = coach_reach_frame_get_x (&frame, &chart, two_weeks[i].day);
      double y = coach_reach_frame_get_y (&frame, two_weeks[i].reach);
      double radius = coach_reach_get_radius (&frame, &chart, two_weeks[i].score);

      g_assert_true (is_inked (surface, x, y) == (two_weeks[i].reach > 0));
      g_assert_true (is_inked (surface, x - radius, y));
      if (i < 2)
        g_assert_true (is_inked (surface, x, y + radius + 0.16 * frame.line) == (i == 1));
    }
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reach-chart/find-at", test_find_at);
  g_test_add_func ("/reach-chart/find-at-nothing", test_find_at_nothing);
  g_test_add_func ("/reach-chart/runs", test_runs);
  g_test_add_func ("/reach-chart/rows", test_rows);
  g_test_add_func ("/reach-chart/sizes", test_sizes);
  g_test_add_func ("/reach-chart/labels", test_labels);
  g_test_add_func ("/reach-chart/drawing", test_drawing);

  return g_test_run ();
}
