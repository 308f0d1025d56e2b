#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-journal-exchange.h"
#include "coach-journal-keeper-private.h"
#include "coach-journal-private.h"
#include "coach-journal-rows-private.h"
#include "coach-profile-json-private.h"
#include "coach-stored-file-private.h"

/* A file that was read and found to be without fault, and what becomes of it. */
typedef struct
{
  CoachJournalFile   *file;
  CoachDiaryRecords  *records; /* (owned) */
  char               *profile; /* (owned) (nullable): its text */
  CoachJournalImport *result;
} Import;

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->file, coach_journal_file_close);
  g_clear_pointer (&self->records, coach_diary_records_free);
  g_clear_pointer (&self->profile, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

/* A profile is taken whole or not at all. */
static void
read_profile (Import            *self,
              JsonObject        *object,
              CoachStoredReader *reader)
{
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (JsonNode) root = NULL;
  JsonObject *member = NULL;

  if (coach_stored_reader_get_object (reader, object, COACH_JOURNAL_PROFILE, &member) != COACH_STORED_FINE)
    return;
  coach_stored_reader_begin (reader, COACH_JOURNAL_PROFILE);
  coach_stored_reader_check_version (reader, member, COACH_PROFILE_VERSION);
  coach_profile_read_json (profile, member, reader);
  coach_stored_reader_end (reader);
  root = json_node_init_object (json_node_alloc (), member);
  self->profile = json_to_string (root, TRUE);
}

/* A file that somebody made by hand, or another program, is not put right by guessing. */
static gboolean
read_file (Import      *self,
           const char  *path,
           GError     **error)
{
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (CoachStoredReader) reader = NULL;
  g_autofree char *name = g_path_get_basename (path);
  const char *format = NULL;

  object = coach_stored_file_read (path, COACH_JOURNAL_MAX_TEXT_BYTES, error);
  if (object == NULL)
    return FALSE;
  reader = coach_stored_reader_new (name);
  if (coach_stored_reader_get_string (reader, object, "format", &format) != COACH_STORED_FINE
      || !g_str_equal (format, COACH_JOURNAL_FORMAT))
    {
      g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED,
                   "%s: format: is not \"" COACH_JOURNAL_FORMAT "\"", name);
      return FALSE;
    }
  coach_stored_reader_check_version (reader, object, COACH_DIARY_VERSION);
  self->records = coach_diary_records_new ();
  coach_diary_read_json (self->records, object, reader);
  read_profile (self, object, reader);
  return coach_stored_reader_finish (reader, error);
}

static gboolean
has_row (Import      *self,
         const char  *sql,
         const char  *id,
         gboolean    *found,
         GError     **error)
{
  CoachJournalCursor cursor = { .statement = coach_journal_file_prepare (self->file, sql, error) };

  if (cursor.statement == NULL)
    return FALSE;
  coach_journal_cursor_put_text (&cursor, id);
  if (!coach_journal_file_step (self->file, cursor.statement, found, error))
    return FALSE;
  sqlite3_reset (cursor.statement);
  return TRUE;
}

static void
count (Import   *self,
       gboolean  is_known)
{
  if (is_known)
    self->result->n_known++;
  else
    self->result->n_added++;
}

static gboolean
add_checkins (Import  *self,
              GError **error)
{
  for (guint i = 0; i < self->records->checkins->len; i++)
    {
      const CoachCheckin *checkin = &g_array_index (self->records->checkins, CoachCheckin, i);
      const char *id = g_ptr_array_index (self->records->checkin_ids, i);
      gboolean is_known;

      if (!has_row (self, "SELECT 1 FROM checkins WHERE id = ?", id, &is_known, error)
          || (!is_known
              && !coach_journal_put_checkin (self->file, id, checkin->when, &checkin->pain, error)))
        return FALSE;
      count (self, is_known);
    }
  return TRUE;
}

/* Of a session that is there, what was said of it later is taken too; and all of it when it was not
 * over then and is in the file. */
