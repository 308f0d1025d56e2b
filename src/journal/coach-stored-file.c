#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-stored-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catalog.h"
#include "coach-journal-error.h"

struct _CoachStoredFile
{
  GObject   parent_instance;

  char     *folder;    /* (owned): made when first written to */
  char     *name;      /* (owned): the file in it */
  gsize     max_bytes;
  guint     serial;    /* of the newest text handed over */

  GMutex    lock;      /* of the file: writes of several threads come one after another */
  guint     written;   /* guarded by @lock: of the newest text in the file */
  char     *checksum;  /* (owned) (nullable): guarded by @lock: of the text in the file */
  gboolean  is_unread; /* guarded by @lock: there is a file that could not be read */
};

typedef struct
{
  CoachStoredFile *file;
  char            *text;
  guint            serial;
} Save;

/**
 * CoachStoredFile:
 *
 * One JSON file about the person, mode 0600 in a folder of mode 0700. It is read strictly and up to
 * a size, and written whole or not at all. What cannot be understood is set aside, never deleted.
 */
G_DEFINE_FINAL_TYPE (CoachStoredFile, coach_stored_file, G_TYPE_OBJECT)

static void
save_free (gpointer data)
{
  Save *save = data;

  g_object_unref (save->file);
  g_free (save->text);
  g_free (save);
}

static void
coach_stored_file_finalize (GObject *object)
{
  CoachStoredFile *self = COACH_STORED_FILE (object);

  g_free (self->folder);
  g_free (self->name);
  g_free (self->checksum);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (coach_stored_file_parent_class)->finalize (object);
}

static void
coach_stored_file_class_init (CoachStoredFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_stored_file_finalize;
}

static void
coach_stored_file_init (CoachStoredFile *self)
{
  g_mutex_init (&self->lock);
}

static char *
get_path (CoachStoredFile *self)
{
  return g_build_filename (self->folder, self->name, NULL);
}

/* A name may be that of a pipe or a device, which would never end. */
static gboolean
check_file (int          file,
            const char  *path,
            gsize        max_bytes,
            GError     **error)
{
  g_autofree char *name = g_path_get_basename (path);
  struct stat found;

  if (fstat (file, &found) != 0 || !S_ISREG (found.st_mode))
    {
      g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_READ, "%s: is not a plain file",
                   name);
      return FALSE;
    }
  if ((guint64) found.st_size > max_bytes)
    {
      g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED,
                   "%s: has more than %" G_GSIZE_FORMAT " bytes", name, max_bytes);
      return FALSE;
    }
  return TRUE;
}

/* Not more than the largest file and one byte, even when it grows meanwhile. */
static GBytes *
read_bytes (int          file,
            const char  *path,
            gsize        max_bytes,
            GError     **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 block[16 * 1024];
  gssize length = 1;

  if (!check_file (file, path, max_bytes, error))
    return NULL;
  while (length > 0 && bytes->len <= max_bytes)
    {
      do
        length = read (file, block, sizeof block);
      while (length < 0 && errno == EINTR);
      if (length > 0)
        g_byte_array_append (bytes, block, (guint) length);
    }
  if (length >= 0)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_READ, "%s: %s", path,
               g_strerror (errno));
  return NULL;
}

static GBytes *
open_and_read (const char  *path,
               gsize        max_bytes,
               GError     **error)
{
  int file = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  GBytes *bytes;

  if (file < 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), "%s: %s", path,
                   g_strerror (code));
      return NULL;
    }
  bytes = read_bytes (file, path, max_bytes, error);
  g_close (file, NULL);
  return bytes;
}

static JsonObject *
parse (const char  *path,
       GBytes      *bytes,
       GError     **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) local = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  JsonNode *root = NULL;

  if (coach_json_text_check (name, text, length, &local)
      && json_parser_load_from_data (parser, text, (gssize) length, &local))
    root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return json_node_dup_object (root);
  if (local != NULL)
    g_set_error_literal (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED, local->message);
  else
    g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED, "%s: is not an object",
                 name);
  return NULL;
}

/* Keeps the file under a name that is free. */
static char *
move_aside (CoachStoredFile  *self,
            GError          **error)
{
  g_autofree char *path = get_path (self);
  g_autofree char *aside = NULL;

  for (guint i = 1; aside == NULL || g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.damaged-%u", path, i);
    }
  if (g_rename (path, aside) == 0)
    return g_steal_pointer (&aside);
  g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_WRITE, "%s: %s", path,
               g_strerror (errno));
  return NULL;
}

/* A file that cannot be understood is kept under another name: somebody may mend it. One that
 * cannot be moved, or not even be read, is moved before something else is written. */
static gboolean
set_aside (CoachStoredFile  *self,
           const GError     *reason,
           GError          **error)
{
  g_autofree char *aside = NULL;

  if (g_error_matches (reason, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED))
    aside = move_aside (self, NULL);
  if (aside != NULL)
    g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED, "%s (kept as %s)",
                 reason->message, aside);
  else
    g_set_error_literal (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_READ, reason->message);
  self->is_unread = aside == NULL;
  return FALSE;
}

/* Called with the lock held. */
static gboolean
make_room (CoachStoredFile  *self,
           GError          **error)
{
  g_autofree char *path = get_path (self);
  g_autofree char *aside = NULL;
  g_autoptr (GError) local = NULL;

  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    {
      g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_WRITE, "%s: %s", self->folder,
                   g_strerror (errno));
      return FALSE;
    }
  if (!self->is_unread)
    return TRUE;
  aside = move_aside (self, &local);
  self->is_unread = aside == NULL && g_access (path, F_OK) == 0;
  if (self->is_unread)
    g_propagate_error (error, g_steal_pointer (&local));
  return !self->is_unread;
}

