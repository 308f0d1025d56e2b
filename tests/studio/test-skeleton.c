#include "config.h"

#include <string.h>

#include "studio-fixture.h"

static CoachSkeleton *
read_skeleton (void)
{
  g_autofree char *figure = studio_fixture_figure ();
  g_autofree char *path = g_build_filename (figure, "skeleton.json", NULL);
  g_autoptr (GError) error = NULL;
  CoachSkeleton *skeleton = coach_skeleton_new (path, &error);

  g_assert_no_error (error);
  return skeleton;
}

static CoachPoint
joint (const CoachSkeleton *skeleton,
       const CoachStance   *stance,
       const char          *segment)
{
  return stance->segments[coach_skeleton_find_segment (skeleton, segment)].at;
}

static void
test_standing (void)
{
  g_autoptr (CoachSkeleton) skeleton = read_skeleton ();
  double angles[COACH_MAX_DOFS] = { 0 };
  CoachStance stance;
  CoachPoint ankle;

  g_test_summary ("With all angles 0 the legs hang straight down, as long as the tables say.");
  coach_skeleton_stand (skeleton, angles, &stance);
  ankle = joint (skeleton, &stance, "foot_L");
  g_assert_cmpfloat_with_epsilon (ankle.x, -0.05 * skeleton->stature, 1e-9);
  g_assert_cmpfloat_with_epsilon (ankle.y, 0.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (ankle.z, -(0.245 + 0.246) * skeleton->stature, 1e-9);
}

typedef struct
{
  const char *dof;
  double      degrees;
  const char *segment;
  CoachPoint  to;        /* which way it then lies from the joint before it, roughly */
} Direction;

static void
test_directions (void)
{
  static const Direction directions[] = {
    { "thigh_L.flex", 90, "shank_L", { 0, 1, 0 } },
    { "thigh_L.abd", 45, "shank_L", { -0.7, 0, -0.7 } },
    { "thigh_R.abd", 45, "shank_R", { 0.7, 0, -0.7 } },
    { "shank_R.flex", 90, "foot_R", { 0, -1, 0 } },
    { "uarm_L.flex", 90, "farm_L", { 0, 1, 0 } },
    { "uarm_L.abd", 90, "farm_L", { -1, 0, 0 } },
    { "farm_R.flex", 90, "hand_R", { 0, 1, 0 } },
    { "root.pitch", 90, "shank_L", { 0, 1, 0 } },
  };
  g_autoptr (CoachSkeleton) skeleton = read_skeleton ();

  g_test_summary ("Every anatomical angle turns the limb the way its name says, on both sides.");
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      int segment = coach_skeleton_find_segment (skeleton, directions[i].segment);
      double angles[COACH_MAX_DOFS] = { 0 };
      CoachStance stance;
      CoachPoint way;

      angles[coach_skeleton_find_dof (skeleton, directions[i].dof)] = directions[i].degrees;
      coach_skeleton_stand (skeleton, angles, &stance);
      way = coach_point_subtract (stance.segments[segment].at,
                                  stance.segments[skeleton->segments[segment].parent].at);
      g_assert_cmpfloat (
          coach_point_dot (coach_point_unit (way), coach_point_unit (directions[i].to)), >, 0.999);
    }
}

static void
test_sides (void)
{
  g_autofree char *right = coach_side_swapped ("thigh_L");
  g_autofree char *angle = coach_side_swapped ("uarm_R.flex");
  g_autofree char *middle = coach_side_swapped ("thorax.side");

  g_test_summary ("The other side has the other letter; what is in the middle keeps its name.");
  g_assert_cmpstr (right, ==, "thigh_R");
  g_assert_cmpstr (angle, ==, "uarm_L.flex");
  g_assert_cmpstr (middle, ==, "thorax.side");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/skeleton/standing", test_standing);
  g_test_add_func ("/skeleton/directions", test_directions);
  g_test_add_func ("/skeleton/sides", test_sides);
  return g_test_run ();
}
