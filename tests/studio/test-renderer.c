#include "config.h"

#include <string.h>

#include "coach-picture.h"
#include "studio-fixture.h"

#define WIDTH 64
#define HEIGHT 48

static CoachImage *
draw (CoachStyle style)
{
  g_autoptr (CoachPropBox) box = studio_fixture_props ();
  g_autofree char *text
      = studio_fixture_two_keys ("\"props\": {\"mat\": {\"kind\": \"mat\"}},", "", "\"t\": 1");
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachMotion) motion = studio_fixture_motion (text, box, &error);
  g_autoptr (CoachTake) take = NULL;
  g_autofree CoachScene *scene = NULL;
  g_autofree CoachSample *sample = g_new0 (CoachSample, 1);
  CoachShot shot;

  g_assert_no_error (error);
  motion->camera.fov_deg = 19.0;
  take = coach_take_new (motion);
  scene = coach_scene_new (motion, box, &error);
  g_assert_no_error (error);
  coach_take_sample (take, 0.0, sample);
  coach_scene_shot (take, sample, &shot);
  return coach_render (scene, &shot, style, WIDTH, HEIGHT);
}

static double
mean (const CoachImage *image,
      guint             x0,
      guint             x1,
      guint             channel)
{
  double sum = 0.0;

  for (guint y = 0; y < image->height; y++)
    for (guint x = x0; x < x1; x++)
      sum += image->rgb[(y * image->width + x) * 3 + channel];
  return sum / (image->height * (x1 - x0));
}

static void
test_same (void)
{
  g_autoptr (CoachImage) first = draw (COACH_STYLE_COLOR);
  g_autoptr (CoachImage) second = draw (COACH_STYLE_COLOR);
  gsize length = WIDTH * HEIGHT * 3;
  g_autofree char *a = g_compute_checksum_for_data (G_CHECKSUM_SHA256, first->rgb, length);
  g_autofree char *b = g_compute_checksum_for_data (G_CHECKSUM_SHA256, second->rgb, length);

  g_test_summary ("The same picture is the same bytes, however many threads drew it: a figure in a "
                  "bright room.");
  g_assert_cmpstr (a, ==, b);
  g_assert_cmpfloat (mean (first, 0, 8, 0), >, 190.0);
  g_assert_cmpfloat (mean (first, 28, 36, 0), <, mean (first, 0, 8, 0) - 40.0);
}

static void
test_lines (void)
{
  g_autoptr (CoachImage) image = draw (COACH_STYLE_LINES);
  guint darkest = 255;

  g_test_summary ("A line drawing has white paper, black lines and no colour.");
  for (guint i = 0; i < WIDTH * HEIGHT; i++)
    {
      darkest = MIN (darkest, image->rgb[i * 3]);
      g_assert_cmpuint (image->rgb[i * 3], ==, image->rgb[i * 3 + 2]);
    }
  g_assert_cmpuint (image->rgb[0], ==, 255);
  g_assert_cmpuint (darkest, <, 90);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/renderer/same", test_same);
  g_test_add_func ("/renderer/lines", test_lines);
  return g_test_run ();
}