/* Called with the lock held. */
static gboolean
write_file (CoachStoredFile  *self,
            const char       *text,
            GError          **error)
{
  g_autofree char *path = get_path (self);
  g_autoptr (GError) local = NULL;

  if (!make_room (self, error))
    return FALSE;
  if (strlen (text) > self->max_bytes)
    {
      g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_WRITE,
                   "%s: would have more than %" G_GSIZE_FORMAT " bytes", path, self->max_bytes);
      return FALSE;
    }
  if (g_file_set_contents_full (path, text, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &local))
    return TRUE;
  g_set_error_literal (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_WRITE, local->message);
  return FALSE;
}

/* Called with the lock held. A newer text may be there already, since threads overtake one
 * another; and what is there is not written again. */
static gboolean
write_newest (CoachStoredFile  *self,
              const Save       *save,
              GError          **error)
{
  g_autofree char *checksum = NULL;

  if (save->serial < self->written)
    return TRUE;
  checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, save->text, -1);
  if (g_strcmp0 (checksum, self->checksum) != 0)
    {
      g_clear_pointer (&self->checksum, g_free);
      if (!write_file (self, save->text, error))
        return FALSE;
      self->checksum = g_steal_pointer (&checksum);
    }
  self->written = save->serial;
  return TRUE;
}

static gboolean
write_locked (const Save  *save,
              GError     **error)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&save->file->lock);

  return write_newest (save->file, save, error);
}

static Save *
save_new (CoachStoredFile *self,
          char            *text)
{
  Save *save = g_new (Save, 1);

  *save = (Save) { .file = g_object_ref (self), .text = text, .serial = ++self->serial };
  return save;
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_locked (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * coach_stored_file_new:
 * @places: the folders
 * @name: the name of a file in the folder of the person's own data
 * @max_bytes: a larger file is not one of ours; nor is one written
 *
 * Names a file; nothing is read or written yet.
 *
 * Returns: (transfer full): a file
 */
CoachStoredFile *
coach_stored_file_new (CoachPlaces *places,
                       const char  *name,
                       gsize        max_bytes)
{
  CoachStoredFile *self;

  g_return_val_if_fail (COACH_IS_PLACES (places), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (COACH_TYPE_STORED_FILE, NULL);
  self->folder = g_strdup (coach_places_get_data_dir (places));
  self->name = g_strdup (name);
  self->max_bytes = max_bytes;
  return self;
}

/**
 * coach_stored_file_load:
 * @self: a file
 * @object: (out) (transfer full) (nullable): what is in it; %NULL when there is no file
 *
 * Reads the file. A damaged one is set aside.
 *
 * Returns: whether it was read, or is not there
 * Throws: [error@JournalError]
 */
gboolean
coach_stored_file_load (CoachStoredFile  *self,
                        JsonObject      **object,
                        GError          **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (COACH_IS_STORED_FILE (self), FALSE);
  g_return_val_if_fail (object != NULL, FALSE);

  *object = NULL;
  path = get_path (self);
  locker = g_mutex_locker_new (&self->lock);
  bytes = open_and_read (path, self->max_bytes, &local);
  if (g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return TRUE;
  if (bytes != NULL)
    *object = parse (path, bytes, &local);
  if (*object == NULL)
    return set_aside (self, local, error);
  g_free (self->checksum);
  self->checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return TRUE;
}

/**
 * coach_stored_file_save:
 * @self: a file
 * @text: (transfer full): the new content
 * @task: what is to be told of the end
 *
 * Writes a text, whole or not at all, off the main thread. Of several calls the last one is what
 * remains. @task returns whether it, or a newer one, is on the disk.
 */
void
coach_stored_file_save (CoachStoredFile *self,
                        char            *text,
                        GTask           *task)
{
  g_return_if_fail (COACH_IS_STORED_FILE (self));
  g_return_if_fail (text != NULL);

  g_task_set_task_data (task, save_new (self, text), save_free);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * coach_stored_file_save_now:
 * @self: a file
 * @text: (transfer full): the new content
 *
 * Writes a text before it returns: for the end of the program, which waits for nothing.
 *
 * Returns: whether it is on the disk
 * Throws: [error@JournalError]
 */
gboolean
coach_stored_file_save_now (CoachStoredFile  *self,
                            char             *text,
                            GError          **error)
{
  Save *save;
  gboolean ok;

  g_return_val_if_fail (COACH_IS_STORED_FILE (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  save = save_new (self, text);
  ok = write_locked (save, error);
  save_free (save);
  return ok;
}

/**
 * coach_stored_file_read:
 * @path: any file
 * @max_bytes: a larger file is refused
 *
 * Reads a file that is not ours to set aside.
 *
 * Returns: (transfer full) (nullable): what is in it
 * Throws: [error@JournalError]
 */
JsonObject *
coach_stored_file_read (const char  *path,
                        gsize        max_bytes,
                        GError     **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = open_and_read (path, max_bytes, &local);
  if (bytes != NULL)
    return parse (path, bytes, error);
  if (local->domain == COACH_JOURNAL_ERROR)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_READ, local->message);
  return NULL;
}
