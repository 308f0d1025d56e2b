#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-profile-store.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "coach-journal-error.h"

/* A profile is some hundred bytes; a larger file is not one of ours. */
#define MAX_FILE_BYTES (64 * 1024)

struct _CoachProfileStore
{
  GObject       parent_instance;

  CoachProfile *profile; /* (owned) (not nullable) */
  char         *folder;  /* (owned): where the file lives, made when first written to */
  JsonObject   *kept;    /* (owned): the file as it was read, so that members of other versions
                          * are written back */
  GMutex        lock;    /* of the file: writes of several threads come one after another */
  guint         serial;  /* of the newest text handed to a thread */
  guint         written; /* of the newest text in the file; guarded by @lock */
};

typedef struct
{
  char  *text;
  guint  serial;
} Save;

/**
 * CoachProfileStore:
 *
 * Keeps the profile in `profile.json` in the person's data folder, mode 0600 in a folder of mode
 * 0700. What a newer version added to the file stays in it.
 */
G_DEFINE_FINAL_TYPE (CoachProfileStore, coach_profile_store, G_TYPE_OBJECT)

static void
save_free (gpointer data)
{
  Save *save = data;

  g_free (save->text);
  g_free (save);
}

static void
coach_profile_store_finalize (GObject *object)
{
  CoachProfileStore *self = COACH_PROFILE_STORE (object);

  g_object_unref (self->profile);
  g_free (self->folder);
  json_object_unref (self->kept);
  g_mutex_clear (&self->lock);

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
  g_mutex_init (&self->lock);
}

static char *
get_path (CoachProfileStore *self)
{
  return g_build_filename (self->folder, "profile.json", NULL);
}

static JsonObject *
parse (const char  *text,
       gsize        length,
       GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root;

  if (length > MAX_FILE_BYTES || !coach_json_text_check ("profile.json", text, length, error)
      || !json_parser_load_from_data (parser, text, (gssize) length, error))
    return NULL;
  root = json_parser_get_root (parser);
  return JSON_NODE_HOLDS_OBJECT (root) ? json_node_dup_object (root) : NULL;
}

static char **
dup_conditions (JsonObject *object)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  JsonNode *node = json_object_get_member (object, "conditions");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node)
                                                                  : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
        g_strv_builder_add (ids, json_node_get_string (element));
    }
  return g_strv_builder_end (ids);
}

static CoachSide
read_side (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "side");
  const char *side = NULL;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node)
      && json_node_get_value_type (node) == G_TYPE_STRING)
    side = json_node_get_string (node);
  if (g_strcmp0 (side, "left") == 0)
    return COACH_SIDE_LEFT;
  return g_strcmp0 (side, "right") == 0 ? COACH_SIDE_RIGHT : COACH_SIDE_NONE;
}

/* A file that cannot be understood is kept under another name: somebody may mend it. */
static gboolean
set_aside (CoachProfileStore  *self,
           const char         *reason,
           GError            **error)
{
  g_autofree char *path = get_path (self);
  g_autofree char *aside = NULL;

  for (guint i = 1; aside == NULL || g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.damaged-%u", path, i);
    }
  if (g_rename (path, aside) != 0)
    g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_READ, "%s: %s", path,
                 g_strerror (errno));
  else
    g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED, "%s (kept as %s)",
                 reason, aside);
  return FALSE;
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
  self->folder = g_strdup (coach_places_get_data_dir (places));
  self->profile = g_object_ref (profile);
  return self;
}

/**
 * coach_profile_store_load:
 * @self: a store
 *
 * Reads the profile. No file means that nothing is known yet, which is fine. A damaged file is
 * set aside, never deleted, and told by %COACH_JOURNAL_ERROR_DAMAGED.
 *
 * Returns: whether the profile is what was last saved
 * Throws: [error@JournalError]
 */
gboolean
coach_profile_store_load (CoachProfileStore  *self,
                          GError            **error)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) local = NULL;
  g_auto (GStrv) conditions = NULL;
  JsonObject *object;
  gsize length;

  g_return_val_if_fail (COACH_IS_PROFILE_STORE (self), FALSE);

  path = get_path (self);
  if (!g_file_get_contents (path, &text, &length, &local))
    {
      if (g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return TRUE;
      g_set_error_literal (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_READ, local->message);
      return FALSE;
    }
  object = parse (text, length, &local);
  if (object == NULL)
    return set_aside (self, local != NULL ? local->message : "profile.json: is not a profile",
                      error);
  json_object_unref (self->kept);
  self->kept = object;
  conditions = dup_conditions (object);
  coach_profile_set_conditions (self->profile, (const char * const *) conditions);
  coach_profile_set_side (self->profile, read_side (object));
  return TRUE;
}

static char *
write_text (CoachProfileStore *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  const char * const *conditions = coach_profile_get_conditions (self->profile);
  const char *side = coach_side_get_id (coach_profile_get_side (self->profile));
  JsonArray *array = json_array_new ();

  for (guint i = 0; conditions[i] != NULL; i++)
    json_array_add_string_element (array, conditions[i]);
  if (!json_object_has_member (self->kept, "version"))
    json_object_set_int_member (self->kept, "version", 1);
  json_object_set_array_member (self->kept, "conditions", array);
  if (side != NULL)
    json_object_set_string_member (self->kept, "side", side);
  else
    json_object_set_null_member (self->kept, "side");
  json_node_set_object (root, self->kept);
  return json_to_string (root, TRUE);
}

/* Called with the lock held. */
static gboolean
write_file (CoachProfileStore  *self,
            const Save         *save,
            GError            **error)
{
  g_autofree char *path = get_path (self);
  g_autoptr (GError) local = NULL;

  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    {
      g_set_error (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_WRITE, "%s: %s", self->folder,
                   g_strerror (errno));
      return FALSE;
    }
  if (!g_file_set_contents_full (path, save->text, -1,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 &local))
    {
      g_set_error_literal (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_WRITE, local->message);
      return FALSE;
    }
  self->written = save->serial;
  return TRUE;
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  CoachProfileStore *self = source;
  const Save *save = data;
  GError *error = NULL;
  gboolean ok;

  g_mutex_lock (&self->lock);
  /* A newer text is there already: threads may overtake one another. */
  ok = save->serial < self->written || write_file (self, save, &error);
  g_mutex_unlock (&self->lock);
  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
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
  Save *save;

  g_return_if_fail (COACH_IS_PROFILE_STORE (self));

  save = g_new (Save, 1);
  save->text = write_text (self);
  save->serial = ++self->serial;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, coach_profile_store_save_async);
  g_task_set_task_data (task, save, save_free);
  g_task_run_in_thread (task, save_in_thread);
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
