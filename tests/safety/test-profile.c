#include <glib.h>

#include "safety.h"

static void
count_cb (CoachProfile *profile,
          guint        *count)
{
  (*count)++;
}

static void
test_conditions (void)
{
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  guint changes = 0;

  g_test_summary ("Conditions are a set without the base one, and each change is told once");
  g_signal_connect (profile, "changed", G_CALLBACK (count_cb), &changes);
  g_assert_true (coach_profile_has_condition (profile, "sciatica"));
  coach_profile_set_condition (profile, "pregnancy", TRUE);
  coach_profile_set_condition (profile, "pregnancy", TRUE);
  coach_profile_set_condition (profile, "hypermobility", TRUE);
  g_assert_cmpuint (changes, ==, 2);
  g_assert_cmpstrv (coach_profile_get_conditions (profile),
                    ((const char *[]) { "hypermobility", "pregnancy", NULL }));
  coach_profile_set_conditions (profile, (const char *[]) { "pregnancy", "sciatica", "pregnancy",
                                                            "hypermobility", NULL });
  g_assert_cmpuint (changes, ==, 2);
  coach_profile_set_condition (profile, "pregnancy", FALSE);
  g_assert_false (coach_profile_has_condition (profile, "pregnancy"));
  g_assert_true (coach_profile_has_condition (profile, "hypermobility"));
  g_assert_cmpuint (changes, ==, 3);
}

static void
test_side (void)
{
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  guint changes = 0;

  g_test_summary ("The side that hurts is unknown until it is told");
  g_signal_connect (profile, "changed", G_CALLBACK (count_cb), &changes);
  g_assert_cmpint (coach_profile_get_side (profile), ==, COACH_SIDE_NONE);
  coach_profile_set_side (profile, COACH_SIDE_RIGHT);
  coach_profile_set_side (profile, COACH_SIDE_RIGHT);
  g_assert_cmpint (coach_profile_get_side (profile), ==, COACH_SIDE_RIGHT);
  g_assert_cmpuint (changes, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/safety/profile/conditions", test_conditions);
  g_test_add_func ("/safety/profile/side", test_side);

  return g_test_run ();
}
