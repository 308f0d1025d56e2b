/* Every claim has its row in the catalogue's README, and is told where the row says alone. */
#include <gio/gio.h>
#include <string.h>

#include "catalog.h"
#include "coach-catalog-private.h"

#define N_CLAIMS 69

typedef struct
{
  char  *claim;
  char **files; /* none when it is not used */
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->claim);
  g_strfreev (row->files);
  g_free (row);
}

/* Takes the words in backticks. */
static char **
find_files (const char *cell)
{
  g_auto (GStrv) parts = g_strsplit (cell, "`", -1);
  g_autoptr (GStrvBuilder) files = g_strv_builder_new ();

  for (guint i = 1; i < g_strv_length (parts); i += 2)
    g_strv_builder_add (files, parts[i]);
  return g_strv_builder_end (files);
}

/* Reads the table: | S14: what is claimed | how it is told | where |. */
static GPtrArray *
read_rows (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autofree char *path = g_build_filename (g_getenv ("LOWTIDE_CATALOG_DIR"), "README.md", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "|", -1);
      Row *row;

      if (!g_regex_match_simple ("^\\| S[0-9]+: ", lines[i], 0, 0))
        continue;
      g_assert_cmpuint (g_strv_length (cells), ==, 5);
      row = g_new0 (Row, 1);
      g_strstrip (cells[1]);
      row->claim = g_strndup (cells[1], strcspn (cells[1], ":"));
      row->files = find_files (cells[3]);
      g_assert_true ((row->files[0] == NULL) == (strstr (cells[3], "not used") != NULL));
      g_ptr_array_add (rows, row);
    }
  return g_steal_pointer (&rows);
}

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
add_claims (GHashTable         *told,
            const char         *file,
            const char * const *claims)
{
  for (guint i = 0; claims[i] != NULL; i++)
    g_hash_table_add (told, g_strdup_printf ("%s in %s", claims[i], file));
}

/* What articles and activities say that they carry: a set of "S14 in articles/walking.json". */
static GHashTable *
collect_told (CoachCatalog *catalog)
{
  GHashTable *told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *articles = coach_catalog_get_articles (catalog);
  GListModel *activities = coach_catalog_get_activities (catalog);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (CoachArticle) article = g_list_model_get_item (articles, i);
      g_autofree char *file = g_strdup_printf ("articles/%s.json", coach_article_get_id (article));

      for (guint j = 0; j < coach_article_get_n_sections (article); j++)
        add_claims (told, file,
                    (const char * const *) coach_article_get_section (article, j)->claims);
    }
  for (guint i = 0; i < g_list_model_get_n_items (activities); i++)
    {
      g_autoptr (CoachActivity) activity = g_list_model_get_item (activities, i);

      add_claims (told, "activities.json", coach_activity_get_claims (activity));
    }
  return told;
}

static void
test_numbers (void)
{
  g_autoptr (GPtrArray) rows = read_rows ();

  g_test_summary ("The table has each claim once, in order");
  g_assert_cmpuint (rows->len, ==, N_CLAIMS);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);
      g_autofree char *claim = g_strdup_printf ("S%u", i + 1);

      g_assert_cmpstr (row->claim, ==, claim);
    }
}

static void
test_places (void)
{
  g_autoptr (GPtrArray) rows = read_rows ();
  g_autoptr (CoachCatalog) catalog = load ();
  g_autoptr (GHashTable) told = collect_told (catalog);

  g_test_summary ("Each claim is told where the table says, and nowhere else");
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);

      for (guint j = 0; row->files[j] != NULL; j++)
        {
          g_autofree char *path = g_build_filename (g_getenv ("LOWTIDE_CATALOG_DIR"),
                                                    row->files[j], NULL);
          g_autofree char *place = g_strdup_printf ("%s in %s", row->claim, row->files[j]);
          gboolean says_so = g_str_has_prefix (row->files[j], "articles/")
                             || g_str_equal (row->files[j], "activities.json");

          g_test_message ("%s", place);
          g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
          g_assert_true (g_hash_table_remove (told, place) || !says_so);
        }
    }
  g_assert_cmpuint (g_hash_table_size (told), ==, 0);
}

/* Words that frighten, promise or blame, and what the claims that are not used would need. */
static void
text_seen_cb (const char *context,
              const char *english,
              gpointer    user_data)
{
  static const char * const patterns[] = {
    "crumbling", "slipped", "pinch", "trapped", "wear and tear", "degenerat", "out of place",
    "unstable", "excruciating", "never", "wrong posture", "dangerous", "cure", "\\bfix",
    "\\bheal(s|ed|ing)?\\b", "guarantee", "pain-free", "prevent", "releases? the nerve",
    "\\bbest\\b", "poor posture", "\\blazy", "you skipped", "chiropract", "manipulat", "traction",
    "ounce", "body weight", "\\bmasks?\\b", "discs? (is|are) fed", "feeds? the disc", "flush",
    "nourish", "not firing", "1 (to|or) 2 weeks", "microwave", "steamed", "inflammatory substance",
    "ibuprofen", "paracetamol", "\\bTENS\\b", "!",
  };
  guint *n = user_data;

  if (!g_str_has_prefix (context, "article ") && !g_str_has_prefix (context, "activity "))
    return;
  (*n)++;
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (g_regex_match_simple (patterns[i], english, G_REGEX_CASELESS, 0))
      g_error ("%s has \"%s\": %s", context, patterns[i], english);
}

static void
test_words (void)
{
  g_autoptr (CoachCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_test_summary ("Articles and activities keep to the rules of wording");
  catalog = coach_catalog_load_with_texts (g_getenv ("LOWTIDE_CATALOG_DIR"), text_seen_cb, &n,
                                           &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, >, 300);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/catalog/claims/numbers", test_numbers);
  g_test_add_func ("/catalog/claims/places", test_places);
  g_test_add_func ("/catalog/claims/words", test_words);

  return g_test_run ();
}
