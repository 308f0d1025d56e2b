#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-journal-file-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* How long a writer waits for another process; each write takes some milliseconds. */
#define BUSY_TIMEOUT_MS 5000
/* Pages copied at a time, so that a backup never holds the file for long. */
#define PAGES_PER_COPY 256

struct _CoachJournalFile
{
  char                 *path;       /* (owned) */
  CoachJournalFileMode  mode;
  sqlite3              *db;         /* (owned) */
  GHashTable           *statements; /* (owned) (element-type utf8 sqlite3_stmt): by their SQL */
  dev_t                 device;     /* which file it was when it was opened */
  ino_t                 inode;
};

static gboolean
is_no_room (int cause)
{
  return cause == ENOSPC || cause == EDQUOT || cause == EFBIG;
}

/* Why the system refused: SQLite keeps that for a statement, and for a commit errno still has it. A
 * file beside the main one that cannot be opened is one that cannot be made, unless nothing is to be
 * written. */
static CoachJournalError
get_system_code (sqlite3              *db,
                 CoachJournalFileMode  mode,
                 int                   result)
{
  if (is_no_room (errno) || is_no_room (sqlite3_system_errno (db)))
    return COACH_JOURNAL_ERROR_FULL;
  return (result & 0xff) == SQLITE_IOERR || mode == COACH_JOURNAL_FILE_WRITE
             ? COACH_JOURNAL_ERROR_WRITE
             : COACH_JOURNAL_ERROR_READ;
}

/* All statements are our own: one that SQLite does not understand speaks of a table that is no longer
 * as it was made. */
static CoachJournalError
get_code (sqlite3              *db,
          CoachJournalFileMode  mode,
          int                   result)
{
  switch (result & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    case SQLITE_ERROR:
      return COACH_JOURNAL_ERROR_DAMAGED;
    case SQLITE_FULL:
      return COACH_JOURNAL_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return COACH_JOURNAL_ERROR_LOCKED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return COACH_JOURNAL_ERROR_WRITE;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return get_system_code (db, mode, result);
    default:
      return COACH_JOURNAL_ERROR_READ;
    }
}

/* What is found to be damaged is not written to any more, not even what is in the log beside it: it
 * is set aside as it was found. */
static void
spare (CoachJournalFile *self)
{
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}

static gboolean
set_error (CoachJournalFile  *self,
           int                result,
           GError           **error)
{
  CoachJournalError code = get_code (self->db, self->mode, result);

  g_set_error (error, COACH_JOURNAL_ERROR, code, "%s: %s", self->path,
               self->db != NULL ? sqlite3_errmsg (self->db) : sqlite3_errstr (result));
  if (code == COACH_JOURNAL_ERROR_DAMAGED)
    spare (self);
  return FALSE;
}

static gboolean
set_file_error (const char  *path,
                GError     **error)
{
  int saved = errno;

  g_set_error (error, COACH_JOURNAL_ERROR,
               is_no_room (saved) ? COACH_JOURNAL_ERROR_FULL : COACH_JOURNAL_ERROR_WRITE,
               "%s: %s", path, g_strerror (saved));
  return FALSE;
}

/* SQLite would make the file with the mode of the umask; ours is for its owner alone, in a folder that
 * is. The files beside it (-wal, -shm) take their mode from it. It is never opened here: closing it
 * would take away the locks that other connections of this process have on it, and another process
 * would take itself for the last one and remove the log that they write to. */
static gboolean
make_private (const char  *path,
              GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf found;

  if (g_mkdir_with_parents (folder, 0700) != 0
      || (mknod (path, S_IFREG | 0600, 0) != 0 && errno != EEXIST)
      || g_access (path, R_OK | W_OK) != 0 || g_stat (path, &found) != 0)
    return set_file_error (path, error);
  return (found.st_mode & 0777) == 0600 || g_chmod (path, 0600) == 0
         || set_file_error (path, error);
}

/* That the file may be written was seen before it was opened. What SQLite does not write all the same
 * has a header that says so, as no program of ours writes it. */
static gboolean
refuse_read_only (CoachJournalFile  *self,
                  GError           **error)
{
  if (sqlite3_db_readonly (self->db, "main") != 1)
    return TRUE;
  g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED,
               "%s: its header says that it is not to be written", self->path);
  spare (self);
  return FALSE;
}

