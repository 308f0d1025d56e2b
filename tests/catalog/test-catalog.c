/* The catalogue that ships is read whole, and says what its files say. */
#include <glib.h>
#include <string.h>

#include "catalog.h"

static CoachCatalog *
load (void)
{
  g_autoptr (GError) error = NULL;
  CoachCatalog *catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);

  g_assert_no_error (error);
  coach_catalog_load_lore (catalog, &error);
  g_assert_no_error (error);
  return catalog;
}

static void
test_counts (void)
{
  g_autoptr (CoachCatalog) catalog = load ();

  g_test_summary ("Everything in the folders is in the catalogue");
  g_assert_cmpuint (g_list_model_get_n_items (coach_catalog_get_movements (catalog)), >=, 46);
  g_assert_cmpuint (g_list_model_get_n_items (coach_catalog_get_avoid_entries (catalog)), >=, 29);
  g_assert_cmpuint (g_list_model_get_n_items (coach_catalog_get_routines (catalog)), >=, 20);
  g_assert_cmpuint (g_list_model_get_n_items (coach_catalog_get_conditions (catalog)), >=, 14);
  g_assert_cmpuint (g_list_model_get_n_items (coach_catalog_get_traits (catalog)), >=, 20);
}

static void
test_movement (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  CoachMovement *movement = coach_catalog_lookup_movement (catalog, "figure-four-supine");
  const CoachDose *dose = coach_movement_get_dose (movement);

  g_test_summary ("A movement has what its file gives, for both sides");
  g_assert_cmpstr (coach_move_get_name (COACH_MOVE (movement)), ==, "Lying figure four");
  g_assert_cmpstr (coach_move_get_main_key (COACH_MOVE (movement)), ==, "Hold");
  g_assert_cmpstr (coach_move_get_highlight (COACH_MOVE (movement)), ==, "piriformis");
  g_assert_cmpstr (coach_movement_get_easier (movement), ==, "figure-four-seated");
  g_assert_true (coach_movement_is_per_side (movement));
  g_assert_cmpint (dose->kind, ==, COACH_DOSE_HOLD);
  g_assert_cmpuint (dose->seconds * 100 + dose->sets * 10 + dose->rest_s / 10, ==, 3021);
  g_assert_cmpstr (coach_movement_get_steps (movement, COACH_SIDE_LEFT)[1], ==,
                   "Rest your left ankle on your right thigh, just above the knee.");
  g_assert_cmpstr (coach_movement_get_steps (movement, COACH_SIDE_RIGHT)[1], ==,
                   "Rest your right ankle on your left thigh, just above the knee.");
  g_assert_cmpuint (coach_movement_get_n_set_up_steps (movement), ==, 3);
  g_assert_cmpuint (coach_movement_get_n_leave_steps (movement), ==, 1);
  g_assert_true (g_str_has_prefix (coach_movement_get_cue (movement, COACH_SIDE_RIGHT),
                                   "Keep the right foot"));
}

static void
assert_sides_swap (CoachMovement *movement)
{
  g_autoptr (GRegex) other_sense
      = g_regex_new ("\\b(left|right)\\b(?! (ankle|arm|buttock|calf|elbow|foot|hand|heel|hip|knee|"
                     "leg|shin|shoulder|side|thigh|waist)\\b)",
                     G_REGEX_CASELESS, 0, NULL);
  const char * const *steps = coach_movement_get_steps (movement, COACH_SIDE_LEFT);

  for (guint i = 0; steps[i] != NULL; i++)
    g_assert_false (g_regex_match (other_sense, steps[i], 0, NULL));
  g_assert_false (g_regex_match (other_sense, coach_movement_get_cue (movement, COACH_SIDE_LEFT),
                                 0, NULL));
  g_assert_false (g_regex_match (other_sense, coach_movement_get_feel (movement, COACH_SIDE_LEFT),
                                 0, NULL));
}

