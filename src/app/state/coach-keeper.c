#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-keeper.h"

#include <glib/gi18n.h>

/* The check of the whole journal takes as long as the start of the program: it waits until Today is on
 * the screen. */
#define CHECK_AFTER_US (5 * G_USEC_PER_SEC)

struct _CoachKeeper
{
  GObject            parent_instance;

  CoachJournal      *journal;    /* (owned) (not nullable) */
  CoachClock        *clock;      /* (owned) (not nullable) */
  CoachProfileStore *store;      /* (owned) (nullable): until there is a profile */
  CoachProfile      *profile;    /* (owned) (nullable) */
  CoachDiary        *diary;      /* (owned) (nullable) */
  guint              wake_id;    /* 0 unless the check after the start is still to come */
  GDate              backed_up;  /* the day of the newest copy that was asked for */
  gboolean           is_closed;  /* the journal could not be opened */
  gboolean           was_told;   /* that nothing can be written, since it last could be */
};

enum
{
  TOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * CoachKeeper:
 *
 * Sees to it that what the person says is read at the start, and written at every change. The
 * program does not end before that is done.
 */
G_DEFINE_FINAL_TYPE (CoachKeeper, coach_keeper, G_TYPE_OBJECT)

typedef struct
{
  const char *heading; /* (translatable) */
  const char *body;    /* (translatable) */
} Words;

static const Words profile_words[] = {
  [COACH_JOURNAL_ERROR_DAMAGED]
  = { N_ ("What You Told Lowtide Cannot Be Read"),
      N_ ("The file is damaged. It is kept beside the new one, and nothing in it is lost. Please "
          "answer the questions about you again before you exercise.") },
  [COACH_JOURNAL_ERROR_READ]
  = { N_ ("What You Told Lowtide Cannot Be Read"),
      N_ ("The file with your answers is there, but cannot be opened. Please answer the questions "
          "about you again before you exercise, or make the file readable and start Lowtide "
          "again.") },
  [COACH_JOURNAL_ERROR_PARTLY]
  = { N_ ("Some of What You Told Lowtide Cannot Be Read"),
      N_ ("To be careful, Lowtide leaves out more, or asks again. What it cannot read stays in "
          "your file. Please look through your answers in Preferences.") },
  [COACH_JOURNAL_ERROR_NEWER]
  = { N_ ("A Newer Lowtide Was Used Before"),
      N_ ("It may have saved answers that this one does not know. They stay in your file, but are "
          "not looked at. Please look through your answers in Preferences, or use the newer "
          "Lowtide.") },
};

static const Words diary_words[] = {
  [COACH_JOURNAL_ERROR_DAMAGED]
  = { N_ ("Your Diary Cannot Be Read"),
      N_ ("The file is damaged. It is kept beside the new one, and nothing in it is lost. Lowtide "
          "does not know now how your last sessions were: take it easy today.") },
  [COACH_JOURNAL_ERROR_READ]
  = { N_ ("Your Diary Cannot Be Read"),
      N_ ("The file is there, but cannot be opened. Lowtide does not know now how your last "
          "sessions were: take it easy today, or make the file readable and start Lowtide "
          "again.") },
  [COACH_JOURNAL_ERROR_PARTLY]
  = { N_ ("Some of Your Diary Cannot Be Read"),
      N_ ("What Lowtide cannot read stays in the file. To be careful, it counts as pain that "
          "asks for rest.") },
  [COACH_JOURNAL_ERROR_NEWER]
  = { N_ ("A Newer Lowtide Was Used Before"),
      N_ ("It may have put things in your diary that this one does not know. They stay in the "
          "file, but are not looked at. Use the newer Lowtide to see all of it.") },
};

/* When the journal cannot be opened, or not be written to. */
static const Words journal_words[] = {
  [COACH_JOURNAL_ERROR_DAMAGED]
  = { N_ ("Your Journal Was Damaged"),
      N_ ("What you say and do now is kept until Lowtide is closed. Please start Lowtide again: it "
          "will go back to the newest copy that is sound.") },
  [COACH_JOURNAL_ERROR_READ]
  = { N_ ("Your Journal Cannot Be Read"),
      N_ ("It is there, but cannot be opened. Lowtide knows nothing of you now: please answer the "
          "questions about you before you exercise, or make the file readable and start Lowtide "
          "again.") },
  [COACH_JOURNAL_ERROR_NEWER]
  = { N_ ("A Newer Lowtide Was Used Before"),
      N_ ("It keeps your journal in a way that this one does not know. Your journal is left as it "
          "is. What you say and do now is kept only until Lowtide is closed: please use the newer "
          "Lowtide.") },
  [COACH_JOURNAL_ERROR_WRITE]
  = { N_ ("Your Journal Could Not Be Saved"),
      N_ ("You can go on. What you say and do is kept until Lowtide is closed, and Lowtide tries "
          "again by itself. Please look whether your data folder may be written to.") },
  [COACH_JOURNAL_ERROR_FULL]
  = { N_ ("The Disk Is Full"),
      N_ ("Your journal could not be saved. You can go on. What you say and do is kept until "
          "Lowtide is closed, and Lowtide tries again by itself. Please make room on the disk.") },
  [COACH_JOURNAL_ERROR_LOCKED]
  = { N_ ("Your Journal Is in Use"),
      N_ ("Another program keeps it locked. You can go on. What you say and do is kept until "
          "Lowtide is closed, and Lowtide tries again by itself.") },
};

static const Words *
get_words (const Words *words,
           gsize        n_words,
           gint         code)
{
  if ((gsize) code < n_words && words[code].heading != NULL)
    return &words[code];
  return &journal_words[COACH_JOURNAL_ERROR_READ];
}

/* @words are those of each [error@JournalError]. */
static void
tell (CoachKeeper  *self,
      const Words  *words,
      gsize         n_words,
      const GError *error)
{
  const Words *chosen;
  int code = COACH_JOURNAL_ERROR_READ;

  g_message ("%s", error->message);
  if (error->domain == COACH_JOURNAL_ERROR)
    code = error->code;
  chosen = get_words (words, n_words, code);
  g_signal_emit (self, signals[TOLD], 0, _(chosen->heading), _(chosen->body));
}

/* A disk that is full is told of once, not at every answer. */
static void
trouble_cb (CoachKeeper  *self,
            const GError *error)
{
  if (!self->was_told)
    tell (self, journal_words, G_N_ELEMENTS (journal_words), error);
  self->was_told = TRUE;
}

static void
recovered_cb (CoachKeeper *self)
{
  self->was_told = FALSE;
}

/* Damage that was found by looking at all of the journal is mended when it is opened the next time. */
static void
backed_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CoachKeeper) self = user_data;
  g_autoptr (GError) error = NULL;

  if (coach_journal_back_up_finish (COACH_JOURNAL (object), result, &error))
    return;
  if (g_error_matches (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED))
    tell (self, journal_words, G_N_ELEMENTS (journal_words), error);
  else
    g_message ("%s", error->message);
}

