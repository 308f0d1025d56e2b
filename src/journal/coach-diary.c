#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-diary-private.h"
#include "coach-journal-private.h"
#include "coach-journal-rows-private.h"

/* What the diary was kept in before there was a journal. */
#define OLDER_NAME      "diary.json"
#define MAX_OLDER_BYTES (64 * 1024 * 1024)
/* How many days of all but the check-ins are in memory: more than any rule looks back. */
#define RECENT_DAYS     120

struct _CoachDiary
{
  GObject            parent_instance;

  CoachJournal      *journal; /* (owned) (not nullable) */
  CoachDiaryRecords *records; /* (owned) (not nullable) */
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
 * hurts", warm and cold packs. All check-ins are in memory, and of the rest the last months; what
 * changes is handed to the journal at once. What lies further back is read when it is asked for.
 */
G_DEFINE_FINAL_TYPE (CoachDiary, coach_diary, G_TYPE_OBJECT)

static void
coach_diary_finalize (GObject *object)
{
  CoachDiary *self = COACH_DIARY (object);

  g_object_unref (self->journal);
  coach_diary_records_free (self->records);

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
  self->records = coach_diary_records_new ();
}

void
coach_diary_emit_changed (CoachDiary *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

CoachDiaryRecords *
coach_diary_get_records (CoachDiary *self)
{
  return self->records;
}

CoachJournal *
coach_diary_get_journal (CoachDiary *self)
{
  return self->journal;
}

/**
 * coach_diary_new:
 * @journal: where it is kept
 *
 * Makes an empty diary; nothing is read yet.
 *
 * Returns: (transfer full): a diary
 */
CoachDiary *
coach_diary_new (CoachJournal *journal)
{
  CoachDiary *self;

  g_return_val_if_fail (COACH_IS_JOURNAL (journal), NULL);

  self = g_object_new (COACH_TYPE_DIARY, NULL);
  self->journal = g_object_ref (journal);
  return self;
}

static gboolean
write_session (CoachJournalFile  *file,
               gpointer           data,
               GError           **error)
{
  return coach_journal_put_session (file, data, error);
}

/* Hands a session as it is now over to be written. */
void
coach_diary_keep_session (CoachDiary              *self,
                          const CoachDiarySession *session)
{
  coach_journal_write (self->journal, write_session, coach_diary_session_copy (session),
                       coach_diary_session_free);
}

static gboolean
write_records (CoachJournalFile  *file,
               gpointer           data,
               GError           **error)
{
  return coach_journal_put_records (file, data, error);
}

static void
free_records (gpointer data)
{
  coach_diary_records_free (data);
}

/* A diary of the time before the journal. What of it cannot be read is told, and taken for the more
 * careful thing; the file is kept. */
static gboolean
take_older_over (CoachDiary  *self,
                 GError     **error)
{
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (CoachStoredReader) reader = NULL;
  g_autoptr (CoachDiaryRecords) records = NULL;

  if (!coach_journal_find_older (self->journal, OLDER_NAME, MAX_OLDER_BYTES, &object, error))
    return FALSE;
  if (object == NULL)
    return TRUE;
  reader = coach_stored_reader_new (OLDER_NAME);
  records = coach_diary_records_new ();
  coach_stored_reader_check_version (reader, object, COACH_DIARY_VERSION);
  coach_diary_read_json (records, object, reader);
  coach_journal_write (self->journal, write_records, g_steal_pointer (&records), free_records);
  if (coach_journal_flush (self->journal, NULL))
    coach_journal_put_older_away (self->journal, OLDER_NAME);
  return coach_stored_reader_finish (reader, error);
}

static guint
get_first_day (const GDate *today)
{
  guint julian = today != NULL ? g_date_get_julian (today) : 0;

  return julian > RECENT_DAYS ? julian - RECENT_DAYS : COACH_JOURNAL_FIRST_DAY;
}

static gboolean
read_rows (CoachDiary   *self,
           const GDate  *today,
           GError      **error)
{
  g_autoptr (CoachJournalFile) file = coach_journal_open_to_read (self->journal, error);
  g_autoptr (CoachDiaryRecords) records = coach_diary_records_new ();

  if (file == NULL
      || !coach_journal_load_checkins (file, COACH_JOURNAL_FIRST_DAY, COACH_JOURNAL_LAST_DAY,
                                       records, error)
      || !coach_journal_load_others (file, get_first_day (today), COACH_JOURNAL_LAST_DAY, records,
                                     error))
    return FALSE;
  coach_diary_records_free (self->records);
  self->records = g_steal_pointer (&records);
  return TRUE;
}

/**
 * coach_diary_load:
 * @self: a diary
 * @today: (nullable): the local day; %NULL to read all that there is
 *
 * Reads the diary, in the place of what is in it. A file of the time before the journal is taken
 * over; a damaged one is set aside, never deleted, and told by %COACH_JOURNAL_ERROR_DAMAGED. What
 * of it alone cannot be read is taken for the more careful thing, and told by
 * %COACH_JOURNAL_ERROR_PARTLY or %COACH_JOURNAL_ERROR_NEWER.
 *
 * Returns: whether the diary is what was last saved
 * Throws: [error@JournalError]
 */
gboolean
coach_diary_load (CoachDiary   *self,
                  const GDate  *today,
                  GError      **error)
{
  gboolean is_whole;

  g_return_val_if_fail (COACH_IS_DIARY (self), FALSE);
  g_return_val_if_fail (today == NULL || g_date_valid (today), FALSE);

  if (!coach_journal_open (self->journal, error))
    return FALSE;
  is_whole = take_older_over (self, error);
  if (!read_rows (self, today, is_whole ? error : NULL))
    return FALSE;
  coach_diary_emit_changed (self);
  return is_whole;
}

/**
 * coach_diary_clear:
 * @self: a diary
 *
 * Forgets what is in memory, since the journal was erased.
 */
void
coach_diary_clear (CoachDiary *self)
{
  g_return_if_fail (COACH_IS_DIARY (self));

  coach_diary_records_free (self->records);
  self->records = coach_diary_records_new ();
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

  return self->records->sessions->len;
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
  g_return_val_if_fail (index < self->records->sessions->len, NULL);

  return g_ptr_array_index (self->records->sessions, index);
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

  return self->records->hurts->len;
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
  g_return_val_if_fail (index < self->records->hurts->len, NULL);

  return g_ptr_array_index (self->records->hurts, index);
}

static gboolean
write_hurt (CoachJournalFile  *file,
            gpointer           data,
            GError           **error)
{
  return coach_journal_put_hurt (file, data, error);
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
  g_autofree char *id = g_uuid_string_random ();
  CoachDiaryHurt *hurt;

  g_return_if_fail (COACH_IS_DIARY (self));
  g_return_if_fail (when != NULL && movement != NULL && state != NULL);

  hurt = coach_diary_records_add_hurt (self->records, id, when);
  hurt->session = g_strdup (session);
  hurt->movement = g_strdup (movement);
  hurt->state = *state;
  coach_journal_write (self->journal, write_hurt, coach_diary_hurt_copy (hurt),
                       coach_diary_hurt_free);
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

  return self->records->packs->len;
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
  g_return_val_if_fail (index < self->records->packs->len, NULL);

  return g_ptr_array_index (self->records->packs, index);
}

static gboolean
write_pack (CoachJournalFile  *file,
            gpointer           data,
            GError           **error)
{
  return coach_journal_put_pack (file, data, error);
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
  g_autofree char *id = g_uuid_string_random ();
  CoachDiaryPack *pack;

  g_return_if_fail (COACH_IS_DIARY (self));
  g_return_if_fail (began != NULL);

  pack = coach_diary_records_add_pack (self->records, id, began);
  pack->kind = kind;
  pack->length_s = length_s;
  coach_journal_write (self->journal, write_pack, coach_diary_pack_copy (pack),
                       coach_diary_pack_free);
  coach_diary_emit_changed (self);
}