static void
assert_things_named (CoachMovement *movement)
{
  const char * const *things = coach_movement_get_equipment (movement);
  const char * const *steps = coach_movement_get_steps (movement, COACH_SIDE_LEFT);
  g_autofree char *told = g_strjoinv (" ", (char **) steps);

  for (guint i = 0; things[i] != NULL; i++)
    if (!g_str_equal (things[i], "mat"))
      g_assert_nonnull (strstr (told, things[i]));
}

static void
test_followed_by_ear (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  GListModel *movements = coach_catalog_get_movements (catalog);

  g_test_summary ("Steps name what is needed, and can be told for the other side");
  for (guint i = 0; i < g_list_model_get_n_items (movements); i++)
    {
      g_autoptr (CoachMovement) movement = g_list_model_get_item (movements, i);

      g_test_message ("%s", coach_move_get_id (COACH_MOVE (movement)));
      assert_things_named (movement);
      if (coach_movement_is_per_side (movement))
        assert_sides_swap (movement);
    }
}

static void
test_breathing_pace (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  GListModel *movements = coach_catalog_get_movements (catalog);

  g_test_summary ("The breath is led through rolling, and never through what is counted or held");
  for (guint i = 0; i < g_list_model_get_n_items (movements); i++)
    {
      g_autoptr (CoachMovement) movement = g_list_model_get_item (movements, i);
      const CoachBreathingPace *pace = coach_movement_get_breathing_pace (movement);

      if (g_str_equal (coach_movement_get_group (movement), "foam-rolling"))
        g_assert_nonnull (pace);
      if (pace != NULL)
        {
          g_assert_cmpint (coach_movement_get_dose (movement)->kind, ==, COACH_DOSE_TIME);
          g_assert_cmpuint (pace->out_s, >=, pace->in_s);
        }
    }
}

static void
test_lookups (void)
{
  g_autoptr (CoachCatalog) catalog = load ();

  g_test_summary ("Each kind of thing is found by its id, and nothing else is");
  g_assert_nonnull (coach_catalog_lookup_move (catalog, "downward-dog"));
  g_assert_null (coach_catalog_lookup_movement (catalog, "downward-dog"));
  g_assert_nonnull (coach_catalog_lookup_routine (catalog, "nerve-calm"));
  g_assert_nonnull (coach_catalog_lookup_condition (catalog, "osteoporosis"));
  g_assert_nonnull (coach_catalog_lookup_trait (catalog, "nerve-tension"));
  g_assert_null (coach_catalog_lookup_move (catalog, "no-such-move"));
  g_assert_null (coach_catalog_lookup_rule (catalog, "sciatica", "side-lying"));
  g_assert_cmpint (coach_catalog_lookup_rule (catalog, "sciatica", "nerve-tension")->level, ==,
                   COACH_VERDICT_AVOID);
}

static void
test_words (void)
{
  static const CoachTermKind kinds[] = { COACH_TERM_GROUP, COACH_TERM_POSITION,
                                         COACH_TERM_EQUIPMENT, COACH_TERM_PROP,
                                         COACH_TERM_MUSCLE };

  g_test_summary ("Every word of the vocabularies has a name for people");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (const char * const *id = coach_term_list_ids (kinds[i]); *id != NULL; id++)
      g_assert_cmpint (g_utf8_strlen (coach_term_get_name (kinds[i], *id), -1), >, 2);
  g_assert_cmpstr (coach_term_get_name (COACH_TERM_MUSCLE, "gluteus-medius"), ==,
                   "side hip muscle");
  g_assert_cmpstr (coach_term_get_name (COACH_TERM_MUSCLE, "unheard-of"), ==, "unheard-of");
}

static void
test_routine (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  CoachRoutine *routine = coach_catalog_lookup_routine (catalog, "piriformis-essentials");
  const CoachRoutineStep *first = coach_routine_get_step (routine, 0);

  g_test_summary ("A routine's step takes the movement's dose and changes what the routine says");
  g_assert_cmpuint (coach_routine_get_n_steps (routine), ==, 6);
  g_assert_cmpuint (coach_routine_get_minutes (routine), ==, 14);
  g_assert_cmpuint (first->dose.seconds, ==, 30);
  g_assert_cmpuint (first->dose.sets, ==, 1);
  g_assert_cmpuint (coach_movement_get_dose (first->movement)->seconds, ==, 45);
  g_assert_false (coach_routine_is_any_order (routine));
  g_assert_cmpint (coach_routine_get_occasion (routine), ==, COACH_OCCASION_ANY);
  g_assert_cmpint (coach_routine_get_occasion (
                       coach_catalog_lookup_routine (catalog, "runner-cool-down")),
                   ==, COACH_OCCASION_RUN);
}

