/* What the person and their clinicians said, what hurt, and what the day asks for. */
#include "safety-fixture.h"

#define TODAY 10

typedef struct
{
  const char        *condition; /* (nullable) */
  const char        *move;
  CoachOrder         order;     /* of the move */
  const char        *trait;     /* (nullable): with @trait_order */
  CoachOrder         trait_order;
  guint              bench_until; /* a day of June; 0 for no bench */
  const char        *day_trait;   /* (nullable): left out today */
  const char        *limit;       /* (nullable): in force */
  CoachVerdictLevel  level;
  const char        *kinds;       /* of the reasons, in their order */
} Case;

static char
get_letter (CoachReasonKind kind)
{
  switch (kind)
    {
    case COACH_REASON_RULE:
      return 'r';
    case COACH_REASON_LIMIT:
      return 'l';
    case COACH_REASON_DAY:
      return 'd';
    case COACH_REASON_BENCHED:
      return 'b';
    case COACH_REASON_FORBIDDEN:
      return 'f';
    case COACH_REASON_ALLOWED:
      return 'a';
    case COACH_REASON_NEVER:
      return 'n';
    case COACH_REASON_UNKNOWN:
    default:
      return 'u';
    }
}

static CoachProfile *
make_profile (const Case *c)
{
  CoachProfile *profile = coach_profile_new ();
  const char *limits[] = { c->limit, NULL };
  const char *traits[] = { c->day_trait, NULL };
  CoachDay *day = safety_fixture_make_day (TODAY, NULL, limits, traits);
  GDate since = safety_fixture_june (1);
  GDate until = safety_fixture_june (MAX (c->bench_until, 1));

  if (c->condition != NULL)
    coach_profile_set_condition (profile, c->condition, TRUE);
  coach_profile_set_move_order (profile, c->move, c->order);
  if (c->trait != NULL)
    coach_profile_set_trait_order (profile, c->trait, c->trait_order);
  if (c->bench_until != 0)
    coach_profile_bench (profile, c->move, &since, &until);
  coach_profile_set_day (profile, day);
  coach_day_unref (day);
  return profile;
}

static void
check_case (CoachCatalog *catalog,
            const Case   *c)
{
  g_autoptr (CoachProfile) profile = make_profile (c);
  g_autoptr (GString) kinds = g_string_new (NULL);
  CoachMove *move = coach_catalog_lookup_move (catalog, c->move);
  g_autoptr (CoachVerdict) verdict = coach_verdict_for_move (catalog, profile, move);

  for (guint i = 0; i < coach_verdict_get_n_reasons (verdict); i++)
    g_string_append_c (kinds, get_letter (coach_verdict_get_reason (verdict, i)->kind));
  g_assert_cmpstr (coach_verdict_level_get_id (coach_verdict_get_level (verdict)), ==,
                   coach_verdict_level_get_id (c->level));
  g_assert_cmpstr (kinds->str, ==, c->kinds);
  g_assert_cmpint (coach_safety_get_level (catalog, profile, move), ==, c->level);
}

