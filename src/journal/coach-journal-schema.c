#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-journal-file-private.h"

/* When something was: seconds since 1970 in UTC with the offset that the person's clock had, and
 * the Julian day of the person's local date, which no journey and no change of the clock moves
 * afterwards. */
#define TIME                                                                                       \
  "  at_s INTEGER NOT NULL,"                                                                       \
  "  offset_s INTEGER NOT NULL CHECK (offset_s BETWEEN -86400 AND 86400),"                         \
  "  day INTEGER NOT NULL CHECK (day > 0),"
#define SCORE(zone) "  " zone " INTEGER NOT NULL CHECK (" zone " BETWEEN 0 AND 10),"
/* Where it hurt; the flags are those of CoachPainFlags. */
#define PAIN                                                                                       \
  SCORE ("low_back")                                                                               \
  SCORE ("buttock_left")                                                                           \
  SCORE ("thigh_left")                                                                             \
  SCORE ("calf_left")                                                                              \
  SCORE ("foot_left")                                                                              \
  SCORE ("buttock_right")                                                                          \
  SCORE ("thigh_right")                                                                            \
  SCORE ("calf_right")                                                                             \
  SCORE ("foot_right")                                                                             \
  "  flags_left INTEGER NOT NULL CHECK (flags_left BETWEEN 0 AND 7),"                              \
  "  flags_right INTEGER NOT NULL CHECK (flags_right BETWEEN 0 AND 7)"
#define TRUTH(column) "  " column " INTEGER NOT NULL CHECK (" column " IN (0, 1))"
#define NUMBER(column) "  " column " INTEGER NOT NULL CHECK (" column " >= 0)"

/* The schema, a step a version. A step that has been released is never changed: what is to be
 * different goes into a new one. */
static const char * const steps[COACH_JOURNAL_SCHEMA_VERSION] = {
  "CREATE TABLE sessions ("
  "  id TEXT NOT NULL PRIMARY KEY," TIME
  "  ended_s INTEGER,"
  "  ended_offset_s INTEGER CHECK (ended_offset_s BETWEEN -86400 AND 86400),"
  "  routine TEXT NOT NULL,"
  TRUTH ("is_completed") ","
  TRUTH ("is_half_dose") ","
  "  effort INTEGER NOT NULL CHECK (effort BETWEEN 0 AND 5),"
  "  CHECK ((ended_s IS NULL) = (ended_offset_s IS NULL))"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX sessions_by_day ON sessions (day, at_s);"
  "CREATE TABLE steps ("
  "  session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,"
  "  place INTEGER NOT NULL CHECK (place >= 0),"
  "  movement TEXT NOT NULL,"
  "  outcome TEXT NOT NULL,"
  NUMBER ("left_s") ","
  NUMBER ("right_s") ","
  NUMBER ("both_s") ","
  "  PRIMARY KEY (session, place)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE answers ("
  "  session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,"
  "  moment TEXT NOT NULL,"
  "  colour TEXT,"
  PAIN ","
  "  PRIMARY KEY (session, moment)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE checkins ("
  "  id TEXT NOT NULL PRIMARY KEY," TIME
  PAIN
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX checkins_by_day ON checkins (day, at_s);"
  "CREATE TABLE hurts ("
  "  id TEXT NOT NULL PRIMARY KEY," TIME
  "  session TEXT REFERENCES sessions (id) ON DELETE SET NULL,"
  "  movement TEXT NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  score INTEGER CHECK (score BETWEEN 0 AND 10),"
  "  colour TEXT,"
  "  action TEXT NOT NULL,"
  NUMBER ("bench_days") ","
  TRUTH ("was_amber") ","
  TRUTH ("no_nerve_tension") ","
  TRUTH ("rest_day") ","
  TRUTH ("asks_screening") ","
  "  CHECK ((score IS NULL) = (colour IS NULL))"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX hurts_by_day ON hurts (day, at_s);"
  "CREATE INDEX hurts_by_session ON hurts (session) WHERE session IS NOT NULL;"
  "CREATE TABLE packs ("
  "  id TEXT NOT NULL PRIMARY KEY," TIME
  "  kind TEXT NOT NULL,"
  NUMBER ("length_s")
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX packs_by_day ON packs (day, at_s);"
  "CREATE TABLE breaks ("
  "  id TEXT NOT NULL PRIMARY KEY," TIME
  "  kind TEXT NOT NULL,"
  NUMBER ("length_s") ","
  NUMBER ("sat_s")
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX breaks_by_day ON breaks (day, at_s);"
  "CREATE TABLE documents ("
  "  name TEXT NOT NULL PRIMARY KEY,"
  "  json TEXT NOT NULL"
  ") STRICT, WITHOUT ROWID;",
};

