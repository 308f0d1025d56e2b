#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-journal-rows-private.h"

/* In the order of time but for journeys, which the records put right, and always in the same one: that
 * of the index, so that nothing is sorted. */
#define WITHIN " WHERE day BETWEEN ? AND ? ORDER BY day, at_s, id"

/* What is read, and how far: the sessions are found by their ids when their steps come. */
typedef struct
{
  CoachJournalFile  *file;
  CoachDiaryRecords *records;
  GHashTable        *sessions; /* (owned) (element-type utf8 CoachDiarySession) */
  guint              from;
  guint              to;
} Loading;

typedef void (*RowFunc) (Loading *loading, CoachJournalCursor *row);

/* Hands each row of a statement to @func. Its two parameters are the days. */
static gboolean
each_row (Loading     *loading,
          const char  *sql,
          RowFunc      func,
          GError     **error)
{
  CoachJournalCursor cursor = { .statement = coach_journal_file_prepare (loading->file, sql, error) };
  gboolean has_row = TRUE;
  gboolean ok = TRUE;

  if (cursor.statement == NULL)
    return FALSE;
  coach_journal_cursor_put_int (&cursor, loading->from);
  coach_journal_cursor_put_int (&cursor, loading->to);
  while (ok && has_row)
    {
      ok = coach_journal_file_step (loading->file, cursor.statement, &has_row, error);
      cursor.column = 0;
      if (ok && has_row)
        func (loading, &cursor);
    }
  coach_journal_cursor_end (&cursor);
  return ok;
}

/* A word that is not known can only come from a file that somebody has changed by hand. It is taken
 * for what lets the person do less, as when a file is read. */
static CoachPainColour
take_colour (CoachJournalCursor *row)
{
  const char *id = coach_journal_cursor_take_text (row);
  CoachPainColour colour = COACH_PAIN_RED;

  if (id != NULL)
    coach_pain_colour_from_id (id, &colour);
  return colour;
}

static void
checkin_row (Loading            *loading,
             CoachJournalCursor *row)
{
  const char *id = coach_journal_cursor_take_word (row);
  g_autoptr (GDateTime) when = coach_journal_cursor_take_time (row);
  CoachPain pain = coach_journal_cursor_take_pain (row);

  if (when != NULL)
    coach_diary_records_add_checkin (loading->records, id, when, &pain);
}

static void
session_row (Loading            *loading,
             CoachJournalCursor *row)
{
  const char *id = coach_journal_cursor_take_word (row);
  g_autoptr (GDateTime) began = coach_journal_cursor_take_time (row);
  CoachDiarySession *session;

  if (began == NULL)
    return;
  session = coach_diary_records_add_session (loading->records, id, began);
  session->ended = coach_journal_cursor_take_time (row);
  session->routine = g_strdup (coach_journal_cursor_take_word (row));
  session->is_completed = coach_journal_cursor_take_int (row) != 0;
  session->is_half_dose = coach_journal_cursor_take_int (row) != 0;
  session->effort = (guint) coach_journal_cursor_take_int (row);
  g_hash_table_insert (loading->sessions, session->id, session);
}

static void
step_row (Loading            *loading,
          CoachJournalCursor *row)
{
  CoachDiarySession *session;
  CoachStepOutcome outcome = COACH_STEP_HURT;
  const char *movement;
  CoachDiaryStep *step;

  session = g_hash_table_lookup (loading->sessions, coach_journal_cursor_take_word (row));
  if (session == NULL)
    return;
  movement = coach_journal_cursor_take_word (row);
  coach_step_outcome_from_id (coach_journal_cursor_take_word (row), &outcome);
  step = coach_diary_session_add_step (session, movement, outcome);
  step->left_s = (guint) coach_journal_cursor_take_int (row);
  step->right_s = (guint) coach_journal_cursor_take_int (row);
  step->both_s = (guint) coach_journal_cursor_take_int (row);
}

static void
take_answer (CoachDiarySession *session,
             const char        *moment,
             CoachPainColour    colour,
             const CoachPain   *pain)
{
  CoachPainColour unkept;
  const struct
  {
    const char       *moment;
    CoachPain       **pain;
    CoachPainColour  *colour;
  } answers[] = {
    { "before", &session->before, &unkept },
    { "after", &session->after, &unkept },
    { "hour-after", &session->hour_after, &session->hour_after_colour },
    { "morning", &session->morning, &session->morning_colour },
    { "second-morning", &session->second_morning, &session->second_morning_colour },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_str_equal (answers[i].moment, moment) && *answers[i].pain == NULL)
      {
        *answers[i].pain = g_memdup2 (pain, sizeof *pain);
        *answers[i].colour = colour;
      }
}

static void
answer_row (Loading            *loading,
            CoachJournalCursor *row)
{
  CoachDiarySession *session;
  const char *moment;
  CoachPainColour colour;
  CoachPain pain;

  session = g_hash_table_lookup (loading->sessions, coach_journal_cursor_take_word (row));
  if (session == NULL)
    return;
  moment = coach_journal_cursor_take_word (row);
  colour = take_colour (row);
  pain = coach_journal_cursor_take_pain (row);
  take_answer (session, moment, colour, &pain);
}

