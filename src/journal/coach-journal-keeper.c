#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-journal-keeper-private.h"

#include <errno.h>
#include <glib/gstdio.h>

#define BACKUP_FOLDER "backups"
#define BACKUP_PREFIX "journal-"
#define BACKUP_SUFFIX ".sqlite"
/* A file of this name beside the journal says that damage was found in it while it was in use. */
#define SUSPECT_SUFFIX ".suspect"

/* SQLite's own files beside the main one; a log of another file would be read into it. */
static const char * const suffixes[] = { "", "-wal", "-shm", "-journal" };

static gboolean
set_write_error (const char  *path,
                 GError     **error)
{
  int saved = errno;

  g_set_error (error, COACH_JOURNAL_ERROR,
               saved == ENOSPC ? COACH_JOURNAL_ERROR_FULL : COACH_JOURNAL_ERROR_WRITE, "%s: %s",
               path, g_strerror (saved));
  return FALSE;
}

static gboolean
make_folder (const char  *folder,
             GError     **error)
{
  return g_mkdir_with_parents (folder, 0700) == 0 || set_write_error (folder, error);
}

static int
compare_names_backwards (gconstpointer a,
                         gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) b, *(const char * const *) a);
}

/*
 * coach_journal_keeper_list:
 * @folder: the folder of the journal
 *
 * Lists the backups.
 *
 * Returns: (transfer full) (array zero-terminated=1): paths, the newest first
 */
char **
coach_journal_keeper_list (const char *folder)
{
  g_autofree char *backups = g_build_filename (folder, BACKUP_FOLDER, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, BACKUP_PREFIX) && g_str_has_suffix (name, BACKUP_SUFFIX))
      g_ptr_array_add (paths, g_build_filename (backups, name, NULL));
  g_ptr_array_sort (paths, compare_names_backwards);
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

static gboolean
is_sound (const char  *path,
          GError     **error)
{
  g_autoptr (CoachJournalFile) file = coach_journal_file_open (path, COACH_JOURNAL_FILE_WRITE,
                                                               error);

  return file != NULL && coach_journal_file_check (file, error);
}

/* Whether it is a journal of ours, as far as its beginning tells. */
static gboolean
is_usable (const char  *path,
           GError     **error)
{
  g_autoptr (CoachJournalFile) file = coach_journal_file_open (path, COACH_JOURNAL_FILE_WRITE,
                                                               error);

  return file != NULL && coach_journal_schema_check (file, error);
}

/* The name under which a damaged file is kept: somebody may mend it. */
static char *
find_free_name (const char *path)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *aside = g_strdup_printf ("%s.damaged-%u", path, i);

      if (!g_file_test (aside, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&aside);
    }
}

/* To SQLite a file without a byte is a journal without an entry; to us it is one that got lost. */
static gboolean
has_content (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && status.st_size > 0;
}

static gboolean
set_aside (const char  *path,
           char       **aside,
           GError     **error)
{
  *aside = find_free_name (path);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (*aside, suffixes[i], NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        return set_write_error (from, error);
    }
  return TRUE;
}

/* When the newest thing happened; 0 for an empty journal. */
static gint64
get_last_s (CoachJournalFile *file)
{
  gint64 last_s = 0;

  coach_journal_file_get_int (
      file,
      "SELECT max (at) FROM (SELECT max (at_s) AS at FROM sessions"
      " UNION ALL SELECT max (at_s) FROM checkins UNION ALL SELECT max (at_s) FROM hurts"
      " UNION ALL SELECT max (at_s) FROM packs UNION ALL SELECT max (at_s) FROM breaks)",
      &last_s, NULL);
  return last_s;
}

/* A backup is looked at through a copy of it, so that looking never changes the backup. */
static gboolean
restore_one (const char            *backup,
             const char            *path,
             CoachJournalRecovery  *recovery,
             GError               **error)
{
  g_autoptr (CoachJournalFile) source = coach_journal_file_open (backup, COACH_JOURNAL_FILE_READ,
                                                                 error);

  if (source == NULL || !coach_journal_file_check (source, error)
      || !coach_journal_file_copy_to (source, path, error) || !is_sound (path, error))
    return FALSE;
  recovery->restored_from = g_strdup (backup);
  recovery->last_s = get_last_s (source);
  return TRUE;
}

static void
restore_best (const char           *folder,
              const char           *path,
              CoachJournalRecovery *recovery)
{
  g_auto (GStrv) backups = coach_journal_keeper_list (folder);

  for (guint i = 0; backups[i] != NULL && recovery->restored_from == NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!restore_one (backups[i], path, recovery, &error))
        g_message ("%s", error->message);
    }
}

/* Sets a damaged journal aside, when there is one, and puts the best backup in its place. */
static gboolean
restore (const char            *folder,
         const char            *path,
         CoachJournalRecovery  *recovery,
         GError               **error)
{
  if (has_content (path) && !set_aside (path, &recovery->aside, error))
    return FALSE;
  restore_best (folder, path, recovery);
  return recovery->restored_from != NULL || is_sound (path, error);
}

/*
 * coach_journal_keeper_ensure:
 * @folder: the folder of the journal; made when it is not there
 * @is_thorough: whether the whole file is checked; else that is left to
 *   coach_journal_keeper_back_up(), unless it has found damage before
 * @recovery: (out caller-allocates): what had to be done
 *
 * Sees to it that there is a sound journal. A damaged file is set aside, never deleted, and the
 * best backup takes its place; so it does when the file is gone and there are backups. A file of a
 * newer program is left alone.
 *
 * Returns: whether there is one
 * Throws: [error@JournalError]
 */
