/* The catalogue that ships is read whole, and says what its files say. */
#include <glib.h>

#include "catalog.h"

static CoachCatalog *
load (void)
{
  g_autoptr (GError) error = NULL;
  CoachCatalog *catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);

  g_assert_no_error (error);
  return catalog;
}

static void
test_counts (void)
{
  g_autoptr (CoachCatalog) catalog = load ();

  g_test_summary ("Everything in the folders is in the catalogue");
  g_assert_cmpuint (g_list_model_get_n_items (coach_catalog_get_movements (catalog)), >=, 43);
  g_assert_cmpuint (g_list_model_get_n_items (coach_catalog_get_avoid_entries (catalog)), >=, 29);
  g_assert_cmpuint (g_list_model_get_n_items (coach_catalog_get_routines (catalog)), >=, 18);
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
  g_assert_true (g_str_has_prefix (coach_movement_get_cue (movement, COACH_SIDE_RIGHT),
                                   "Keep the right foot"));
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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/catalog/counts", test_counts);
  g_test_add_func ("/catalog/movement", test_movement);
  g_test_add_func ("/catalog/lookups", test_lookups);
  g_test_add_func ("/catalog/words", test_words);
  g_test_add_func ("/catalog/routine", test_routine);

  return g_test_run ();
}
