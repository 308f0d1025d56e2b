#include "config.h"

#include "catalog.h"

#define SQUARE " 0.1 0.1 0.3 0.1 0.3 0.5 0.1 0.5\n"
#define BODY "body" SQUARE
#define SOME_ZONES \
  "zone low-back" SQUARE "zone buttock-left" SQUARE "zone thigh-left" SQUARE "zone calf-left" SQUARE \
  "zone foot-left" SQUARE "zone buttock-right" SQUARE "zone thigh-right" SQUARE \
  "zone calf-right" SQUARE
#define ZONES SOME_ZONES "zone foot-right" SQUARE
#define WIDTH "width 0.4500\n"

static void
test_round_trip (void)
{
  const char *text = WIDTH "body 0.1000 0.1000 0.3000 0.1000 0.3000 0.5000 0.1000 0.5000\n"
                           "tone 0.75 0.1000 0.1000 0.3000 0.1000 0.3000 0.2000\n";
  g_autofree char *zones = g_strconcat ("# A comment\n\n", text, ZONES, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachBodyChart) chart = coach_body_chart_parse ("x", zones, &error);
  g_autofree char *again = NULL;

  g_test_summary ("What is read is written again");
  g_assert_no_error (error);
  g_assert_cmpfloat (chart->width, ==, 0.45);
  g_assert_cmpuint (chart->outlines->len, ==, 2 + COACH_N_ZONES);
  again = coach_body_chart_to_text (chart);
  g_assert_true (g_str_has_prefix (again, text));
}

static void
test_outline (void)
{
  g_autoptr (CoachBodyChart) chart = coach_body_chart_parse ("x", WIDTH BODY ZONES, NULL);
  const CoachChartOutline *zone = coach_body_chart_get_zone (chart, COACH_ZONE_FOOT_RIGHT);
  CoachChartPoint middle = coach_chart_outline_get_middle (zone);
  CoachChartPoint low, high;

  g_test_summary ("A line knows its middle, its box and what is inside it");
  coach_chart_outline_get_box (zone, &low, &high);
  g_assert_cmpfloat_with_epsilon (middle.x, 0.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (middle.y, 0.3, 1e-9);
  g_assert_cmpfloat (low.x, ==, 0.1);
  g_assert_cmpfloat (high.y, ==, 0.5);
  g_assert_true (coach_chart_outline_contains (zone, 0.29, 0.49));
  g_assert_false (coach_chart_outline_contains (zone, 0.31, 0.3));
  g_assert_false (coach_chart_outline_contains (zone, 0.2, 0.05));
}

static void
test_broken (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "", "x: must have a width, the body and each zone" },
    { BODY ZONES, "x: must have a width, the body and each zone" },
    { WIDTH ZONES, "x: must have a width, the body and each zone" },
    { WIDTH BODY SOME_ZONES, "x: must have a width, the body and each zone" },
    { "width 0\n", "x: line 1: is no part of a chart" },
    { "width 0.4 0.5\n", "x: line 1: is no part of a chart" },
    { "width nan\n", "x: line 1: is no part of a chart" },
    { WIDTH "arm" SQUARE, "x: line 2: is no part of a chart" },
    { WIDTH "zone\n", "x: line 2: is no part of a chart" },
    { WIDTH "zone knee-left" SQUARE, "x: line 2: is no part of a chart" },
    { WIDTH "tone 2" SQUARE, "x: line 2: is no part of a chart" },
    { WIDTH "body 0.1 0.1 0.3 0.1 0.3\n", "x: line 2: is no part of a chart" },
    { WIDTH "body 0.1 0.1 0.3 0.1\n", "x: line 2: is no part of a chart" },
    { WIDTH "body 0.1 0.1 0.3 0.1 0.3 1.5\n", "x: line 2: is no part of a chart" },
    { WIDTH "body 0.1 0.1 0.3 0.1 0.3 inf\n", "x: line 2: is no part of a chart" },
    { WIDTH "body 0.1 0.1 0.3 0.1 0.3 -0.1\n", "x: line 2: is no part of a chart" },
  };

  g_test_summary ("A chart that is wrong says in which line");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (coach_body_chart_parse ("x", cases[i].text, &error));
      g_assert_error (error, COACH_CATALOG_ERROR, COACH_CATALOG_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-chart/round-trip", test_round_trip);
  g_test_add_func ("/body-chart/outline", test_outline);
  g_test_add_func ("/body-chart/broken", test_broken);
  return g_test_run ();
}
