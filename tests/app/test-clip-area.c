/* Where clips and stills lie in views of all shapes. */
#include <glib.h>

#include "coach-clip-area.h"

typedef struct
{
  const char   *what;
  double        picture[2];
  double        view[2];
  CoachClipFit  fit;
  CoachClipArea area;
} Row;

static const Row rows[] = {
  { "a clip in a view of its shape is seen whole", { 1280, 720 }, { 640, 360 },
    COACH_CLIP_FIT_CORE, { 0, 0, 640, 360 } },
  { "its middle fills a view of 4 to 3", { 1280, 720 }, { 320, 240 },
    COACH_CLIP_FIT_CORE, { -53.333, 0, 426.667, 240 } },
  { "between the two, part of its sides is seen", { 1280, 720 }, { 720, 450 },
    COACH_CLIP_FIT_CORE, { -40, 0, 800, 450 } },
  { "in a wider view there is room beside it", { 1280, 720 }, { 1000, 450 },
    COACH_CLIP_FIT_CORE, { 100, 0, 800, 450 } },
  { "in a tall view there is room above and below", { 1280, 720 }, { 360, 640 },
    COACH_CLIP_FIT_CORE, { -60, 185, 480, 270 } },
  { "a still lies on the middle of its clip", { 640, 480 }, { 640, 360 },
    COACH_CLIP_FIT_CORE, { 80, 0, 480, 360 } },
  { "a still fills a view of 4 to 3", { 640, 480 }, { 320, 240 },
    COACH_CLIP_FIT_CORE, { 0, 0, 320, 240 } },
  { "a clip without sides is seen as it was", { 960, 720 }, { 1000, 450 },
    COACH_CLIP_FIT_CORE, { 200, 0, 600, 450 } },
  { "a picture narrower than 4 to 3 is seen whole", { 600, 600 }, { 400, 300 },
    COACH_CLIP_FIT_CORE, { 50, 0, 300, 300 } },
  { "a still covers a tall view", { 640, 480 }, { 300, 600 },
    COACH_CLIP_FIT_COVER, { -250, 0, 800, 600 } },
  { "a still covers a wide view", { 640, 480 }, { 800, 300 },
    COACH_CLIP_FIT_COVER, { 0, -150, 800, 600 } },
  { "a clip covers a wide view with its middle", { 1280, 720 }, { 800, 300 },
    COACH_CLIP_FIT_COVER, { -133.333, -150, 1066.667, 600 } },
  { "nothing is seen in a view without height", { 1280, 720 }, { 300, 0 },
    COACH_CLIP_FIT_CORE, { 150, 0, 0, 0 } },
};

static void
test_table (void)
{
  g_test_summary ("The middle of a picture is always seen, and its sides where there is room");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CoachClipArea area = coach_clip_area_place (rows[i].picture[0], rows[i].picture[1],
                                                  rows[i].view[0], rows[i].view[1], rows[i].fit);

      g_test_message ("%s", rows[i].what);
      g_assert_cmpfloat_with_epsilon (area.x, rows[i].area.x, 0.001);
      g_assert_cmpfloat_with_epsilon (area.y, rows[i].area.y, 0.001);
      g_assert_cmpfloat_with_epsilon (area.width, rows[i].area.width, 0.001);
      g_assert_cmpfloat_with_epsilon (area.height, rows[i].area.height, 0.001);
    }
}

static void
assert_coincide (double       width,
                 double       height,
                 CoachClipFit fit)
{
  CoachClipArea clip = coach_clip_area_place (1280, 720, width, height, fit);
  CoachClipArea still = coach_clip_area_place (640, 480, width, height, fit);

  g_test_message ("%g by %g", width, height);
  g_assert_cmpfloat_with_epsilon (clip.height, still.height, 0.001);
  g_assert_cmpfloat_with_epsilon (clip.y, still.y, 0.001);
  g_assert_cmpfloat_with_epsilon (clip.x + clip.width / 2, still.x + still.width / 2, 0.001);
  g_assert_cmpfloat_with_epsilon (clip.width / 1280, still.width / 960, 0.001);
}

static void
test_coincide (void)
{
  g_test_summary ("Nothing moves or grows when the clip takes the place of its still");
  for (double width = 50; width <= 2000; width += 150)
    for (double height = 50; height <= 1500; height += 150)
      {
        assert_coincide (width, height, COACH_CLIP_FIT_CORE);
        assert_coincide (width, height, COACH_CLIP_FIT_COVER);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/clip-area/table", test_table);
  g_test_add_func ("/app/clip-area/coincide", test_coincide);
  return g_test_run ();
}
