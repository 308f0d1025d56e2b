#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-journal-file-private.h"

/*
 * The schema, a step a version. A step that has been released is never changed: what is to be different
 * goes into a new one. Times are microseconds since 1970 in UTC with the offset that the person's
 * clock had, in seconds; `day` is the Julian day of the person's local date, which no journey and no
 * change of the clock moves afterwards.
 */
static const char * const steps[COACH_JOURNAL_SCHEMA_VERSION] = {
  "CREATE TABLE sessions ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  began_us INTEGER NOT NULL,"
  "  offset_s INTEGER NOT NULL CHECK (offset_s BETWEEN -86400 AND 86400),"
  "  day INTEGER NOT NULL CHECK (day > 0),"
  "  routine TEXT NOT NULL,"
  "  is_completed INTEGER NOT NULL CHECK (is_completed IN (0, 1)),"
  "  is_half_dose INTEGER NOT NULL CHECK (is_half_dose IN (0, 1)),"
  "  effort INTEGER NOT NULL CHECK (effort BETWEEN 0 AND 5),"
  "  hour_after_colour TEXT,"
  "  morning_colour TEXT,"
  "  more TEXT"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX sessions_by_day ON sessions (day, began_us);"
  "CREATE TABLE steps ("
  "  session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,"
  "  place INTEGER NOT NULL CHECK (place >= 0),"
  "  movement TEXT NOT NULL,"
  "  outcome TEXT NOT NULL,"
  "  left_s INTEGER NOT NULL CHECK (left_s >= 0),"
  "  right_s INTEGER NOT NULL CHECK (right_s >= 0),"
  "  both_s INTEGER NOT NULL CHECK (both_s >= 0),"
  "  more TEXT,"
  "  PRIMARY KEY (session, place)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE checkins ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  at_us INTEGER NOT NULL,"
  "  offset_s INTEGER NOT NULL CHECK (offset_s BETWEEN -86400 AND 86400),"
  "  day INTEGER NOT NULL CHECK (day > 0),"
  "  occasion TEXT NOT NULL,"
  "  session TEXT REFERENCES sessions (id) ON DELETE SET NULL,"
  "  low_back INTEGER NOT NULL CHECK (low_back BETWEEN 0 AND 10),"
  "  buttock_left INTEGER NOT NULL CHECK (buttock_left BETWEEN 0 AND 10),"
  "  thigh_left INTEGER NOT NULL CHECK (thigh_left BETWEEN 0 AND 10),"
  "  calf_left INTEGER NOT NULL CHECK (calf_left BETWEEN 0 AND 10),"
  "  foot_left INTEGER NOT NULL CHECK (foot_left BETWEEN 0 AND 10),"
  "  buttock_right INTEGER NOT NULL CHECK (buttock_right BETWEEN 0 AND 10),"
  "  thigh_right INTEGER NOT NULL CHECK (thigh_right BETWEEN 0 AND 10),"
  "  calf_right INTEGER NOT NULL CHECK (calf_right BETWEEN 0 AND 10),"
  "  foot_right INTEGER NOT NULL CHECK (foot_right BETWEEN 0 AND 10),"
  "  flags_left INTEGER NOT NULL CHECK (flags_left BETWEEN 0 AND 7),"
  "  flags_right INTEGER NOT NULL CHECK (flags_right BETWEEN 0 AND 7),"
  "  more TEXT"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX checkins_by_day ON checkins (day, at_us);"
  "CREATE INDEX checkins_by_session ON checkins (session) WHERE session IS NOT NULL;"
  "CREATE TABLE hurts ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  at_us INTEGER NOT NULL,"
  "  offset_s INTEGER NOT NULL CHECK (offset_s BETWEEN -86400 AND 86400),"
  "  day INTEGER NOT NULL CHECK (day > 0),"
  "  session TEXT REFERENCES sessions (id) ON DELETE SET NULL,"
  "  movement TEXT NOT NULL,"
  "  kind TEXT NOT NULL,"
  "  score INTEGER CHECK (score BETWEEN 0 AND 10),"
  "  colour TEXT,"
  "  action TEXT NOT NULL,"
  "  bench_days INTEGER NOT NULL CHECK (bench_days >= 0),"
  "  rest_day INTEGER NOT NULL CHECK (rest_day IN (0, 1)),"
  "  more TEXT"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX hurts_by_day ON hurts (day, at_us);"
  "CREATE INDEX hurts_by_session ON hurts (session) WHERE session IS NOT NULL;"
  "CREATE TABLE packs ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  at_us INTEGER NOT NULL,"
  "  offset_s INTEGER NOT NULL CHECK (offset_s BETWEEN -86400 AND 86400),"
  "  day INTEGER NOT NULL CHECK (day > 0),"
  "  kind TEXT NOT NULL,"
  "  length_s INTEGER NOT NULL CHECK (length_s >= 0),"
  "  more TEXT"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX packs_by_day ON packs (day, at_us);"
  "CREATE TABLE breaks ("
  "  id TEXT NOT NULL PRIMARY KEY,"
  "  at_us INTEGER NOT NULL,"
  "  offset_s INTEGER NOT NULL CHECK (offset_s BETWEEN -86400 AND 86400),"
  "  day INTEGER NOT NULL CHECK (day > 0),"
  "  kind TEXT NOT NULL,"
  "  length_s INTEGER NOT NULL CHECK (length_s >= 0),"
  "  sat_s INTEGER NOT NULL CHECK (sat_s >= 0),"
  "  more TEXT"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX breaks_by_day ON breaks (day, at_us);"
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

static gboolean
refuse_newer (CoachJournalFile  *self,
              gint64             version,
              GError           **error)
{
  g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_NEWER,
               "%s: user_version is %" G_GINT64_FORMAT ", this program knows %d",
               coach_journal_file_get_path (self), version, COACH_JOURNAL_SCHEMA_VERSION);
  return FALSE;
}

/*
 * coach_journal_schema_apply:
 * @self: a connection for writing
 *
 * Brings the file to the newest schema: all of it or nothing, and once when two processes come at the
 * same time.
 *
 * Returns: whether it has it now
 * Throws: [error@JournalError]
 */
gboolean
coach_journal_schema_apply (CoachJournalFile  *self,
                            GError           **error)
{
  gint64 version;

  if (!coach_journal_file_get_int (self, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > COACH_JOURNAL_SCHEMA_VERSION)
    return refuse_newer (self, version, error);
  if (version == COACH_JOURNAL_SCHEMA_VERSION)
    return TRUE;

  if (!coach_journal_file_begin (self, error))
    return FALSE;
  if (coach_journal_file_get_int (self, "PRAGMA user_version", &version, error)
      && take_steps (self, (guint) version, error))
    return coach_journal_file_commit (self, error);
  coach_journal_file_roll_back (self);
  return FALSE;
}