static gboolean
add_session (Import                   *self,
             const CoachDiarySession  *session,
             GError                  **error)
{
  gboolean is_known, is_open;

  if (!has_row (self, "SELECT 1 FROM sessions WHERE id = ?", session->id, &is_known, error)
      || !has_row (self, "SELECT 1 FROM sessions WHERE id = ? AND ended_s IS NULL", session->id,
                   &is_open, error))
    return FALSE;
  count (self, is_known);
  if (!is_known || (is_open && session->ended != NULL))
    return coach_journal_put_session (self->file, session, error);
  return coach_journal_add_answers (self->file, session, error);
}

static gboolean
add_sessions (Import  *self,
              GError **error)
{
  for (guint i = 0; i < self->records->sessions->len; i++)
    if (!add_session (self, g_ptr_array_index (self->records->sessions, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
add_hurts (Import  *self,
           GError **error)
{
  for (guint i = 0; i < self->records->hurts->len; i++)
    {
      const CoachDiaryHurt *hurt = g_ptr_array_index (self->records->hurts, i);
      gboolean is_known;

      if (!has_row (self, "SELECT 1 FROM hurts WHERE id = ?", hurt->id, &is_known, error)
          || (!is_known && !coach_journal_put_hurt (self->file, hurt, error)))
        return FALSE;
      count (self, is_known);
    }
  return TRUE;
}

static gboolean
add_packs (Import  *self,
           GError **error)
{
  for (guint i = 0; i < self->records->packs->len; i++)
    {
      const CoachDiaryPack *pack = g_ptr_array_index (self->records->packs, i);
      gboolean is_known;

      if (!has_row (self, "SELECT 1 FROM packs WHERE id = ?", pack->id, &is_known, error)
          || (!is_known && !coach_journal_put_pack (self->file, pack, error)))
        return FALSE;
      count (self, is_known);
    }
  return TRUE;
}

static gboolean
add_breaks (Import  *self,
            GError **error)
{
  for (guint i = 0; i < self->records->breaks->len; i++)
    {
      const CoachDiaryBreak *pause = g_ptr_array_index (self->records->breaks, i);
      gboolean is_known;

      if (!has_row (self, "SELECT 1 FROM breaks WHERE id = ?", pause->id, &is_known, error)
          || (!is_known && !coach_journal_put_break (self->file, pause, error)))
        return FALSE;
      count (self, is_known);
    }
  return TRUE;
}

/* What the person has said here is never overwritten by a file. */
static gboolean
add_profile (Import  *self,
             GError **error)
{
  gboolean is_known;

  if (self->profile == NULL)
    return TRUE;
  if (!has_row (self, "SELECT 1 FROM documents WHERE name = ?", COACH_JOURNAL_PROFILE, &is_known, error))
    return FALSE;
  self->result->kept_profile = is_known;
  self->result->took_profile = !is_known;
  return is_known || coach_journal_put_document (self->file, COACH_JOURNAL_PROFILE, self->profile, error);
}

static gboolean
add_all (Import  *self,
         GError **error)
{
  if (!coach_journal_file_begin (self->file, error))
    return FALSE;
  if (add_checkins (self, error) && add_sessions (self, error) && add_hurts (self, error)
      && add_packs (self, error) && add_breaks (self, error) && add_profile (self, error))
    return coach_journal_file_commit (self->file, error);
  coach_journal_file_roll_back (self->file);
  return FALSE;
}

/**
 * coach_journal_import_file:
 * @self: a journal
 * @path: a file that was exported
 * @result: (out caller-allocates): what it came to
 *
 * Adds what is in a file to the journal, all of it or nothing. Records that are there already stay
 * as they are, so that a file can be imported twice. A file that has anything odd in it, or that a
 * newer version wrote, is refused.
 *
 * Returns: whether all of it is in the journal now
 * Throws: [error@JournalError], which names file and member
 */
gboolean
coach_journal_import_file (CoachJournal        *self,
                           const char          *path,
                           CoachJournalImport  *result,
                           GError             **error)
{
  g_auto (Import) import = { .result = result };
  g_autofree char *journal = NULL;

  g_return_val_if_fail (COACH_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  *result = (CoachJournalImport) { 0 };
  if (!read_file (&import, path, error) || !coach_journal_flush (self, error))
    return FALSE;
  journal = g_build_filename (coach_journal_get_folder (self), COACH_JOURNAL_FILE_NAME, NULL);
  import.file = coach_journal_file_open (journal, COACH_JOURNAL_FILE_WRITE, error);
  return import.file != NULL && add_all (&import, error);
}
