#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-profile-store.h"

#include "coach-journal-error.h"
#include "coach-profile-json-private.h"
#include "coach-stored-file-private.h"

/* A profile is some thousand bytes; a larger file is not one of ours. */
#define MAX_FILE_BYTES (1024 * 1024)
#define FILE_NAME      "profile.json"

struct _CoachProfileStore
{
  GObject          parent_instance;

  CoachProfile    *profile; /* (owned) (not nullable) */
  CoachStoredFile *file;    /* (owned) (not nullable) */
  JsonObject      *kept;    /* (owned): the file as it was read, so that members of other versions
                             * are written back */
};

/**
 * CoachProfileStore:
 *
 * Keeps the profile in `profile.json` in the person's data folder, mode 0600 in a folder of mode
 * 0700. What other versions wrote stays in the file, down to single members and words.
 */
G_DEFINE_FINAL_TYPE (CoachProfileStore, coach_profile_store, G_TYPE_OBJECT)

static void
coach_profile_store_finalize (GObject *object)
{
  CoachProfileStore *self = COACH_PROFILE_STORE (object);

  g_object_unref (self->profile);
  g_object_unref (self->file);
  json_object_unref (self->kept);

  G_OBJECT_CLASS (coach_profile_store_parent_class)->finalize (object);
}

static void
coach_profile_store_class_init (CoachProfileStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_profile_store_finalize;
}

static void
coach_profile_store_init (CoachProfileStore *self)
{
  self->kept = json_object_new ();
}

static gboolean
read_object (CoachProfile       *profile,
             JsonObject         *object,
             CoachStoredReader  *reader,
             GError            **error)
{
  coach_stored_reader_check_version (reader, object, COACH_PROFILE_VERSION);
  coach_profile_read_json (profile, object, reader);
  return coach_stored_reader_finish (reader, error);
}

/**
 * coach_profile_store_new:
 * @places: the folders
 * @profile: the profile to keep
 *
 * Names where a profile is kept; nothing is read or written yet.
 *
 * Returns: (transfer full): a store
 */
CoachProfileStore *
coach_profile_store_new (CoachPlaces  *places,
                         CoachProfile *profile)
{
  CoachProfileStore *self;

  g_return_val_if_fail (COACH_IS_PLACES (places), NULL);
  g_return_val_if_fail (COACH_IS_PROFILE (profile), NULL);

  self = g_object_new (COACH_TYPE_PROFILE_STORE, NULL);
  self->file = coach_stored_file_new (places, FILE_NAME, MAX_FILE_BYTES);
  self->profile = g_object_ref (profile);
  return self;
}

/**
 * coach_profile_store_load:
 * @self: a store
 *
 * Reads the profile. No file means that nothing is known yet, which is fine. A damaged file is
 * set aside, never deleted, and told by %COACH_JOURNAL_ERROR_DAMAGED. What alone cannot be read, or
 * only a newer version knows, is taken for the more careful thing, stays in the file, and is told
 * by %COACH_JOURNAL_ERROR_PARTLY or %COACH_JOURNAL_ERROR_NEWER.
 *
 * Returns: whether the profile is what was last saved
 * Throws: [error@JournalError]
 */
gboolean
coach_profile_store_load (CoachProfileStore  *self,
                          GError            **error)
{
  g_autoptr (CoachStoredReader) reader = NULL;
  JsonObject *object;

  g_return_val_if_fail (COACH_IS_PROFILE_STORE (self), FALSE);

  if (!coach_stored_file_load (self->file, &object, error))
    return FALSE;
  if (object == NULL)
    return TRUE;
  json_object_unref (self->kept);
  self->kept = object;
  reader = coach_stored_reader_new (FILE_NAME);
  return read_object (self->profile, object, reader, error);
}

static char *
write_text (CoachProfileStore *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

  coach_profile_write_json (self->profile, self->kept);
  json_node_set_object (root, self->kept);
  return json_to_string (root, TRUE);
}

/**
 * coach_profile_store_save_async:
 * @self: a store
 * @cancellable: (nullable): to be told nothing of the end; the file is written all the same
 * @callback: called when it is on the disk
 * @user_data: handed to @callback
 *
 * Writes the profile as it is now, whole or not at all, off the main thread. Of several calls the
 * last one is what remains.
 */
void
coach_profile_store_save_async (CoachProfileStore   *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (COACH_IS_PROFILE_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, coach_profile_store_save_async);
  coach_stored_file_save (self->file, write_text (self), task);
}

/**
 * coach_profile_store_save_finish:
 * @self: a store
 * @result: what the callback was given
 *
 * Ends [method@ProfileStore.save_async].
 *
 * Returns: whether it is on the disk
 * Throws: [error@JournalError]
 */
gboolean
coach_profile_store_save_finish (CoachProfileStore  *self,
                                 GAsyncResult       *result,
                                 GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * coach_profile_store_flush:
 * @self: a store
 *
 * Writes the profile before it returns, unless it is on the disk already: for the end of the
 * program.
 *
 * Returns: whether it is on the disk
 * Throws: [error@JournalError]
 */
gboolean
coach_profile_store_flush (CoachProfileStore  *self,
                           GError            **error)
{
  g_return_val_if_fail (COACH_IS_PROFILE_STORE (self), FALSE);

  return coach_stored_file_save_now (self->file, write_text (self), error);
}

/**
 * coach_profile_read_file:
 * @path: any file in the form of `profile.json`
 * @profile: a profile of which nothing is known yet
 *
 * Reads a profile that is not ours to keep; nothing is set aside. After %COACH_JOURNAL_ERROR_PARTLY
 * and %COACH_JOURNAL_ERROR_NEWER @profile is all the same what could be read, and what could not is
 * taken for the more careful thing; after other errors it is as it was.
 *
 * Returns: whether all of it was read
 * Throws: [error@JournalError], which names the file by the last part of @path
 */
gboolean
coach_profile_read_file (const char    *path,
                         CoachProfile  *profile,
                         GError       **error)
{
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (CoachStoredReader) reader = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (COACH_IS_PROFILE (profile), FALSE);

  object = coach_stored_file_read (path, MAX_FILE_BYTES, error);
  if (object == NULL)
    return FALSE;
  name = g_path_get_basename (path);
  reader = coach_stored_reader_new (name);
  return read_object (profile, object, reader, error);
}
