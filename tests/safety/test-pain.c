/* Every cell of the colour tables of safety.md, section 2. */
#include <glib.h>

#include "safety.h"

#define NUMB  COACH_PAIN_NUMBNESS
#define WEAK  COACH_PAIN_WEAKNESS
#define BURNS COACH_PAIN_BURNING

static CoachCatalog *catalog;

/* Scores and flags of a few zones; the others are 0. */
typedef struct
{
  guint8         back, buttock, thigh, calf, foot, other_thigh;
  CoachPainFlags left, right;
} Map;

static CoachPain
draw (const Map *map)
{
  CoachPain pain = { .left = map->left, .right = map->right };

  pain.scores[COACH_ZONE_LOW_BACK] = map->back;
  pain.scores[COACH_ZONE_BUTTOCK_LEFT] = map->buttock;
  pain.scores[COACH_ZONE_THIGH_LEFT] = map->thigh;
  pain.scores[COACH_ZONE_CALF_LEFT] = map->calf;
  pain.scores[COACH_ZONE_FOOT_LEFT] = map->foot;
  pain.scores[COACH_ZONE_THIGH_RIGHT] = map->other_thigh;
  return pain;
}

static void
test_before (void)
{
  static const struct
  {
    Map             now;
    CoachTrend      trend;
    CoachPainColour expected;
  } cases[] = {
    { { 0 }, COACH_TREND_STEADY, COACH_PAIN_GREEN },
    { { .back = 4, .thigh = 4 }, COACH_TREND_STEADY, COACH_PAIN_GREEN },
    { { .back = 4 }, COACH_TREND_RESOLVED, COACH_PAIN_GREEN },
    { { .back = 4 }, COACH_TREND_RETREATING, COACH_PAIN_GREEN },
    { { .back = 4 }, COACH_TREND_NOT_ENOUGH_DATA, COACH_PAIN_GREEN },
    { { .back = 5 }, COACH_TREND_STEADY, COACH_PAIN_AMBER },
    { { .foot = 5 }, COACH_TREND_STEADY, COACH_PAIN_AMBER },
    { { .back = 6 }, COACH_TREND_STEADY, COACH_PAIN_AMBER },
    { { .back = 1 }, COACH_TREND_FLARE, COACH_PAIN_AMBER },
    { { .back = 1 }, COACH_TREND_SPREADING, COACH_PAIN_AMBER },
    { { .left = BURNS }, COACH_TREND_STEADY, COACH_PAIN_AMBER },
    { { .right = NUMB }, COACH_TREND_STEADY, COACH_PAIN_AMBER },
    { { .back = 7 }, COACH_TREND_STEADY, COACH_PAIN_RED },
    { { .other_thigh = 7 }, COACH_TREND_RESOLVED, COACH_PAIN_RED },
    { { .foot = 10 }, COACH_TREND_FLARE, COACH_PAIN_RED },
  };

  g_test_summary ("Before a session the highest score, the flags and the trend decide");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CoachPain now = draw (&cases[i].now);

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpint (coach_pain_judge_before (catalog, &now, cases[i].trend), ==,
                       cases[i].expected);
    }
}

/* A digit is a score before, and the string what each score of now from 0 on comes to. */
static void
check_scores (gboolean    is_leg,
              guint8      before,
              const char *expected)
{
  Map then = { .back = is_leg ? 0 : before, .foot = is_leg ? before : 0 };
  /* The foot is as far down as can be, so that a rise from nothing alone is further down. */
  CoachPain before_pain = draw (&then);

  for (guint8 now = 0; now <= COACH_PAIN_WORST; now++)
    {
      Map after = { .back = is_leg ? 0 : now, .foot = is_leg ? now : 0 };
      CoachPain now_pain = draw (&after);
      const char *colour;

      colour = coach_pain_colour_get_id (coach_pain_judge_during (catalog, &before_pain,
                                                                  &now_pain));
      g_test_message ("%s %u to %u: %s", is_leg ? "leg" : "back", before, now, colour);
      g_assert_cmpint (colour[0], ==, expected[now]);
    }
}

