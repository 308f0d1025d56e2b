/* The phrases that several screens share. */
#include <glib.h>

#include "coach-phrases.h"

static void
test_dose (void)
{
  static const struct
  {
    CoachDose   dose;
    gboolean    per_side;
    const char *words;
  } cases[] = {
    { { COACH_DOSE_HOLD, 30, 0, 2, 10 }, TRUE, "30 s × 2 each side" },
    { { COACH_DOSE_HOLD, 30, 0, 1, 0 }, TRUE, "30 s each side" },
    { { COACH_DOSE_HOLD, 20, 0, 3, 10 }, FALSE, "20 s × 3" },
    { { COACH_DOSE_TIME, 60, 0, 1, 0 }, FALSE, "60 s" },
    { { COACH_DOSE_TIME, 180, 0, 1, 0 }, FALSE, "3 min" },
    { { COACH_DOSE_TIME, 150, 0, 1, 0 }, FALSE, "150 s" },
    { { COACH_DOSE_REPS, 4, 10, 2, 20 }, FALSE, "10 repetitions × 2" },
    { { COACH_DOSE_REPS, 4, 1, 1, 0 }, FALSE, "1 repetition" },
  };

  g_test_summary ("A dose in a few words");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = coach_phrases_describe_dose (&cases[i].dose, cases[i].per_side);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_clock (void)
{
  static const struct
  {
    gint64      left_us;
    const char *digits;
    const char *words;
  } cases[] = {
    { 0, "0:00", "0 seconds left" },
    { -5, "0:00", "0 seconds left" },
    { 1, "0:01", "1 second left" },
    { 24 * G_USEC_PER_SEC, "0:24", "24 seconds left" },
    { 24 * G_USEC_PER_SEC + 1, "0:25", "25 seconds left" },
    { 100 * G_USEC_PER_SEC, "1:40", "2 minutes left" },
    { 3599 * (gint64) G_USEC_PER_SEC, "59:59", "60 minutes left" },
  };

  g_test_summary ("What is left, in digits and in words; a begun second counts");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *digits = coach_phrases_format_clock (cases[i].left_us);
      g_autofree char *words = coach_phrases_describe_time_left (cases[i].left_us);

      g_assert_cmpstr (digits, ==, cases[i].digits);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_because (void)
{
  g_autoptr (CoachCatalog) catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), NULL);
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachVerdict) avoid = NULL;
  g_autoptr (CoachVerdict) allow = NULL;
  g_autofree char *words = NULL;
  g_autofree char *nothing = NULL;

  g_test_summary ("What a verdict rests on, in words");
  coach_profile_set_condition (profile, "osteoporosis", TRUE);
  avoid = coach_verdict_for_move (catalog, profile,
                                  coach_catalog_lookup_move (catalog, "single-knee-to-chest"));
  allow = coach_verdict_for_move (catalog, profile,
                                  coach_catalog_lookup_move (catalog, "walk-in-place"));
  words = coach_phrases_describe_because (catalog, avoid);
  nothing = coach_phrases_describe_because (catalog, allow);
  g_assert_cmpstr (words, ==, "Because of: Thin bones (osteoporosis) and “Rounding the back without load”");
  g_assert_cmpstr (nothing, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/app/phrases/dose", test_dose);
  g_test_add_func ("/app/phrases/clock", test_clock);
  g_test_add_func ("/app/phrases/because", test_because);

  return g_test_run ();
}
