#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-keeper.h"

#include <glib/gi18n.h>

/* What becomes of one of the files. */
typedef struct
{
  guint    n_saving;   /* writes under way */
  gboolean has_failed; /* the last one did, and that was told */
} Saves;

struct _CoachKeeper
{
  GObject            parent_instance;

  GApplication      *application; /* (unowned) (nullable): is held while something is written */
  CoachPlaces       *places;      /* (owned) (not nullable) */
  CoachProfileStore *store;       /* (owned) (nullable): until there is a profile */
  CoachProfile      *profile;     /* (owned) (nullable) */
  CoachDiary        *diary;       /* (owned) (nullable) */
  Saves              profile_saves;
  Saves              diary_saves;
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
  [COACH_JOURNAL_ERROR_WRITE]
  = { N_ ("Your Answers Could Not Be Saved"),
      N_ ("They are used until Lowtide is closed. Please look whether the disk is full or your "
          "data folder may not be written to.") },
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
  [COACH_JOURNAL_ERROR_WRITE]
  = { N_ ("Your Diary Could Not Be Saved"),
      N_ ("What you did today is kept until Lowtide is closed. Please look whether the disk is "
          "full or your data folder may not be written to.") },
};

/* @words are those of each [error@JournalError]. */
static void
tell (CoachKeeper  *self,
      const Words  *words,
      const GError *error)
{
  CoachJournalError code = COACH_JOURNAL_ERROR_READ;

  g_message ("%s", error->message);
  if (error->domain == COACH_JOURNAL_ERROR)
    code = (CoachJournalError) error->code;
  g_signal_emit (self, signals[TOLD], 0, _(words[code].heading), _(words[code].body));
}

/* A disk that is full is told of once, not at every answer. */
static void
end_save (CoachKeeper  *self,
          Saves        *saves,
          const Words  *words,
          const GError *error)
{
  if (error != NULL && !saves->has_failed)
    tell (self, words, error);
  saves->has_failed = error != NULL;
  saves->n_saving--;
  if (self->application != NULL)
    g_application_release (self->application);
}

static void
profile_saved_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (CoachKeeper) self = COACH_KEEPER (user_data);
  g_autoptr (GError) error = NULL;

  coach_profile_store_save_finish (COACH_PROFILE_STORE (object), result, &error);
  end_save (self, &self->profile_saves, profile_words, error);
}

static void
diary_saved_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (CoachKeeper) self = COACH_KEEPER (user_data);
  g_autoptr (GError) error = NULL;

  coach_diary_save_finish (COACH_DIARY (object), result, &error);
  end_save (self, &self->diary_saves, diary_words, error);
}

static void
begin_save (CoachKeeper *self,
            Saves       *saves)
{
  saves->n_saving++;
  if (self->application != NULL)
    g_application_hold (self->application);
}

static void
profile_changed_cb (CoachKeeper *self)
{
  begin_save (self, &self->profile_saves);
  coach_profile_store_save_async (self->store, NULL, profile_saved_cb, g_object_ref (self));
}

static void
diary_changed_cb (CoachKeeper *self)
{
  begin_save (self, &self->diary_saves);
  coach_diary_save_async (self->diary, NULL, diary_saved_cb, g_object_ref (self));
}

static void
coach_keeper_dispose (GObject *object)
{
  CoachKeeper *self = COACH_KEEPER (object);

  g_clear_weak_pointer (&self->application);
  g_clear_object (&self->places);
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
 * @application: (nullable): the application, which is held while something is written
 * @places: the folders
 *
 * Makes a keeper, which reads and writes nothing yet.
 *
 * Returns: (transfer full): a keeper
 */
CoachKeeper *
coach_keeper_new (GApplication *application,
                  CoachPlaces  *places)
{
  CoachKeeper *self;

  g_return_val_if_fail (application == NULL || G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (COACH_IS_PLACES (places), NULL);

  self = g_object_new (COACH_TYPE_KEEPER, NULL);
  g_set_weak_pointer (&self->application, application);
  self->places = g_object_ref (places);
  return self;
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
 * Reads the profile, and tells when that did not go well.
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
  self->store = coach_profile_store_new (self->places, profile);
  if (!coach_profile_store_load (self->store, &error))
    tell (self, profile_words, error);
  else if (has_unknown_condition (profile, catalog))
    g_signal_emit (self, signals[TOLD], 0, _("A Condition Is Not Known"),
                   _("Your file names a condition that this Lowtide has no rules for. It stays in "
                     "the file, but no move is checked against it. Please ask a doctor or "
                     "physiotherapist which moves suit you, or use a newer Lowtide."));
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

  g_return_if_fail (COACH_IS_KEEPER (self));
  g_return_if_fail (COACH_IS_DIARY (diary));

  g_set_object (&self->diary, diary);
  if (!coach_diary_load (diary, &error))
    tell (self, diary_words, error);
}

/**
 * coach_keeper_keep:
 * @self: a keeper that has loaded both
 *
 * From now on writes what changes.
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
}

static gboolean
is_unsaved (const Saves *saves)
{
  return saves->n_saving > 0 || saves->has_failed;
}

/**
 * coach_keeper_flush:
 * @self: a keeper
 *
 * Writes what is not on the disk yet before it returns: for the end of the program. What was not
 * changed is let be, so that a file that could not be read stays in its place.
 */
void
coach_keeper_flush (CoachKeeper *self)
{
  g_autoptr (GError) profile_error = NULL;
  g_autoptr (GError) diary_error = NULL;

  g_return_if_fail (COACH_IS_KEEPER (self));

  if (is_unsaved (&self->profile_saves)
      && !coach_profile_store_flush (self->store, &profile_error))
    g_message ("%s", profile_error->message);
  if (is_unsaved (&self->diary_saves) && !coach_diary_flush (self->diary, &diary_error))
    g_message ("%s", diary_error->message);
}
