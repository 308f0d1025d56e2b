/* What a day asks for. */
#include "safety-fixture.h"

#define TODAY 10
#define NO_CHECKIN (-1)

/* What a day is marked with, for tables. */
typedef enum
{
  BLOCKED = 1 << 0,
  REST    = 1 << 1,
  HALF    = 1 << 2,
  EASIER  = 1 << 3,
  FLARE   = 1 << 4,
} Marks;

typedef struct
{
  CoachTrend       trend;
  int              score;    /* of the buttock; no check-in when it is negative */
  CoachPainFlags   flags;
  Marks            recovery; /* what earlier sessions ask for */
  gboolean         is_flare;

  Marks            marks;
  CoachPainColour  colour;
  const char      *conditions; /* joined, as the next one */
  const char      *traits;     /* how many, and of whom: see describe_traits() */
} Case;

static Marks
get_marks (CoachDay *day)
{
  return (coach_day_is_blocked (day) ? BLOCKED : 0) | (coach_day_is_rest_day (day) ? REST : 0)
         | (coach_day_is_half_dose (day) ? HALF : 0) | (coach_day_is_easier (day) ? EASIER : 0)
         | (coach_day_is_flare (day) ? FLARE : 0);
}

/* Whose traits are left out: of nobody, of a sore spell, or of pain that spreads. */
static const char *
describe_traits (CoachCatalog *catalog,
                 CoachDay     *day)
{
  CoachPainGuide *guide = coach_catalog_get_pain_guide (catalog);
  char **flare = coach_pain_guide_get_advice (guide, COACH_TREND_FLARE)->avoid_traits;
  char **spreading = coach_pain_guide_get_advice (guide, COACH_TREND_SPREADING)->avoid_traits;
  const char * const *traits = coach_day_get_traits (day);

  g_assert_cmpuint (g_strv_length (flare), <, g_strv_length (spreading));
  for (guint i = 0; flare[i] != NULL; i++)
    g_assert_true (g_strv_contains ((const char * const *) spreading, flare[i]));
  for (guint i = 0; traits[i] != NULL; i++)
    g_assert_true (g_strv_contains ((const char * const *) spreading, traits[i]));
  if (traits[0] == NULL)
    return "none";
  return g_strv_length ((char **) traits) == g_strv_length (spreading) ? "spreading" : "flare";
}

static void
check_case (CoachCatalog *catalog,
            const Case   *c)
{
  GDate today = safety_fixture_june (TODAY);
  CoachRecovery recovery = { .is_rest_day = (c->recovery & REST) != 0,
                             .rest_until = today,
                             .is_half_dose = (c->recovery & HALF) != 0,
                             .is_easier = (c->recovery & EASIER) != 0 };
  CoachPain pain = { .left = c->flags };
  CoachDayFacts facts = { catalog, &today, NULL, &recovery, c->trend, NULL, c->is_flare };
  g_autoptr (CoachDay) day = NULL;
  g_autofree char *conditions = NULL;

  pain.scores[COACH_ZONE_BUTTOCK_LEFT] = (guint8) MAX (c->score, 0);
  if (c->score != NO_CHECKIN)
    facts.pain = &pain;
  day = coach_day_new (&facts);
  conditions = g_strjoinv (" ", (char **) coach_day_get_conditions (day));
  g_assert_cmphex (get_marks (day), ==, c->marks);
  g_assert_cmpint (coach_day_get_colour (day), ==, c->colour);
  g_assert_cmpstr (conditions, ==, c->conditions);
  g_assert_cmpstr (describe_traits (catalog, day), ==, c->traits);
  g_assert_cmpuint (coach_day_get_rest_factor (day) > 1, ==, c->is_flare);
  g_assert_cmpint (g_date_compare (coach_day_get_date (day), &today), ==, 0);
}