/* The first thing that is done on a day checks the journal and makes its copy. */
static void
back_up (CoachKeeper *self)
{
  g_autoptr (GDateTime) now = coach_clock_get_local_time (self->clock);
  GDate today = coach_diary_day_of (now);

  if (self->is_closed || self->wake_id != 0
      || (g_date_valid (&self->backed_up) && g_date_compare (&self->backed_up, &today) == 0))
    return;
  self->backed_up = today;
  coach_journal_back_up_async (self->journal, &today, NULL, backed_up_cb, g_object_ref (self));
}

/* From then on the first thing that is done on a day is what makes its copy. */
static void
check_due_cb (CoachClock *clock,
              gpointer    user_data)
{
  CoachKeeper *self = user_data;

  self->wake_id = 0;
  back_up (self);
}

static void
profile_changed_cb (CoachKeeper *self)
{
  back_up (self);
  coach_profile_store_save (self->store);
}

static void
diary_changed_cb (CoachKeeper *self)
{
  back_up (self);
}

static void
coach_keeper_dispose (GObject *object)
{
  CoachKeeper *self = COACH_KEEPER (object);

  if (self->wake_id != 0)
    coach_clock_remove_wake (self->clock, self->wake_id);
  self->wake_id = 0;
  g_clear_object (&self->journal);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);
  g_clear_object (&self->profile);
  g_clear_object (&self->diary);

  G_OBJECT_CLASS (coach_keeper_parent_class)->dispose (object);
}

