/* What the page of an article says today. */
#include <glib.h>
#include <string.h>

#include "coach-article-page-state.h"

static CoachCatalog *
load (void)
{
  g_autoptr (GError) error = NULL;
  CoachCatalog *catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);

  g_assert_no_error (error);
  return catalog;
}

static CoachArticlePageState *
make_state (CoachCatalog    *catalog,
            const char      *article,
            const CoachPain *pain)
{
  CoachActivityFacts facts = { .trend = COACH_TREND_STEADY, .pain = pain };

  return coach_article_page_state_from (catalog, coach_catalog_lookup_article (catalog, article),
                                        &facts);
}

static void
test_skip (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  CoachPain pain = { .scores = { [COACH_ZONE_FOOT_LEFT] = 6 } };
  g_autoptr (CoachArticlePageState) state = make_state (catalog, "running", &pain);

  g_test_summary ("What is left out comes with something that is not");
  g_assert_cmpint (state->advice.verdict, ==, COACH_ACTIVITY_SKIP);
  g_assert_cmpstr (coach_article_get_id (state->other), ==, "walking");
  g_assert_cmpint (state->other_verdict, ==, COACH_ACTIVITY_MODIFY);
  g_assert_nonnull (strstr (state->sources, "Miranda, Spine, 2002; JOSPT"));
}

static void
test_go (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  CoachPain pain = { .scores = { 1 } };
  g_autoptr (CoachArticlePageState) state = make_state (catalog, "running", &pain);

  g_test_summary ("What is fine comes with nothing else");
  g_assert_cmpint (state->advice.verdict, ==, COACH_ACTIVITY_GO);
  g_assert_false (state->advice.asks_checkin);
  g_assert_null (state->other);
}

static void
test_no_activity (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  g_autoptr (CoachArticlePageState) state = make_state (catalog, "water", NULL);

  g_test_summary ("An article about no activity has only its sources");
  g_assert_null (state->activity);
  g_assert_null (state->other);
  g_assert_cmpstr (state->sources, ==, "Where this comes from: EFSA, 2010; general knowledge");
}

static void
test_sources (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  GListModel *articles = coach_catalog_get_articles (catalog);

  g_test_summary ("No source is named twice");
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (CoachArticle) article = g_list_model_get_item (articles, i);
      g_autoptr (CoachArticlePageState) state
          = make_state (catalog, coach_article_get_id (article), NULL);
      g_auto (GStrv) sources = g_strsplit (strchr (state->sources, ':') + 2, "; ", -1);

      for (guint j = 0; sources[j] != NULL; j++)
        g_assert_false (g_strv_contains ((const char * const *) sources + j + 1, sources[j]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/app/article-page-state/skip", test_skip);
  g_test_add_func ("/app/article-page-state/go", test_go);
  g_test_add_func ("/app/article-page-state/no-activity", test_no_activity);
  g_test_add_func ("/app/article-page-state/sources", test_sources);

  return g_test_run ();
}