static void
test_cases (void)
{
  static const Case cases[] = {
    /* a quiet day */
    { COACH_TREND_STEADY, NO_CHECKIN, 0, 0, FALSE, 0, COACH_PAIN_GREEN, "", "none" },
    { COACH_TREND_RESOLVED, 0, 0, 0, FALSE, 0, COACH_PAIN_GREEN, "", "none" },
    { COACH_TREND_RETREATING, 3, 0, 0, FALSE, 0, COACH_PAIN_GREEN, "", "none" },
    { COACH_TREND_NOT_ENOUGH_DATA, 4, 0, 0, FALSE, 0, COACH_PAIN_GREEN, "", "none" },
    /* pain before a session */
    { COACH_TREND_STEADY, 5, 0, 0, FALSE, HALF | EASIER, COACH_PAIN_AMBER, "", "spreading" },
    { COACH_TREND_STEADY, 6, 0, 0, FALSE, HALF | EASIER, COACH_PAIN_AMBER, "", "spreading" },
    { COACH_TREND_STEADY, 7, 0, 0, FALSE, HALF | EASIER, COACH_PAIN_RED, "", "spreading" },
    { COACH_TREND_STEADY, 1, COACH_PAIN_BURNING, 0, FALSE, HALF | EASIER, COACH_PAIN_AMBER, "",
      "spreading" },
    { COACH_TREND_STEADY, 1, COACH_PAIN_NUMBNESS, 0, FALSE, HALF | EASIER, COACH_PAIN_AMBER, "",
      "spreading" },
    /* the trend, with and without a check-in of today */
    { COACH_TREND_FLARE, NO_CHECKIN, 0, 0, FALSE, HALF | EASIER, COACH_PAIN_AMBER, "acute-flare",
      "spreading" },
    { COACH_TREND_SPREADING, NO_CHECKIN, 0, 0, FALSE, HALF | EASIER, COACH_PAIN_AMBER,
      "acute-flare", "spreading" },
    { COACH_TREND_SPREADING, 2, 0, 0, FALSE, HALF | EASIER, COACH_PAIN_AMBER, "acute-flare",
      "spreading" },
    { COACH_TREND_URGENT, NO_CHECKIN, 0, 0, FALSE, BLOCKED | HALF, COACH_PAIN_GREEN, "", "none" },
    { COACH_TREND_URGENT, 8, 0, 0, FALSE, BLOCKED | HALF | EASIER, COACH_PAIN_RED, "",
      "spreading" },
    /* what followed earlier sessions */
    { COACH_TREND_STEADY, 2, 0, REST, FALSE, REST, COACH_PAIN_GREEN, "", "none" },
    { COACH_TREND_STEADY, 2, 0, HALF | EASIER, FALSE, HALF | EASIER, COACH_PAIN_GREEN, "", "none" },
    { COACH_TREND_STEADY, 5, 0, REST | HALF, FALSE, REST | HALF | EASIER, COACH_PAIN_AMBER, "",
      "spreading" },
    { COACH_TREND_FLARE, 5, 0, HALF, FALSE, HALF | EASIER, COACH_PAIN_AMBER, "acute-flare",
      "spreading" },
    /* flare-up mode */
    { COACH_TREND_STEADY, 2, 0, 0, TRUE, EASIER | FLARE, COACH_PAIN_GREEN, "acute-flare", "none" },
    { COACH_TREND_FLARE, 6, 0, 0, TRUE, HALF | EASIER | FLARE, COACH_PAIN_AMBER, "acute-flare",
      "spreading" },
  };
  g_autoptr (CoachCatalog) catalog = safety_fixture_load ();

  g_test_summary ("Pain, trend, recovery and flare-up mode add up, and half a dose stays one half");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      check_case (catalog, &cases[i]);
    }
}

