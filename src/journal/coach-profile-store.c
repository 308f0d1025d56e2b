#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-profile-store.h"

#include "coach-journal-error.h"
#include "coach-stored-file-private.h"

/* A profile is some thousand bytes; a larger file is not one of ours. */
#define MAX_FILE_BYTES (1024 * 1024)

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
 * 0700. What a newer version added to the file stays in it.
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
  self->file = coach_stored_file_new (places, "profile.json", MAX_FILE_BYTES);
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
  g_auto (GStrv) conditions = NULL;
  JsonObject *object;

  g_return_val_if_fail (COACH_IS_PROFILE_STORE (self), FALSE);

  if (!coach_stored_file_load (self->file, &object, error))
    return FALSE;
  if (object == NULL)
    return TRUE;
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
