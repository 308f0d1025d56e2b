#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-journal-writer-private.h"

/* What could not be written is tried again so often: a disk is seldom full for good. */
#define RETRY_SECONDS 5

typedef struct
{
  CoachJournalWriteFunc  func;
  gpointer               data;
  GDestroyNotify         destroy;
} Write;

struct _CoachJournalWriter
{
  GObject       parent_instance;

  char         *path;       /* (owned) */
  GMainContext *context;    /* (owned): of the thread that made it; signals are emitted there */
  GThread      *thread;     /* (owned) (nullable) once ended */

  GMutex        lock;       /* of what follows */
  GCond         changed;
  GQueue        pending;    /* (element-type Write): the first is being written */
  gboolean      is_ending;  /* the thread ends once nothing is pending, or nothing can be written */
  gboolean      wants_retry;
  GError       *trouble;    /* (owned) (nullable): why nothing can be written now */
  GError       *trouble_since_flush; /* (owned) (nullable): the same, of attempts after that call */
};

enum
{
  TROUBLE,
  RECOVERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * CoachJournalWriter:
 *
 * Writes to the journal from a thread of its own, one thing after another, each in a transaction of
 * its own. Nothing that was handed over is lost as long as the program runs: what cannot be written
 * is kept and tried again.
 */
G_DEFINE_FINAL_TYPE (CoachJournalWriter, coach_journal_writer, G_TYPE_OBJECT)

/* What is told in the thread of the window. */
typedef struct
{
  CoachJournalWriter *self;  /* (owned) */
  GError             *error; /* (owned) (nullable): NULL when all is well again */
} News;

static void
write_free (gpointer data)
{
  Write *write = data;

  if (write->destroy != NULL)
    write->destroy (write->data);
  g_free (write);
}

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->self);
  g_clear_error (&news->error);
  g_free (news);
}

static gboolean
tell_cb (gpointer user_data)
{
  News *news = user_data;

  if (news->error != NULL)
    g_signal_emit (news->self, signals[TROUBLE], 0, news->error);
  else
    g_signal_emit (news->self, signals[RECOVERED], 0);
  return G_SOURCE_REMOVE;
}

/* Called with the lock held. Trouble is told once, until it is over. */
static void
tell (CoachJournalWriter *self,
      const GError       *error)
{
  gboolean was_in_trouble = self->trouble != NULL;
  g_autoptr (GSource) source = NULL;
  News *news;

  g_clear_error (&self->trouble);
  self->trouble = error != NULL ? g_error_copy (error) : NULL;
  if (was_in_trouble == (error != NULL) || self->is_ending)
    return;
  news = g_new0 (News, 1);
  news->self = g_object_ref (self);
  news->error = error != NULL ? g_error_copy (error) : NULL;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, news, news_free);
  g_source_attach (source, self->context);
}

static gboolean
write_one (CoachJournalFile  *file,
           const Write       *write,
           GError           **error)
{
  if (!coach_journal_file_begin (file, error))
    return FALSE;
  if (write->func (file, write->data, error))
    return coach_journal_file_commit (file, error);
  coach_journal_file_roll_back (file);
  return FALSE;
}

/* Opens the file when it is not, so that one that could not be made yet is made later; and anew
 * when another process has erased it or put a copy in its place. */
static gboolean
try_to_write (CoachJournalWriter  *self,
              CoachJournalFile   **file,
              const Write         *write,
              GError             **error)
{
  if (*file != NULL && !coach_journal_file_is_in_place (*file))
    g_clear_pointer (file, coach_journal_file_close);
  if (*file == NULL)
    *file = coach_journal_file_open (self->path, COACH_JOURNAL_FILE_WRITE, error);
  return *file != NULL && write_one (*file, write, error);
}

/* Called with the lock held. Returns the next thing to write, or NULL when it is time to end. */
static Write *
wait_for_write (CoachJournalWriter *self)
{
  while (self->pending.length == 0 && !self->is_ending)
    g_cond_wait (&self->changed, &self->lock);
  return g_queue_peek_head (&self->pending);
}

/* Called with the lock held. */
static void
wait_for_retry (CoachJournalWriter *self)
{
  gint64 until_us = g_get_monotonic_time () + RETRY_SECONDS * G_USEC_PER_SEC;

  while (!self->wants_retry && !self->is_ending
         && g_cond_wait_until (&self->changed, &self->lock, until_us))
    continue;
  self->wants_retry = FALSE;
}

/* Called with the lock held; gives it up while it writes. Returns whether to go on. */
static gboolean
serve (CoachJournalWriter  *self,
       CoachJournalFile   **file)
{
  Write *write = wait_for_write (self);
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (write == NULL)
    return FALSE;
  g_mutex_unlock (&self->lock);
  ok = try_to_write (self, file, write, &error);
  g_mutex_lock (&self->lock);
  tell (self, error);
  if (ok)
    {
      write_free (g_queue_pop_head (&self->pending));
      g_cond_broadcast (&self->changed);
      return TRUE;
    }
  g_message ("%s", error->message);
  g_clear_error (&self->trouble_since_flush);
  self->trouble_since_flush = g_error_copy (error);
  g_cond_broadcast (&self->changed);
  if (self->is_ending)
    return FALSE;
  g_clear_pointer (file, coach_journal_file_close);
  wait_for_retry (self);
  return TRUE;
}

