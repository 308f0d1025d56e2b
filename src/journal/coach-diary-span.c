#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-diary-private.h"
#include "coach-journal-private.h"
#include "coach-journal-rows-private.h"

/* The local days to read, as Julian days. */
typedef struct
{
  CoachJournal *journal; /* (owned) */
  guint         from;
  guint         to;
} Span;

static void
span_free (gpointer data)
{
  Span *span = data;

  g_object_unref (span->journal);
  g_free (span);
}

static void
free_records (gpointer data)
{
  coach_diary_records_free (data);
}

/* What was said a moment ago belongs to it; what cannot be written now is not waited for. Where all was
 * erased there is nothing. */
static CoachDiaryRecords *
read_span (const Span  *span,
           GError     **error)
{
  g_autoptr (CoachDiaryRecords) records = coach_diary_records_new ();
  g_autoptr (CoachJournalFile) file = NULL;
  g_autoptr (GError) unwritten = NULL;

  if (!coach_journal_flush (span->journal, &unwritten))
    g_message ("%s", unwritten->message);
  if (!coach_journal_is_there (span->journal))
    return g_steal_pointer (&records);
  file = coach_journal_open_to_read (span->journal, error);
  if (file == NULL
      || !coach_journal_load_checkins (file, span->from, span->to, records, error)
      || !coach_journal_load_others (file, span->from, span->to, records, error))
    return NULL;
  return g_steal_pointer (&records);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  CoachDiaryRecords *records = read_span (data, &error);

  if (records != NULL)
    g_task_return_pointer (task, records, free_records);
  else
    g_task_return_error (task, error);
}

/**
 * coach_diary_read_span_async:
 * @self: a diary
 * @from: the first local day
 * @to: the last local day
 * @cancellable: (nullable): to be told nothing of the end
 * @callback: called when it was read
 * @user_data: handed to @callback
 *
 * Reads what was kept of some days, however far back, off the main thread.
 */
void
coach_diary_read_span_async (CoachDiary          *self,
                             const GDate         *from,
                             const GDate         *to,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Span *span;

  g_return_if_fail (COACH_IS_DIARY (self));
  g_return_if_fail (from != NULL && g_date_valid (from));
  g_return_if_fail (to != NULL && g_date_valid (to));

  span = g_new (Span, 1);
  *span = (Span) { g_object_ref (coach_diary_get_journal (self)), g_date_get_julian (from),
                   g_date_get_julian (to) };
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, coach_diary_read_span_async);
  g_task_set_task_data (task, span, span_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * coach_diary_read_span_finish:
 * @self: a diary
 * @result: what the callback was given
 *
 * Ends [method@Diary.read_span_async].
 *
 * Returns: (transfer full) (nullable): what was kept
 * Throws: [error@JournalError]
 */
CoachDiaryRecords *
coach_diary_read_span_finish (CoachDiary    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