static CoachHurtsState
take_hurt_state (CoachJournalCursor *row)
{
  CoachHurtsState state = { .stage = COACH_HURTS_DONE,
                            .kind = COACH_HURTS_KIND_OTHER,
                            .action = COACH_HURTS_ACTION_END };

  coach_hurts_kind_from_id (coach_journal_cursor_take_word (row), &state.kind);
  state.has_score = !coach_journal_cursor_is_null (row);
  state.score = (guint) coach_journal_cursor_take_int (row);
  state.colour = take_colour (row);
  if (!state.has_score)
    state.colour = (CoachPainColour) 0;
  coach_hurts_action_from_id (coach_journal_cursor_take_word (row), &state.action);
  state.bench_days = (guint) coach_journal_cursor_take_int (row);
  state.was_amber = coach_journal_cursor_take_int (row) != 0;
  state.no_nerve_tension = coach_journal_cursor_take_int (row) != 0;
  state.rest_day = coach_journal_cursor_take_int (row) != 0;
  state.asks_screening = coach_journal_cursor_take_int (row) != 0;
  return state;
}

static void
hurt_row (Loading            *loading,
          CoachJournalCursor *row)
{
  const char *id = coach_journal_cursor_take_word (row);
  g_autoptr (GDateTime) when = coach_journal_cursor_take_time (row);
  CoachDiaryHurt *hurt;

  if (when == NULL)
    return;
  hurt = coach_diary_records_add_hurt (loading->records, id, when);
  hurt->session = g_strdup (coach_journal_cursor_take_text (row));
  hurt->movement = g_strdup (coach_journal_cursor_take_word (row));
  hurt->state = take_hurt_state (row);
}

static void
pack_row (Loading            *loading,
          CoachJournalCursor *row)
{
  const char *id = coach_journal_cursor_take_word (row);
  g_autoptr (GDateTime) began = coach_journal_cursor_take_time (row);
  CoachDiaryPack *pack;

  if (began == NULL)
    return;
  pack = coach_diary_records_add_pack (loading->records, id, began);
  pack->kind = COACH_PACK_HEAT;
  coach_pack_kind_from_id (coach_journal_cursor_take_word (row), &pack->kind);
  pack->length_s = (guint) coach_journal_cursor_take_int (row);
}

static void
break_row (Loading            *loading,
           CoachJournalCursor *row)
{
  const char *id = coach_journal_cursor_take_word (row);
  g_autoptr (GDateTime) when = coach_journal_cursor_take_time (row);
  CoachDiaryBreak *pause;

  if (when == NULL)
    return;
  pause = coach_diary_records_add_break (loading->records, id, when);
  pause->kind = g_strdup (coach_journal_cursor_take_word (row));
  pause->length_s = (guint) coach_journal_cursor_take_int (row);
  pause->sat_s = (guint) coach_journal_cursor_take_int (row);
}

gboolean
coach_journal_load_checkins (CoachJournalFile   *file,
                             guint               from,
                             guint               to,
                             CoachDiaryRecords  *records,
                             GError            **error)
{
  Loading loading = { .file = file, .records = records, .from = from, .to = to };

  return each_row (&loading,
                   "SELECT id, at_s, offset_s, " COACH_JOURNAL_PAIN " FROM checkins" WITHIN,
                   checkin_row, error);
}

/* Sessions come before what belongs to them. */
gboolean
coach_journal_load_others (CoachJournalFile   *file,
                           guint               from,
                           guint               to,
                           CoachDiaryRecords  *records,
                           GError            **error)
{
  g_autoptr (GHashTable) sessions = g_hash_table_new (g_str_hash, g_str_equal);
  Loading loading = { file, records, sessions, from, to };

  return each_row (&loading,
                   "SELECT id, at_s, offset_s, ended_s, ended_offset_s, routine, is_completed,"
                   " is_half_dose, effort FROM sessions" WITHIN,
                   session_row, error)
         && each_row (&loading,
                      "SELECT session, movement, outcome, left_s, right_s, both_s FROM steps"
                      " JOIN sessions ON sessions.id = session WHERE day BETWEEN ? AND ?"
                      " ORDER BY session, place",
                      step_row, error)
         && each_row (&loading,
                      "SELECT session, moment, colour, " COACH_JOURNAL_PAIN " FROM answers"
                      " JOIN sessions ON sessions.id = session WHERE day BETWEEN ? AND ?",
                      answer_row, error)
         && each_row (&loading,
                      "SELECT id, at_s, offset_s, session, movement, kind, score, colour, action,"
                      " bench_days, was_amber, no_nerve_tension, rest_day, asks_screening"
                      " FROM hurts" WITHIN,
                      hurt_row, error)
         && each_row (&loading, "SELECT id, at_s, offset_s, kind, length_s FROM packs" WITHIN,
                      pack_row, error)
         && each_row (&loading,
                      "SELECT id, at_s, offset_s, kind, length_s, sat_s FROM breaks" WITHIN,
                      break_row, error);
}
