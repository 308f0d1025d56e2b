/* The journal's file: made, checked, backed up, restored, erased; and the thread that writes it. */
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "coach-journal-keeper-private.h"
#include "coach-journal-writer-private.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("lowtide-journal-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, COACH_JOURNAL_FILE_NAME, NULL);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GDate
get_day (int days_later)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_MARCH, 2026);
  g_date_add_days (&day, (guint) days_later);
  return day;
}

static gboolean
add_pack (CoachJournalFile  *file,
          gpointer           data,
          GError           **error)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO packs (id, at_s, offset_s, day, kind, length_s)"
      " VALUES ('pack-%d', %d, 0, 2461000, 'heat', 900)",
      GPOINTER_TO_INT (data), 1000 + GPOINTER_TO_INT (data));

  return coach_journal_file_exec (file, sql, error);
}

static gint64
count_packs (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachJournalFile) file = coach_journal_file_open (path, COACH_JOURNAL_FILE_READ,
                                                               &error);
  gint64 n = -1;

  g_assert_no_error (error);
  coach_journal_file_get_int (file, "SELECT count(*) FROM packs", &n, &error);
  g_assert_no_error (error);
  return n;
}

static void
write_packs (const char *path,
             int         from,
             int         n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachJournalFile) file = coach_journal_file_open (path, COACH_JOURNAL_FILE_WRITE,
                                                               &error);

  g_assert_no_error (error);
  for (int i = from; i < from + n; i++)
    g_assert_true (add_pack (file, GINT_TO_POINTER (i), &error));
  g_assert_no_error (error);
}

static void
ensure (Fixture              *fixture,
        CoachJournalRecovery *recovery)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (coach_journal_keeper_ensure (fixture->folder, TRUE, recovery, &error));
  g_assert_no_error (error);
}

static void
back_up (Fixture *fixture,
         int      day)
{
  GDate today = get_day (day);
  g_autoptr (GError) error = NULL;

  g_assert_true (coach_journal_keeper_back_up (fixture->folder, &today, &error));
  g_assert_no_error (error);
}