/* The day of somebody who answered one question with yes. */
static CoachDay *
make_day_after (CoachCatalog *catalog,
                const char   *question)
{
  CoachScreening *screening = coach_catalog_get_screening (catalog);
  g_autoptr (CoachScreeningRecord) record = coach_screening_record_new ();
  GDate today = safety_fixture_june (TODAY);
  CoachScreeningAnswer yes = { .answer = COACH_ANSWER_YES, .answered = today };
  g_autoptr (CoachScreeningDecision) decision = NULL;
  CoachDayFacts facts = { catalog, &today, NULL, NULL, COACH_TREND_STEADY, NULL, FALSE };

  coach_screening_record_set (record, question, &yes);
  decision = coach_screening_decide (screening, record, COACH_TREND_STEADY, &today);
  facts.decision = decision;
  return coach_day_new (&facts);
}

static void
test_screening (void)
{
  static const struct
  {
    const char *question;
    gboolean    is_blocked;
    const char *conditions;
    const char *limits;
  } cases[] = {
    { "saddle", TRUE, "", "" },
    { "weak-leg", TRUE, "", "" },
    { "bleeding", FALSE, "blood-thinners", "no-roller" },
    { "hip-replacement", FALSE, "hip-replacement", "no-deep-hip-bend no-hip-cross no-hip-roller" },
  };
  g_autoptr (CoachCatalog) catalog = safety_fixture_load ();

  g_test_summary ("Warning-sign answers block, add conditions and set limits, sorted");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CoachDay) day = make_day_after (catalog, cases[i].question);
      g_autofree char *conditions = g_strjoinv (" ", (char **) coach_day_get_conditions (day));
      g_autofree char *limits = g_strjoinv (" ", (char **) coach_day_get_limits (day));

      g_test_message ("%s", cases[i].question);
      g_assert_cmpint (coach_day_is_blocked (day), ==, cases[i].is_blocked);
      g_assert_cmpstr (conditions, ==, cases[i].conditions);
      g_assert_cmpstr (limits, ==, cases[i].limits);
    }
}

/* The advice is "hidden until you tell the app they agreed". */
static void
test_agreed (void)
{
  g_autoptr (CoachCatalog) catalog = safety_fixture_load ();
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachDay) day = make_day_after (catalog, "hip-replacement");
  CoachMove *crossed = coach_catalog_lookup_move (catalog, "seated-cross-leg-lean");

  g_test_summary ("After a hip operation, moves are left out until a clinician's word is noted");
  coach_profile_set_day (profile, day);
  g_assert_cmpint (coach_safety_get_level (catalog, profile, crossed), ==, COACH_VERDICT_AVOID);
  coach_profile_set_trait_order (profile, "hip-flexion-deep", COACH_ORDER_ALLOWED);
  g_assert_cmpint (coach_safety_get_level (catalog, profile, crossed), ==, COACH_VERDICT_AVOID);
  coach_profile_set_trait_order (profile, "hip-adduction-across-midline", COACH_ORDER_ALLOWED);
  g_assert_cmpint (coach_safety_get_level (catalog, profile, crossed), ==, COACH_VERDICT_CAUTION);
  coach_profile_set_trait_order (profile, "hip-flexion-deep", COACH_ORDER_NONE);
  coach_profile_set_trait_order (profile, "hip-adduction-across-midline", COACH_ORDER_NONE);
  coach_profile_set_move_order (profile, "seated-cross-leg-lean", COACH_ORDER_ALLOWED);
  g_assert_cmpint (coach_safety_get_level (catalog, profile, crossed), ==, COACH_VERDICT_CAUTION);
}

static void
test_equal (void)
{
  g_autoptr (CoachCatalog) catalog = safety_fixture_load ();
  g_autoptr (CoachDay) first = make_day_after (catalog, "hip-replacement");
  g_autoptr (CoachDay) same = make_day_after (catalog, "hip-replacement");
  g_autoptr (CoachDay) other = make_day_after (catalog, "bleeding");

  g_test_summary ("Days made of the same facts are equal");
  g_assert_true (coach_day_equal (first, same));
  g_assert_false (coach_day_equal (first, other));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/safety/day/cases", test_cases);
  g_test_add_func ("/safety/day/screening", test_screening);
  g_test_add_func ("/safety/day/agreed", test_agreed);
  g_test_add_func ("/safety/day/equal", test_equal);

  return g_test_run ();
}