static void
test_cases (void)
{
  static const Case cases[] = {
    /* orders of the move itself */
    { NULL, "bridge", COACH_ORDER_NONE, .level = COACH_VERDICT_ALLOW, .kinds = "" },
    { NULL, "bridge", COACH_ORDER_NEVER, .level = COACH_VERDICT_AVOID, .kinds = "n" },
    { NULL, "bridge", COACH_ORDER_FORBIDDEN, .level = COACH_VERDICT_AVOID, .kinds = "f" },
    { NULL, "bridge", COACH_ORDER_ALLOWED, .level = COACH_VERDICT_ALLOW, .kinds = "" },
    { "acute-flare", "bridge", COACH_ORDER_NONE, .level = COACH_VERDICT_AVOID, .kinds = "r" },
    { "acute-flare", "bridge", COACH_ORDER_ALLOWED, .level = COACH_VERDICT_CAUTION, .kinds = "ar" },
    { "acute-flare", "bridge", COACH_ORDER_NEVER, .level = COACH_VERDICT_AVOID, .kinds = "nr" },
    /* orders of a trait */
    { NULL, "bridge", COACH_ORDER_NONE, "core-effort", COACH_ORDER_NEVER,
      .level = COACH_VERDICT_AVOID, .kinds = "n" },
    { NULL, "bridge", COACH_ORDER_NONE, "kneeling", COACH_ORDER_NEVER,
      .level = COACH_VERDICT_ALLOW, .kinds = "" },
    { NULL, "bridge", COACH_ORDER_ALLOWED, "core-effort", COACH_ORDER_FORBIDDEN,
      .level = COACH_VERDICT_AVOID, .kinds = "f" },
    { NULL, "bridge", COACH_ORDER_FORBIDDEN, "core-effort", COACH_ORDER_ALLOWED,
      .level = COACH_VERDICT_AVOID, .kinds = "f" },
    { "acute-flare", "bridge", COACH_ORDER_NONE, "core-effort", COACH_ORDER_ALLOWED,
      .level = COACH_VERDICT_CAUTION, .kinds = "ar" },
    /* a hip replacement: a trait's permission softens that trait's rules alone */
    { "hip-replacement", "seated-cross-leg-lean", COACH_ORDER_NONE, .level = COACH_VERDICT_AVOID,
      .kinds = "rr" },
    { "hip-replacement", "seated-cross-leg-lean", COACH_ORDER_NONE, "hip-flexion-deep",
      COACH_ORDER_ALLOWED, .level = COACH_VERDICT_AVOID, .kinds = "r" },
    { "hip-replacement", "seated-cross-leg-lean", COACH_ORDER_ALLOWED,
      .level = COACH_VERDICT_CAUTION, .kinds = "arr" },
    { "hip-replacement", "figure-four-seated", COACH_ORDER_NONE, "hip-flexion-deep",
      COACH_ORDER_ALLOWED, .level = COACH_VERDICT_CAUTION, .kinds = "arr" },
    /* benches */
    { NULL, "bridge", .bench_until = TODAY, .level = COACH_VERDICT_AVOID, .kinds = "b" },
    { NULL, "bridge", .bench_until = TODAY - 1, .level = COACH_VERDICT_ALLOW, .kinds = "" },
    { NULL, "bridge", COACH_ORDER_ALLOWED, .bench_until = TODAY + 1, .level = COACH_VERDICT_AVOID,
      .kinds = "b" },
    /* the day */
    { NULL, "bridge", .day_trait = "core-effort", .level = COACH_VERDICT_AVOID, .kinds = "d" },
    { NULL, "bridge", .day_trait = "kneeling", .level = COACH_VERDICT_ALLOW, .kinds = "" },
    { NULL, "bridge", COACH_ORDER_ALLOWED, .day_trait = "core-effort",
      .level = COACH_VERDICT_AVOID, .kinds = "d" },
    { "acute-flare", "bridge", COACH_ORDER_NONE, "core-effort", COACH_ORDER_ALLOWED,
      .day_trait = "core-effort", .level = COACH_VERDICT_AVOID, .kinds = "d" },
    /* limits */
    { NULL, "prone-lying", .limit = "no-prone", .level = COACH_VERDICT_AVOID, .kinds = "l" },
    { NULL, "bridge", .limit = "no-prone", .level = COACH_VERDICT_ALLOW, .kinds = "" },
    { NULL, "prone-lying", COACH_ORDER_ALLOWED, .limit = "no-prone",
      .level = COACH_VERDICT_CAUTION, .kinds = "al" },
    { NULL, "prone-lying", COACH_ORDER_NONE, "prone-lying", COACH_ORDER_ALLOWED,
      .limit = "no-prone", .level = COACH_VERDICT_CAUTION, .kinds = "al" },
    { "pregnancy", "prone-lying", .limit = "no-prone", .level = COACH_VERDICT_AVOID,
      .kinds = "lr" },
    { NULL, "roll-calf", .limit = "light-pressure", .level = COACH_VERDICT_CAUTION,
      .kinds = "lr" },
    { NULL, "bridge", .limit = "gentle-only", .level = COACH_VERDICT_AVOID, .kinds = "l" },
    { NULL, "pelvic-tilt", .limit = "gentle-only", .level = COACH_VERDICT_ALLOW, .kinds = "" },
    { NULL, "bridge", COACH_ORDER_NONE, "core-effort", COACH_ORDER_ALLOWED,
      .limit = "gentle-only", .level = COACH_VERDICT_AVOID, .kinds = "l" },
    { NULL, "bridge", COACH_ORDER_ALLOWED, .limit = "gentle-only",
      .level = COACH_VERDICT_CAUTION, .kinds = "al" },
    { NULL, "bridge", .limit = "from-the-future", .level = COACH_VERDICT_ALLOW, .kinds = "" },
    /* a newer version knows more */
    { "from-the-future", "bridge", COACH_ORDER_NONE, .level = COACH_VERDICT_CAUTION,
      .kinds = "u" },
    { "from-the-future", "bridge", COACH_ORDER_ALLOWED, .level = COACH_VERDICT_CAUTION,
      .kinds = "u" },
    { "from-the-future", "bridge", COACH_ORDER_NEVER, .level = COACH_VERDICT_AVOID,
      .kinds = "n" },
    { NULL, "bridge", COACH_ORDER_NONE, "from-the-future", COACH_ORDER_FORBIDDEN,
      .level = COACH_VERDICT_CAUTION, .kinds = "u" },
    { NULL, "bridge", COACH_ORDER_NONE, "from-the-future", COACH_ORDER_ALLOWED,
      .level = COACH_VERDICT_ALLOW, .kinds = "" },
    /* a move to avoid stays at least one to take care with */
    { NULL, "deadlift", COACH_ORDER_ALLOWED, .level = COACH_VERDICT_CAUTION, .kinds = "arrr" },
  };
  g_autoptr (CoachCatalog) catalog = safety_fixture_load ();

  g_test_summary ("Bans, benches and the day win over rules, and permission softens rules alone");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u: %s", i, cases[i].move);
      check_case (catalog, &cases[i]);
    }
}

