#include "config.h"

#include "coach-reach-words.h"

static const GDate *
get_first_day (void)
{
  static GDate day;

  g_date_set_dmy (&day, 9, 11, 2026);
  return &day;
}

static void
test_day (void)
{
  static const struct
  {
    CoachReachPoint  point;
    const char      *words;
  } cases[] = {
    { { .day = 3, .reach = 4, .score = 5 }, "12 November · Calf · 5 of 10" },
    { { .day = 0, .reach = 1, .score = 10 }, "9 November · Low back · 10 of 10" },
    { { .day = 22 }, "1 December · No pain worth noting" },
    { { .day = 1, .flags = COACH_PAIN_WEAKNESS }, "10 November · No pain worth noting · weak" },
    { { .day = 1, .reach = 5, .score = 2, .flags = COACH_PAIN_NUMBNESS | COACH_PAIN_BURNING },
      "10 November · Foot · 2 of 10 · numb or tingling, burning" },
  };

  g_test_summary ("A dot says its day, how far down it is, the score, and what a leg felt besides.");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = coach_reach_words_describe_day (get_first_day (), &cases[i].point);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_line (void)
{
  static const CoachReachPoint points[] = {
    { .day = 0, .reach = 5, .score = 6 },
    { .day = 5, .reach = 4, .score = 5 },
    { .day = 13, .reach = 2, .score = 3 },
  };
  static const char * const words[] = {
    "Left leg: no check-in in this time",
    "Left leg: Foot on 9 November",
    "Left leg, 2 days: Foot on 9 November, Calf on 14 November",
    "Left leg, 3 days: Foot on 9 November, Buttock on 22 November",
  };

  g_test_summary ("The line says where it began and where it ended.");

  for (guint n = 0; n < G_N_ELEMENTS (words); n++)
    {
      g_autofree char *line = coach_reach_words_describe_line ("Left leg", get_first_day (), points, n);

      g_assert_cmpstr (line, ==, words[n]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reach-words/day", test_day);
  g_test_add_func ("/reach-words/line", test_line);

  return g_test_run ();
}
