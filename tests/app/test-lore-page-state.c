/* What the page of good things to know shows. */
#include <glib.h>

#include "coach-lore-page-state.h"

static CoachCatalog *
load (void)
{
  g_autoptr (GError) error = NULL;
  CoachCatalog *catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);

  g_assert_no_error (error);
  return catalog;
}

static const CoachLoreEntry *
find (CoachLorePageState *state,
      CoachArticleGroup   group,
      const char         *id)
{
  for (guint i = 0; i < state->groups[group]->len; i++)
    {
      const CoachLoreEntry *entry = &g_array_index (state->groups[group], CoachLoreEntry, i);

      if (g_str_equal (coach_article_get_id (entry->article), id))
        return entry;
    }
  g_assert_not_reached ();
}

static void
test_groups (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  CoachActivityFacts facts = { .trend = COACH_TREND_STEADY };
  g_autoptr (CoachLorePageState) state = coach_lore_page_state_from (catalog, &facts);

  g_test_summary ("Every article is in its group, those that explain first");
  g_assert_cmpuint (state->groups[0]->len + state->groups[1]->len + state->groups[2]->len, ==,
                    g_list_model_get_n_items (coach_catalog_get_articles (catalog)));
  g_assert_cmpstr (
      coach_article_get_id (g_array_index (state->groups[0], CoachLoreEntry, 0).article), ==,
      "sciatica");
  g_assert_cmpstr (
      coach_article_get_id (g_array_index (state->groups[1], CoachLoreEntry, 0).article), ==,
      "running");
  g_assert_false (find (state, COACH_ARTICLE_COMFORT, "water")->has_verdict);
}

static void
test_unknown_day (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  CoachActivityFacts facts = { .trend = COACH_TREND_SPREADING };
  g_autoptr (CoachLorePageState) state = coach_lore_page_state_from (catalog, &facts);

  g_test_summary ("Without a check-in only what is left out is marked, and what pain cannot change");
  g_assert_true (state->asks_checkin);
  g_assert_false (find (state, COACH_ARTICLE_DAY_BY_DAY, "walking")->has_verdict);
  g_assert_true (find (state, COACH_ARTICLE_DAY_BY_DAY, "running")->has_verdict);
  g_assert_cmpint (find (state, COACH_ARTICLE_DAY_BY_DAY, "running")->verdict, ==,
                   COACH_ACTIVITY_SKIP);
  g_assert_true (find (state, COACH_ARTICLE_COMFORT, "back-pocket")->has_verdict);
}

static void
test_known_day (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  CoachPain pain = { .scores = { [COACH_ZONE_CALF_RIGHT] = 3 } };
  CoachActivityFacts facts = { .trend = COACH_TREND_STEADY, .pain = &pain };
  g_autoptr (CoachLorePageState) state = coach_lore_page_state_from (catalog, &facts);

  g_test_summary ("With a check-in each activity is marked");
  g_assert_false (state->asks_checkin);
  g_assert_cmpint (find (state, COACH_ARTICLE_DAY_BY_DAY, "running")->verdict, ==,
                   COACH_ACTIVITY_MODIFY);
  g_assert_cmpint (find (state, COACH_ARTICLE_DAY_BY_DAY, "walking")->verdict, ==,
                   COACH_ACTIVITY_GO);
  g_assert_true (find (state, COACH_ARTICLE_DAY_BY_DAY, "walking")->has_verdict);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/app/lore-page-state/groups", test_groups);
  g_test_add_func ("/app/lore-page-state/unknown-day", test_unknown_day);
  g_test_add_func ("/app/lore-page-state/known-day", test_known_day);

  return g_test_run ();
}
