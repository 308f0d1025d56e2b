/* A disk that is full, a folder that is read-only, a file that is locked: what was reported as written
 * is there, and the rest is kept until it can be written. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "coach-journal-file-private.h"
#include "coach-journal-keeper-private.h"
#include "journal.h"

#define DISK_BYTES  "1m"
#define LIMIT_BYTES (160 * 1024)
#define MORE_BYTES  (4 * 1024 * 1024)
/* More than there is room for. */
#define MANY        2000
/* A run of this program by itself that was not allowed what it needed. */
#define NOT_ALLOWED 77
#define NOBODY      65534

typedef struct
{
  char         *folder;   /* (owned) */
  char         *path;     /* (owned) */
  CoachPlaces  *places;   /* (owned) */
  CoachJournal *journal;  /* (owned) */
  GString      *told;     /* (owned): what was told, in its order */
  guint         n_written; /* of those that were added: reported as written */
  guint         n_added;
} Fixture;

static void
trouble_cb (CoachJournal *journal,
            const GError *error,
            Fixture      *fixture)
{
  g_assert_cmpuint (error->domain, ==, COACH_JOURNAL_ERROR);
  g_string_append_printf (fixture->told, "trouble %d;", error->code);
}

static void
recovered_cb (CoachJournal *journal,
              Fixture      *fixture)
{
  g_string_append (fixture->told, "recovered;");
}

static void
open_journal (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->journal = coach_journal_new (fixture->places);
  g_signal_connect (fixture->journal, "trouble", G_CALLBACK (trouble_cb), fixture);
  g_signal_connect (fixture->journal, "recovered", G_CALLBACK (recovered_cb), fixture);
  coach_journal_open (fixture->journal, &error);
  g_assert_no_error (error);
}

static void
set_up_in (Fixture    *fixture,
           const char *folder)
{
  fixture->folder = g_strdup (folder);
  fixture->path = g_build_filename (folder, COACH_JOURNAL_FILE_NAME, NULL);
  fixture->places = coach_places_new ("unused", "unused", folder);
  fixture->told = g_string_new (NULL);
  open_journal (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("lowtide-trouble-XXXXXX", NULL);

  set_up_in (fixture, folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (coach_journal_erase (fixture->journal, NULL));
  g_assert_finalize_object (fixture->journal);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->places);
  g_string_free (fixture->told, TRUE);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
add_break (Fixture *fixture)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (1750000000 + fixture->n_added++);

  coach_journal_add_break (fixture->journal, when, "away", 300, 1800);
}

static gint64
count_breaks (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachJournalFile) file = coach_journal_file_open (fixture->path,
                                                               COACH_JOURNAL_FILE_READ, &error);
  gint64 n = 0;

  g_assert_no_error (error);
  g_assert_true (coach_journal_file_check (file, &error));
  g_assert_no_error (error);
  g_assert_true (coach_journal_file_get_int (file, "SELECT count(*) FROM breaks", &n, &error));
  return n;
}

static void
tell_all (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Returns whether it was written, with all before it. */
static gboolean
write_one (Fixture *fixture,
           int      code)
{
  g_autoptr (GError) error = NULL;

  add_break (fixture);
  if (coach_journal_flush (fixture->journal, &error))
    fixture->n_written = fixture->n_added;
  else
    g_assert_error (error, COACH_JOURNAL_ERROR, code);
  return error == NULL;
}

/* Adds until nothing can be written any more. The first time that there is no room, the log goes into
 * the file, and there is some again; each time is told. */
static void
write_until_stuck (Fixture *fixture,
                   int      code)
{
  g_autofree char *trouble = g_strdup_printf ("trouble %d;", code);
  g_autofree char *twice = g_strconcat (trouble, trouble, NULL);
  guint n_failed = 0;

  while (fixture->n_added < MANY && n_failed < 3)
    n_failed = write_one (fixture, code) ? 0 : n_failed + 1;
  g_assert_cmpuint (n_failed, ==, 3);
  tell_all ();
  g_assert_true (g_str_has_suffix (fixture->told->str, trouble));
  g_assert_null (strstr (fixture->told->str, twice));
  g_string_assign (fixture->told, trouble);
}

/* What is in the way is taken away by @make_room. */
static void
assert_kept (Fixture *fixture,
             int      code,
             void   (*make_room) (Fixture *fixture))
{
  g_autofree char *expected = g_strdup_printf ("trouble %d;recovered;", code);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (count_breaks (fixture), ==, fixture->n_written);
  make_room (fixture);
  g_assert_true (coach_journal_flush (fixture->journal, &error));
  g_assert_no_error (error);
  tell_all ();
  g_assert_cmpstr (fixture->told->str, ==, expected);
  g_assert_cmpint (count_breaks (fixture), ==, fixture->n_added);
}

static gboolean
write_word (const char *path,
            const char *text)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean ok = fd >= 0 && write (fd, text, strlen (text)) == (gssize) strlen (text);

  if (fd >= 0)
    close (fd);
  return ok;
}

