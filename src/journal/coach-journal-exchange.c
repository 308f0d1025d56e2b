#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-journal-exchange.h"

#include <string.h>

#include "coach-journal-private.h"
#include "coach-journal-rows-private.h"
#include "coach-profile-json-private.h"

/* The journal as it is at one instant, with what was handed over a moment ago. */
static CoachJournalFile *
begin_reading (CoachJournal  *self,
               GError       **error)
{
  g_autoptr (CoachJournalFile) file = NULL;

  if (!coach_journal_flush (self, error))
    return NULL;
  file = coach_journal_open_to_read (self, error);
  if (file == NULL || !coach_journal_file_exec (file, "BEGIN", error))
    return NULL;
  return g_steal_pointer (&file);
}

static gboolean
add_profile (JsonObject        *object,
             CoachJournalFile  *file,
             GError           **error)
{
  JsonObject *profile;

  if (!coach_journal_get_document (file, COACH_JOURNAL_PROFILE, &profile, error))
    return FALSE;
  if (profile != NULL)
    json_object_set_object_member (object, COACH_JOURNAL_PROFILE, profile);
  return TRUE;
}

/**
 * coach_journal_export_json:
 * @self: a journal
 *
 * Writes everything in the journal as a text of JSON: the same journal always gives the same bytes.
 * The man page of lowtidectl describes the form.
 *
 * Returns: (transfer full): a text
 * Throws: [error@JournalError]
 */
char *
coach_journal_export_json (CoachJournal  *self,
                           GError       **error)
{
  g_autoptr (CoachJournalFile) file = NULL;
  g_autoptr (CoachDiaryRecords) records = coach_diary_records_new ();
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  g_return_val_if_fail (COACH_IS_JOURNAL (self), NULL);

  file = begin_reading (self, error);
  if (file == NULL)
    return NULL;
  json_object_set_string_member (object, "format", COACH_JOURNAL_FORMAT);
  json_object_set_int_member (object, "version", COACH_DIARY_VERSION);
  if (!add_profile (object, file, error)
      || !coach_journal_load_checkins (file, COACH_JOURNAL_FIRST_DAY, COACH_JOURNAL_LAST_DAY,
                                       records, error)
      || !coach_journal_load_others (file, COACH_JOURNAL_FIRST_DAY, COACH_JOURNAL_LAST_DAY, records,
                                     error))
    return NULL;
  coach_diary_write_json (records, object);
  json_node_set_object (root, object);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}

/* It is health data, so it is for its owner alone, wherever it goes. */
static gboolean
write_file (const char  *path,
            const char  *text,
            gssize       length,
            GError     **error)
{
  g_autoptr (GError) local = NULL;
  int code;

  if (g_file_set_contents_full (path, text, length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &local))
    return TRUE;
  code = g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOSPC) ? COACH_JOURNAL_ERROR_FULL
                                                                   : COACH_JOURNAL_ERROR_WRITE;
  g_set_error (error, COACH_JOURNAL_ERROR, code, "%s: %s", path, local->message);
  return FALSE;
}

/**
 * coach_journal_export_file:
 * @self: a journal
 * @path: where to
 *
 * Writes everything in the journal into a file, mode 0600, whole or not at all, see
 * [method@Journal.export_json].
 *
 * Returns: whether it is there
 * Throws: [error@JournalError]
 */
gboolean
coach_journal_export_file (CoachJournal  *self,
                           const char    *path,
                           GError       **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (COACH_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  text = coach_journal_export_json (self, error);
  return text != NULL && write_file (path, text, -1, error);
}

/* A cell as in RFC 4180; a quotation mark within one is doubled. */
static void
append_cell (GString    *text,
             const char *cell)
{
  if (cell == NULL)
    return;
  if (strpbrk (cell, "\",\r\n") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *at = cell; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *at);
    }
  g_string_append_c (text, '"');
}

static void
append_header (GString      *text,
               sqlite3_stmt *statement)
{
  for (int i = 0; i < sqlite3_column_count (statement); i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      append_cell (text, sqlite3_column_name (statement, i));
    }
  g_string_append (text, "\r\n");
}

static void
append_row (GString      *text,
            sqlite3_stmt *statement)
{
  for (int i = 0; i < sqlite3_column_count (statement); i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      append_cell (text, (const char *) sqlite3_column_text (statement, i));
    }
  g_string_append (text, "\r\n");
}

