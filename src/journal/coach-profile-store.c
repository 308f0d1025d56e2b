#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-profile-store.h"

#include "coach-journal-error.h"
#include "coach-journal-private.h"
#include "coach-journal-rows-private.h"
#include "coach-profile-json-private.h"
#include "coach-stored-file-private.h"

/* A profile is some thousand bytes; a larger file is not one of ours. */
#define MAX_FILE_BYTES (1024 * 1024)

struct _CoachProfileStore
{
  GObject          parent_instance;

  CoachProfile    *profile; /* (owned) (not nullable) */
  CoachJournal    *journal; /* (owned) (not nullable) */
  JsonObject      *kept;    /* (owned): the text as it was read, so that members of other versions
                             * are written back */
};

/**
 * CoachProfileStore:
 *
 * Keeps the profile in the journal, as a text of JSON. What other versions wrote stays in it, down
 * to single members and words.
 */
G_DEFINE_FINAL_TYPE (CoachProfileStore, coach_profile_store, G_TYPE_OBJECT)

static void
coach_profile_store_finalize (GObject *object)
{
  CoachProfileStore *self = COACH_PROFILE_STORE (object);

  g_object_unref (self->profile);
  g_object_unref (self->journal);
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
 * @journal: the journal
 * @profile: the profile to keep
 *
 * Names where a profile is kept; nothing is read or written yet.
 *
 * Returns: (transfer full): a store
 */
CoachProfileStore *
coach_profile_store_new (CoachJournal *journal,
                         CoachProfile *profile)
{
  CoachProfileStore *self;

  g_return_val_if_fail (COACH_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (COACH_IS_PROFILE (profile), NULL);

  self = g_object_new (COACH_TYPE_PROFILE_STORE, NULL);
  self->journal = g_object_ref (journal);
  self->profile = g_object_ref (profile);
  return self;
}

static char *
write_text (CoachProfileStore *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

  coach_profile_write_json (self->profile, self->kept);
  json_node_set_object (root, self->kept);
  return json_to_string (root, TRUE);
}

static gboolean
write_document (CoachJournalFile  *file,
                gpointer           data,
                GError           **error)
{
  return coach_journal_put_document (file, COACH_JOURNAL_PROFILE, data, error);
}

static char *
dup_text_of (JsonObject *object)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (root, object);
  return json_to_string (root, TRUE);
}

/* A profile of the time before the journal goes into it as it is. */
static void
take_over (CoachProfileStore *self,
           JsonObject        *older)
{
  g_autoptr (GError) error = NULL;

  coach_journal_write (self->journal, write_document, dup_text_of (older), g_free);
  if (coach_journal_flush (self->journal, &error))
    coach_journal_put_older_away (self->journal, COACH_JOURNAL_OLDER_PROFILE);
  else
    g_message ("%s", error->message);
}

static gboolean
get_kept (CoachProfileStore  *self,
          JsonObject        **object,
          GError            **error)
{
  g_autoptr (CoachJournalFile) file = NULL;

  if (!coach_journal_find_older (self->journal, COACH_JOURNAL_OLDER_PROFILE, MAX_FILE_BYTES, object,
                                 error))
    return FALSE;
  if (*object != NULL)
    {
      take_over (self, *object);
      return TRUE;
    }
  file = coach_journal_open_to_read (self->journal, error);
  return file != NULL && coach_journal_get_document (file, COACH_JOURNAL_PROFILE, object, error);
}

/**
 * coach_profile_store_load:
 * @self: a store
 *
 * Reads the profile. None means that nothing is known yet, which is fine. What alone cannot be
 * read, or only a newer version knows, is taken for the more careful thing, stays where it is, and
 * is told by %COACH_JOURNAL_ERROR_PARTLY or %COACH_JOURNAL_ERROR_NEWER. A file of the time before
 * the journal is taken over; a damaged one is set aside, never deleted, and told by
 * %COACH_JOURNAL_ERROR_DAMAGED.
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

  if (!coach_journal_open (self->journal, error) || !get_kept (self, &object, error))
    return FALSE;
  if (object == NULL)
    return TRUE;
  json_object_unref (self->kept);
  self->kept = object;
  reader = coach_stored_reader_new (COACH_JOURNAL_PROFILE);
  return read_object (self->profile, object, reader, error);
}

/**
 * coach_profile_store_save:
 * @self: a store
 *
 * Hands the profile as it is now over to be written. Never waits.
 */
void
coach_profile_store_save (CoachProfileStore *self)
{
  g_return_if_fail (COACH_IS_PROFILE_STORE (self));

  coach_journal_write (self->journal, write_document, write_text (self), g_free);
}

/**
 * coach_profile_store_forget:
 * @self: a store
 *
 * Forgets what other versions wrote, since all is to be erased.
 */
void
coach_profile_store_forget (CoachProfileStore *self)
{
  g_return_if_fail (COACH_IS_PROFILE_STORE (self));

  json_object_unref (self->kept);
  self->kept = json_object_new ();
}

/**
 * coach_profile_read_file:
 * @path: an exported journal, or any file in the form of the profile in it
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
  JsonObject *member;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (COACH_IS_PROFILE (profile), FALSE);

  object = coach_stored_file_read (path, COACH_JOURNAL_MAX_TEXT_BYTES, error);
  if (object == NULL)
    return FALSE;
  name = g_path_get_basename (path);
  reader = coach_stored_reader_new (name);
  if (coach_stored_reader_get_object (reader, object, COACH_JOURNAL_PROFILE, &member) != COACH_STORED_FINE)
    return read_object (profile, object, reader, error);
  coach_stored_reader_begin (reader, COACH_JOURNAL_PROFILE);
  return read_object (profile, member, reader, error);
}
