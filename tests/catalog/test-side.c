/* Texts are written for the left side; those for the right are made from them. */
#include <glib.h>

#include "catalog.h"

static void
test_swap (void)
{
  static const struct
  {
    const char *left;
    const char *right;
  } cases[] = {
    { "Rest your left ankle on your right thigh.", "Rest your right ankle on your left thigh." },
    { "Left foot first.", "Right foot first." },
    { "Stand upright, leftover (left).", "Stand upright, leftover (right)." },
    { "left-hand", "right-hand" },
    { "Nothing to swap", "Nothing to swap" },
    { "left", "right" },
    { "", "" },
    { "die linke Seite – left", "die linke Seite – right" },
  };

  g_test_summary ("Whole words left and right change places, and nothing else does");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *right = coach_side_swap_text (cases[i].left);
      g_autofree char *back = coach_side_swap_text (right);

      g_assert_cmpstr (right, ==, cases[i].right);
      g_assert_cmpstr (back, ==, cases[i].left);
    }
}

static void
test_other (void)
{
  g_test_summary ("The other side of a side, and the words for them");
  g_assert_cmpint (coach_side_get_other (COACH_SIDE_LEFT), ==, COACH_SIDE_RIGHT);
  g_assert_cmpint (coach_side_get_other (COACH_SIDE_RIGHT), ==, COACH_SIDE_LEFT);
  g_assert_cmpint (coach_side_get_other (COACH_SIDE_NONE), ==, COACH_SIDE_NONE);
  g_assert_cmpstr (coach_side_get_id (COACH_SIDE_RIGHT), ==, "right");
  g_assert_null (coach_side_get_id (COACH_SIDE_NONE));
}

static void
test_dose (void)
{
  CoachDose hold = { COACH_DOSE_HOLD, 30, 0, 2, 10 };
  CoachDose reps = { COACH_DOSE_REPS, 4, 12, 2, 20 };

  g_test_summary ("A step is 8 s of getting into place, sets, rests between, 5 s to change sides");
  g_assert_cmpuint (coach_dose_get_total_seconds (&hold, FALSE), ==, 8 + 30 + 10 + 30);
  g_assert_cmpuint (coach_dose_get_total_seconds (&hold, TRUE), ==, 8 + 70 + 5 + 70);
  g_assert_cmpuint (coach_dose_get_set_seconds (&reps), ==, 48);
  g_assert_cmpuint (coach_dose_get_total_seconds (&reps, TRUE), ==, 8 + 2 * (48 + 20 + 48) + 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/catalog/side/swap", test_swap);
  g_test_add_func ("/catalog/side/other", test_other);
  g_test_add_func ("/catalog/dose/seconds", test_dose);

  return g_test_run ();
}
