#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-journal-private.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "coach-journal-keeper-private.h"
#include "coach-journal-rows-private.h"
#include "coach-stored-file-private.h"

/* How long the end of the program waits for the disk. */
#define PATIENCE_US (10 * G_USEC_PER_SEC)
#define TAKEN_OVER  ".taken-over"

struct _CoachJournal
{
  GObject               parent_instance;

  char                 *folder;   /* (owned) (not nullable) */
  char                 *path;     /* (owned) (not nullable) */
  CoachJournalWriter   *writer;   /* (owned) (nullable): until there is something to write */
  CoachJournalRecovery  recovery; /* what had to be done when it was opened */
  gboolean              is_open;  /* whether the file was found to be sound */
  GMutex                copying;  /* held while a copy is made, and while all is erased */
};

enum
{
  TROUBLE,
  RECOVERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * CoachJournal:
 *
 * What is kept about the person: an SQLite file in the person's data folder, mode 0600 in a folder
 * of mode 0700, with a copy of each of the last seven days it was used on. Several processes may
 * have it open at once. Writing is done by a thread of its own; what cannot be written is kept and
 * tried again.
 */
G_DEFINE_FINAL_TYPE (CoachJournal, coach_journal, G_TYPE_OBJECT)

static void
coach_journal_dispose (GObject *object)
{
  CoachJournal *self = COACH_JOURNAL (object);

  g_clear_object (&self->writer);

  G_OBJECT_CLASS (coach_journal_parent_class)->dispose (object);
}

static void
coach_journal_finalize (GObject *object)
{
  CoachJournal *self = COACH_JOURNAL (object);

  coach_journal_recovery_clear (&self->recovery);
  g_mutex_clear (&self->copying);
  g_free (self->folder);
  g_free (self->path);

  G_OBJECT_CLASS (coach_journal_parent_class)->finalize (object);
}

static void
coach_journal_class_init (CoachJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = coach_journal_dispose;
  object_class->finalize = coach_journal_finalize;

  /**
   * CoachJournal::trouble:
   * @self: a journal
   * @error: why, a [error@JournalError]
   *
   * Nothing can be written for now. What was to be written is kept, and tried again.
   */
  signals[TROUBLE] = g_signal_new ("trouble", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  /**
   * CoachJournal::recovered:
   * @self: a journal
   *
   * What could not be written is on the disk now.
   */
  signals[RECOVERED] = g_signal_new ("recovered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_journal_init (CoachJournal *self)
{
  g_mutex_init (&self->copying);
}

static void
trouble_cb (CoachJournal *self,
            const GError *error)
{
  g_signal_emit (self, signals[TROUBLE], 0, error);
}

static void
recovered_cb (CoachJournal *self)
{
  g_signal_emit (self, signals[RECOVERED], 0);
}

/* Hands something over to the writer. */
void
coach_journal_write (CoachJournal          *self,
                     CoachJournalWriteFunc  func,
                     gpointer               data,
                     GDestroyNotify         destroy)
{
  if (self->writer == NULL)
    {
      self->writer = coach_journal_writer_new (self->path);
      g_signal_connect_object (self->writer, "trouble", G_CALLBACK (trouble_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->writer, "recovered", G_CALLBACK (recovered_cb), self,
                               G_CONNECT_SWAPPED);
    }
  coach_journal_writer_write (self->writer, func, data, destroy);
}

/* Opens the file to be read, in any thread. */
CoachJournalFile *
coach_journal_open_to_read (CoachJournal  *self,
                            GError       **error)
{
  return coach_journal_file_open (self->path, COACH_JOURNAL_FILE_READ, error);
}

/* Whether there is a file, sound or not. */
gboolean
coach_journal_is_there (CoachJournal *self)
{
  return g_file_test (self->path, G_FILE_TEST_EXISTS);
}

const char *
coach_journal_get_folder (CoachJournal *self)
{
  return self->folder;
}

/**
 * coach_journal_new:
 * @places: the folders
 *
 * Names where the journal is; nothing is read or written yet.
 *
 * Returns: (transfer full): a journal
 */
CoachJournal *
coach_journal_new (CoachPlaces *places)
{
  CoachJournal *self;

  g_return_val_if_fail (COACH_IS_PLACES (places), NULL);

  self = g_object_new (COACH_TYPE_JOURNAL, NULL);
  self->folder = g_strdup (coach_places_get_data_dir (places));
  self->path = g_build_filename (self->folder, COACH_JOURNAL_FILE_NAME, NULL);
  return self;
}

/* A folder that may not be written to can be read all the same. */
static gboolean
can_be_read (CoachJournal *self)
{
  g_autoptr (CoachJournalFile) file = coach_journal_open_to_read (self, NULL);

  return file != NULL && coach_journal_schema_check (file, NULL);
}

/**
 * coach_journal_open:
 * @self: a journal
 *
 * Makes the journal when it is not there, and looks whether it is one of ours. A damaged one is set
 * aside, never deleted, and the best of the daily copies takes its place, see
 * [method@Journal.was_restored]. One of a newer program is refused and left alone. One that cannot be
 * written to is read all the same; what is to be written is then kept and tried again.
 *
 * All of a large journal takes longer to check than the person should wait, so that is done by
 * [method@Journal.back_up_async]. Damage that it finds is repaired here the next time; damage that is
 * in the way of reading is told by %COACH_JOURNAL_ERROR_DAMAGED, see [method@Journal.repair].
 *
 * Returns: whether it can be read
 * Throws: [error@JournalError]
 */
gboolean
coach_journal_open (CoachJournal  *self,
                    GError       **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (COACH_IS_JOURNAL (self), FALSE);

  if (self->is_open)
    return TRUE;
  coach_journal_recovery_clear (&self->recovery);
  self->is_open = coach_journal_keeper_ensure (self->folder, FALSE, &self->recovery, &local);
  if (self->is_open)
    return TRUE;
  if (g_error_matches (local, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_WRITE) && can_be_read (self))
    {
      g_message ("%s", local->message);
      self->is_open = TRUE;
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * coach_journal_repair:
 * @self: a journal that was opened, of which something could not be read
 *
 * Checks all of the journal now. A damaged one is set aside, never deleted, and the best of the daily
 * copies takes its place, see [method@Journal.was_restored]. What was read before is to be read again
 * then.
 *
 * Returns: whether that was done; not when the journal is sound or nothing can be written
 */
gboolean
coach_journal_repair (CoachJournal *self)
{
  g_auto (CoachJournalRecovery) recovery = { NULL };
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (COACH_IS_JOURNAL (self), FALSE);

  if (!coach_journal_keeper_ensure (self->folder, TRUE, &recovery, &error))
    g_message ("%s", error->message);
  if (recovery.aside == NULL && recovery.restored_from == NULL)
    return FALSE;
  coach_journal_recovery_clear (&self->recovery);
  self->recovery = recovery;
  recovery = (CoachJournalRecovery) { NULL };
  return error == NULL;
}

/**
 * coach_journal_was_restored:
 * @self: a journal that was opened
 * @last: (out) (optional) (nullable) (transfer full): when the last thing happened that is in the
 *   journal, in local time; %NULL when it began anew
 * @aside: (out) (optional) (nullable) (transfer none): the path of the damaged file; %NULL when the
 *   file was gone
 *
 * Tells whether the journal was damaged or gone when it was opened, and a copy or a new one took
 * its place.
 *
 * Returns: whether it was
 */
gboolean
coach_journal_was_restored (CoachJournal  *self,
                            GDateTime    **last,
                            const char   **aside)
{
  const CoachJournalRecovery *recovery;

  g_return_val_if_fail (COACH_IS_JOURNAL (self), FALSE);

  recovery = &self->recovery;
  if (last != NULL)
    *last = recovery->last_s > 0 ? g_date_time_new_from_unix_local (recovery->last_s) : NULL;
  if (aside != NULL)
    *aside = recovery->aside;
  return recovery->aside != NULL || recovery->restored_from != NULL;
}

static gboolean
write_break (CoachJournalFile  *file,
             gpointer           data,
             GError           **error)
{
  return coach_journal_put_break (file, data, error);
}

/**
 * coach_journal_add_break:
 * @self: a journal
 * @when: the local time it began at
 * @kind: what was done, as in "away", "stand", "chair" or "session"
 * @length_s: how long it was, in seconds
 * @sat_s: how long the person had sat before it, in seconds
 *
 * Puts down a break from sitting. Never waits.
 */
void
coach_journal_add_break (CoachJournal *self,
                         GDateTime    *when,
                         const char   *kind,
                         guint         length_s,
                         guint         sat_s)
{
  CoachDiaryBreak *pause;

  g_return_if_fail (COACH_IS_JOURNAL (self));
  g_return_if_fail (when != NULL && kind != NULL);

  pause = g_new0 (CoachDiaryBreak, 1);
  *pause = (CoachDiaryBreak) {
    .id = g_uuid_string_random (),
    .when = g_date_time_ref (when),
    .kind = g_strdup (kind),
    .length_s = length_s,
    .sat_s = sat_s,
  };
  coach_journal_write (self, write_break, pause, coach_diary_break_free);
}

/**
 * coach_journal_flush:
 * @self: a journal
 *
 * Waits until everything is on the disk, for ten seconds at most: for the end of the program.
 *
 * Returns: whether it is
 * Throws: [error@JournalError]
 */
gboolean
coach_journal_flush (CoachJournal  *self,
                     GError       **error)
{
  g_return_val_if_fail (COACH_IS_JOURNAL (self), FALSE);

  return self->writer == NULL || coach_journal_writer_flush (self->writer, PATIENCE_US, error);
}

/* What is erased while a copy is made must not come back as that copy. Of a journal that is gone there
 * is nothing to copy. */
static gboolean
back_up (CoachJournal  *self,
         const GDate   *today,
         GError       **error)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->copying);

  return !coach_journal_is_there (self)
         || coach_journal_keeper_back_up (self->folder, today, error);
}

static void
back_up_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  CoachJournal *self = source;
  GError *error = NULL;

  if (back_up (self, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
free_day (gpointer data)
{
  g_date_free (data);
}

/**
 * coach_journal_back_up_async:
 * @self: a journal
 * @today: the local day
 * @cancellable: (nullable): to be told nothing of the end
 * @callback: called when the copy is there
 * @user_data: handed to @callback
 *
 * Checks all of the journal and makes the copy of today, unless it is there; seven are kept. Only a
 * sound journal is copied.
 */
void
coach_journal_back_up_async (CoachJournal        *self,
                             const GDate         *today,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (COACH_IS_JOURNAL (self));
  g_return_if_fail (today != NULL && g_date_valid (today));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, coach_journal_back_up_async);
  g_task_set_task_data (task, g_date_copy (today), free_day);
  g_task_run_in_thread (task, back_up_in_thread);
}

/**
 * coach_journal_back_up_finish:
 * @self: a journal
 * @result: what the callback was given
 *
 * Ends [method@Journal.back_up_async].
 *
 * Returns: whether the journal is sound and today's copy is there
 * Throws: [error@JournalError]; after %COACH_JOURNAL_ERROR_DAMAGED the journal goes back to a copy
 *   when it is opened the next time
 */
gboolean
coach_journal_back_up_finish (CoachJournal  *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * coach_journal_check:
 * @self: a journal
 *
 * Checks the whole file without changing anything.
 *
 * Returns: whether it is there and sound
 * Throws: [error@JournalError]
 */
gboolean
coach_journal_check (CoachJournal  *self,
                     GError       **error)
{
  g_autoptr (CoachJournalFile) file = NULL;

  g_return_val_if_fail (COACH_IS_JOURNAL (self), FALSE);

  file = coach_journal_open_to_read (self, error);
  return file != NULL && coach_journal_file_check (file, error);
}

/**
 * coach_journal_erase:
 * @self: a journal
 *
 * Removes the journal, its copies, and everything that was set aside or taken over, for good. What
 * was still to be written is dropped. The journal can be used again afterwards, and is empty then.
 *
 * Returns: whether all of it is gone
 * Throws: [error@JournalError]
 */
gboolean
coach_journal_erase (CoachJournal  *self,
                     GError       **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (COACH_IS_JOURNAL (self), FALSE);

  locker = g_mutex_locker_new (&self->copying);
  if (self->writer != NULL)
    coach_journal_writer_drop (self->writer);
  g_clear_object (&self->writer);
  self->is_open = FALSE;
  return coach_journal_keeper_erase (self->folder, error);
}

/*
 * coach_journal_find_older:
 * @self: a journal
 * @name: of a file in its folder
 * @max_bytes: the largest size that is read
 * @object: (out) (transfer full) (nullable): what is in it; %NULL when there is no such file
 *
 * Reads a file of the time before there was a journal. A damaged one is set aside.
 *
 * Returns: whether it was read, or is not there
 * Throws: [error@JournalError]
 */
gboolean
coach_journal_find_older (CoachJournal  *self,
                          const char    *name,
                          gsize          max_bytes,
                          JsonObject   **object,
                          GError       **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  *object = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  *object = coach_stored_file_take (path, max_bytes, error);
  return *object != NULL;
}

/* What is in the file is in the journal now. It stays beside it, in case that somebody goes back. */
void
coach_journal_put_older_away (CoachJournal *self,
                              const char   *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *away = g_strconcat (path, TAKEN_OVER, NULL);

  if (g_rename (path, away) != 0)
    g_message ("%s: %s", path, g_strerror (errno));
}
