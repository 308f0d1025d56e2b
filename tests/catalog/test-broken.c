/* Broken content is refused with one line that says which file, which member and why. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "catalog.h"

/* A row of broken/expected.tsv. */
typedef struct
{
  char         *file;
  char         *place;    /* where in a catalogue the file is put; "-" reads it by itself */
  char         *message;  /* the whole message, without the folder of a file read by itself */
  CoachCatalog *catalog;  /* (unowned): what shipped */
  const char   *copy;     /* (unowned): a catalogue of links to what shipped */
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->file);
  g_free (row->place);
  g_free (row->message);
  g_free (row);
}

static void
link_files (const char *from,
            const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  g_assert_cmpint (g_mkdir_with_parents (to, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (target);

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        link_files (source, target);
      else
        g_assert_true (g_file_make_symbolic_link (file, source, NULL, NULL));
    }
}

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_tree (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
put (const char *copy,
     const char *place,
     const char *source)
{
  g_autofree char *target = g_build_filename (copy, place, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (target);

  g_unlink (target);
  if (g_file_test (source, G_FILE_TEST_EXISTS))
    g_assert_true (g_file_make_symbolic_link (file, source, NULL, NULL));
}

static GError *
read_alone (CoachCatalog *catalog,
            const char   *path)
{
  g_autoptr (CoachRoutine) routine = NULL;
  g_autoptr (CoachMove) move = NULL;
  GError *error = NULL;

  g_assert_false (coach_catalog_read_file (catalog, path, &routine, &move, &error));
  g_assert_null (routine);
  g_assert_null (move);
  return error;
}

static GError *
load_with (const Row  *row,
           const char *path)
{
  g_autofree char *shipped = g_build_filename (g_getenv ("LOWTIDE_CATALOG_DIR"), row->place, NULL);
  g_autoptr (CoachCatalog) catalog = NULL;
  GError *error = NULL;

  put (row->copy, row->place, path);
  catalog = coach_catalog_load (row->copy, &error);
  if (catalog != NULL)
    {
      g_assert_false (coach_catalog_load_lore (catalog, &error));
      g_assert_cmpuint (g_list_model_get_n_items (coach_catalog_get_articles (catalog)), ==, 0);
    }
  put (row->copy, row->place, shipped);
  return error;
}

static void
assert_one_line (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == COACH_CATALOG_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  for (const char *c = error->message; *c != '\0'; c = g_utf8_next_char (c))
    g_assert_true (g_unichar_isprint (g_utf8_get_char (c)));
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  gboolean alone = g_str_equal (row->place, "-");
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "catalog", "broken", NULL);
  g_autofree char *path = g_build_filename (folder, row->file, NULL);
  g_autoptr (GError) error = alone ? read_alone (row->catalog, path) : load_with (row, path);
  const char *message;

  assert_one_line (error);
  message = error->message;
  if (alone)
    {
      g_assert_true (g_str_has_prefix (message, folder));
      message += strlen (folder) + 1;
    }
  g_assert_cmpstr (message, ==, row->message);
}

/* Each broken file has its row, and each row its file. */
static void
test_table (gconstpointer data)
{
  const GPtrArray *rows = data;
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "catalog", "broken", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint files = 0;

  g_test_summary ("The table and the folder hold the same files");
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);
      g_autofree char *path = g_build_filename (folder, row->file, NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    files += g_str_has_suffix (name, ".json");
  g_assert_cmpuint (files, ==, rows->len);
}

static void
assert_refused (CoachCatalog *catalog,
                const char   *path,
                const char   *what)
{
  g_autoptr (GError) error = read_alone (catalog, path);

  assert_one_line (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, what));
}

static void
write_and_refuse (CoachCatalog *catalog,
                  const char   *folder,
                  const char   *name,
                  const char   *text,
                  const char   *what)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  assert_refused (catalog, path, what);
  g_unlink (path);
}

