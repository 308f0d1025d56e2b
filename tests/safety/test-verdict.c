/* The reference cases of the content's authors, and what must hold for every move. */
#include <glib.h>
#include <json-glib/json-glib.h>

#include "safety.h"

static CoachCatalog *
load (void)
{
  g_autoptr (GError) error = NULL;
  CoachCatalog *catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);

  g_assert_no_error (error);
  return catalog;
}

static char **
dup_strings (JsonObject *object,
             const char *member)
{
  JsonArray *array = json_object_get_array_member (object, member);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  return g_strv_builder_end (builder);
}

static void
check_case (CoachCatalog *catalog,
            JsonObject   *expected)
{
  g_auto (GStrv) conditions = dup_strings (expected, "conditions");
  g_auto (GStrv) because = dup_strings (expected, "because");
  const char *id = json_object_get_string_member (expected, "id");
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachVerdict) verdict = NULL;
  g_auto (GStrv) reasons = NULL;

  g_test_message ("%s", id);
  coach_profile_set_conditions (profile, (const char * const *) conditions);
  verdict = coach_verdict_for_move (catalog, profile, coach_catalog_lookup_move (catalog, id));
  g_assert_cmpstr (coach_verdict_level_get_id (coach_verdict_get_level (verdict)), ==,
                   json_object_get_string_member (expected, "expect"));
  g_assert_cmpstrv (coach_verdict_get_because (verdict), because);
  reasons = coach_verdict_dup_reasons (verdict);
  g_assert_cmpuint (g_strv_length (reasons), >=, g_strv_length (because) > 0);
}

static void
test_cases (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "safety", "rules-cases.json", NULL);
  g_autoptr (GError) error = NULL;
  JsonArray *cases;

  g_test_summary ("All reference cases come out as their authors say");
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  cases = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (cases), >=, 80);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    check_case (catalog, json_array_get_object_element (cases, i));
}

/* Calls @func for every move with the profile of each condition. */
static void
for_each_pair (void (*func) (CoachCatalog *catalog, CoachProfile *profile, CoachMove *move))
{
  g_autoptr (CoachCatalog) catalog = load ();
  GListModel *conditions = coach_catalog_get_conditions (catalog);
  GListModel *lists[] = { coach_catalog_get_movements (catalog),
                          coach_catalog_get_avoid_entries (catalog) };

  for (guint c = 0; c < g_list_model_get_n_items (conditions); c++)
    {
      g_autoptr (CoachCondition) condition = g_list_model_get_item (conditions, c);
      g_autoptr (CoachProfile) profile = coach_profile_new ();

      coach_profile_set_condition (profile, coach_condition_get_id (condition), TRUE);
      for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
        for (guint i = 0; i < g_list_model_get_n_items (lists[list]); i++)
          {
            g_autoptr (CoachMove) move = g_list_model_get_item (lists[list], i);

            func (catalog, profile, move);
          }
    }
}

static void
check_explained (CoachCatalog *catalog,
                 CoachProfile *profile,
                 CoachMove    *move)
{
  g_autoptr (CoachVerdict) verdict = coach_verdict_for_move (catalog, profile, move);
  gboolean allowed = coach_verdict_get_level (verdict) == COACH_VERDICT_ALLOW;

  g_assert_cmpint (coach_verdict_get_n_reasons (verdict) == 0, ==, allowed);
  g_assert_cmpint (coach_verdict_get_because (verdict)[0] == NULL, ==, allowed);
  g_assert_cmpint (coach_safety_get_level (catalog, profile, move), ==,
                   coach_verdict_get_level (verdict));
  for (guint i = 0; i < coach_verdict_get_n_reasons (verdict); i++)
    {
      const CoachReason *rule = coach_verdict_get_reason (verdict, i);

      g_assert_cmpint (rule->level, ==, coach_verdict_get_level (verdict));
      g_assert_true (coach_profile_has_condition (profile, rule->condition));
      g_assert_true (g_strv_contains (coach_move_get_traits (move), rule->trait));
      for (guint j = 0; j < i; j++)
        g_assert_true (coach_verdict_get_reason (verdict, j) != rule);
    }
}

