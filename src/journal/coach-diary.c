#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-diary-private.h"
#include "coach-stored-file-private.h"
#include "coach-stored-writer-private.h"

/* Some thirty years of a session a day. */
#define MAX_FILE_BYTES (64 * 1024 * 1024)
#define FILE_NAME      "diary.json"

struct _CoachDiary
{
  GObject            parent_instance;

  CoachStoredFile   *file;    /* (owned) (not nullable) */
  JsonObject        *root;    /* (owned) (not nullable): all that is kept, understood or not */
  CoachDiaryRecords  records; /* what of it is understood */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * CoachDiary:
 *
 * What was done and how it felt: check-ins, sessions with what was asked after them, each "It
 * hurts", warm and cold packs. Kept in `diary.json` beside the profile, mode 0600 in a folder of
 * mode 0700, and never shortened. What other versions wrote stays in the file.
 */
G_DEFINE_FINAL_TYPE (CoachDiary, coach_diary, G_TYPE_OBJECT)

static void
coach_diary_finalize (GObject *object)
{
  CoachDiary *self = COACH_DIARY (object);

  g_object_unref (self->file);
  json_object_unref (self->root);
  coach_diary_records_clear (&self->records);

  G_OBJECT_CLASS (coach_diary_parent_class)->finalize (object);
}

static void
coach_diary_class_init (CoachDiaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_diary_finalize;

  /**
   * CoachDiary::changed:
   * @self: the diary
   *
   * Something was added or answered, or the diary was read.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_diary_init (CoachDiary *self)
{
  self->root = json_object_new ();
  coach_diary_records_init (&self->records);
}

static char *
write_text (CoachDiary *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

  coach_stored_set_version (self->root, COACH_DIARY_VERSION);
  json_node_set_object (root, self->root);
  return json_to_string (root, FALSE);
}

/* Puts a record to the others in the file: @list is one of COACH_DIARY_CHECKINS and its like. */
void
coach_diary_append (CoachDiary *self,
                    const char *list,
                    JsonObject *record)
{
  json_array_add_object_element (coach_stored_ensure_array (self->root, list), record);
}

void
coach_diary_emit_changed (CoachDiary *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

CoachDiaryRecords *
coach_diary_get_records (CoachDiary *self)
{
  return &self->records;
}

/**
 * coach_diary_new:
 * @places: the folders
 *
 * Makes an empty diary, and names where it is kept; nothing is read or written yet.
 *
 * Returns: (transfer full): a diary
 */
CoachDiary *
coach_diary_new (CoachPlaces *places)
{
  CoachDiary *self;

  g_return_val_if_fail (COACH_IS_PLACES (places), NULL);

  self = g_object_new (COACH_TYPE_DIARY, NULL);
  self->file = coach_stored_file_new (places, FILE_NAME, MAX_FILE_BYTES);
  return self;
}

/**
 * coach_diary_load:
 * @self: a diary
 *
 * Reads the diary, in the place of what is in it. No file means that nothing was done yet, which is
 * fine. A damaged file is set aside, never deleted, and told by %COACH_JOURNAL_ERROR_DAMAGED. What
 * alone cannot be read, or only a newer version knows, is taken for the more careful thing, stays
 * in the file, and is told by %COACH_JOURNAL_ERROR_PARTLY or %COACH_JOURNAL_ERROR_NEWER.
 *
 * Returns: whether the diary is what was last saved
 * Throws: [error@JournalError]
 */
gboolean
coach_diary_load (CoachDiary  *self,
                  GError     **error)
{
  g_autoptr (CoachStoredReader) reader = NULL;
  JsonObject *object;

  g_return_val_if_fail (COACH_IS_DIARY (self), FALSE);

  if (!coach_stored_file_load (self->file, &object, error))
    return FALSE;
  if (object == NULL)
    return TRUE;
  json_object_unref (self->root);
  self->root = object;
  coach_diary_records_clear (&self->records);
  coach_diary_records_init (&self->records);
  reader = coach_stored_reader_new (FILE_NAME);
  coach_stored_reader_check_version (reader, object, COACH_DIARY_VERSION);
  coach_diary_read_json (&self->records, object, reader);
  coach_diary_emit_changed (self);
  return coach_stored_reader_finish (reader, error);
}

/**
 * coach_diary_save_async:
 * @self: a diary
 * @cancellable: (nullable): to be told nothing of the end; the file is written all the same
 * @callback: called when it is on the disk
 * @user_data: handed to @callback
 *
 * Writes the diary as it is now, whole or not at all, off the main thread. Of several calls the
 * last one is what remains.
 */
void
coach_diary_save_async (CoachDiary          *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (COACH_IS_DIARY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, coach_diary_save_async);
  coach_stored_file_save (self->file, write_text (self), task);
}

/**
 * coach_diary_save_finish:
 * @self: a diary
 * @result: what the callback was given
 *
 * Ends [method@Diary.save_async].
 *
 * Returns: whether it is on the disk
 * Throws: [error@JournalError]
 */
gboolean
coach_diary_save_finish (CoachDiary    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * coach_diary_flush:
 * @self: a diary
 *
 * Writes the diary before it returns, unless it is on the disk already: for the end of the program.
 *
 * Returns: whether it is on the disk
 * Throws: [error@JournalError]
 */
gboolean
coach_diary_flush (CoachDiary  *self,
                   GError     **error)
{
  g_return_val_if_fail (COACH_IS_DIARY (self), FALSE);

  return coach_stored_file_save_now (self->file, write_text (self), error);
}

/**
 * coach_diary_get_n_checkins:
 * @self: a diary
 *
 * Counts the check-ins.
 *
 * Returns: how many
 */
guint
coach_diary_get_n_checkins (CoachDiary *self)
{
  g_return_val_if_fail (COACH_IS_DIARY (self), 0);

  return self->records.checkins->len;
}

/**
 * coach_diary_get_checkin:
 * @self: a diary
 * @index: less than [method@Diary.get_n_checkins]
 *
 * Gets a check-in; the first is the oldest. They lie one after another in memory.
 *
 * Returns: (transfer none): a check-in, valid until the next change
 */
const CoachCheckin *
coach_diary_get_checkin (CoachDiary *self,
                         guint       index)
{
  g_return_val_if_fail (COACH_IS_DIARY (self), NULL);
  g_return_val_if_fail (index < self->records.checkins->len, NULL);

  return &g_array_index (self->records.checkins, CoachCheckin, index);
}

/**
 * coach_diary_add_checkin:
 * @self: a diary
 * @when: the local time
 * @pain: where it hurts and how much
 *
 * Puts down where it hurts.
 */
void
coach_diary_add_checkin (CoachDiary      *self,
                         GDateTime       *when,
                         const CoachPain *pain)
{
  g_return_if_fail (COACH_IS_DIARY (self));
  g_return_if_fail (when != NULL && pain != NULL);

  coach_diary_append (self, COACH_DIARY_CHECKINS, coach_diary_write_checkin (when, pain));
  coach_diary_records_add_checkin (&self->records, when, pain);
  coach_diary_emit_changed (self);
}

/**
 * coach_diary_get_n_sessions:
 * @self: a diary
 *
 * Counts the sessions.
 *
 * Returns: how many
 */
guint
coach_diary_get_n_sessions (CoachDiary *self)
{
  g_return_val_if_fail (COACH_IS_DIARY (self), 0);

  return self->records.sessions->len;
}

/**
 * coach_diary_get_session:
 * @self: a diary
 * @index: less than [method@Diary.get_n_sessions]
 *
 * Gets a session; the first is the oldest.
 *
 * Returns: (transfer none): a session, valid until the next change
 */
const CoachDiarySession *
coach_diary_get_session (CoachDiary *self,
                         guint       index)
{
  g_return_val_if_fail (COACH_IS_DIARY (self), NULL);
  g_return_val_if_fail (index < self->records.sessions->len, NULL);

  return &((CoachDiaryEntry *) g_ptr_array_index (self->records.sessions, index))->session;
}

/**
 * coach_diary_get_n_hurts:
 * @self: a diary
 *
 * Counts how often "It hurts" was said.
 *
 * Returns: how many times
 */
guint
coach_diary_get_n_hurts (CoachDiary *self)
{
  g_return_val_if_fail (COACH_IS_DIARY (self), 0);

  return self->records.hurts->len;
}

/**
 * coach_diary_get_hurt:
 * @self: a diary
 * @index: less than [method@Diary.get_n_hurts]
 *
 * Gets one "It hurts"; the first is the oldest.
 *
 * Returns: (transfer none): what was said, valid until the next change
 */
const CoachDiaryHurt *
coach_diary_get_hurt (CoachDiary *self,
                      guint       index)
{
  g_return_val_if_fail (COACH_IS_DIARY (self), NULL);
  g_return_val_if_fail (index < self->records.hurts->len, NULL);

  return g_ptr_array_index (self->records.hurts, index);
}

/**
 * coach_diary_add_hurt:
 * @self: a diary
 * @when: the local time
 * @session: (nullable): the id of the session; %NULL outside of one
 * @movement: the id of a movement
 * @state: what was answered and what follows
 *
 * Puts down that something hurt.
 */
void
coach_diary_add_hurt (CoachDiary            *self,
                      GDateTime             *when,
                      const char            *session,
                      const char            *movement,
                      const CoachHurtsState *state)
{
  CoachDiaryHurt *hurt;

  g_return_if_fail (COACH_IS_DIARY (self));
  g_return_if_fail (when != NULL && movement != NULL && state != NULL);

  hurt = coach_diary_records_add_hurt (&self->records, when);
  hurt->session = g_strdup (session);
  hurt->movement = g_strdup (movement);
  hurt->state = *state;
  coach_diary_append (self, COACH_DIARY_HURTS, coach_diary_write_hurt (hurt));
  coach_diary_emit_changed (self);
}

/**
 * coach_diary_get_n_packs:
 * @self: a diary
 *
 * Counts the warm and cold packs.
 *
 * Returns: how many
 */
guint
coach_diary_get_n_packs (CoachDiary *self)
{
  g_return_val_if_fail (COACH_IS_DIARY (self), 0);

  return self->records.packs->len;
}

/**
 * coach_diary_get_pack:
 * @self: a diary
 * @index: less than [method@Diary.get_n_packs]
 *
 * Gets a pack; the first is the oldest.
 *
 * Returns: (transfer none): a pack, valid until the next change
 */
const CoachDiaryPack *
coach_diary_get_pack (CoachDiary *self,
                      guint       index)
{
  g_return_val_if_fail (COACH_IS_DIARY (self), NULL);
  g_return_val_if_fail (index < self->records.packs->len, NULL);

  return g_ptr_array_index (self->records.packs, index);
}

/**
 * coach_diary_add_pack:
 * @self: a diary
 * @kind: heat or cold
 * @began: the local time
 * @length_s: how long it was on, in seconds
 *
 * Puts down a warm or cold pack that was taken off.
 */
void
coach_diary_add_pack (CoachDiary    *self,
                      CoachPackKind  kind,
                      GDateTime     *began,
                      guint          length_s)
{
  CoachDiaryPack *pack;

  g_return_if_fail (COACH_IS_DIARY (self));
  g_return_if_fail (began != NULL);

  pack = coach_diary_records_add_pack (&self->records, began);
  pack->kind = kind;
  pack->length_s = length_s;
  coach_diary_append (self, COACH_DIARY_PACKS, coach_diary_write_pack (pack));
  coach_diary_emit_changed (self);
}
