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

static GDate
make_day (guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, G_DATE_JUNE, 2024);
  return date;
}

static void
test_because (void)
{
  static const struct
  {
    const char *condition; /* (nullable) */
    const char *move;
    CoachOrder  order;
    const char *trait; /* (nullable): with @trait_order */
    CoachOrder  trait_order;
    gboolean    benched;
    const char *words;
  } cases[] = {
    { NULL, "walk-in-place", COACH_ORDER_NONE, .words = "" },
    { "osteoporosis", "single-knee-to-chest", COACH_ORDER_NONE,
      .words = "Because: thin bones (osteoporosis) and rounding the back without load." },
    { "hip-replacement", "seated-cross-leg-lean", COACH_ORDER_NONE,
      .words = "Because: hip replacement and leg across the body; and hip replacement and deep hip "
               "bend." },
    { "hip-replacement", "seated-cross-leg-lean", COACH_ORDER_ALLOWED,
      .words = "Because: a clinician allowed it, with care; hip replacement and leg across the body; "
               "and hip replacement and deep hip bend." },
    { NULL, "bridge", COACH_ORDER_NEVER, .words = "Because: your own choice." },
    { NULL, "bridge", COACH_ORDER_FORBIDDEN, "core-effort", COACH_ORDER_NEVER,
      .words = "Because: your own choice about hard work for the trunk; and a clinician’s advice "
               "against it." },
    { NULL, "bridge", COACH_ORDER_NONE, "core-effort", COACH_ORDER_FORBIDDEN,
      .words = "Because: a clinician’s advice against hard work for the trunk." },
    { NULL, "bridge", .benched = TRUE, .words = "Because: it hurt not long ago." },
    { "from-the-future", "bridge", COACH_ORDER_NONE,
      .words = "Because: something that only a newer Lowtide knows about you." },
  };
  g_autoptr (CoachCatalog) catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), NULL);
  GDate since = make_day (1);

  g_test_summary ("What a verdict rests on, in a sentence, whatever kind of reason it is");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CoachProfile) profile = coach_profile_new ();
      g_autoptr (CoachVerdict) verdict = NULL;
      g_autofree char *words = NULL;

      if (cases[i].condition != NULL)
        coach_profile_set_condition (profile, cases[i].condition, TRUE);
      coach_profile_set_move_order (profile, cases[i].move, cases[i].order);
      if (cases[i].trait != NULL)
        coach_profile_set_trait_order (profile, cases[i].trait, cases[i].trait_order);
      if (cases[i].benched)
        coach_profile_bench (profile, cases[i].move, &since, NULL);
      verdict = coach_verdict_for_move (catalog, profile,
                                        coach_catalog_lookup_move (catalog, cases[i].move));
      words = coach_phrases_describe_because (catalog, verdict);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
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