static void
test_explained (void)
{
  g_test_summary ("Every verdict for every condition carries the rules that led to it");
  for_each_pair (check_explained);
}

static void
check_substitutes (CoachCatalog *catalog,
                   CoachProfile *profile,
                   CoachMove    *move)
{
  g_autoptr (GPtrArray) substitutes = coach_safety_dup_substitutes (catalog, profile, move);
  g_autoptr (CoachVerdict) verdict = coach_verdict_for_move (catalog, profile, move);
  CoachVerdictLevel last = COACH_VERDICT_ALLOW;

  if (coach_verdict_get_level (verdict) == COACH_VERDICT_AVOID)
    g_assert_cmpuint (substitutes->len, >, 0);
  for (guint i = 0; i < substitutes->len; i++)
    {
      CoachMove *other = g_ptr_array_index (substitutes, i);
      CoachVerdictLevel level;

      level = coach_safety_get_level (catalog, profile, other);
      g_assert_true (other != move);
      g_assert_cmpint (level, !=, COACH_VERDICT_AVOID);
      g_assert_cmpint (level, >=, last);
      last = level;
    }
}

static void
test_substitutes (void)
{
  g_test_summary ("With any one condition, what is avoided has something to do instead");
  for_each_pair (check_substitutes);
}

static void
test_two_conditions (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachVerdict) verdict = NULL;
  g_auto (GStrv) reasons = NULL;

  g_test_summary ("Reasons of several conditions for one trait are all given");
  coach_profile_set_conditions (profile, (const char *[]) { "pregnancy", "hypermobility", NULL });
  verdict = coach_verdict_for_move (catalog, profile,
                                    coach_catalog_lookup_move (catalog, "figure-four-seated"));
  reasons = coach_verdict_dup_reasons (verdict);
  g_assert_cmpuint (coach_verdict_get_n_reasons (verdict), >=, 2);
  g_assert_cmpuint (g_strv_length (reasons), <=, coach_verdict_get_n_reasons (verdict));
}

static void
test_routine (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  CoachRoutine *routine = coach_catalog_lookup_routine (catalog, "piriformis-essentials");
  g_autoptr (GPtrArray) base = coach_verdicts_for_routine (catalog, profile, routine);
  g_autoptr (GPtrArray) hip = NULL;

  g_test_summary ("A routine is judged step by step");
  g_assert_cmpuint (base->len, ==, coach_routine_get_n_steps (routine));
  g_assert_cmpint (coach_verdicts_get_worst (base), ==, COACH_VERDICT_CAUTION);
  coach_profile_set_condition (profile, "hip-replacement", TRUE);
  hip = coach_verdicts_for_routine (catalog, profile, routine);
  g_assert_cmpint (coach_verdicts_get_worst (hip), ==, COACH_VERDICT_AVOID);
  g_assert_cmpint (coach_verdict_get_level (g_ptr_array_index (hip, 5)), ==, COACH_VERDICT_ALLOW);
}

static void
test_unknown_condition (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (CoachVerdict) verdict = NULL;

  g_test_summary ("With a condition of a newer version, every move asks for care");
  coach_profile_set_condition (profile, "from-the-future", TRUE);
  verdict = coach_verdict_for_move (catalog, profile,
                                    coach_catalog_lookup_move (catalog, "bridge"));
  g_assert_cmpint (coach_verdict_get_level (verdict), ==, COACH_VERDICT_CAUTION);
  g_assert_cmpuint (coach_verdict_get_n_reasons (verdict), ==, 1);
  g_assert_cmpint (coach_verdict_get_reason (verdict, 0)->kind, ==, COACH_REASON_UNKNOWN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/safety/verdict/cases", test_cases);
  g_test_add_func ("/safety/verdict/explained", test_explained);
  g_test_add_func ("/safety/verdict/substitutes", test_substitutes);
  g_test_add_func ("/safety/verdict/two-conditions", test_two_conditions);
  g_test_add_func ("/safety/verdict/routine", test_routine);
  g_test_add_func ("/safety/verdict/unknown-condition", test_unknown_condition);

  return g_test_run ();
}