static guint
get_mode (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

static void
test_fresh (Fixture       *fixture,
            gconstpointer  data)
{
  g_auto (CoachJournalRecovery) recovery = { NULL };
  g_auto (GStrv) backups = NULL;

  g_test_summary ("A new journal is private, empty and sound; so are its backups");
  ensure (fixture, &recovery);
  g_assert_null (recovery.aside);
  g_assert_null (recovery.restored_from);
  g_assert_cmpuint (get_mode (fixture->path), ==, 0600);
  g_assert_cmpint (count_packs (fixture->path), ==, 0);
  back_up (fixture, 0);
  backups = coach_journal_keeper_list (fixture->folder);
  g_assert_cmpuint (g_strv_length (backups), ==, 1);
  g_assert_cmpuint (get_mode (backups[0]), ==, 0600);
}

static void
test_backups (Fixture       *fixture,
              gconstpointer  data)
{
  g_auto (CoachJournalRecovery) recovery = { NULL };
  g_auto (GStrv) backups = NULL;

  g_test_summary ("There is a backup a day, and the last seven are kept");
  ensure (fixture, &recovery);
  for (int day = 0; day < 12; day++)
    {
      write_packs (fixture->path, day, 1);
      back_up (fixture, day);
      back_up (fixture, day);
    }
  backups = coach_journal_keeper_list (fixture->folder);
  g_assert_cmpuint (g_strv_length (backups), ==, COACH_JOURNAL_N_BACKUPS);
  g_assert_true (g_str_has_suffix (backups[0], "journal-2026-03-12.sqlite"));
  g_assert_cmpint (count_packs (backups[0]), ==, 12);
  g_assert_cmpint (count_packs (backups[6]), ==, 6);
}

/* How a file may be harmed. */
typedef enum
{
  HARM_BEGINNING,
  HARM_MIDDLE,
  HARM_CUT,
  HARM_EMPTY,
  HARM_GONE,
  HARM_TEXT,
} Harm;

static void
overwrite (const char *path,
           gsize       from,
           gsize       length)
{
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  for (gsize i = from; i < MIN (from + length, size); i++)
    content[i] = (char) (content[i] ^ 0x5a);
  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
}

static void
harm (const char *path,
      Harm        how)
{
  switch (how)
    {
    case HARM_BEGINNING:
      overwrite (path, 0, 200);
      break;
    case HARM_MIDDLE:
      overwrite (path, 4096, 200000);
      break;
    case HARM_CUT:
      g_assert_cmpint (truncate (path, 9000), ==, 0);
      break;
    case HARM_EMPTY:
      g_assert_cmpint (truncate (path, 0), ==, 0);
      break;
    case HARM_GONE:
      g_assert_cmpint (g_unlink (path), ==, 0);
      break;
    case HARM_TEXT:
      g_assert_true (g_file_set_contents (path, "not a journal at all", -1, NULL));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
test_restored (Fixture       *fixture,
               gconstpointer  data)
{
  Harm how = (Harm) GPOINTER_TO_INT (data);
  gboolean was_there = how != HARM_EMPTY && how != HARM_GONE;
  g_auto (CoachJournalRecovery) first = { NULL };
  g_auto (CoachJournalRecovery) recovery = { NULL };

  g_test_summary ("A harmed journal is set aside, and the best backup takes its place");
  ensure (fixture, &first);
  write_packs (fixture->path, 0, 50);
  back_up (fixture, 0);
  write_packs (fixture->path, 50, 5);
  back_up (fixture, 1);
  write_packs (fixture->path, 55, 5);
  harm (fixture->path, how);

  ensure (fixture, &recovery);
  g_assert_true (g_str_has_suffix (recovery.restored_from, "journal-2026-03-02.sqlite"));
  g_assert_cmpint (recovery.last_s, ==, 1054);
  g_assert_cmpint (recovery.aside != NULL, ==, was_there);
  if (was_there)
    {
      g_assert_true (g_file_test (recovery.aside, G_FILE_TEST_EXISTS));
      g_assert_true (g_str_has_prefix (recovery.reason, fixture->path));
    }
  g_assert_cmpint (count_packs (fixture->path), ==, 55);
}

static void
test_bad_backups (Fixture       *fixture,
                  gconstpointer  data)
{
  g_auto (CoachJournalRecovery) first = { NULL };
  g_auto (CoachJournalRecovery) second = { NULL };
  g_auto (CoachJournalRecovery) third = { NULL };
  g_auto (GStrv) backups = NULL;

  g_test_summary ("A harmed backup is passed over; without any the journal begins anew");
  ensure (fixture, &first);
  write_packs (fixture->path, 0, 3);
  back_up (fixture, 0);
  write_packs (fixture->path, 3, 3);
  back_up (fixture, 1);
  backups = coach_journal_keeper_list (fixture->folder);
  harm (backups[0], HARM_BEGINNING);
  harm (fixture->path, HARM_TEXT);
  ensure (fixture, &second);
  g_assert_cmpstr (second.restored_from, ==, backups[1]);
  g_assert_cmpint (count_packs (fixture->path), ==, 3);

  harm (backups[1], HARM_CUT);
  harm (fixture->path, HARM_BEGINNING);
  ensure (fixture, &third);
  g_assert_null (third.restored_from);
  g_assert_true (g_str_has_suffix (third.aside, ".damaged-2"));
  g_assert_cmpint (count_packs (fixture->path), ==, 0);
}

static void
test_bad_is_not_backed_up (Fixture       *fixture,
                           gconstpointer  data)
{
  g_auto (CoachJournalRecovery) first = { NULL };
  g_auto (GStrv) backups = NULL;
  g_autoptr (GError) error = NULL;
  GDate today = get_day (1);

  g_test_summary ("A harmed journal does not push the good copies out");
  ensure (fixture, &first);
  write_packs (fixture->path, 0, 3);
  back_up (fixture, 0);
  harm (fixture->path, HARM_MIDDLE);
  g_assert_false (coach_journal_keeper_back_up (fixture->folder, &today, &error));
  g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED);
  backups = coach_journal_keeper_list (fixture->folder);
  g_assert_cmpuint (g_strv_length (backups), ==, 1);
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  g_auto (CoachJournalRecovery) first = { NULL };
  g_auto (CoachJournalRecovery) recovery = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size_before, size_after;

  g_test_summary ("A journal of a newer program is refused and left as it is");
  ensure (fixture, &first);
  {
    g_autoptr (CoachJournalFile) file = coach_journal_file_open (fixture->path,
                                                                 COACH_JOURNAL_FILE_WRITE, NULL);

    g_assert_true (coach_journal_file_exec (file, "PRAGMA user_version = 99", NULL));
  }
  g_assert_true (g_file_get_contents (fixture->path, &before, &size_before, NULL));
  g_assert_false (coach_journal_keeper_ensure (fixture->folder, TRUE, &recovery, &error));
  g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_NEWER);
  g_assert_null (recovery.aside);
  g_assert_true (g_file_get_contents (fixture->path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);
}

static void
test_erase (Fixture       *fixture,
            gconstpointer  data)
{
  g_auto (CoachJournalRecovery) first = { NULL };
  g_auto (CoachJournalRecovery) second = { NULL };
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;

  g_test_summary ("Erasing leaves nothing: no journal, no backup, nothing set aside");
  ensure (fixture, &first);
  write_packs (fixture->path, 0, 3);
  back_up (fixture, 0);
  harm (fixture->path, HARM_TEXT);
  ensure (fixture, &second);
  g_assert_true (coach_journal_keeper_erase (fixture->folder, &error));
  g_assert_no_error (error);
  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
}

static void
count_cb (gpointer  object,
          GError   *error,
          guint    *n)
{
  *n += 1;
}

static void
count_recovered_cb (gpointer  object,
                    guint    *n)
{
  *n += 1;
}

static void
test_writer (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (CoachJournalWriter) writer = coach_journal_writer_new (fixture->path);

  g_test_summary ("What is handed over is on the disk after a flush, in its order");
  for (int i = 0; i < 100; i++)
    coach_journal_writer_write (writer, add_pack, GINT_TO_POINTER (i), NULL);
  g_assert_true (coach_journal_writer_flush (writer, 20 * G_USEC_PER_SEC, NULL));
  g_assert_cmpuint (coach_journal_writer_get_n_pending (writer), ==, 0);
  g_assert_cmpint (count_packs (fixture->path), ==, 100);
}

static void
test_trouble (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "not-yet", NULL);
  g_autofree char *path = g_build_filename (folder, COACH_JOURNAL_FILE_NAME, NULL);
  g_autoptr (CoachJournalWriter) writer = coach_journal_writer_new (path);
  guint n_troubles = 0, n_recovered = 0;

  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  g_test_summary ("What cannot be written is told once, kept, and written when it can be");
  g_signal_connect (writer, "trouble", G_CALLBACK (count_cb), &n_troubles);
  g_signal_connect (writer, "recovered", G_CALLBACK (count_recovered_cb), &n_recovered);
  for (int i = 0; i < 5; i++)
    coach_journal_writer_write (writer, add_pack, GINT_TO_POINTER (i), NULL);
  while (n_troubles == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (coach_journal_writer_get_n_pending (writer), ==, 5);

  g_assert_cmpint (g_remove (folder), ==, 0);
  g_assert_true (coach_journal_writer_flush (writer, 20 * G_USEC_PER_SEC, NULL));
  while (n_recovered == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (count_packs (path), ==, 5);
  g_assert_cmpuint (n_troubles, ==, 1);
  g_assert_cmpuint (n_recovered, ==, 1);
}

static void
test_erased_under (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (CoachJournalWriter) writer = coach_journal_writer_new (fixture->path);

  g_test_summary ("Who has a journal open that another erases, begins a new one");
  coach_journal_writer_write (writer, add_pack, GINT_TO_POINTER (1), NULL);
  g_assert_true (coach_journal_writer_flush (writer, 20 * G_USEC_PER_SEC, NULL));
  g_assert_true (coach_journal_keeper_erase (fixture->folder, NULL));
  coach_journal_writer_write (writer, add_pack, GINT_TO_POINTER (2), NULL);
  g_assert_true (coach_journal_writer_flush (writer, 20 * G_USEC_PER_SEC, NULL));
  g_assert_cmpint (count_packs (fixture->path), ==, 1);
}

/* On a slow disk one of two may find the file in use for longer than it waits at a time. It says so
 * and keeps what it has. */
static void
flush_beside_another (CoachJournalWriter *writer)
{
  g_autoptr (GError) error = NULL;

  while (!coach_journal_writer_flush (writer, 20 * G_USEC_PER_SEC, &error))
    {
      g_assert_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_LOCKED);
      g_clear_error (&error);
    }
}

static void
test_two_writers (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (CoachJournalWriter) first = coach_journal_writer_new (fixture->path);
  g_autoptr (CoachJournalWriter) second = coach_journal_writer_new (fixture->path);

  g_test_summary ("Two that write at once lose nothing");
  for (int i = 0; i < 50; i++)
    {
      coach_journal_writer_write (first, add_pack, GINT_TO_POINTER (2 * i), NULL);
      coach_journal_writer_write (second, add_pack, GINT_TO_POINTER (2 * i + 1), NULL);
    }
  flush_beside_another (first);
  flush_beside_another (second);
  g_assert_cmpint (count_packs (fixture->path), ==, 100);
}

/* Whether another process finds the lock that tells it that the file is in use. The range is part of
 * SQLite's file format. */
static gboolean
is_locked (const char *path)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000002, .l_len = 510 };
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      int fd = open (path, O_RDONLY | O_CLOEXEC);

      _exit (fd < 0 || fcntl (fd, F_GETLK, &lock) != 0 || lock.l_type == F_UNLCK);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return status == 0;
}

