#include "config.h"

#include "studio-fixture.h"

#define HEAD "\"duration\": 4, \"camera\": {\"eye\": [3, 1, 1], \"at\": [0, 0, 1]}, "
#define KEYS "\"keys\": [{\"t\": 0, \"pose\": \"p\"}]"
#define POSE(text) "{" HEAD "\"poses\": {\"p\": " text "}, " KEYS "}"
#define BREATH(text) "{" HEAD "\"breath\": " text ", \"poses\": {\"p\": {}}, " KEYS "}"

typedef struct
{
  const char *text;
  const char *message;
} Broken;

static const Broken broken[] = {
  { "{", "made-up.json: line 1: a member name is missing" },
  { "{" HEAD "\"keys\": []}", "made-up.json: keys: must have 1 to 64 items" },
  { "{" HEAD "\"poses\": {}}", "made-up.json: \"keys\" is missing" },
  { "{" HEAD "\"sped\": 2, " KEYS "}", "made-up.json: has an unknown member \"sped\"" },
  { "{\"duration\": 400, " KEYS "}", "made-up.json: duration: is 400, must be 1 to 30" },
  { "{\"duration\": \"long\", " KEYS "}", "made-up.json: duration: must be a number" },
  { "{" HEAD KEYS "}", "made-up.json: there is no pose \"p\"" },
  { "{" HEAD "\"body\": \"../man\", " KEYS "}", "made-up.json: body must be the name of a body" },
  { BREATH ("{\"period\": 3}"), "made-up.json: breath: period must go into duration without a "
                                "rest, or the loop would not close" },
  { BREATH ("{\"in\": 1}"), "made-up.json: breath: \"period\" is missing" },
  { BREATH ("4"), "made-up.json: breath: must be an object" },
  { BREATH ("[4]"), "made-up.json: breath: must be an object" },
  { BREATH ("{\"period\": \"4\"}"), "made-up.json: breath.period: must be a number" },
  { BREATH ("{\"period\": 1}"), "made-up.json: breath.period: is 1, must be 2 to 12" },
  { BREATH ("{\"period\": 4, \"in\": 3.5}"), "made-up.json: breath.in: is 3.5, must be 1 to 3" },
  { BREATH ("{\"period\": 4, \"in\": 0}"), "made-up.json: breath.in: is 0, must be 1 to 3" },
  { BREATH ("{\"period\": 4, \"belly\": 0.05}"),
    "made-up.json: breath.belly: is 0.05, must be 0 to 0.04" },
  { BREATH ("{\"period\": 4, \"chest\": -0.001}"),
    "made-up.json: breath.chest: is -0.001, must be 0 to 0.04" },
  { BREATH ("{\"period\": 4, \"out\": 2}"), "made-up.json: breath: has an unknown member \"out\"" },
  { POSE ("{\"base\": \"p\"}"),
    "made-up.json: poses.p: the pose \"p\" is its own base in the end" },
  { POSE ("{\"angles\": {\"tail\": {\"flex\": 1}}}"),
    "made-up.json: poses.p.angles.tail.flex: there is no angle \"tail.flex\"" },
  { POSE ("{\"angles\": {\"shank_L\": {\"flex\": 170}}}"),
    "made-up.json: poses.p.angles.shank_L.flex: is 170, must be 0 to 150" },
  { POSE ("{\"contacts\": [{\"floor\": \"tail\"}]}"),
    "made-up.json: poses.p.contacts[0]: there is no landmark \"tail\"" },
  { POSE ("{\"contacts\": [{\"glue\": \"heel_L\"}]}"),
    "made-up.json: poses.p.contacts[0]: must have floor, plant, sole, palm, at, touch, grip, roll "
    "or aim" },
  { POSE ("{\"contacts\": [{\"at\": \"heel_L\", \"pos\": [1, 2]}]}"),
    "made-up.json: poses.p.contacts[0].pos: must be a list of three numbers or nulls" },
  { POSE ("{\"contacts\": [{\"floor\": \"glute_L\", \"surface\": \"chair.seat\"}]}"),
    "made-up.json: poses.p.contacts[0]: surface: there is no prop \"chair\"" },
  { "{" HEAD "\"props\": {\"x\": {\"kind\": \"sofa\"}}, " KEYS "}",
    "made-up.json: props.x: there is no kind of prop \"sofa\"" },
  { "{" HEAD "\"highlight\": {\"gill\": [[0, 1]]}, " KEYS "}",
    "made-up.json: highlight.gill: there is no muscle \"gill\"" },
  { "{" HEAD "\"poses\": {\"p\": {}}, \"keys\": [{\"t\": 1, \"pose\": \"p\"}]}",
    "made-up.json: keys[0].t: is 1, must be 0 to 0" },
  { "{" HEAD
    "\"poses\": {\"p\": {}}, \"keys\": [{\"t\": 0, \"pose\": \"p\", \"name\": \"../up\"}]}",
    "made-up.json: keys[0]: name may have letters, digits, spaces and hyphens only" },
  { "{" HEAD "\"poses\": {\"p\": {}}, \"keys\": [{\"t\": 0, \"pose\": \"p\", \"ease\": \"wild\"}]}",
    "made-up.json: keys[0]: ease is \"wild\", must be smooth, sine, linear, in or out" },
};