static void
test_large (gconstpointer data)
{
  CoachCatalog *catalog = (CoachCatalog *) data;
  g_autofree char *folder = g_dir_make_tmp ("broken-XXXXXX", NULL);
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *objects = NULL;
  g_autofree char *string = g_strnfill (100 * 1024 * 1024, 'a');
  g_autoptr (GString) many = g_string_new (NULL);

  g_test_summary ("Files that are deep, long or endless are refused at once");
  for (guint i = 0; i < 40000; i++)
    g_string_append (many, "{\"a\":");
  objects = g_string_free (g_steal_pointer (&many), FALSE);
  string[0] = string[strlen (string) - 1] = '"';
  write_and_refuse (catalog, folder, "deep.json", deep, ": line 1: nested too deeply");
  write_and_refuse (catalog, folder, "objects.json", objects, ": line 1: nested too deeply");
  write_and_refuse (catalog, folder, "string.json", string, "is larger than 256 KiB");
  assert_refused (catalog, "/dev/zero", "is not a file");
  assert_refused (catalog, folder, "is not a file");
  g_rmdir (folder);
}

static void
test_names (gconstpointer data)
{
  CoachCatalog *catalog = (CoachCatalog *) data;
  g_autofree char *folder = g_dir_make_tmp ("broken-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing\n.json", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe.json", NULL);

  g_test_summary ("A file may be called anything, and be nothing to read from");
  write_and_refuse (catalog, folder, "two\nlines.json", "", "/two?lines.json: line 1: is empty");
  write_and_refuse (catalog, folder, "escape \033[31m.json", "{}",
                    "/escape ?[31m.json: is no routine");
  write_and_refuse (catalog, folder, "turned \342\200\256nosj.json", "{}",
                    "/turned ?nosj.json: is no routine");
  write_and_refuse (catalog, folder, "latin \351.json", "{}", "latin ");
  write_and_refuse (catalog, folder, "%s%n.json", "[]", "/%s%n.json: is an array");
  assert_refused (catalog, missing, "/missing?.json: ");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_refused (catalog, pipe, "is not a file");
  g_unlink (pipe);
  g_rmdir (folder);
}

static void
test_folders (gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("broken-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  g_test_summary ("A folder that is no catalogue says which file is missing");
  g_assert_null (coach_catalog_load (folder, &error));
  assert_one_line (error);
  g_assert_true (g_str_has_prefix (error->message, "traits.json: "));
  g_rmdir (folder);
}

static void
test_missing_folder (gconstpointer data)
{
  static const char * const files[] = { "traits.json", "conditions.json", "rules.json",
                                        "screening.json", "safety.json", "pain.json" };
  g_autofree char *folder = g_dir_make_tmp ("broken-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  g_test_summary ("A catalogue without one of its folders says which");
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("LOWTIDE_CATALOG_DIR"), files[i], NULL);

      put (folder, files[i], path);
    }
  g_assert_null (coach_catalog_load (folder, &error));
  assert_one_line (error);
  g_assert_true (g_str_has_prefix (error->message, "movements: "));
  remove_tree (folder);
}

static GPtrArray *
read_rows (CoachCatalog *catalog,
           const char   *copy)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "catalog", "broken", "expected.tsv",
                                                 NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      g_assert_cmpuint (g_strv_length (cells), ==, 3);
      g_ptr_array_add (rows, g_memdup2 (&(Row) { g_strdup (cells[0]), g_strdup (cells[1]),
                                                 g_strdup (cells[2]), catalog, copy },
                                        sizeof (Row)));
    }
  return g_steal_pointer (&rows);
}

static void
add_rows (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = g_ptr_array_index (rows, i);
      g_autofree char *path = g_strdup_printf ("/catalog/broken/%s", row->file);

      g_test_add_data_func (path, row, test_row);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *copy = NULL;
  g_autoptr (CoachCatalog) catalog = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  catalog = coach_catalog_load (g_getenv ("LOWTIDE_CATALOG_DIR"), NULL);
  g_assert_nonnull (catalog);
  copy = g_dir_make_tmp ("catalog-XXXXXX", NULL);
  link_files (g_getenv ("LOWTIDE_CATALOG_DIR"), copy);
  rows = read_rows (catalog, copy);
  add_rows (rows);
  g_test_add_data_func ("/catalog/broken-table", rows, test_table);
  g_test_add_data_func ("/catalog/broken-large", catalog, test_large);
  g_test_add_data_func ("/catalog/broken-names", catalog, test_names);
  g_test_add_data_func ("/catalog/broken-folders", NULL, test_folders);
  g_test_add_data_func ("/catalog/broken-missing-folder", NULL, test_missing_folder);

  status = g_test_run ();
  remove_tree (copy);
  return status;
}
