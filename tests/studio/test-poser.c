#include "config.h"

#include "studio-fixture.h"

/* Solves the second key of a made-up motion and measures where a landmark is. */
static CoachPoint
solved_place (const char *props,
              const char *pose,
              const char *landmark)
{
  g_autoptr (CoachPropBox) box = studio_fixture_props ();
  g_autofree char *text = studio_fixture_two_keys (props, pose, "\"t\": 1");
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachMotion) motion = studio_fixture_motion (text, box, &error);
  g_autoptr (CoachTake) take = NULL;
  g_autofree CoachSample *sample = g_new0 (CoachSample, 1);

  g_assert_no_error (error);
  take = coach_take_new (motion);
  coach_take_sample (take, 1.0, sample);
  return coach_figure_landmark_at (motion->figure, &sample->stance,
                                   coach_figure_find_landmark (motion->figure, landmark));
}

static void
test_reaches (void)
{
  CoachPoint palm
      = solved_place ("", "\"also\": [{\"at\": \"palm_L\", \"pos\": [-0.2, 0.35, 1.1]}]", "palm_L");

  g_test_summary ("A hand that can reach its place gets there to within three millimetres.");
  g_assert_cmpfloat (coach_point_distance (palm, coach_point (-0.2, 0.35, 1.1)), <, 0.003);
}

static void
test_table (void)
{
  CoachPoint palm = solved_place (
      "\"props\": {\"table\": {\"kind\": \"table\", \"pos\": [0, 0.62, 0]}},",
      "\"angles\": {\"uarm_L\": {\"flex\": 40}, \"farm_L\": {\"flex\": 60, \"pron\": 70}},"
      " \"also\": [{\"floor\": \"palm_L\", \"surface\": \"table.top\"}]",
      "palm_L");

  g_test_summary ("A hand rests on the table's top as on a floor that is higher.");
  g_assert_cmpfloat_with_epsilon (palm.z, 0.75 + 0.016, 0.004);
}

static void
test_wall (void)
{
  CoachPoint palm = solved_place (
      "\"props\": {\"wall\": {\"kind\": \"wall\", \"pos\": [0, 0.5, 0], \"yaw\": 180}},",
      "\"angles\": {\"uarm_L\": {\"flex\": 80}, \"hand_L\": {\"flex\": -70}},"
      " \"also\": [{\"floor\": \"palm_L\", \"surface\": \"wall.wall.front\"}]",
      "palm_L");

  g_test_summary ("A hand rests on a wall that faces the figure.");
  g_assert_cmpfloat_with_epsilon (palm.y, 0.5 - 0.016, 0.004);
}

static void
test_flat_soles (void)
{
  CoachPoint ball = solved_place ("",
                                  "\"angles\": {\"thigh_*\": {\"flex\": 40}, \"shank_*\": "
                                  "{\"flex\": 60}, \"root\": {\"z\": 0.85}}",
                                  "ball_L");

  g_test_summary ("A sole that is named stays flat when the knees bend.");
  g_assert_cmpfloat_with_epsilon (ball.z, 0.019, 0.004);
}

static void
test_order (void)
{
  g_autoptr (CoachPropBox) box = studio_fixture_props ();
  g_autofree char *text = studio_fixture_two_keys (
      "", "\"also\": [{\"at\": \"palm_L\", \"pos\": [-0.2, 0.35, 1.1]}]", "\"t\": 1");
  g_autoptr (CoachMotion) motion = studio_fixture_motion (text, box, NULL);
  g_autoptr (CoachTake) take = coach_take_new (motion);
  g_autofree CoachSample *alone = g_new0 (CoachSample, 1);
  g_autofree CoachSample *samples = NULL;
  guint n;

  g_test_summary ("A moment is the same whenever, and in whatever thread, it is asked for.");
  samples = coach_check_sample (take, &n);
  coach_take_sample (take, 17.0 / COACH_FRAMES_PER_SECOND, alone);
  for (guint i = 0; i < motion->figure->skeleton->n_dofs; i++)
    g_assert_cmpfloat (alone->angles[i], ==, samples[17].angles[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/poser/reaches", test_reaches);
  g_test_add_func ("/poser/table", test_table);
  g_test_add_func ("/poser/wall", test_wall);
  g_test_add_func ("/poser/flat-soles", test_flat_soles);
  g_test_add_func ("/poser/order", test_order);
  return g_test_run ();
}
