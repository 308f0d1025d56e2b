/* Every text of the catalogue goes through gettext: in a language nobody speaks, in which each
 * translation stands in brackets, none is left in English. */
#include "config.h"

#include <glib.h>
#include <glib/gi18n-lib.h>
#include <locale.h>

#include "catalog.h"
#include "coach-catalog-private.h"
#include "host.h"

static gboolean
is_translated (const char *text)
{
  return g_str_has_prefix (text, "⟦") && g_str_has_suffix (text, "⟧");
}

static void
assert_translated (const char *text)
{
  if (!is_translated (text))
    g_error ("This was not translated: %s", text);
}

static void
assert_all_translated (const char * const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    assert_translated (texts[i]);
}

/* Some C libraries take C.UTF-8 for C, and do not translate in it at all. */
static gboolean
find_locale (void)
{
  static const char * const locales[] = { "", "C.UTF-8", "en_US.UTF-8", "en_GB.UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    if (setlocale (LC_ALL, locales[i]) != NULL
        && is_translated (coach_term_get_name (COACH_TERM_GROUP, "stretch")))
      return TRUE;
  return FALSE;
}

static CoachCatalog *
load (void)
{
  g_autoptr (GError) error = NULL;
  CoachCatalog *catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), &error);

  g_assert_no_error (error);
  return catalog;
}

static void
text_seen_cb (const char *context,
              const char *english,
              gpointer    user_data)
{
  guint *n = user_data;

  assert_translated (g_dpgettext2 (GETTEXT_PACKAGE, context, english));
  (*n)++;
}

static void
test_all (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachCatalog) catalog = NULL;
  guint n = 0;

  g_test_summary ("Every text that the loader asks for has a translation");
  catalog = coach_catalog_load_with_texts (g_getenv ("LOWTIDE_CATALOG_DIR"), text_seen_cb, &n,
                                           &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, >, 1000);
}

static void
test_words (void)
{
  static const CoachTermKind kinds[] = { COACH_TERM_GROUP, COACH_TERM_POSITION,
                                         COACH_TERM_EQUIPMENT, COACH_TERM_PROP,
                                         COACH_TERM_MUSCLE };

  g_test_summary ("So has every word of the vocabularies");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (const char * const *id = coach_term_list_ids (kinds[i]); *id != NULL; id++)
      assert_translated (coach_term_get_name (kinds[i], *id));
}

static void
test_movements (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  GListModel *movements = coach_catalog_get_movements (catalog);

  g_test_summary ("What movements hand out is translated, for both sides");
  for (guint i = 0; i < g_list_model_get_n_items (movements); i++)
    {
      g_autoptr (CoachMovement) movement = g_list_model_get_item (movements, i);

      assert_translated (coach_move_get_name (COACH_MOVE (movement)));
      assert_translated (coach_movement_get_purpose (movement));
      assert_translated (coach_movement_get_breathing (movement));
      assert_all_translated (coach_movement_get_mistakes (movement));
      for (CoachSide side = COACH_SIDE_LEFT; side <= COACH_SIDE_RIGHT; side++)
        {
          assert_all_translated (coach_movement_get_steps (movement, side));
          assert_translated (coach_movement_get_cue (movement, side));
          assert_translated (coach_movement_get_feel (movement, side));
        }
    }
}

static void
test_avoid_entries (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  GListModel *entries = coach_catalog_get_avoid_entries (catalog);

  g_test_summary ("What moves to avoid hand out is translated");
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (CoachAvoidEntry) entry = g_list_model_get_item (entries, i);

      assert_translated (coach_move_get_name (COACH_MOVE (entry)));
      assert_all_translated (coach_avoid_entry_get_synonyms (entry));
      assert_translated (coach_avoid_entry_get_why (entry));
      assert_translated (coach_avoid_entry_get_if_flared (entry));
      assert_translated (coach_avoid_entry_get_until (entry));
    }
}

static void
test_routines (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  GListModel *routines = coach_catalog_get_routines (catalog);

  g_test_summary ("What routines hand out is translated");
  for (guint i = 0; i < g_list_model_get_n_items (routines); i++)
    {
      g_autoptr (CoachRoutine) routine = g_list_model_get_item (routines, i);

      assert_translated (coach_routine_get_title (routine));
      assert_translated (coach_routine_get_goal (routine));
      assert_translated (coach_routine_get_before (routine));
      assert_translated (coach_routine_get_after (routine));
    }
}

static void
test_conditions (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  GListModel *conditions = coach_catalog_get_conditions (catalog);
  GListModel *traits = coach_catalog_get_traits (catalog);

  g_test_summary ("What conditions, traits and rules hand out is translated");
  for (guint i = 0; i < g_list_model_get_n_items (conditions); i++)
    {
      g_autoptr (CoachCondition) condition = g_list_model_get_item (conditions, i);

      assert_translated (coach_condition_get_name (condition));
      assert_translated (coach_condition_get_question (condition));
      assert_translated (coach_condition_get_explain (condition));
    }
  for (guint i = 0; i < g_list_model_get_n_items (traits); i++)
    {
      g_autoptr (CoachTrait) trait = g_list_model_get_item (traits, i);

      assert_translated (coach_trait_get_name (trait));
      assert_translated (coach_trait_get_meaning (trait));
    }
  assert_translated (coach_catalog_lookup_rule (catalog, "sciatica", "nerve-tension")->reason);
}

static void
test_search (void)
{
  g_autoptr (CoachCatalog) catalog = load ();
  static const struct
  {
    const char *words;
    const char *id;
  } cases[] = {
    { "toe touch", "standing-toe-touch" },
    { "Lying figure four", "figure-four-supine" },
    { "uttanasana", "standing-toe-touch" },
    { "Ļýïïñĝ ƒïïĝüüŕëë ƒööüüŕ", "figure-four-supine" },
  };

  g_test_summary ("Moves are found by their English names and by the translated ones");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found = coach_catalog_search (catalog, cases[i].words);

      g_assert_cmpuint (found->len, >, 0);
      g_assert_cmpstr (coach_move_get_id (g_ptr_array_index (found, 0)), ==, cases[i].id);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  bindtextdomain (GETTEXT_PACKAGE, coach_places_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  if (!find_locale ())
    {
      g_print ("1..0 # SKIP no locale here is translated\n");
      return 0;
    }

  g_test_add_func ("/catalog/pseudo/all", test_all);
  g_test_add_func ("/catalog/pseudo/words", test_words);
  g_test_add_func ("/catalog/pseudo/movements", test_movements);
  g_test_add_func ("/catalog/pseudo/avoid-entries", test_avoid_entries);
  g_test_add_func ("/catalog/pseudo/routines", test_routines);
  g_test_add_func ("/catalog/pseudo/conditions", test_conditions);
  g_test_add_func ("/catalog/pseudo/search", test_search);

  return g_test_run ();
}
