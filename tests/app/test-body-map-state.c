/* How the body map is walked over by keys, and what it says. */
#include "coach-body-map-state.h"

#include "coach-app-context.h"
#include "person-fixture.h"

static void
test_steps (void)
{
  static const struct
  {
    CoachZone     from;
    CoachBodyStep step;
    CoachZone     to;
  } cases[] = {
    { COACH_ZONE_LOW_BACK, COACH_BODY_STEP_UP, COACH_ZONE_LOW_BACK },
    { COACH_ZONE_LOW_BACK, COACH_BODY_STEP_LEFT, COACH_ZONE_BUTTOCK_LEFT },
    { COACH_ZONE_LOW_BACK, COACH_BODY_STEP_RIGHT, COACH_ZONE_BUTTOCK_RIGHT },
    { COACH_ZONE_LOW_BACK, COACH_BODY_STEP_DOWN, COACH_ZONE_BUTTOCK_LEFT },
    { COACH_ZONE_BUTTOCK_RIGHT, COACH_BODY_STEP_UP, COACH_ZONE_LOW_BACK },
    { COACH_ZONE_BUTTOCK_RIGHT, COACH_BODY_STEP_DOWN, COACH_ZONE_THIGH_RIGHT },
    { COACH_ZONE_CALF_LEFT, COACH_BODY_STEP_RIGHT, COACH_ZONE_CALF_RIGHT },
    { COACH_ZONE_CALF_LEFT, COACH_BODY_STEP_LEFT, COACH_ZONE_CALF_LEFT },
    { COACH_ZONE_CALF_RIGHT, COACH_BODY_STEP_LEFT, COACH_ZONE_CALF_LEFT },
    { COACH_ZONE_CALF_RIGHT, COACH_BODY_STEP_UP, COACH_ZONE_THIGH_RIGHT },
    { COACH_ZONE_FOOT_LEFT, COACH_BODY_STEP_DOWN, COACH_ZONE_FOOT_LEFT },
  };

  g_test_summary ("Arrow keys lead from zone to zone, and not off the body");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (coach_body_map_step (cases[i].from, cases[i].step), ==, cases[i].to);
}

static void
test_digits (void)
{
  static const struct
  {
    CoachZone zone;
    guint     digit;
    guint32   now_ms;
    guint     score;
  } cases[] = {
    { COACH_ZONE_CALF_LEFT, 0, 100, 0 },      { COACH_ZONE_CALF_LEFT, 1, 200, 1 },
    { COACH_ZONE_CALF_LEFT, 0, 900, 10 },     { COACH_ZONE_CALF_LEFT, 0, 1000, 0 },
    { COACH_ZONE_CALF_LEFT, 1, 2000, 1 },     { COACH_ZONE_CALF_LEFT, 0, 3500, 0 },
    { COACH_ZONE_CALF_LEFT, 1, 4000, 1 },     { COACH_ZONE_FOOT_LEFT, 0, 4100, 0 },
    { COACH_ZONE_FOOT_LEFT, 7, 4200, 7 },     { COACH_ZONE_FOOT_LEFT, 1, G_MAXUINT32 - 100, 1 },
    { COACH_ZONE_FOOT_LEFT, 0, 200, 10 },
  };
  CoachScoreKeys keys = { 0 };

  g_test_summary ("A digit is a score; 1 and 0 without a pause, in the same zone, are 10");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (coach_score_keys_press (&keys, cases[i].zone, cases[i].digit,
                                              cases[i].now_ms), ==, cases[i].score);
}

static void
test_strength (void)
{
  static const char *const strengths[COACH_PAIN_WORST + 1]
      = { "calm", "mild", "mild", "mild", "strong", "strong", "strong", "severe", "severe",
          "severe", "severe" };

  g_test_summary ("A zone looks stronger where the words of the scores change");
  for (guint score = 0; score <= COACH_PAIN_WORST; score++)
    g_assert_cmpstr (coach_body_map_get_strength (score), ==, strengths[score]);
}

static void
test_words (PersonFixture *fixture,
            gconstpointer  user_data)
{
  CoachPainGuide *guide
      = coach_catalog_get_pain_guide (coach_app_context_get_catalog (fixture->context));
  CoachPain pain = { .scores = { [COACH_ZONE_LOW_BACK] = 2, [COACH_ZONE_FOOT_RIGHT] = 10 },
                     .left = COACH_PAIN_BURNING,
                     .right = COACH_PAIN_NUMBNESS | COACH_PAIN_WEAKNESS };
  const CoachPain nothing = { 0 };
  g_autofree char *words = coach_body_map_describe_pain (guide, &pain);
  g_autofree char *none = coach_body_map_describe_pain (guide, &nothing);
  g_autofree char *zone = coach_body_map_describe_zone (guide, COACH_ZONE_CALF_LEFT, 3);
  g_autofree char *anchors = coach_body_map_describe_anchors (guide);

  g_test_summary ("What the map shows is said in the words of the clinical content");
  g_assert_cmpstr (words, ==,
                   "Low back 2 · Right foot 10 · Burning or electric, left leg · Numb, tingling or "
                   "dull, right leg · Really weak, right leg");
  g_assert_cmpstr (none, ==, "No pain");
  g_assert_cmpstr (zone, ==, "Left calf: 3 of 10");
  g_assert_true (g_str_has_prefix (anchors, "0: no pain · 3: noticeable"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-map-state/steps", test_steps);
  g_test_add_func ("/body-map-state/digits", test_digits);
  g_test_add_func ("/body-map-state/strength", test_strength);
  g_test_add ("/body-map-state/words", PersonFixture, NULL, person_fixture_set_up, test_words,
              person_fixture_tear_down);
  return g_test_run ();
}