static void
test_day_conditions (void)
{
  g_autoptr (CoachCatalog) catalog = safety_fixture_load ();
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  CoachMove *bridge = coach_catalog_lookup_move (catalog, "bridge");
  g_autoptr (CoachDay) day = safety_fixture_make_day (TODAY,
                                                      (const char *[]) { "acute-flare", NULL },
                                                      NULL, NULL);
  g_autoptr (CoachDay) next = safety_fixture_make_day (TODAY + 1, NULL, NULL, NULL);

  g_test_summary ("Conditions of the day count as the person's own do, and go with it");
  coach_profile_set_condition (profile, "pregnancy", TRUE);
  coach_profile_set_day (profile, day);
  g_assert_cmpstrv (coach_profile_get_all_conditions (profile),
                    ((const char *[]) { "acute-flare", "pregnancy", NULL }));
  g_assert_false (coach_profile_has_condition (profile, "acute-flare"));
  g_assert_cmpint (coach_safety_get_level (catalog, profile, bridge), ==, COACH_VERDICT_AVOID);
  coach_profile_set_day (profile, next);
  g_assert_cmpstrv (coach_profile_get_all_conditions (profile),
                    ((const char *[]) { "pregnancy", NULL }));
}

static void
test_texts (void)
{
  g_autoptr (CoachCatalog) catalog = safety_fixture_load ();
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  GDate since = safety_fixture_june (1), until = safety_fixture_june (24);
  g_autoptr (CoachVerdict) benched = NULL;
  g_autoptr (CoachVerdict) banned = NULL;

  g_test_summary ("Reasons name the end of a bench and the trait that was banned");
  coach_profile_bench (profile, "bridge", &since, &until);
  coach_profile_set_trait_order (profile, "kneeling", COACH_ORDER_FORBIDDEN);
  benched = coach_verdict_for_move (catalog, profile, coach_catalog_lookup_move (catalog, "bridge"));
  banned = coach_verdict_for_move (catalog, profile,
                                   coach_catalog_lookup_move (catalog, "cat-camel"));
  g_assert_cmpstr (coach_verdict_get_reason (benched, 0)->text, ==,
                   "It hurt not long ago. It is left out until 24 June.");
  g_assert_cmpstr (coach_verdict_get_reason (banned, 0)->text, ==,
                   "A clinician told you to leave out moves with “Kneeling”.");
  g_assert_cmpstrv (coach_verdict_get_because (banned), ((const char *[]) { "kneeling", NULL }));
}

static void
count_cb (CoachProfile *profile,
          guint        *count)
{
  (*count)++;
}

static void
test_same_day (void)
{
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  const char *traits[] = { "kneeling", NULL };
  g_autoptr (CoachDay) first = safety_fixture_make_day (TODAY, NULL, NULL, traits);
  g_autoptr (CoachDay) same = safety_fixture_make_day (TODAY, NULL, NULL, traits);
  g_autoptr (CoachDay) other = safety_fixture_make_day (TODAY, NULL, traits, NULL);
  guint changes = 0;

  g_test_summary ("A day that asks for the same is no change, so that nobody looks again in vain");
  g_signal_connect (profile, "changed", G_CALLBACK (count_cb), &changes);
  coach_profile_set_day (profile, first);
  coach_profile_set_day (profile, same);
  g_assert_cmpuint (changes, ==, 1);
  coach_profile_set_day (profile, other);
  coach_profile_set_day (profile, NULL);
  coach_profile_set_day (profile, NULL);
  g_assert_cmpuint (changes, ==, 3);
  g_assert_null (coach_profile_get_day (profile));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/safety/verdict-orders/cases", test_cases);
  g_test_add_func ("/safety/verdict-orders/day-conditions", test_day_conditions);
  g_test_add_func ("/safety/verdict-orders/texts", test_texts);
  g_test_add_func ("/safety/verdict-orders/same-day", test_same_day);

  return g_test_run ();
}
