#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-journal-rows-private.h"

#include <string.h>

#include "coach-stored-file-private.h"

#define PAIN_PARAMETERS "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"

static gboolean
prepare (CoachJournalFile    *file,
         CoachJournalCursor  *cursor,
         const char          *sql,
         GError             **error)
{
  *cursor = (CoachJournalCursor) { .statement = coach_journal_file_prepare (file, sql, error) };
  return cursor->statement != NULL;
}

/* The columns that every dated record begins with. */
static void
put_id_and_time (CoachJournalCursor *cursor,
                 const char         *id,
                 GDateTime          *time)
{
  coach_journal_cursor_put_text (cursor, id);
  coach_journal_cursor_put_time (cursor, time);
  coach_journal_cursor_put_day (cursor, time);
}

gboolean
coach_journal_put_checkin (CoachJournalFile  *file,
                           const char        *id,
                           GDateTime         *when,
                           const CoachPain   *pain,
                           GError           **error)
{
  CoachJournalCursor cursor;

  if (!prepare (file, &cursor,
                "INSERT OR REPLACE INTO checkins (id, at_s, offset_s, day, " COACH_JOURNAL_PAIN
                ") VALUES (?, ?, ?, ?, " PAIN_PARAMETERS ")",
                error))
    return FALSE;
  put_id_and_time (&cursor, id, when);
  coach_journal_cursor_put_pain (&cursor, pain);
  return coach_journal_cursor_run (&cursor, file, error);
}

gboolean
coach_journal_remove_checkin (CoachJournalFile  *file,
                              const char        *id,
                              GError           **error)
{
  CoachJournalCursor cursor;

  if (!prepare (file, &cursor, "DELETE FROM checkins WHERE id = ?", error))
    return FALSE;
  coach_journal_cursor_put_text (&cursor, id);
  return coach_journal_cursor_run (&cursor, file, error);
}

/* Not put in the place of the old row: its steps, and what hurt in it, refer to it. */
static gboolean
put_session_row (CoachJournalFile         *file,
                 const CoachDiarySession  *session,
                 GError                  **error)
{
  CoachJournalCursor cursor;

  if (!prepare (file, &cursor,
                "INSERT INTO sessions (id, at_s, offset_s, day, ended_s, ended_offset_s, routine,"
                " is_completed, is_half_dose, effort) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET ended_s = excluded.ended_s,"
                " ended_offset_s = excluded.ended_offset_s, is_completed = excluded.is_completed,"
                " effort = excluded.effort",
                error))
    return FALSE;
  put_id_and_time (&cursor, session->id, session->began);
  coach_journal_cursor_put_time (&cursor, session->ended);
  coach_journal_cursor_put_text (&cursor, session->routine);
  coach_journal_cursor_put_int (&cursor, session->is_completed);
  coach_journal_cursor_put_int (&cursor, session->is_half_dose);
  coach_journal_cursor_put_int (&cursor, session->effort);
  return coach_journal_cursor_run (&cursor, file, error);
}

