/* A file that somebody else may have touched is read whole or not at all, and never thrown away. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "coach-stored-file-private.h"
#include "journal.h"

#define MAX_BYTES 4096

typedef struct
{
  char *base;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->base = g_dir_make_tmp ("coach-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->base, "kept.json", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->base);
  g_free (fixture->path);
}

static void
test_read (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (GError) error = NULL;

  g_test_summary ("What is in a file is read, and it stays where it is");
  g_assert_true (g_file_set_contents (fixture->path, "{\"a\":1}", -1, NULL));
  object = coach_stored_file_take (fixture->path, MAX_BYTES, &error);
  g_assert_no_error (error);
  g_assert_cmpint (json_object_get_int_member (object, "a"), ==, 1);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static const char * const damaged[] = { "", "{", "[]", "7", "{\"a\":}", "\xff", "{\"a\":1}x" };

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_test_summary ("What cannot be understood is kept under a name that is free");
  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autofree char *aside = g_strdup_printf ("%s.damaged-%u", fixture->path, i + 1);
      g_autofree char *kept = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (fixture->path, damaged[i], -1, NULL));
      g_assert_null (coach_stored_file_take (fixture->path, MAX_BYTES, &error));
      g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, "kept.json"));
      g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
      g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, damaged[i]);
    }
}

static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *text = g_strnfill (MAX_BYTES + 1, ' ');
  g_autoptr (GError) error = NULL;

  g_test_summary ("A file that is too large is not read");
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  g_assert_null (coach_stored_file_read (fixture->path, MAX_BYTES, &error));
  g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_no_file (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_test_summary ("A folder, a pipe and nothing at all are no files, and stay where they are");
  g_assert_null (coach_stored_file_take (fixture->path, MAX_BYTES, &error));
  g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_READ);
  g_clear_error (&error);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_assert_null (coach_stored_file_take (fixture->path, MAX_BYTES, &error));
  g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_READ);
  g_clear_error (&error);
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  g_assert_null (coach_stored_file_take (fixture->path, MAX_BYTES, &error));
  g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_READ);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/journal/stored-file/read", test_read);
  ADD ("/journal/stored-file/damaged", test_damaged);
  ADD ("/journal/stored-file/too-large", test_too_large);
  ADD ("/journal/stored-file/no-file", test_no_file);

  return g_test_run ();
}
