/* What is kept of a person is written whole or not at all, and never thrown away. */
#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/fsuid.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "coach-stored-file-private.h"
#include "journal.h"

#define MAX_BYTES 4096
#define NOBODY    65534

typedef struct
{
  char            *base;
  char            *folder;
  char            *path;
  CoachStoredFile *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (CoachPlaces) places = NULL;

  fixture->base = g_dir_make_tmp ("coach-XXXXXX", NULL);
  fixture->folder = g_build_filename (fixture->base, "lowtide", NULL);
  fixture->path = g_build_filename (fixture->folder, "kept.json", NULL);
  places = coach_places_new ("unused", "unused", fixture->folder);
  fixture->file = coach_stored_file_new (places, "kept.json", MAX_BYTES);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->file);
  g_free (fixture->base);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
put (Fixture    *fixture,
     const char *text,
     gssize      length)
{
  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, text, length, NULL));
}

static void
assert_file (const char *path,
             const char *text)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, text);
}

static void
assert_aside (Fixture    *fixture,
              guint       number,
              const char *text)
{
  g_autofree char *path = g_strdup_printf ("%s.damaged-%u", fixture->path, number);

  assert_file (path, text);
}

static gboolean
save (Fixture     *fixture,
      const char  *text,
      GError     **error)
{
  return coach_stored_file_save_now (fixture->file, g_strdup (text), error);
}

static void
test_modes (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (JsonObject) object = NULL;
  struct stat file;
  struct stat folder;

  g_test_summary ("The file and its folder are made for their owner alone");
  g_assert_true (coach_stored_file_load (fixture->file, &object, NULL));
  g_assert_null (object);
  g_assert_true (save (fixture, "{\"a\":1}", NULL));
  g_assert_cmpint (stat (fixture->path, &file), ==, 0);
  g_assert_cmpint (stat (fixture->folder, &folder), ==, 0);
  g_assert_cmpint (file.st_mode & 0777, ==, 0600);
  g_assert_cmpint (folder.st_mode & 0777, ==, 0700);
  g_assert_true (coach_stored_file_load (fixture->file, &object, NULL));
  g_assert_cmpint (json_object_get_int_member (object, "a"), ==, 1);
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const damaged[] = { "", "{", "[]", "{\"a\":1,\"a\":2}", "\xff\xfe", "null" };

  g_test_summary ("A damaged file is set aside and told, never deleted");
  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (GError) error = NULL;
      JsonObject *object;

      put (fixture, damaged[i], -1);
      g_assert_false (coach_stored_file_load (fixture->file, &object, &error));
      g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED);
      g_assert_null (object);
      assert_aside (fixture, i + 1, damaged[i]);
      g_assert_true (coach_stored_file_load (fixture->file, &object, NULL));
      g_assert_null (object);
    }
}

static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *much = g_strnfill (MAX_BYTES + 1, ' ');
  g_autoptr (GError) error = NULL;
  JsonObject *object;

  g_test_summary ("A file that is too large is neither read nor written");
  put (fixture, much, -1);
  g_assert_false (coach_stored_file_load (fixture->file, &object, &error));
  g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED);
  assert_aside (fixture, 1, much);
  g_clear_error (&error);
  g_assert_true (save (fixture, "{}", NULL));
  g_assert_false (save (fixture, much, &error));
  g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_WRITE);
  assert_file (fixture->path, "{}");
}

static void
test_no_file (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = g_strconcat (fixture->path, ".damaged-1", NULL);
  JsonObject *object;

  g_test_summary ("A pipe in the place of the file neither hangs nor is written over");
  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  g_assert_false (coach_stored_file_load (fixture->file, &object, &error));
  g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_READ);
  g_assert_true (save (fixture, "{}", NULL));
  assert_file (fixture->path, "{}");
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
}

/* Who may do everything becomes somebody who may not; of this thread alone. */
static void
give_rights_up (Fixture *fixture)
{
  if (geteuid () == 0)
    {
      g_assert_cmpint (chown (fixture->base, NOBODY, NOBODY), ==, 0);
      g_assert_cmpint (chown (fixture->folder, NOBODY, NOBODY), ==, 0);
      g_assert_cmpint (chown (fixture->path, NOBODY, NOBODY), ==, 0);
      setfsuid (NOBODY);
    }
}

static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  JsonObject *object;

  g_test_summary ("A file that may not be read is set aside before another is written");
  put (fixture, "{\"a\":1}", -1);
  g_assert_cmpint (g_chmod (fixture->path, 0000), ==, 0);
  give_rights_up (fixture);
  g_assert_false (coach_stored_file_load (fixture->file, &object, &error));
  g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_READ);
  g_assert_true (save (fixture, "{}", NULL));
  assert_file (fixture->path, "{}");
  setfsuid (geteuid ());
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  JsonObject *object;

  g_test_summary ("In a folder that may not be written to a damaged file stays, and saving fails");
  put (fixture, "{", -1);
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  give_rights_up (fixture);
  g_assert_false (coach_stored_file_load (fixture->file, &object, &error));
  g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_READ);
  g_clear_error (&error);
  g_assert_false (save (fixture, "{}", &error));
  g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_WRITE);
  setfsuid (geteuid ());
  assert_file (fixture->path, "{");
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  g_assert_true (save (fixture, "{}", NULL));
  assert_aside (fixture, 1, "{");
}

static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *much = g_strnfill (2000, ' ');
  g_autoptr (GError) error = NULL;
  struct rlimit limit;
  struct rlimit little;

  g_test_summary ("Where there is no room the old file stays whole");
  g_assert_true (save (fixture, "{\"a\":1}", NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  little = (struct rlimit) { .rlim_cur = 1000, .rlim_max = limit.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
  g_assert_false (save (fixture, much, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_WRITE);
  assert_file (fixture->path, "{\"a\":1}");
  g_assert_true (save (fixture, much, NULL));
  assert_file (fixture->path, much);
}

static void
test_read (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_test_summary ("A file that is not ours is refused where it lies");
  g_assert_null (coach_stored_file_read (fixture->path, MAX_BYTES, &error));
  g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_READ);
  g_clear_error (&error);
  put (fixture, "[", -1);
  g_assert_null (coach_stored_file_read (fixture->path, MAX_BYTES, &error));
  g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED);
  g_assert_true (g_str_has_prefix (error->message, "kept.json: "));
  assert_file (fixture->path, "[");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/journal/stored-file/modes", test_modes);
  ADD ("/journal/stored-file/damaged", test_damaged);
  ADD ("/journal/stored-file/too-large", test_too_large);
  ADD ("/journal/stored-file/no-file", test_no_file);
  ADD ("/journal/stored-file/unreadable", test_unreadable);
  ADD ("/journal/stored-file/read-only", test_read_only);
  ADD ("/journal/stored-file/full", test_full);
  ADD ("/journal/stored-file/read", test_read);

  return g_test_run ();
}