static gboolean
put_step (CoachJournalFile         *file,
          const CoachDiarySession  *session,
          guint                     place,
          GError                  **error)
{
  const CoachDiaryStep *step = g_ptr_array_index (session->steps, place);
  CoachJournalCursor cursor;

  if (!prepare (file, &cursor,
                "INSERT INTO steps (session, place, movement, outcome, left_s, right_s, both_s)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                error))
    return FALSE;
  coach_journal_cursor_put_text (&cursor, session->id);
  coach_journal_cursor_put_int (&cursor, place);
  coach_journal_cursor_put_text (&cursor, step->movement);
  coach_journal_cursor_put_text (&cursor, coach_step_outcome_get_id (step->outcome));
  coach_journal_cursor_put_int (&cursor, step->left_s);
  coach_journal_cursor_put_int (&cursor, step->right_s);
  coach_journal_cursor_put_int (&cursor, step->both_s);
  return coach_journal_cursor_run (&cursor, file, error);
}

/* A plan can change under way, so all steps are written anew. */
static gboolean
put_steps (CoachJournalFile         *file,
           const CoachDiarySession  *session,
           GError                  **error)
{
  CoachJournalCursor cursor;

  if (!prepare (file, &cursor, "DELETE FROM steps WHERE session = ?", error))
    return FALSE;
  coach_journal_cursor_put_text (&cursor, session->id);
  if (!coach_journal_cursor_run (&cursor, file, error))
    return FALSE;
  for (guint i = 0; i < session->steps->len; i++)
    if (!put_step (file, session, i, error))
      return FALSE;
  return TRUE;
}

/* What becomes of an answer that is there already. */
#define REPLACE_ANSWER "INSERT OR REPLACE INTO answers"
#define KEEP_ANSWER    "INSERT OR IGNORE INTO answers"
#define ANSWER_VALUES                                                                              \
  " (session, moment, colour, " COACH_JOURNAL_PAIN ") VALUES (?, ?, ?, " PAIN_PARAMETERS ")"

/* @colour is NULL where none is kept. */
static gboolean
put_answer (CoachJournalFile         *file,
            const char               *sql,
            const CoachDiarySession  *session,
            const char               *moment,
            const CoachPain          *pain,
            const CoachPainColour    *colour,
            GError                  **error)
{
  CoachJournalCursor cursor;

  if (pain == NULL)
    return TRUE;
  if (!prepare (file, &cursor, sql, error))
    return FALSE;
  coach_journal_cursor_put_text (&cursor, session->id);
  coach_journal_cursor_put_text (&cursor, moment);
  coach_journal_cursor_put_text (&cursor,
                                 colour != NULL ? coach_pain_colour_get_id (*colour) : NULL);
  coach_journal_cursor_put_pain (&cursor, pain);
  return coach_journal_cursor_run (&cursor, file, error);
}

static gboolean
put_answers (CoachJournalFile         *file,
             const char               *sql,
             const CoachDiarySession  *session,
             GError                  **error)
{
  const CoachPainColour *hour = &session->hour_after_colour;
  const CoachPainColour *first = &session->morning_colour;
  const CoachPainColour *second = &session->second_morning_colour;

  return put_answer (file, sql, session, "before", session->before, NULL, error)
         && put_answer (file, sql, session, "after", session->after, NULL, error)
         && put_answer (file, sql, session, "hour-after", session->hour_after, hour, error)
         && put_answer (file, sql, session, "morning", session->morning, first, error)
         && put_answer (file, sql, session, "second-morning", session->second_morning, second,
                        error);
}

gboolean
coach_journal_put_session (CoachJournalFile         *file,
                           const CoachDiarySession  *session,
                           GError                  **error)
{
  return put_session_row (file, session, error) && put_steps (file, session, error)
         && put_answers (file, REPLACE_ANSWER ANSWER_VALUES, session, error);
}

/* Adds the answers that are missing of a session that is there. */
gboolean
coach_journal_add_answers (CoachJournalFile         *file,
                           const CoachDiarySession  *session,
                           GError                  **error)
{
  return put_answers (file, KEEP_ANSWER ANSWER_VALUES, session, error);
}

/* A session that is not there, such as one of a file that somebody has shortened, is left out. */
gboolean
coach_journal_put_hurt (CoachJournalFile      *file,
                        const CoachDiaryHurt  *hurt,
                        GError               **error)
{
  const CoachHurtsState *state = &hurt->state;
  CoachJournalCursor cursor;

  if (!prepare (file, &cursor,
                "INSERT OR REPLACE INTO hurts (id, at_s, offset_s, day, session, movement, kind,"
                " score, colour, action, bench_days, was_amber, no_nerve_tension, rest_day,"
                " asks_screening) VALUES (?, ?, ?, ?, (SELECT id FROM sessions WHERE id = ?), ?, ?,"
                " ?, ?, ?, ?, ?, ?, ?, ?)",
                error))
    return FALSE;
  put_id_and_time (&cursor, hurt->id, hurt->when);
  coach_journal_cursor_put_text (&cursor, hurt->session);
  coach_journal_cursor_put_text (&cursor, hurt->movement);
  coach_journal_cursor_put_text (&cursor, coach_hurts_kind_get_id (state->kind));
  if (state->has_score)
    coach_journal_cursor_put_int (&cursor, state->score);
  else
    coach_journal_cursor_put_text (&cursor, NULL);
  coach_journal_cursor_put_text (
      &cursor, state->has_score ? coach_pain_colour_get_id (state->colour) : NULL);
  coach_journal_cursor_put_text (&cursor, coach_hurts_action_get_id (state->action));
  coach_journal_cursor_put_int (&cursor, state->bench_days);
  coach_journal_cursor_put_int (&cursor, state->was_amber);
  coach_journal_cursor_put_int (&cursor, state->no_nerve_tension);
  coach_journal_cursor_put_int (&cursor, state->rest_day);
  coach_journal_cursor_put_int (&cursor, state->asks_screening);
  return coach_journal_cursor_run (&cursor, file, error);
}

gboolean
coach_journal_put_pack (CoachJournalFile      *file,
                        const CoachDiaryPack  *pack,
                        GError               **error)
{
  CoachJournalCursor cursor;

  if (!prepare (file, &cursor,
                "INSERT OR REPLACE INTO packs (id, at_s, offset_s, day, kind, length_s)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                error))
    return FALSE;
  put_id_and_time (&cursor, pack->id, pack->began);
  coach_journal_cursor_put_text (&cursor, coach_pack_kind_get_id (pack->kind));
  coach_journal_cursor_put_int (&cursor, pack->length_s);
  return coach_journal_cursor_run (&cursor, file, error);
}

gboolean
coach_journal_put_break (CoachJournalFile       *file,
                         const CoachDiaryBreak  *pause,
                         GError                **error)
{
  CoachJournalCursor cursor;

  if (!prepare (file, &cursor,
                "INSERT OR REPLACE INTO breaks (id, at_s, offset_s, day, kind, length_s, sat_s)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                error))
    return FALSE;
  put_id_and_time (&cursor, pause->id, pause->when);
  coach_journal_cursor_put_text (&cursor, pause->kind);
  coach_journal_cursor_put_int (&cursor, pause->length_s);
  coach_journal_cursor_put_int (&cursor, pause->sat_s);
  return coach_journal_cursor_run (&cursor, file, error);
}

gboolean
coach_journal_put_document (CoachJournalFile  *file,
                            const char        *name,
                            const char        *json,
                            GError           **error)
{
  CoachJournalCursor cursor;

  if (!prepare (file, &cursor, "INSERT OR REPLACE INTO documents (name, json) VALUES (?, ?)",
                error))
    return FALSE;
  coach_journal_cursor_put_text (&cursor, name);
  coach_journal_cursor_put_text (&cursor, json);
  return coach_journal_cursor_run (&cursor, file, error);
}

static gboolean
get_text (CoachJournalFile  *file,
          const char        *name,
          char             **text,
          GError           **error)
{
  CoachJournalCursor cursor;
  gboolean has_row;

  if (!prepare (file, &cursor, "SELECT json FROM documents WHERE name = ?", error))
    return FALSE;
  coach_journal_cursor_put_text (&cursor, name);
  if (!coach_journal_file_step (file, cursor.statement, &has_row, error))
    return FALSE;
  if (has_row)
    *text = g_strdup ((const char *) sqlite3_column_text (cursor.statement, 0));
  sqlite3_reset (cursor.statement);
  return TRUE;
}

/*
 * coach_journal_get_document:
 * @file: a connection
 * @name: of the document
 * @object: (out) (transfer full) (nullable): what is in it; %NULL when there is none
 *
 * Reads a document.
 *
 * Returns: whether it was read, or is not there
 */
gboolean
coach_journal_get_document (CoachJournalFile  *file,
                            const char        *name,
                            JsonObject       **object,
                            GError           **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  *object = NULL;
  if (!get_text (file, name, &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;
  bytes = g_bytes_new_static (text, strlen (text));
  *object = coach_stored_text_parse (name, bytes, error);
  return *object != NULL;
}

typedef gboolean (*PutFunc) (CoachJournalFile *file, gpointer record, GError **error);

static gboolean
put_all (CoachJournalFile  *file,
         GPtrArray         *records,
         PutFunc            put,
         GError           **error)
{
  for (guint i = 0; i < records->len; i++)
    if (!put (file, g_ptr_array_index (records, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
put_session (CoachJournalFile  *file,
             gpointer           record,
             GError           **error)
{
  return coach_journal_put_session (file, record, error);
}

static gboolean
put_hurt (CoachJournalFile  *file,
          gpointer           record,
          GError           **error)
{
  return coach_journal_put_hurt (file, record, error);
}

static gboolean
put_pack (CoachJournalFile  *file,
          gpointer           record,
          GError           **error)
{
  return coach_journal_put_pack (file, record, error);
}

static gboolean
put_break (CoachJournalFile  *file,
           gpointer           record,
           GError           **error)
{
  return coach_journal_put_break (file, record, error);
}

/* Sessions come before what belongs to them. */
gboolean
coach_journal_put_records (CoachJournalFile         *file,
                           const CoachDiaryRecords  *records,
                           GError                  **error)
{
  for (guint i = 0; i < records->checkins->len; i++)
    {
      const CoachCheckin *checkin = &g_array_index (records->checkins, CoachCheckin, i);

      if (!coach_journal_put_checkin (file, g_ptr_array_index (records->checkin_ids, i),
                                      checkin->when, &checkin->pain, error))
        return FALSE;
    }
  return put_all (file, records->sessions, put_session, error)
         && put_all (file, records->hurts, put_hurt, error)
         && put_all (file, records->packs, put_pack, error)
         && put_all (file, records->breaks, put_break, error);
}