static void
test_during_scores (void)
{
  g_test_summary ("During a session each score comes to its colour, of the leg and of the back");
  check_scores (TRUE, 0, "ggrrrrrrrrr");
  check_scores (TRUE, 1, "ggrrrrrrrrr");
  check_scores (TRUE, 2, "ggggarrrrrr");
  check_scores (TRUE, 3, "ggggaarrrrr");
  check_scores (TRUE, 4, "gggggarrrrr");
  check_scores (TRUE, 5, "ggggggrrrrr");
  check_scores (TRUE, 6, "gggggggrrrr");
  check_scores (FALSE, 0, "ggggrrrrrrr");
  check_scores (FALSE, 1, "ggggarrrrrr");
  check_scores (FALSE, 2, "ggggaarrrrr");
  check_scores (FALSE, 3, "gggggaarrrr");
  check_scores (FALSE, 4, "ggggggaarrr");
  check_scores (FALSE, 5, "gggggggarrr");
  check_scores (FALSE, 6, "ggggggggrrr");
}

typedef struct
{
  Map             before;
  Map             now;
  CoachPainColour during;
  CoachPainColour hour_after;
  CoachPainColour morning;
} Comparison;

static const Comparison comparisons[] = {
  /* Leg and back, the worse one counts. */
  { { .back = 3, .foot = 3 }, { .back = 3, .foot = 3 }, 0, 0, 0 },
  { { .back = 3, .foot = 3 }, { .back = 4, .foot = 3 }, 0, 0, 0 },
  { { .back = 3, .foot = 2 }, { .back = 5, .foot = 2 },
    COACH_PAIN_AMBER, COACH_PAIN_AMBER, COACH_PAIN_AMBER },
  { { .back = 0, .foot = 3 }, { .back = 2, .foot = 3 }, 0, COACH_PAIN_AMBER, COACH_PAIN_AMBER },
  { { .back = 3, .foot = 3 }, { .back = 6, .foot = 3 },
    COACH_PAIN_AMBER, COACH_PAIN_RED, COACH_PAIN_RED },
  { { .back = 3, .foot = 2 }, { .back = 1, .foot = 4 },
    COACH_PAIN_AMBER, COACH_PAIN_AMBER, COACH_PAIN_AMBER },
  { { .back = 5, .foot = 2 }, { .back = 6, .foot = 5 },
    COACH_PAIN_RED, COACH_PAIN_RED, COACH_PAIN_RED },
  /* The other leg counts like this one. */
  { { .back = 2, .thigh = 5 }, { .back = 2, .thigh = 1, .other_thigh = 1 }, 0, 0, 0 },
  /* Further down, though no score is higher. */
  { { .thigh = 4 }, { .calf = 3 }, COACH_PAIN_RED, COACH_PAIN_RED, COACH_PAIN_RED },
  { { .thigh = 4 }, { .thigh = 3, .calf = 1 }, 0, 0, 0 },
  { { .back = 4 }, { .thigh = 2 }, COACH_PAIN_RED, COACH_PAIN_RED, COACH_PAIN_RED },
  { { .calf = 4 }, { .thigh = 4 }, 0, 0, 0 },
  { { .calf = 1, .thigh = 2 }, { .calf = 2, .thigh = 2 },
    COACH_PAIN_RED, COACH_PAIN_RED, COACH_PAIN_RED },
  { { .back = 4 }, { .buttock = 2 }, COACH_PAIN_RED, COACH_PAIN_RED, COACH_PAIN_RED },
  { { 0 }, { .buttock = 2 }, COACH_PAIN_RED, COACH_PAIN_RED, COACH_PAIN_RED },
  { { 0 }, { .back = 3 }, 0, COACH_PAIN_RED, COACH_PAIN_RED },
  { { 0 }, { .back = 2 }, 0, COACH_PAIN_AMBER, COACH_PAIN_AMBER },
  /* Further down on one side is not outweighed by the other. */
  { { .foot = 4 }, { .other_thigh = 2 }, COACH_PAIN_RED, COACH_PAIN_RED, COACH_PAIN_RED },
  /* New flags, each on its side. */
  { { .back = 2 }, { .back = 2, .left = BURNS }, COACH_PAIN_RED, 0, 0 },
  { { .back = 2 }, { .back = 2, .left = NUMB }, COACH_PAIN_RED, 0, COACH_PAIN_RED },
  { { .left = NUMB }, { .left = NUMB }, 0, 0, 0 },
  { { .left = BURNS | NUMB }, { .left = NUMB }, 0, 0, 0 },
  { { .left = WEAK }, { .left = WEAK }, 0, 0, 0 },
  { { .back = 2 }, { .back = 2, .left = WEAK }, 0, 0, COACH_PAIN_SAME_DAY },
  { { .left = NUMB }, { .right = NUMB }, COACH_PAIN_RED, 0, COACH_PAIN_RED },
  /* Both legs, new or not. */
  { { .thigh = 2, .other_thigh = 2 }, { .thigh = 2, .other_thigh = 2 }, 0, 0,
    COACH_PAIN_SAME_DAY },
  { { .thigh = 2, .right = NUMB }, { .thigh = 2, .right = NUMB }, 0, 0, COACH_PAIN_SAME_DAY },
  { { .thigh = 2, .right = BURNS }, { .thigh = 2, .right = BURNS }, 0, 0, 0 },
  { { .thigh = 2, .other_thigh = 1 }, { .thigh = 2, .other_thigh = 1 }, 0, 0, 0 },
};