gboolean
coach_journal_keeper_ensure (const char            *folder,
                             gboolean               is_thorough,
                             CoachJournalRecovery  *recovery,
                             GError               **error)
{
  g_autofree char *path = g_build_filename (folder, COACH_JOURNAL_FILE_NAME, NULL);
  g_autofree char *suspect = g_strconcat (path, SUSPECT_SUFFIX, NULL);
  g_autoptr (GError) local = NULL;
  gboolean is_fine = FALSE;

  *recovery = (CoachJournalRecovery) { NULL };
  if (!make_folder (folder, error))
    return FALSE;
  is_thorough = is_thorough || g_file_test (suspect, G_FILE_TEST_EXISTS);
  if (has_content (path))
    {
      is_fine = is_thorough ? is_sound (path, &local) : is_usable (path, &local);
      if (!is_fine && !g_error_matches (local, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      recovery->reason = local != NULL ? g_strdup (local->message) : NULL;
    }
  if (!is_fine && !restore (folder, path, recovery, error))
    return FALSE;
  g_unlink (suspect);
  return TRUE;
}

/* Removes the oldest backups beyond the number that is kept. */
static void
thin_out (const char *folder)
{
  g_auto (GStrv) backups = coach_journal_keeper_list (folder);

  for (guint i = 0; backups[i] != NULL; i++)
    if (i >= COACH_JOURNAL_N_BACKUPS)
      g_unlink (backups[i]);
}

static char *
get_backup_path (const char  *folder,
                 const GDate *day)
{
  g_autofree char *name = g_strdup_printf (BACKUP_PREFIX "%04u-%02u-%02u" BACKUP_SUFFIX,
                                           g_date_get_year (day), g_date_get_month (day),
                                           g_date_get_day (day));

  return g_build_filename (folder, BACKUP_FOLDER, name, NULL);
}

/* Checks the journal. What is wrong with it is remembered until it is opened the next time. */
static gboolean
check (CoachJournalFile  *file,
       GError           **error)
{
  g_autofree char *suspect = NULL;
  g_autoptr (GError) local = NULL;

  if (coach_journal_file_check (file, &local))
    return TRUE;
  suspect = g_strconcat (coach_journal_file_get_path (file), SUSPECT_SUFFIX, NULL);
  if (g_error_matches (local, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED)
      && !g_file_set_contents (suspect, "", 0, NULL))
    g_message ("%s: cannot be written", suspect);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/*
 * coach_journal_keeper_back_up:
 * @folder: the folder of the journal
 * @today: the local day
 *
 * Checks the whole journal, copies it once a day, and keeps a week of copies. Only a sound journal is
 * copied: a bad one must not push the good copies out. One that is damaged is set aside when it is
 * opened the next time.
 *
 * Returns: whether it is sound and today's copy is there
 * Throws: [error@JournalError]
 */
gboolean
coach_journal_keeper_back_up (const char   *folder,
                              const GDate  *today,
                              GError      **error)
{
  g_autofree char *path = g_build_filename (folder, COACH_JOURNAL_FILE_NAME, NULL);
  g_autofree char *backup = get_backup_path (folder, today);
  g_autofree char *backups = g_path_get_dirname (backup);
  g_autoptr (CoachJournalFile) file = coach_journal_file_open (path, COACH_JOURNAL_FILE_READ, error);

  if (file == NULL || !check (file, error))
    return FALSE;
  if (g_file_test (backup, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!make_folder (backups, error) || !coach_journal_file_copy_to (file, backup, error))
    return FALSE;
  thin_out (folder);
  return TRUE;
}

static gboolean
remove_file (const char  *path,
             GError     **error)
{
  return g_unlink (path) == 0 || errno == ENOENT || set_write_error (path, error);
}

/* Damaged files that were set aside hold what the person wants gone, too. */
static gboolean
remove_all_of (const char  *folder,
               const char  *prefix,
               GError     **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  for (guint i = 0; i < paths->len; i++)
    if (!remove_file (g_ptr_array_index (paths, i), error))
      return FALSE;
  return TRUE;
}

/*
 * coach_journal_keeper_erase:
 * @folder: the folder of the journal
 *
 * Removes the journal, its backups, what was set aside, and the files that came before it. Another
 * process that has it open begins a new one with the next thing that it writes.
 *
 * Returns: whether all of it is gone
 * Throws: [error@JournalError]
 */
gboolean
coach_journal_keeper_erase (const char  *folder,
                            GError     **error)
{
  /* The last two are of the time before the journal. */
  static const char * const prefixes[] = { COACH_JOURNAL_FILE_NAME, "profile.json", "diary.json" };
  g_autofree char *backups = g_build_filename (folder, BACKUP_FOLDER, NULL);

  if (!remove_all_of (backups, BACKUP_PREFIX, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (!remove_all_of (folder, prefixes[i], error))
      return FALSE;
  g_rmdir (backups);
  return TRUE;
}

/*
 * coach_journal_recovery_clear:
 * @self: what was done
 *
 * Drops what it holds.
 */
void
coach_journal_recovery_clear (CoachJournalRecovery *self)
{
  g_clear_pointer (&self->aside, g_free);
  g_clear_pointer (&self->restored_from, g_free);
  g_clear_pointer (&self->reason, g_free);
}