static gpointer
write_in_thread (gpointer data)
{
  CoachJournalWriter *self = data;
  g_autoptr (CoachJournalFile) file = NULL;

  g_mutex_lock (&self->lock);
  while (serve (self, &file))
    continue;
  g_mutex_unlock (&self->lock);
  return NULL;
}

static void
coach_journal_writer_dispose (GObject *object)
{
  CoachJournalWriter *self = COACH_JOURNAL_WRITER (object);

  if (self->thread != NULL)
    {
      g_mutex_lock (&self->lock);
      self->is_ending = TRUE;
      g_cond_broadcast (&self->changed);
      g_mutex_unlock (&self->lock);
      g_thread_join (g_steal_pointer (&self->thread));
    }

  G_OBJECT_CLASS (coach_journal_writer_parent_class)->dispose (object);
}

static void
coach_journal_writer_finalize (GObject *object)
{
  CoachJournalWriter *self = COACH_JOURNAL_WRITER (object);

  g_queue_clear_full (&self->pending, write_free);
  g_clear_error (&self->trouble);
  g_clear_error (&self->trouble_since_flush);
  g_main_context_unref (self->context);
  g_free (self->path);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);

  G_OBJECT_CLASS (coach_journal_writer_parent_class)->finalize (object);
}

static void
coach_journal_writer_class_init (CoachJournalWriterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = coach_journal_writer_dispose;
  object_class->finalize = coach_journal_writer_finalize;

  /**
   * CoachJournalWriter::trouble:
   * @self: the writer
   * @error: why
   *
   * Nothing can be written for now. What was handed over is kept.
   */
  signals[TROUBLE] = g_signal_new ("trouble", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  /**
   * CoachJournalWriter::recovered:
   * @self: the writer
   *
   * It can write again.
   */
  signals[RECOVERED] = g_signal_new ("recovered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_journal_writer_init (CoachJournalWriter *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  g_queue_init (&self->pending);
  self->context = g_main_context_ref_thread_default ();
}

/*
 * coach_journal_writer_new:
 * @path: where the file is
 *
 * Starts the thread. The file is opened, and made, with the first thing to write.
 *
 * Returns: (transfer full): a writer
 */
CoachJournalWriter *
coach_journal_writer_new (const char *path)
{
  CoachJournalWriter *self = g_object_new (COACH_TYPE_JOURNAL_WRITER, NULL);

  self->path = g_strdup (path);
  self->thread = g_thread_new ("journal", write_in_thread, self);
  return self;
}

/*
 * coach_journal_writer_write:
 * @self: a writer
 * @func: what writes
 * @data: for @func
 * @destroy: (nullable): frees @data, in any thread
 *
 * Hands something over to be written. Never waits.
 */
void
coach_journal_writer_write (CoachJournalWriter    *self,
                            CoachJournalWriteFunc  func,
                            gpointer               data,
                            GDestroyNotify         destroy)
{
  Write *write = g_new (Write, 1);

  *write = (Write) { func, data, destroy };
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->pending, write);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

/*
 * coach_journal_writer_get_n_pending:
 * @self: a writer
 *
 * Counts what is not yet on the disk.
 *
 * Returns: how many things
 */
guint
coach_journal_writer_get_n_pending (CoachJournalWriter *self)
{
  guint n;

  g_mutex_lock (&self->lock);
  n = self->pending.length;
  g_mutex_unlock (&self->lock);
  return n;
}

/*
 * coach_journal_writer_flush:
 * @self: a writer
 * @patience_us: how long to wait, in microseconds
 *
 * Waits until everything is on the disk, or cannot be written.
 *
 * Returns: whether it is
 * Throws: [error@JournalError]
 */
gboolean
coach_journal_writer_flush (CoachJournalWriter  *self,
                            gint64               patience_us,
                            GError             **error)
{
  gint64 until_us = g_get_monotonic_time () + patience_us;
  gboolean done;

  g_mutex_lock (&self->lock);
  self->wants_retry = TRUE;
  g_clear_error (&self->trouble_since_flush);
  g_cond_broadcast (&self->changed);
  while (self->pending.length > 0 && self->trouble_since_flush == NULL
         && g_cond_wait_until (&self->changed, &self->lock, until_us))
    continue;
  done = self->pending.length == 0;
  if (!done && self->trouble_since_flush != NULL)
    g_propagate_error (error, g_error_copy (self->trouble_since_flush));
  else if (!done)
    g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_LOCKED, "%s: takes too long",
                 self->path);
  g_mutex_unlock (&self->lock);
  return done;
}

/*
 * coach_journal_writer_drop:
 * @self: a writer
 *
 * Forgets what is not yet on the disk, but for what is being written now.
 */
void
coach_journal_writer_drop (CoachJournalWriter *self)
{
  g_mutex_lock (&self->lock);
  while (self->pending.length > 1)
    write_free (g_queue_pop_tail (&self->pending));
  g_mutex_unlock (&self->lock);
}