static void
test_comparisons (void)
{
  g_test_summary ("Where it hurts is compared with where it hurt, during and after a session");
  for (gsize i = 0; i < G_N_ELEMENTS (comparisons); i++)
    {
      const Comparison *comparison = &comparisons[i];
      CoachPain before = draw (&comparison->before);
      CoachPain now = draw (&comparison->now);

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpint (coach_pain_judge_during (catalog, &before, &now), ==, comparison->during);
      g_assert_cmpint (coach_pain_judge_after (catalog, COACH_PAIN_HOUR_AFTER, &before, &now), ==,
                       comparison->hour_after);
      g_assert_cmpint (coach_pain_judge_after (catalog, COACH_PAIN_NEXT_MORNING, &before, &now),
                       ==, comparison->morning);
    }
}

static void
test_nothing_before (void)
{
  Map map = { .back = 4 };
  CoachPain now = draw (&map);

  g_test_summary ("Without a score before, any pain is taken for a rise");
  g_assert_cmpint (coach_pain_judge_during (catalog, NULL, &now), ==, COACH_PAIN_RED);
  g_assert_cmpint (coach_pain_judge_after (catalog, COACH_PAIN_HOUR_AFTER, NULL, &now), ==,
                   COACH_PAIN_RED);
}

static void
test_measures (void)
{
  Map map = { .buttock = 3, .thigh = 1, .calf = 2, .other_thigh = 5, .left = BURNS, .right = NUMB };
  CoachPain pain = draw (&map);
  CoachPain low_back = { .scores = { [COACH_ZONE_LOW_BACK] = 6 } };

  g_test_summary ("Leg, back and reach are the highest of their zones");
  g_assert_cmpuint (coach_pain_get_worst (&pain), ==, 5);
  g_assert_cmpuint (coach_pain_get_leg (&pain), ==, 5);
  g_assert_cmpuint (coach_pain_get_back (&pain), ==, 3);
  g_assert_cmpint (coach_pain_get_flags (&pain), ==, BURNS | NUMB);
  g_assert_cmpuint (coach_pain_get_reach (&pain, COACH_SIDE_LEFT, 2), ==, COACH_RANK_CALF);
  g_assert_cmpuint (coach_pain_get_reach (&pain, COACH_SIDE_LEFT, 3), ==, COACH_RANK_BUTTOCK);
  g_assert_cmpuint (coach_pain_get_reach (&pain, COACH_SIDE_RIGHT, 2), ==, COACH_RANK_THIGH);
  g_assert_cmpuint (coach_pain_get_reach (&pain, COACH_SIDE_NONE, 2), ==, COACH_RANK_CALF);
  g_assert_cmpuint (coach_pain_get_reach (&pain, COACH_SIDE_NONE, 6), ==, 0);
  g_assert_cmpuint (coach_pain_get_reach (&low_back, COACH_SIDE_RIGHT, 2), ==, COACH_RANK_BACK);
  g_assert_cmpuint (coach_pain_get_back (&low_back), ==, 6);
  g_assert_cmpuint (coach_pain_get_leg (&low_back), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);
  g_assert_no_error (error);

  g_test_add_func ("/safety/pain/before", test_before);
  g_test_add_func ("/safety/pain/during-scores", test_during_scores);
  g_test_add_func ("/safety/pain/comparisons", test_comparisons);
  g_test_add_func ("/safety/pain/nothing-before", test_nothing_before);
  g_test_add_func ("/safety/pain/measures", test_measures);

  status = g_test_run ();
  g_clear_object (&catalog);
  return status;
}
