#include "config.h"

#include <string.h>

#include "coach-pose-words.h"
#include "studio-fixture.h"

typedef struct
{
  const char *sentence;
  const char *dofs; /* angle=degrees, in order; of the trunk, from upright */
} Case;

static const Case cases[] = {
  { "left hip flexion 95°, abduction 30°, external rotation 50°, knee flexion 90°",
    "thigh_L.flex=95 thigh_L.abd=30 thigh_L.rot=-50 shank_L.flex=90" },
  { "shoulders 20° abduction, elbows 0°",
    "uarm_L.abd=20 uarm_R.abd=20 farm_L.flex=0 farm_R.flex=0" },
  { "both legs: hip flexion 55°, ankle plantarflexion 35°",
    "thigh_L.flex=55 thigh_R.flex=55 foot_L.flex=-35 foot_R.flex=-35" },
  { "right hip 0°, knee flexion 5°; left hip extension 10°",
    "thigh_R.flex=0 shank_R.flex=5 thigh_L.flex=-10" },
  { "lumbar rotation 15° and thoracic rotation 35° to the right",
    "lumbar.twist=15 thorax.twist=-35" },
  { "lumbar side-bend 6° to the left, neck flexion 20°", "lumbar.side=-6 neck.flex=20" },
  { "palms down on the mat", "" },
  { "trunk flat (0° from horizontal), palms down on the mat", "trunk=90" },
  { "trunk vertical; Trunk upright", "trunk=0 trunk=0" },
  { "trunk tipped 20° forwards, knees 0°", "trunk=20 shank_L.flex=0 shank_R.flex=0" },
  { "trunk leaning back 40° from vertical", "trunk=40" },
  { "trunk raised 30° from horizontal, trunk 20° above horizontal", "trunk=60 trunk=70" },
  { "trunk rising to 30° at the chest", "trunk=60" },
  { "trunk sloping down 40° to the hands", "trunk=130" },
  { "trunk upside down 80° from horizontal", "trunk=170" },
  { "trunk tipped 10° forwards with lumbar 0°", "trunk=10 lumbar.flex=0" },
  { "trunk still", "" },
  { "", "" },
};

static void
test_sentences (void)
{
  g_autofree char *figure = studio_fixture_figure ();
  g_autofree char *path = g_build_filename (figure, "skeleton.json", NULL);
  g_autoptr (CoachSkeleton) skeleton = coach_skeleton_new (path, NULL);

  g_test_summary (
      "Sides and joints carry on within a clause; what says no angle of a joint is left.");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) wanted = coach_pose_words_parse (skeleton, cases[i].sentence, NULL);
      g_autoptr (GString) got = g_string_new (NULL);

      for (guint w = 0; w < wanted->len; w++)
        {
          const CoachWantedAngle *angle = &g_array_index (wanted, CoachWantedAngle, w);

          g_string_append_printf (got, "%s%s=%g", w > 0 ? " " : "",
                                  angle->is_trunk ? "trunk" : skeleton->dofs[angle->dofs[0]].name,
                                  angle->degrees);
        }
      g_assert_cmpstr (got->str, ==, cases[i].dofs);
    }
}

static void
test_left_over (void)
{
  g_autofree char *figure = studio_fixture_figure ();
  g_autofree char *path = g_build_filename (figure, "skeleton.json", NULL);
  g_autoptr (CoachSkeleton) skeleton = coach_skeleton_new (path, NULL);
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) wanted
      = coach_pose_words_parse (skeleton, "knees 0°, trunk still, head turned 20°", left);

  g_test_summary ("A phrase that is not understood is handed back, never dropped in silence.");
  g_assert_cmpuint (wanted->len, ==, 2);
  g_assert_cmpuint (left->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (left, 0), ==, "trunk still");
  g_assert_cmpstr (g_ptr_array_index (left, 1), ==, "head turned 20°");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pose-words/sentences", test_sentences);
  g_test_add_func ("/pose-words/left-over", test_left_over);
  return g_test_run ();
}
