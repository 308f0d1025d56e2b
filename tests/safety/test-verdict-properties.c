/* What must hold of verdicts whoever asks: people at random, from fixed seeds. */
#include "safety-fixture.h"

#define N_PROFILES 2000

typedef void (*CheckFunc) (CoachCatalog *catalog,
                           CoachProfile *profile,
                           CoachMove    *move);

static void
for_each_move (CoachCatalog *catalog,
               CoachProfile *profile,
               CheckFunc     check)
{
  GListModel *lists[] = { coach_catalog_get_movements (catalog),
                          coach_catalog_get_avoid_entries (catalog) };

  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (guint i = 0; i < g_list_model_get_n_items (lists[list]); i++)
      {
        g_autoptr (CoachMove) move = g_list_model_get_item (lists[list], i);

        check (catalog, profile, move);
      }
}

static void
for_each_profile (guint     n_profiles,
                  CheckFunc check)
{
  g_autoptr (CoachCatalog) catalog = safety_fixture_load ();

  for (guint seed = 0; seed < n_profiles; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (CoachProfile) profile = safety_fixture_roll (catalog, rand);

      for_each_move (catalog, profile, check);
    }
}

static gboolean
is_banned (CoachOrder order)
{
  return order == COACH_ORDER_NEVER || order == COACH_ORDER_FORBIDDEN;
}

/* Whether something that nothing lifts speaks against a move. */
static gboolean
must_be_avoided (CoachProfile *profile,
                 CoachMove    *move)
{
  const CoachBench *bench = coach_profile_lookup_bench (profile, coach_move_get_id (move));
  CoachDay *day = coach_profile_get_day (profile);
  const char * const *traits = coach_move_get_traits (move);

  if (is_banned (coach_profile_get_move_order (profile, coach_move_get_id (move)))
      || (bench != NULL && coach_bench_is_active (bench, coach_day_get_date (day))))
    return TRUE;
  for (guint i = 0; traits[i] != NULL; i++)
    if (is_banned (coach_profile_get_trait_order (profile, traits[i]))
        || g_strv_contains (coach_day_get_traits (day), traits[i]))
      return TRUE;
  return FALSE;
}

static void
check_bounds (CoachCatalog *catalog,
              CoachProfile *profile,
              CoachMove    *move)
{
  CoachVerdictLevel level = coach_safety_get_level (catalog, profile, move);
  CoachVerdictLevel by_rules;

  by_rules = coach_catalog_get_level (catalog, coach_profile_get_all_conditions (profile), move);
  if (must_be_avoided (profile, move))
    g_assert_cmpint (level, ==, COACH_VERDICT_AVOID);
  else
    g_assert_cmpint (level, <=, by_rules);
  g_assert_cmpint (level, >=, MIN (by_rules, COACH_VERDICT_CAUTION));
  if (COACH_IS_AVOID_ENTRY (move))
    g_assert_cmpint (level, >=, COACH_VERDICT_CAUTION);
}

static void
test_bounds (void)
{
  g_test_summary ("What was banned, hurt or is out today is avoided, whatever is allowed; what a "
                  "rule speaks of and a move to avoid are never plainly allowed");
  for_each_profile (N_PROFILES, check_bounds);
}

static void
check_alike (CoachCatalog *catalog,
             CoachProfile *profile,
             CoachMove    *move)
{
  g_autoptr (CoachVerdict) first = coach_verdict_for_move (catalog, profile, move);
  g_autoptr (CoachVerdict) second = coach_verdict_for_move (catalog, profile, move);
  g_auto (GStrv) reasons = coach_verdict_dup_reasons (first);
  g_auto (GStrv) again = coach_verdict_dup_reasons (second);
  CoachVerdictLevel level = coach_verdict_get_level (first);

  g_assert_cmpint (level, ==, coach_safety_get_level (catalog, profile, move));
  g_assert_cmpint (coach_verdict_get_level (second), ==, level);
  g_assert_cmpstrv (reasons, again);
  g_assert_cmpstrv (coach_verdict_get_because (first), coach_verdict_get_because (second));
  g_assert_cmpint (coach_verdict_get_n_reasons (first) == 0, ==, level == COACH_VERDICT_ALLOW);
  for (guint i = 0; i < coach_verdict_get_n_reasons (first); i++)
    {
      g_assert_cmpint (coach_verdict_get_reason (first, i)->level, ==, level);
      g_assert_cmpstr (coach_verdict_get_reason (first, i)->text, !=, "");
    }
}

static void
test_alike (void)
{
  g_test_summary ("A verdict is the same each time, has its reasons, and its level is that of lists");
  for_each_profile (N_PROFILES / 10, check_alike);
}

static void
check_stricter (CoachCatalog *catalog,
                CoachProfile *profile,
                const char   *condition)
{
  GListModel *lists[] = { coach_catalog_get_movements (catalog),
                          coach_catalog_get_avoid_entries (catalog) };
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (CoachVerdictLevel));
  guint n = 0;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
        for (guint i = 0; i < g_list_model_get_n_items (lists[list]); i++)
          {
            g_autoptr (CoachMove) move = g_list_model_get_item (lists[list], i);
            CoachVerdictLevel level = coach_safety_get_level (catalog, profile, move);

            if (pass == 0)
              g_array_append_val (before, level);
            else
              g_assert_cmpint (level, >=, g_array_index (before, CoachVerdictLevel, n++));
          }
      coach_profile_set_condition (profile, condition, TRUE);
    }
}

static void
test_stricter (void)
{
  g_autoptr (CoachCatalog) catalog = safety_fixture_load ();
  GListModel *conditions = coach_catalog_get_conditions (catalog);
  guint n = g_list_model_get_n_items (conditions);

  g_test_summary ("One more condition, known or not, never makes a verdict milder");
  for (guint seed = 0; seed < N_PROFILES / 4; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (CoachProfile) profile = safety_fixture_roll (catalog, rand);
      guint pick = (guint) g_rand_int_range (rand, 0, (int) n + 1);
      g_autoptr (CoachCondition) condition = g_list_model_get_item (conditions, pick);

      check_stricter (catalog, profile,
                      condition != NULL ? coach_condition_get_id (condition) : "from-the-future");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/safety/verdict-properties/bounds", test_bounds);
  g_test_add_func ("/safety/verdict-properties/alike", test_alike);
  g_test_add_func ("/safety/verdict-properties/stricter", test_stricter);

  return g_test_run ();
}