static void
test_activity (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  CoachActivity *activity = coach_catalog_lookup_activity (catalog, "running");
  const CoachActivityRow *flags = coach_activity_get_row (activity, 2);
  const CoachActivityRow *last
      = coach_activity_get_row (activity, coach_activity_get_n_rows (activity) - 1);

  g_test_summary ("An activity has the rows of its file, the one for every day last");
  g_assert_cmpstr (coach_activity_get_name (activity), ==, "Running");
  g_assert_cmpuint (coach_activity_get_n_rows (activity), ==, 12);
  g_assert_true (coach_activity_get_row (activity, 0)->when.blocked);
  g_assert_true (coach_activity_get_row (activity, 1)->when.no_exercise);
  g_assert_cmpint (flags->when.flags, ==,
                   COACH_PAIN_BURNING | COACH_PAIN_NUMBNESS | COACH_PAIN_WEAKNESS);
  g_assert_cmpint (flags->verdict, ==, COACH_ACTIVITY_SKIP);
  g_assert_cmpuint (coach_activity_get_row (activity, 3)->when.trends, ==,
                    1 << COACH_TREND_SPREADING);
  g_assert_cmpuint (coach_activity_get_row (activity, 4)->when.leg_min, ==, 5);
  g_assert_cmpuint (coach_activity_get_row (activity, 6)->when.colours, ==, 1 << COACH_PAIN_RED);
  g_assert_cmpint (last->verdict, ==, COACH_ACTIVITY_GO);
  g_assert_true (g_str_has_prefix (last->text, "Warm up with 5 to 10 minutes"));
  g_assert_nonnull (coach_activity_get_tips (activity)[4]);
}

static void
test_articles (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  GListModel *articles = coach_catalog_get_articles (catalog);
  GListModel *activities = coach_catalog_get_activities (catalog);
  CoachArticle *article = coach_catalog_lookup_article (catalog, "shoes");

  g_test_summary ("Articles come group by group, and each activity has one");
  for (guint i = 1; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (CoachArticle) before = g_list_model_get_item (articles, i - 1);
      g_autoptr (CoachArticle) after = g_list_model_get_item (articles, i);

      g_assert_cmpint (coach_article_get_group (before), <=, coach_article_get_group (after));
      if (coach_article_get_group (before) == coach_article_get_group (after))
        g_assert_cmpuint (coach_article_get_order (before), <, coach_article_get_order (after));
    }
  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (CoachActivity) activity = g_list_model_get_item (activities, i);

      g_assert_nonnull (
          coach_catalog_find_article_of (catalog, coach_activity_get_id (activity)));
    }
  g_assert_cmpstr (coach_article_get_activity (article), ==, "footwear");
  g_assert_true (coach_catalog_find_article_of (catalog, "footwear") == article);
  g_assert_cmpstr (coach_article_get_section (article, 0)->sources[0], ==, "NICE NG59, 2016");
  g_assert_null (coach_catalog_lookup_article (catalog, "footwear"));
  g_assert_null (coach_catalog_lookup_activity (catalog, "shoes"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/catalog/counts", test_counts);
  g_test_add_func ("/catalog/movement", test_movement);
  g_test_add_func ("/catalog/followed-by-ear", test_followed_by_ear);
  g_test_add_func ("/catalog/breathing-pace", test_breathing_pace);
  g_test_add_func ("/catalog/lookups", test_lookups);
  g_test_add_func ("/catalog/words", test_words);
  g_test_add_func ("/catalog/routine", test_routine);
  g_test_add_func ("/catalog/activity", test_activity);
  g_test_add_func ("/catalog/articles", test_articles);

  return g_test_run ();
}