static void
test_broken (void)
{
  g_autoptr (CoachPropBox) box = studio_fixture_props ();

  g_test_summary ("A motion that is wrong is refused with its file, the member and what is wrong.");
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CoachMotion) motion = studio_fixture_motion (broken[i].text, box, &error);

      g_assert_null (motion);
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, ==, broken[i].message);
    }
}

static void
test_breath (void)
{
  g_autoptr (CoachPropBox) box = studio_fixture_props ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachMotion) plain = studio_fixture_motion (BREATH ("{\"period\": 4}"), box, &error);
  g_autoptr (CoachMotion) deep = studio_fixture_motion (
      BREATH ("{\"period\": 2, \"in\": 1, \"belly\": 0.03, \"chest\": 0}"), box, &error);

  g_test_summary ("A breath is half in and half out, and calm, unless it says otherwise.");
  g_assert_no_error (error);
  g_assert_cmpfloat (plain->breath.in_s, ==, 2.0);
  g_assert_cmpfloat (plain->breath.belly, ==, 0.005);
  g_assert_cmpfloat (plain->breath.chest, ==, 0.005);
  g_assert_cmpfloat (deep->breath.period_s, ==, 2.0);
  g_assert_cmpfloat (deep->breath.in_s, ==, 1.0);
  g_assert_cmpfloat (deep->breath.belly, ==, 0.03);
  g_assert_cmpfloat (deep->breath.chest, ==, 0.0);
}

static void
test_base (void)
{
  g_autoptr (CoachPropBox) box = studio_fixture_props ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachMotion) motion = studio_fixture_motion (
      "{" HEAD "\"poses\": {\"p\": {\"base\": \"hook-lying\", \"angles\": {\"shank_L\": "
      "{\"flex\": 70}}}}, \"keys\": [{\"t\": 0, \"pose\": \"p\"}, {\"t\": 1, \"pose\": "
      "\"hook-lying\"}]}",
      box, &error);
  const CoachPose *pose, *base;
  guint knee;

  g_test_summary ("A pose keeps what its shared base has, but for what it says itself.");
  g_assert_no_error (error);
  knee = (guint) coach_skeleton_find_dof (motion->figure->skeleton, "shank_L.flex");
  pose = &g_array_index (motion->poses, CoachPose, 0);
  base = &g_array_index (motion->poses, CoachPose, 1);
  for (guint i = 0; i < motion->figure->skeleton->n_dofs; i++)
    g_assert_cmpfloat (pose->angles[i], ==, i == knee ? 70.0 : base->angles[i]);
  g_assert_cmpfloat (base->angles[knee], >, 90.0);
  g_assert_cmpuint (base->n_contacts, >, 0);
  g_assert_cmpuint (pose->n_contacts, ==, base->n_contacts);
}

static void
test_mirror (void)
{
  g_autoptr (CoachPropBox) box = studio_fixture_props ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachMotion) motion
      = studio_fixture_motion ("{" HEAD "\"poses\": {\"q\": {\"angles\": {\"root\": {\"x\": 0.1}, "
                                        "\"uarm_L\": {\"flex\": 50}, \"thorax\": {\"twist\": 9}},"
                               " \"contacts\": [{\"at\": \"palm_L\", \"pos\": [0.5, 1, 1]}]}, "
                               "\"p\": {\"base\": \"q\", \"mirror\": true}}, " KEYS "}",
                               box, &error);
  const CoachSkeleton *skeleton;
  const CoachPose *pose;

  g_test_summary ("The mirror of a pose is the same pose of the other side.");
  g_assert_no_error (error);
  skeleton = motion->figure->skeleton;
  pose = &g_array_index (motion->poses, CoachPose, 0);
  g_assert_cmpfloat (pose->angles[0], ==, -0.1);
  g_assert_cmpfloat (pose->angles[coach_skeleton_find_dof (skeleton, "uarm_R.flex")], ==, 50);
  g_assert_cmpfloat (pose->angles[coach_skeleton_find_dof (skeleton, "uarm_L.flex")], ==, 0);
  g_assert_cmpfloat (pose->angles[coach_skeleton_find_dof (skeleton, "thorax.twist")], ==, -9);
  g_assert_cmpstr (pose->contacts[0].label, ==, "at palm_R");
  g_assert_cmpfloat (pose->contacts[0].at.x, ==, -0.5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/motion/broken", test_broken);
  g_test_add_func ("/motion/breath", test_breath);
  g_test_add_func ("/motion/base", test_base);
  g_test_add_func ("/motion/mirror", test_mirror);
  return g_test_run ();
}