static gboolean
take_step (CoachJournalFile  *self,
           guint              version,
           GError           **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %u", version + 1);

  return coach_journal_file_exec (self, steps[version], error)
         && coach_journal_file_exec (self, stamp, error);
}

static gboolean
take_steps (CoachJournalFile  *self,
            guint              version,
            GError           **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d",
                                            COACH_JOURNAL_APPLICATION_ID);

  if (!coach_journal_file_exec (self, stamp, error))
    return FALSE;
  for (; version < COACH_JOURNAL_SCHEMA_VERSION; version++)
    if (!take_step (self, version, error))
      return FALSE;
  return TRUE;
}

/* Refuses the file of a newer program, and one whose version no program has written. */
static gboolean
get_version (CoachJournalFile  *self,
             gint64            *version,
             GError           **error)
{
  gboolean is_newer;

  if (!coach_journal_file_get_int (self, "PRAGMA user_version", version, error))
    return FALSE;
  is_newer = *version > COACH_JOURNAL_SCHEMA_VERSION;
  if (*version >= 0 && !is_newer)
    return TRUE;
  g_set_error (error, COACH_JOURNAL_ERROR,
               is_newer ? COACH_JOURNAL_ERROR_NEWER : COACH_JOURNAL_ERROR_DAMAGED,
               "%s: user_version is %" G_GINT64_FORMAT ", this program knows %d",
               coach_journal_file_get_path (self), *version, COACH_JOURNAL_SCHEMA_VERSION);
  return FALSE;
}

/*
 * coach_journal_schema_apply:
 * @self: a connection for writing
 *
 * Brings the file to the newest schema: all of it or nothing, and once when two processes come at
 * the same time.
 *
 * Returns: whether it has it now
 * Throws: [error@JournalError]
 */
gboolean
coach_journal_schema_apply (CoachJournalFile  *self,
                            GError           **error)
{
  gint64 version;

  if (!get_version (self, &version, error))
    return FALSE;
  if (version == COACH_JOURNAL_SCHEMA_VERSION)
    return TRUE;

  if (!coach_journal_file_begin (self, error))
    return FALSE;
  if (get_version (self, &version, error)
      && take_steps (self, (guint) version, error))
    return coach_journal_file_commit (self, error);
  coach_journal_file_roll_back (self);
  return FALSE;
}

/* What a file of this version looks like that was made just now. */
static sqlite3 *
make_model (gint64 version)
{
  sqlite3 *model = NULL;
  int result = sqlite3_open_v2 (":memory:", &model, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                                NULL);

  for (gint64 i = 0; result == SQLITE_OK && i < version; i++)
    result = sqlite3_exec (model, steps[i], NULL, NULL, NULL);
  g_assert (result == SQLITE_OK);
  return model;
}

/* Whether the file has what the model has, word for word. */
static gboolean
has_object (CoachJournalFile  *self,
            const char        *name,
            const char        *sql,
            GError           **error)
{
  sqlite3_stmt *statement = coach_journal_file_prepare (
      self, "SELECT sql IS ? FROM sqlite_schema WHERE name = ?", error);
  gboolean has_row, is_same;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, sql, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, name, -1, SQLITE_TRANSIENT);
  if (!coach_journal_file_step (self, statement, &has_row, error))
    return FALSE;
  is_same = has_row && sqlite3_column_int (statement, 0) != 0;
  sqlite3_reset (statement);
  if (!is_same)
    g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED,
                 "%s: %s is not as it was made", coach_journal_file_get_path (self), name);
  return is_same;
}

static gboolean
has_objects_of (CoachJournalFile  *self,
                sqlite3           *model,
                GError           **error)
{
  sqlite3_stmt *objects = NULL;
  gboolean has_all = TRUE;

  sqlite3_prepare_v2 (model, "SELECT name, sql FROM sqlite_schema", -1, &objects, NULL);
  while (has_all && sqlite3_step (objects) == SQLITE_ROW)
    has_all = has_object (self, (const char *) sqlite3_column_text (objects, 0),
                          (const char *) sqlite3_column_text (objects, 1), error);
  sqlite3_finalize (objects);
  return has_all;
}

/*
 * coach_journal_schema_check:
 * @self: a connection
 *
 * Checks that the tables and indexes are those that were made. A letter that is another one in a
 * column's name or in a constraint passes SQLite's own check.
 *
 * Returns: whether they are
 * Throws: [error@JournalError]
 */
gboolean
coach_journal_schema_check (CoachJournalFile  *self,
                            GError           **error)
{
  gboolean has_all;
  gint64 version;
  sqlite3 *model;

  if (!get_version (self, &version, error))
    return FALSE;
  model = make_model (version);
  has_all = has_objects_of (self, model, error);
  sqlite3_close (model);
  return has_all;
}
