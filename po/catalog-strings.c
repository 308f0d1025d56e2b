/* Writes down every text of the catalogue as the program asks gettext for it, for xgettext to find:
 *
 *   catalog-strings CATALOGUE FILE          writes the file
 *   catalog-strings --check CATALOGUE FILE  fails when the file is not what would be written
 */
#include <glib.h>
#include <string.h>

#include "coach-catalog-private.h"

typedef struct
{
  char *context;
  char *english;
} Text;

static int
compare_texts (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const Text *first = a;
  const Text *second = b;
  int order = strcmp (first->context, second->context);

  return order != 0 ? order : strcmp (first->english, second->english);
}

static void
text_free (gpointer data)
{
  Text *text = data;

  g_free (text->context);
  g_free (text->english);
  g_free (text);
}

static void
text_seen_cb (const char *context,
              const char *english,
              gpointer    user_data)
{
  GTree *texts = user_data;
  Text text = { g_strdup (context), g_strdup (english) };

  g_tree_replace (texts, g_memdup2 (&text, sizeof text), NULL);
}

/* The loader lets no control character through, so these two are all there is to escape. */
static void
append_quoted (GString    *lines,
               const char *text)
{
  g_string_append_c (lines, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_c (lines, '\\');
      g_string_append_c (lines, *c);
    }
  g_string_append_c (lines, '"');
}

static gboolean
write_text_cb (gpointer key,
               gpointer value,
               gpointer user_data)
{
  const Text *text = key;
  GString *lines = user_data;

  if (strchr (text->english, '%') != NULL)
    g_string_append (lines, "/* xgettext:no-c-format */\n");
  g_string_append (lines, "NC_(");
  append_quoted (lines, text->context);
  g_string_append (lines, ", ");
  append_quoted (lines, text->english);
  g_string_append (lines, ")\n");
  return FALSE;
}

static char *
list_texts (const char  *folder,
            GError     **error)
{
  g_autoptr (GTree) texts = g_tree_new_full (compare_texts, NULL, text_free, NULL);
  g_autoptr (CoachCatalog) catalog = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  catalog = coach_catalog_load_with_texts (folder, text_seen_cb, texts, error);
  if (catalog == NULL)
    return NULL;
  g_string_append (lines,
                   "/* Translators: these are the texts of data/catalog, which nobody compiles.\n"
                   " * The context says where a text is used. Texts that speak of a side are here\n"
                   " * twice, once for each side. Made by: meson compile catalog-strings */\n"
                   /* A line between, or xgettext takes this for a comment on the first text. */
                   "#pragma once\n\n");
  g_tree_foreach (texts, write_text_cb, lines);
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static gboolean
check_file (const char *file,
            const char *wanted)
{
  g_autofree char *found = NULL;

  if (g_file_get_contents (file, &found, NULL, NULL) && g_str_equal (found, wanted))
    return TRUE;
  g_printerr ("%s is stale: run meson compile catalog-strings\n", file);
  return FALSE;
}

int
main (int   argc,
      char *argv[])
{
  gboolean check = argc > 1 && g_str_equal (argv[1], "--check");
  g_autofree char *lines = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != (check ? 4 : 3))
    {
      g_printerr ("Usage: catalog-strings [--check] CATALOGUE FILE\n");
      return 2;
    }
  lines = list_texts (argv[argc - 2], &error);
  if (lines != NULL && check)
    return check_file (argv[argc - 1], lines) ? 0 : 1;
  if (lines != NULL && g_file_set_contents (argv[argc - 1], lines, -1, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