static void
test_locks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (CoachJournalFile) writer = NULL;
  g_autoptr (CoachJournalFile) other = NULL;
  g_autoptr (GError) error = NULL;

  g_test_summary ("A second connection of a process does not take the locks of the first away");
  writer = coach_journal_file_open (fixture->path, COACH_JOURNAL_FILE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (add_pack (writer, GINT_TO_POINTER (1), &error));
  g_assert_true (is_locked (fixture->path));
  other = coach_journal_file_open (fixture->path, COACH_JOURNAL_FILE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (is_locked (fixture->path));
  g_clear_pointer (&other, coach_journal_file_close);
  g_assert_true (is_locked (fixture->path));
}

static void
add (const char     *name,
     gconstpointer   data,
     void          (*test) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, data, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("/journal/keeper/fresh", NULL, test_fresh);
  add ("/journal/keeper/backups", NULL, test_backups);
  add ("/journal/keeper/harm-beginning", GINT_TO_POINTER (HARM_BEGINNING), test_restored);
  add ("/journal/keeper/harm-middle", GINT_TO_POINTER (HARM_MIDDLE), test_restored);
  add ("/journal/keeper/harm-cut", GINT_TO_POINTER (HARM_CUT), test_restored);
  add ("/journal/keeper/harm-empty", GINT_TO_POINTER (HARM_EMPTY), test_restored);
  add ("/journal/keeper/harm-gone", GINT_TO_POINTER (HARM_GONE), test_restored);
  add ("/journal/keeper/harm-text", GINT_TO_POINTER (HARM_TEXT), test_restored);
  add ("/journal/keeper/bad-backups", NULL, test_bad_backups);
  add ("/journal/keeper/bad-is-not-backed-up", NULL, test_bad_is_not_backed_up);
  add ("/journal/keeper/newer", NULL, test_newer);
  add ("/journal/keeper/erase", NULL, test_erase);
  add ("/journal/keeper/locks", NULL, test_locks);
  add ("/journal/writer/order", NULL, test_writer);
  add ("/journal/writer/trouble", NULL, test_trouble);
  add ("/journal/writer/erased-under", NULL, test_erased_under);
  add ("/journal/writer/two", NULL, test_two_writers);

  return g_test_run ();
}