static void
coach_keeper_class_init (CoachKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_keeper_dispose;

  /**
   * CoachKeeper::told:
   * @self: a keeper
   * @heading: what has happened, in a few words of the person's language
   * @body: what that means, and what to do
   *
   * Something could not be read or written.
   */
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
coach_keeper_init (CoachKeeper *self)
{
}

/**
 * coach_keeper_new:
 * @journal: where it is kept
 * @clock: the clock, which says when a day's copy is due
 *
 * Makes a keeper, which reads and writes nothing yet.
 *
 * Returns: (transfer full): a keeper
 */
CoachKeeper *
coach_keeper_new (CoachJournal *journal,
                  CoachClock   *clock)
{
  CoachKeeper *self;

  g_return_val_if_fail (COACH_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (COACH_IS_CLOCK (clock), NULL);

  self = g_object_new (COACH_TYPE_KEEPER, NULL);
  self->journal = g_object_ref (journal);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (journal, "trouble", G_CALLBACK (trouble_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "recovered", G_CALLBACK (recovered_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

static void
tell_restored (CoachKeeper *self,
               GDateTime   *last,
               const char  *aside)
{
  g_autofree char *when = last != NULL ? g_date_time_format (last, "%x %H:%M") : NULL;
  g_autofree char *name = aside != NULL ? g_path_get_basename (aside) : NULL;
  g_autoptr (GString) body = g_string_new (NULL);

  if (when != NULL)
    /* Translators: the place is a date and time, as in "27/11/26 18:30" */
    g_string_append_printf (body, _("Lowtide has gone back to a copy. The last thing in it is from "
                                    "%s; what came after it is missing."),
                            when);
  else
    g_string_append (body, _("There was no copy that is sound, so your journal begins anew."));
  if (name != NULL)
    /* Translators: the place is the name of a file */
    g_string_append_printf (body, _(" The damaged file is kept as %s in your data folder."), name);
  g_string_append (body, _(" Please answer the questions about warning signs again before you "
                           "exercise."));
  g_signal_emit (self, signals[TOLD], 0, _("Your Journal Was Damaged"), body->str);
}

/* Answers that are missing may have been the ones that matter, so all are asked for anew. */
static void
forget_screening (CoachKeeper *self)
{
  g_autoptr (CoachScreeningRecord) none = coach_screening_record_new ();

  coach_screening_record_copy_from (coach_profile_get_screening (self->profile), none);
  coach_profile_store_save (self->store);
}

static void
tell_if_restored (CoachKeeper *self)
{
  g_autoptr (GDateTime) last = NULL;
  const char *aside;

  if (!coach_journal_was_restored (self->journal, &last, &aside))
    return;
  forget_screening (self);
  tell_restored (self, last, aside);
}

/* Whether what could not be read can be read from a copy now. */
static gboolean
repair (CoachKeeper   *self,
        const GError  *error)
{
  return g_error_matches (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_DAMAGED)
         && coach_journal_repair (self->journal);
}

static gboolean
load_profile (CoachKeeper  *self,
              GError      **error)
{
  g_autoptr (GError) local = NULL;

  if (coach_profile_store_load (self->store, &local))
    return TRUE;
  if (repair (self, local))
    return coach_profile_store_load (self->store, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* A journal that went back to a copy has the profile of that day, too. */
static gboolean
load_diary (CoachKeeper  *self,
            const GDate  *today,
            GError      **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GError) unread = NULL;

  if (coach_diary_load (self->diary, today, &local))
    return TRUE;
  if (!repair (self, local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  coach_profile_reset (self->profile);
  if (!coach_profile_store_load (self->store, &unread))
    tell (self, profile_words, G_N_ELEMENTS (profile_words), unread);
  tell_if_restored (self);
  return coach_diary_load (self->diary, today, error);
}

static gboolean
open_journal (CoachKeeper *self)
{
  g_autoptr (GError) error = NULL;

  self->is_closed = !coach_journal_open (self->journal, &error);
  if (self->is_closed)
    {
      tell (self, journal_words, G_N_ELEMENTS (journal_words), error);
      self->was_told = TRUE;
    }
  return !self->is_closed;
}

static gboolean
has_unknown_condition (CoachProfile *profile,
                       CoachCatalog *catalog)
{
  const char * const *ids = coach_profile_get_conditions (profile);

  for (guint i = 0; ids[i] != NULL; i++)
    if (coach_catalog_lookup_condition (catalog, ids[i]) == NULL)
      return TRUE;
  return FALSE;
}

/**
 * coach_keeper_load_profile:
 * @self: a keeper
 * @profile: a profile of which nothing is known yet
 * @catalog: the catalogue, which knows the conditions
 *
 * Reads the profile, and tells when that did not go well. Where the journal was damaged, the warning
 * signs are asked for anew.
 */
void
coach_keeper_load_profile (CoachKeeper  *self,
                           CoachProfile *profile,
                           CoachCatalog *catalog)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (COACH_IS_KEEPER (self));
  g_return_if_fail (COACH_IS_PROFILE (profile));
  g_return_if_fail (COACH_IS_CATALOG (catalog));

  g_set_object (&self->profile, profile);
  g_clear_object (&self->store);
  self->store = coach_profile_store_new (self->journal, profile);
  if (!open_journal (self))
    return;
  if (!load_profile (self, &error))
    tell (self, profile_words, G_N_ELEMENTS (profile_words), error);
  else if (has_unknown_condition (profile, catalog))
    g_signal_emit (self, signals[TOLD], 0, _("A Condition Is Not Known"),
                   _("Your file names a condition that this Lowtide has no rules for. It stays in "
                     "the file, but no move is checked against it. Please ask a doctor or "
                     "physiotherapist which moves suit you, or use a newer Lowtide."));
  tell_if_restored (self);
}

/**
 * coach_keeper_load_diary:
 * @self: a keeper
 * @diary: a diary
 *
 * Reads the diary, and tells when that did not go well.
 */
void
coach_keeper_load_diary (CoachKeeper *self,
                         CoachDiary  *diary)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = NULL;
  GDate today;

  g_return_if_fail (COACH_IS_KEEPER (self));
  g_return_if_fail (COACH_IS_DIARY (diary));

  g_set_object (&self->diary, diary);
  if (self->is_closed)
    return;
  now = coach_clock_get_local_time (self->clock);
  today = coach_diary_day_of (now);
  if (!load_diary (self, &today, &error))
    tell (self, diary_words, G_N_ELEMENTS (diary_words), error);
}

/**
 * coach_keeper_keep:
 * @self: a keeper that has loaded both
 *
 * From now on writes what changes, and makes a copy of the journal each day.
 */
void
coach_keeper_keep (CoachKeeper *self)
{
  g_return_if_fail (COACH_IS_KEEPER (self));
  g_return_if_fail (self->profile != NULL && self->diary != NULL);

  g_signal_connect_object (self->profile, "changed", G_CALLBACK (profile_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->diary, "changed", G_CALLBACK (diary_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->wake_id = coach_clock_add_wake (self->clock,
                                        coach_clock_get_monotonic_us (self->clock) + CHECK_AFTER_US,
                                        check_due_cb, self);
}

/**
 * coach_keeper_reload:
 * @self: a keeper that has loaded both
 * @with_profile: whether the profile in the journal is another, too
 *
 * Reads what an import has put into the journal.
 */
void
coach_keeper_reload (CoachKeeper *self,
                     gboolean     with_profile)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (COACH_IS_KEEPER (self));
  g_return_if_fail (self->profile != NULL && self->diary != NULL);

  if (with_profile && !coach_profile_store_load (self->store, &error))
    tell (self, profile_words, G_N_ELEMENTS (profile_words), error);
  coach_keeper_load_diary (self, self->diary);
}

/**
 * coach_keeper_erase:
 * @self: a keeper
 *
 * Removes everything that is kept about the person, on the disk and in memory, for good.
 *
 * Returns: whether all of it is gone
 * Throws: [error@JournalError]
 */
gboolean
coach_keeper_erase (CoachKeeper  *self,
                    GError      **error)
{
  g_return_val_if_fail (COACH_IS_KEEPER (self), FALSE);
  g_return_val_if_fail (self->profile != NULL && self->diary != NULL, FALSE);

  if (!coach_journal_erase (self->journal, error))
    return FALSE;
  coach_profile_store_forget (self->store);
  g_signal_handlers_block_by_func (self->profile, profile_changed_cb, self);
  coach_profile_reset (self->profile);
  g_signal_handlers_unblock_by_func (self->profile, profile_changed_cb, self);
  g_date_clear (&self->backed_up, 1);
  g_signal_handlers_block_by_func (self->diary, diary_changed_cb, self);
  coach_diary_clear (self->diary);
  g_signal_handlers_unblock_by_func (self->diary, diary_changed_cb, self);
  return TRUE;
}

/**
 * coach_keeper_flush:
 * @self: a keeper
 *
 * Writes what is not on the disk yet before it returns: for the end of the program.
 */
void
coach_keeper_flush (CoachKeeper *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (COACH_IS_KEEPER (self));

  if (!coach_journal_flush (self->journal, &error))
    g_message ("%s", error->message);
}