static gboolean
configure (CoachJournalFile      *self,
           CoachJournalFileMode   mode,
           GError               **error)
{
  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS);
  /* A file that somebody made to do harm can do none: no code from it runs. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  if (!coach_journal_file_exec (self, "PRAGMA foreign_keys = ON", error)
      || !coach_journal_file_exec (self, "PRAGMA cell_size_check = ON", error)
      || !coach_journal_file_exec (self, "PRAGMA secure_delete = ON", error))
    return FALSE;
  return mode == COACH_JOURNAL_FILE_READ
         || (coach_journal_file_exec (self, "PRAGMA journal_mode = WAL", error)
             && coach_journal_file_exec (self, "PRAGMA synchronous = FULL", error)
             && refuse_read_only (self, error)
             && coach_journal_schema_apply (self, error));
}

static void
finalize_statement (gpointer data)
{
  sqlite3_finalize (data);
}

/* Where nothing may be written, not even the files that the processes meet in, the file is read as
 * if nobody else had it. */
static gboolean
open_as_it_lies (CoachJournalFile  *self,
                 GError           **error)
{
  g_autofree char *escaped = g_uri_escape_string (self->path, "/", TRUE);
  g_autofree char *uri = g_strconcat ("file:", escaped, "?immutable=1", NULL);
  int result;

  sqlite3_close (self->db);
  result = sqlite3_open_v2 (uri, &self->db,
                            SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
  return result == SQLITE_OK || set_error (self, result, error);
}

static gboolean
open_database (CoachJournalFile      *self,
               CoachJournalFileMode   mode,
               GError               **error)
{
  int flags = mode == COACH_JOURNAL_FILE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  int result;

  result = sqlite3_open_v2 (self->path, &self->db,
                            flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, NULL);
  if (result != SQLITE_OK)
    return set_error (self, result, error);
  result = sqlite3_exec (self->db, "PRAGMA schema_version", NULL, NULL, NULL);
  if (mode == COACH_JOURNAL_FILE_READ && (result == SQLITE_CANTOPEN || result == SQLITE_READONLY))
    return open_as_it_lies (self, error);
  return TRUE;
}

/*
 * coach_journal_file_open:
 * @path: where the file is
 * @mode: what for
 *
 * Opens the file. For writing it is made when it is not there, mode 0600, and brought to the newest
 * schema; a file of a newer program is refused and left alone.
 *
 * Returns: (transfer full): a connection, for one thread
 * Throws: [error@JournalError]
 */
CoachJournalFile *
coach_journal_file_open (const char            *path,
                         CoachJournalFileMode   mode,
                         GError               **error)
{
  g_autoptr (CoachJournalFile) self = NULL;
  GStatBuf found;

  if (mode == COACH_JOURNAL_FILE_WRITE && !make_private (path, error))
    return NULL;
  self = g_new0 (CoachJournalFile, 1);
  self->path = g_strdup (path);
  self->mode = mode;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  if (!open_database (self, mode, error) || !configure (self, mode, error))
    return NULL;
  if (g_stat (path, &found) == 0)
    {
      self->device = found.st_dev;
      self->inode = found.st_ino;
    }
  return g_steal_pointer (&self);
}

/*
 * coach_journal_file_close:
 * @self: (transfer full): a connection
 *
 * Closes it.
 */
void
coach_journal_file_close (CoachJournalFile *self)
{
  g_hash_table_unref (self->statements);
  sqlite3_close (self->db);
  g_free (self->path);
  g_free (self);
}

/* Whether the file that is open still lies where it was. */
gboolean
coach_journal_file_is_in_place (CoachJournalFile *self)
{
  GStatBuf found;

  return g_stat (self->path, &found) == 0 && found.st_dev == self->device
         && found.st_ino == self->inode;
}

const char *
coach_journal_file_get_path (CoachJournalFile *self)
{
  return self->path;
}

/*
 * coach_journal_file_prepare:
 * @self: a connection
 * @sql: one statement
 *
 * Gets a statement that is ready to be bound. It is kept for the next time.
 *
 * Returns: (transfer none): a statement
 */
sqlite3_stmt *
coach_journal_file_prepare (CoachJournalFile  *self,
                            const char        *sql,
                            GError           **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int result;

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }
  result = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (result != SQLITE_OK)
    {
      set_error (self, result, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

/*
 * coach_journal_file_step:
 * @self: a connection
 * @statement: a statement of it
 * @has_row: (out): whether there is a row to be read
 *
 * Goes to the next row. After the last one, and after an error, the statement is reset.
 *
 * Returns: whether it went well
 */
gboolean
coach_journal_file_step (CoachJournalFile  *self,
                         sqlite3_stmt      *statement,
                         gboolean          *has_row,
                         GError           **error)
{
  int result = sqlite3_step (statement);

  *has_row = result == SQLITE_ROW;
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    set_error (self, result, error);
  sqlite3_reset (statement);
  return result == SQLITE_DONE;
}

/* Runs statements that take and give nothing. */
gboolean
coach_journal_file_exec (CoachJournalFile  *self,
                         const char        *sql,
                         GError           **error)
{
  int result;

  errno = 0;
  result = sqlite3_exec (self->db, sql, NULL, NULL, NULL);
  return result == SQLITE_OK || set_error (self, result, error);
}

/* Gets the one number that a statement gives. */
gboolean
coach_journal_file_get_int (CoachJournalFile  *self,
                            const char        *sql,
                            gint64            *value,
                            GError           **error)
{
  sqlite3_stmt *statement = coach_journal_file_prepare (self, sql, error);
  gboolean has_row;

  if (statement == NULL || !coach_journal_file_step (self, statement, &has_row, error))
    return FALSE;
  *value = has_row ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);
  return TRUE;
}

/* Begins a transaction that may write; waits for another writer. */
gboolean
coach_journal_file_begin (CoachJournalFile  *self,
                          GError           **error)
{
  return coach_journal_file_exec (self, "BEGIN IMMEDIATE", error);
}

/* Ends a transaction: when this returns %TRUE, it is on the disk. */
gboolean
coach_journal_file_commit (CoachJournalFile  *self,
                           GError           **error)
{
  if (coach_journal_file_exec (self, "COMMIT", error))
    return TRUE;
  coach_journal_file_roll_back (self);
  return FALSE;
}

void
coach_journal_file_roll_back (CoachJournalFile *self)
{
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

static gboolean
check_text (CoachJournalFile  *self,
            const char        *sql,
            GError           **error)
{
  sqlite3_stmt *statement = coach_journal_file_prepare (self, sql, error);
  gboolean has_row, fine;

  if (statement == NULL || !coach_journal_file_step (self, statement, &has_row, error))
    return FALSE;
  fine = !has_row || g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  if (!fine)
    {
      g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED, "%s: %s", self->path,
                   sqlite3_column_text (statement, 0));
      spare (self);
    }
  sqlite3_reset (statement);
  return fine;
}

/*
 * coach_journal_file_check:
 * @self: a connection
 *
 * Checks the whole file: its schema, pages, indexes, constraints and references.
 *
 * Returns: whether it is sound
 */
gboolean
coach_journal_file_check (CoachJournalFile  *self,
                          GError           **error)
{
  return coach_journal_schema_check (self, error)
         && check_text (self, "PRAGMA integrity_check(1)", error)
         && check_text (self, "PRAGMA foreign_key_check", error);
}

static int
copy_pages (sqlite3 *from,
            sqlite3 *to)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  int result = SQLITE_OK;

  if (backup == NULL)
    return sqlite3_errcode (to);
  while (result == SQLITE_OK || result == SQLITE_BUSY || result == SQLITE_LOCKED)
    {
      result = sqlite3_backup_step (backup, PAGES_PER_COPY);
      if (result == SQLITE_BUSY || result == SQLITE_LOCKED)
        sqlite3_sleep (10);
    }
  return sqlite3_backup_finish (backup);
}

/*
 * coach_journal_file_copy_to:
 * @self: a connection
 * @path: where to
 *
 * Copies the file as it is at one instant, while others may write. The copy is whole or not there.
 *
 * Returns: whether it is there
 */
gboolean
coach_journal_file_copy_to (CoachJournalFile  *self,
                            const char        *path,
                            GError           **error)
{
  g_autofree char *partial = g_strconcat (path, ".part", NULL);
  sqlite3 *copy = NULL;
  CoachJournalError code;
  int result;

  g_unlink (partial);
  if (!make_private (partial, error))
    return FALSE;
  result = sqlite3_open_v2 (partial, &copy, SQLITE_OPEN_READWRITE, NULL);
  if (result == SQLITE_OK)
    result = copy_pages (self->db, copy);
  /* One file, without a log beside it. */
  if (result == SQLITE_OK)
    result = sqlite3_exec (copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  code = get_code (copy, COACH_JOURNAL_FILE_WRITE, result);
  sqlite3_close (copy);
  if (result == SQLITE_OK && g_rename (partial, path) == 0)
    return TRUE;
  if (result == SQLITE_OK)
    g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_WRITE, "%s: %s", path,
                 g_strerror (errno));
  else
    g_set_error (error, COACH_JOURNAL_ERROR, code, "%s: %s", path, sqlite3_errstr (result));
  g_unlink (partial);
  return FALSE;
}