static gboolean
write_table (CoachJournalFile  *file,
             const char        *sql,
             const char        *path,
             GError           **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3_stmt *statement = coach_journal_file_prepare (file, sql, error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  append_header (text, statement);
  while (has_row)
    {
      if (!coach_journal_file_step (file, statement, &has_row, error))
        return FALSE;
      if (has_row)
        append_row (text, statement);
    }
  return write_file (path, text->str, (gssize) text->len, error);
}

/* A time as the person's clock showed it, with its offset. */
#define LOCAL_TIME(at, offset)                                                                     \
  "strftime ('%Y-%m-%dT%H:%M:%S', " at " + " offset ", 'unixepoch')"                               \
  " || printf ('%s%02d:%02d', iif (" offset " < 0, '-', '+'), abs (" offset ") / 3600,"            \
  " abs (" offset ") / 60 % 60)"
#define TIME LOCAL_TIME ("at_s", "offset_s")
#define PAIN                                                                                       \
  COACH_JOURNAL_ZONES                                                                              \
  ", flags_left & 1 AS numbness_left, flags_left >> 1 & 1 AS weakness_left,"                       \
  " flags_left >> 2 & 1 AS burning_left, flags_right & 1 AS numbness_right,"                       \
  " flags_right >> 1 & 1 AS weakness_right, flags_right >> 2 & 1 AS burning_right"

static const struct
{
  const char *name;
  const char *sql;
} tables[] = {
  { "sessions.csv",
    "SELECT id, " TIME " AS began, " LOCAL_TIME ("ended_s", "ended_offset_s") " AS ended, routine,"
    " is_completed, is_half_dose, effort FROM sessions ORDER BY at_s, id" },
  { "steps.csv",
    "SELECT session, place, movement, outcome, left_s, right_s, both_s FROM steps"
    " JOIN sessions ON sessions.id = session ORDER BY at_s, session, place" },
  { "answers.csv",
    "SELECT session, moment, colour, " PAIN " FROM answers"
    " JOIN sessions ON sessions.id = session ORDER BY at_s, session, moment" },
  { "checkins.csv",
    "SELECT id, " TIME " AS \"when\", " PAIN " FROM checkins ORDER BY at_s, id" },
  { "hurts.csv",
    "SELECT id, " TIME " AS \"when\", session, movement, kind, score, colour, action, bench_days,"
    " was_amber, no_nerve_tension, rest_day, asks_screening FROM hurts ORDER BY at_s, id" },
  { "packs.csv", "SELECT id, " TIME " AS began, kind, length_s FROM packs ORDER BY at_s, id" },
  { "breaks.csv",
    "SELECT id, " TIME " AS \"when\", kind, length_s, sat_s FROM breaks ORDER BY at_s, id" },
};

/**
 * coach_journal_export_csv:
 * @self: a journal
 * @folder: a folder that is there
 *
 * Writes each table into a file of its own in a folder, for spreadsheets: `sessions.csv`,
 * `steps.csv`, `answers.csv`, `checkins.csv`, `hurts.csv`, `packs.csv` and `breaks.csv`, mode 0600.
 * The profile is no table, so only [method@Journal.export_file] has all there is.
 *
 * Returns: whether they are there
 * Throws: [error@JournalError]
 */
gboolean
coach_journal_export_csv (CoachJournal  *self,
                          const char    *folder,
                          GError       **error)
{
  g_autoptr (CoachJournalFile) file = NULL;

  g_return_val_if_fail (COACH_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (folder != NULL, FALSE);

  file = begin_reading (self, error);
  if (file == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_build_filename (folder, tables[i].name, NULL);

      if (!write_table (file, tables[i].sql, path, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * coach_journal_summarize:
 * @self: a journal
 * @summary: (out caller-allocates): what it has
 *
 * Counts what is in the journal.
 *
 * Returns: whether it could be read
 * Throws: [error@JournalError]
 */
gboolean
coach_journal_summarize (CoachJournal         *self,
                         CoachJournalSummary  *summary,
                         GError              **error)
{
  g_autoptr (CoachJournalFile) file = NULL;
  gint64 first, last, has_profile;
  struct
  {
    const char *sql;
    guint      *count;
  } counts[] = {
    { "SELECT count (*) FROM sessions", &summary->n_sessions },
    { "SELECT count (*) FROM checkins", &summary->n_checkins },
    { "SELECT count (*) FROM hurts", &summary->n_hurts },
    { "SELECT count (*) FROM packs", &summary->n_packs },
    { "SELECT count (*) FROM breaks", &summary->n_breaks },
  };

  g_return_val_if_fail (COACH_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (summary != NULL, FALSE);

  file = begin_reading (self, error);
  if (file == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      gint64 count;

      if (!coach_journal_file_get_int (file, counts[i].sql, &count, error))
        return FALSE;
      *counts[i].count = (guint) count;
    }
#define DAYS                                                                                       \
  "(SELECT day FROM sessions UNION ALL SELECT day FROM checkins UNION ALL SELECT day FROM hurts"   \
  " UNION ALL SELECT day FROM packs UNION ALL SELECT day FROM breaks)"
  if (!coach_journal_file_get_int (file, "SELECT min (day) FROM " DAYS, &first, error)
      || !coach_journal_file_get_int (file, "SELECT max (day) FROM " DAYS, &last, error)
      || !coach_journal_file_get_int (file,
                                      "SELECT count (*) FROM documents"
                                      " WHERE name = '" COACH_JOURNAL_PROFILE "'",
                                      &has_profile, error))
    return FALSE;
  summary->has_profile = has_profile > 0;
  g_date_clear (&summary->first, 1);
  g_date_clear (&summary->last, 1);
  if (first > 0)
    {
      g_date_set_julian (&summary->first, (guint32) first);
      g_date_set_julian (&summary->last, (guint32) last);
    }
  return TRUE;
}