/* Makes this process the root of a world of its own, where it may mount; root is one already. */
static gboolean
may_mount (void)
{
  g_autofree char *user = g_strdup_printf ("0 %u 1", (guint) getuid ());
  g_autofree char *group = g_strdup_printf ("0 %u 1", (guint) getgid ());

  if (getuid () != 0
      && (unshare (CLONE_NEWUSER) != 0 || !write_word ("/proc/self/uid_map", user)
          || !write_word ("/proc/self/setgroups", "deny")
          || !write_word ("/proc/self/gid_map", group)))
    return FALSE;
  return unshare (CLONE_NEWNS) == 0 && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}

static char *
get_ballast (Fixture *fixture)
{
  return g_build_filename (fixture->folder, "ballast", NULL);
}

static void
remove_ballast (Fixture *fixture)
{
  g_autofree char *ballast = get_ballast (fixture);

  g_assert_cmpint (g_unlink (ballast), ==, 0);
}

/* Within a process of its own, which may mount only while it has no other thread. */
static void
fill_disk (const char *folder)
{
  g_autofree char *half = g_strnfill (512 * 1024, 'x');
  g_autofree char *ballast = NULL;
  Fixture fixture = { NULL };

  if (!may_mount () || mount ("tmpfs", folder, "tmpfs", 0, "size=" DISK_BYTES ",mode=0700") != 0)
    _exit (NOT_ALLOWED);
  set_up_in (&fixture, folder);
  ballast = get_ballast (&fixture);
  g_assert_true (g_file_set_contents (ballast, half, 512 * 1024, NULL));
  write_until_stuck (&fixture, COACH_JOURNAL_ERROR_FULL);
  g_assert_cmpuint (fixture.n_written, >, 10);
  assert_kept (&fixture, COACH_JOURNAL_ERROR_FULL, remove_ballast);
  g_object_unref (fixture.journal);
  _exit (0);
}

/* Runs this program once more, to do one thing in a process of its own. */
static void
run_alone (const char *what)
{
  g_autofree char *folder = g_dir_make_tmp ("lowtide-trouble-XXXXXX", NULL);
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  const char *argv[] = { self, what, folder, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL,
                               &status, &error));
  g_rmdir (folder);
  if (WIFEXITED (status) && WEXITSTATUS (status) == NOT_ALLOWED)
    g_test_skip ("this is not allowed here");
  else
    g_assert_cmpint (status, ==, 0);
}

static void
test_disk (void)
{
  g_test_summary ("What is reported before a disk is full is there; the rest comes with the room");
  run_alone ("--fill");
}

static void
set_limit (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
raise_limit (Fixture *fixture)
{
  set_limit (MORE_BYTES);
}

static void
test_limit (Fixture       *fixture,
            gconstpointer  data)
{
  g_test_summary ("A file that may not grow is a full disk");
  signal (SIGXFSZ, SIG_IGN);
  set_limit (LIMIT_BYTES);
  write_until_stuck (fixture, COACH_JOURNAL_ERROR_FULL);
  g_assert_cmpuint (fixture->n_written, >, 10);
  assert_kept (fixture, COACH_JOURNAL_ERROR_FULL, raise_limit);
}

static void
allow_writing (Fixture *fixture)
{
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

/* Within a process of its own: root may write everywhere, so it becomes somebody else for good. */
static void
write_to_read_only (const char *folder)
{
  Fixture fixture = { NULL };

  if (geteuid () == 0
      && (chown (folder, NOBODY, NOBODY) != 0 || setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    _exit (NOT_ALLOWED);
  set_up_in (&fixture, folder);
  g_assert_true (write_one (&fixture, COACH_JOURNAL_ERROR_WRITE));
  g_clear_object (&fixture.journal);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  open_journal (&fixture);
  write_until_stuck (&fixture, COACH_JOURNAL_ERROR_WRITE);
  g_assert_cmpuint (fixture.n_written, ==, 1);
  assert_kept (&fixture, COACH_JOURNAL_ERROR_WRITE, allow_writing);
  tear_down (&fixture, NULL);
  _exit (0);
}

static void
test_read_only (void)
{
  g_test_summary ("A journal in a read-only folder is read, and written once it may be");
  run_alone ("--read-only");
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  sqlite3 *other;
  g_autoptr (GError) error = NULL;

  g_test_summary ("What is written while another program locks the journal arrives later");
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (write_one (fixture, COACH_JOURNAL_ERROR_LOCKED));
  g_assert_cmpint (count_breaks (fixture), ==, 0);
  add_break (fixture);
  g_assert_cmpint (sqlite3_exec (other, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  g_assert_true (coach_journal_flush (fixture->journal, &error));
  g_assert_no_error (error);
  tell_all ();
  g_assert_cmpstr (fixture->told->str, ==, "trouble 6;recovered;");
  g_assert_cmpint (count_breaks (fixture), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--fill"))
    fill_disk (argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "--read-only"))
    write_to_read_only (argv[2]);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/journal/trouble/disk", test_disk);
  g_test_add ("/journal/trouble/limit", Fixture, NULL, set_up, test_limit, tear_down);
  g_test_add_func ("/journal/trouble/read-only", test_read_only);
  g_test_add ("/journal/trouble/locked", Fixture, NULL, set_up, test_locked, tear_down);

  return g_test_run ();
}
