#include <glib.h>

#include "coach-pain-form-state.h"

static void
check_pain (const CoachPain *pain,
            guint            back,
            guint            leg,
            guint            reach_left,
            guint            reach_right)
{
  g_assert_cmpuint (coach_pain_get_back (pain), ==, back);
  g_assert_cmpuint (coach_pain_get_leg (pain), ==, leg);
  g_assert_cmpuint (coach_pain_get_reach (pain, COACH_SIDE_LEFT, 1), ==, reach_left);
  g_assert_cmpuint (coach_pain_get_reach (pain, COACH_SIDE_RIGHT, 1), ==, reach_right);
}

/* The states in which all is answered, and what they come to; and back again. */
static void
test_answers (void)
{
  static const struct
  {
    CoachPainFormState state;
    guint              back, leg, reach_left, reach_right;
  } cases[] = {
    { { 0, -1, -1, -1, 0, 0 }, 0, 0, 0, 0 },
    { { COACH_RANK_BACK, -1, 4, -1, 0, 0 }, 4, 0, 1, 1 },
    { { COACH_RANK_BUTTOCK, COACH_PAIN_SIDE_LEFT, 5, -1, 0, 0 }, 5, 0, 2, 0 },
    { { COACH_RANK_THIGH, COACH_PAIN_SIDE_RIGHT, 2, 6, 0, COACH_PAIN_BURNING }, 2, 6, 0, 3 },
    { { COACH_RANK_FOOT, COACH_PAIN_SIDE_LEFT, 3, 2, COACH_PAIN_NUMBNESS, 0 }, 3, 2, 5, 0 },
    { { COACH_RANK_CALF, COACH_PAIN_SIDE_BOTH, 1, 3, 0, 0 }, 1, 3, 4, 4 },
  };

  g_test_summary ("The answers make a map of pain that says the same");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CoachPain pain;

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_true (coach_pain_form_state_is_complete (&cases[i].state));
      pain = coach_pain_form_state_get_pain (&cases[i].state);
      check_pain (&pain, cases[i].back, cases[i].leg, cases[i].reach_left, cases[i].reach_right);
      g_assert_cmpint (pain.left, ==, cases[i].state.left);
      g_assert_cmpint (pain.right, ==, cases[i].state.right);
    }
}

static void
test_incomplete (void)
{
  static const CoachPainFormState states[] = {
    { -1, -1, -1, -1, 0, 0 },
    { -1, COACH_PAIN_SIDE_LEFT, 3, 3, 0, 0 },
    { COACH_RANK_BACK, -1, -1, -1, 0, 0 },
    { COACH_RANK_BUTTOCK, -1, 4, -1, 0, 0 },
    { COACH_RANK_BUTTOCK, COACH_PAIN_SIDE_LEFT, -1, -1, 0, 0 },
    { COACH_RANK_THIGH, COACH_PAIN_SIDE_LEFT, 2, -1, 0, 0 },
    { COACH_RANK_FOOT, -1, 2, 2, 0, 0 },
  };
  CoachPainFormState fresh = coach_pain_form_state_new ();

  g_test_summary ("Nothing is taken for answered that was not");
  g_assert_false (coach_pain_form_state_is_complete (&fresh));
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    g_assert_false (coach_pain_form_state_is_complete (&states[i]));
}

/* What was picked before and does not apply any more is not counted. */
static void
test_changed_mind (void)
{
  CoachPainFormState state = { COACH_RANK_BACK, COACH_PAIN_SIDE_LEFT, 3, 8, 0, 0 };
  CoachPain pain = coach_pain_form_state_get_pain (&state);

  g_test_summary ("An answer to what is not asked any more does not count");
  check_pain (&pain, 3, 0, 1, 1);
  state.reach = 0;
  pain = coach_pain_form_state_get_pain (&state);
  g_assert_cmpuint (coach_pain_get_worst (&pain), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/pain-form-state/answers", test_answers);
  g_test_add_func ("/pain-form-state/incomplete", test_incomplete);
  g_test_add_func ("/pain-form-state/changed-mind", test_changed_mind);

  return g_test_run ();
}
