#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-app-context-private.h"

typedef char *(*FindPictureFunc) (CoachAppContext *self, CoachMove *move);

enum
{
  REFRESHED,
  FLARE_ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * CoachAppContext:
 *
 * What every page is given: the content, the person, the machine, and what this day asks for.
 */
G_DEFINE_FINAL_TYPE (CoachAppContext, coach_app_context, G_TYPE_OBJECT)

static void
coach_app_context_finalize (GObject *object)
{
  CoachAppContext *self = COACH_APP_CONTEXT (object);

  coach_app_context_end_refreshing (self);
  g_clear_pointer (&self->decision, coach_screening_decision_unref);
  g_clear_pointer (&self->trend, coach_trend_report_free);
  coach_sheet_look_clear (&self->sheet_look);
  g_object_unref (self->catalog);
  g_object_unref (self->profile);
  g_object_unref (self->pack_timer);
  g_object_unref (self->autostart);
  g_object_unref (self->reminder);
  g_object_unref (self->speaker);
  g_object_unref (self->diary);
  g_object_unref (self->journal);
  g_object_unref (self->places);
  g_object_unref (self->clock);
  g_object_unref (self->settings);

  G_OBJECT_CLASS (coach_app_context_parent_class)->finalize (object);
}

static void
coach_app_context_class_init (CoachAppContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_app_context_finalize;

  /**
   * CoachAppContext::refreshed:
   * @self: a context
   *
   * What the warning-sign answers and the last days come to was worked out anew.
   */
  signals[REFRESHED] = g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CoachAppContext::flare-ended:
   * @self: a context
   *
   * Flare-up mode was switched off, since the last days were better. Comes once for each time.
   */
  signals[FLARE_ENDED] = g_signal_new ("flare-ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_app_context_init (CoachAppContext *self)
{
}

void
coach_app_context_tell_refreshed (CoachAppContext *self)
{
  g_signal_emit (self, signals[REFRESHED], 0);
}

void
coach_app_context_tell_flare_ended (CoachAppContext *self)
{
  g_signal_emit (self, signals[FLARE_ENDED], 0);
}

/* Sessions are longer or shorter than was said. */
static void
speaker_changed_cb (CoachAppContext *self)
{
  gboolean explains = coach_speaker_explains (self->speaker);

  if (explains == self->explains)
    return;
  self->explains = explains;
  coach_app_context_tell_refreshed (self);
}

/**
 * coach_app_context_new:
 * @catalog: the catalogue
 * @profile: the person
 * @places: the folders
 * @clock: the clock
 * @settings: the settings
 *
 * Gathers what pages need. The diary is an empty one, kept in @places: who makes a context reads it.
 *
 * Returns: (transfer full): a context
 */
CoachAppContext *
coach_app_context_new (CoachCatalog *catalog,
                       CoachProfile *profile,
                       CoachPlaces  *places,
                       CoachClock   *clock,
                       GSettings    *settings)
{
  CoachAppContext *self = g_object_new (COACH_TYPE_APP_CONTEXT, NULL);

  self->catalog = g_object_ref (catalog);
  self->profile = g_object_ref (profile);
  self->places = g_object_ref (places);
  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  self->journal = coach_journal_new (places);
  self->diary = coach_diary_new (self->journal);
  self->pack_timer = coach_pack_timer_new (clock);
  self->reminder = coach_reminder_link_new (clock);
  self->autostart = coach_autostart_new (settings, places, clock, self->reminder);
  self->speaker = coach_speaker_new (settings, clock);
  g_signal_connect_object (self->speaker, "changed", G_CALLBACK (speaker_changed_cb), self,
                           G_CONNECT_SWAPPED);
  coach_app_context_begin_refreshing (self);
  return self;
}

/**
 * coach_app_context_get_catalog:
 * @self: a context
 *
 * Gets the catalogue.
 *
 * Returns: (transfer none): the catalogue
 */
CoachCatalog *
coach_app_context_get_catalog (CoachAppContext *self)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);

  return self->catalog;
}

/**
 * coach_app_context_get_profile:
 * @self: a context
 *
 * Gets the profile of the person.
 *
 * Returns: (transfer none): the profile of the person
 */
CoachProfile *
coach_app_context_get_profile (CoachAppContext *self)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);

  return self->profile;
}

/**
 * coach_app_context_get_diary:
 * @self: a context
 *
 * Gets what was done and how it felt.
 *
 * Returns: (transfer none): the diary
 */
CoachDiary *
coach_app_context_get_diary (CoachAppContext *self)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);

  return self->diary;
}

/**
 * coach_app_context_get_journal:
 * @self: a context
 *
 * Gets where profile and diary are kept.
 *
 * Returns: (transfer none): the journal
 */
CoachJournal *
coach_app_context_get_journal (CoachAppContext *self)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);

  return self->journal;
}

/**
 * coach_app_context_get_places:
 * @self: a context
 *
 * Gets the folders.
 *
 * Returns: (transfer none): the folders
 */
CoachPlaces *
coach_app_context_get_places (CoachAppContext *self)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);

  return self->places;
}

/**
 * coach_app_context_get_clock:
 * @self: a context
 *
 * Gets the clock.
 *
 * Returns: (transfer none): the clock
 */
CoachClock *
coach_app_context_get_clock (CoachAppContext *self)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);

  return self->clock;
}

/**
 * coach_app_context_get_settings:
 * @self: a context
 *
 * Gets the settings.
 *
 * Returns: (transfer none): the settings
 */
GSettings *
coach_app_context_get_settings (CoachAppContext *self)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);

  return self->settings;
}

/**
 * coach_app_context_get_pack_timer:
 * @self: a context
 *
 * Gets the timer of the warm or cold pack that is on, if one is: never two at once.
 *
 * Returns: (transfer none): the timer
 */
CoachPackTimer *
coach_app_context_get_pack_timer (CoachAppContext *self)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);

  return self->pack_timer;
}

/**
 * coach_app_context_get_reminder:
 * @self: a context
 *
 * Gets what is known of the reminder that runs in the background.
 *
 * Returns: (transfer none): the link to it
 */
CoachReminderLink *
coach_app_context_get_reminder (CoachAppContext *self)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);

  return self->reminder;
}

/**
 * coach_app_context_get_autostart:
 * @self: a context
 *
 * Gets what switches the reminder on and off.
 *
 * Returns: (transfer none): what switches it
 */
CoachAutostart *
coach_app_context_get_autostart (CoachAppContext *self)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);

  return self->autostart;
}

/**
 * coach_app_context_get_speaker:
 * @self: a context
 *
 * Gets what speaks.
 *
 * Returns: (transfer none): the speaker
 */
CoachSpeaker *
coach_app_context_get_speaker (CoachAppContext *self)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);

  return self->speaker;
}

/**
 * coach_app_context_get_sheet_look:
 * @self: a context
 *
 * Gets how sheets for paper are to look, to be read and changed.
 *
 * Returns: (transfer none): the look
 */
CoachSheetLook *
coach_app_context_get_sheet_look (CoachAppContext *self)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);

  return &self->sheet_look;
}

/**
 * coach_app_context_judge:
 * @self: a context
 * @move: a movement or a move to avoid
 *
 * Judges a move for the person.
 *
 * Returns: (transfer full): the verdict
 */
CoachVerdict *
coach_app_context_judge (CoachAppContext *self,
                         CoachMove       *move)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);

  return coach_verdict_for_move (self->catalog, self->profile, move);
}

/**
 * coach_app_context_find_still:
 * @self: a context
 * @move: a movement or a move to avoid
 *
 * Looks for the picture that shows a move best: that of its main key, else of any other key.
 *
 * Returns: (transfer full) (nullable): a path
 */
char *
coach_app_context_find_still (CoachAppContext *self,
                              CoachMove       *move)
{
  const char * const *keys;
  char *path;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);
  g_return_val_if_fail (COACH_IS_MOVE (move), NULL);

  path = coach_places_find_still (self->places, coach_move_get_id (move),
                                  coach_move_get_main_key (move));
  keys = coach_move_get_key_names (move);
  for (guint i = 0; path == NULL && keys[i] != NULL; i++)
    path = coach_places_find_still (self->places, coach_move_get_id (move), keys[i]);
  return path;
}

/**
 * coach_app_context_find_poster:
 * @self: a context
 * @move: a movement or a move to avoid
 *
 * Looks for the small picture that stands for a move among others. A still takes the place of one
 * that is missing.
 *
 * Returns: (transfer full) (nullable): a path
 */
char *
coach_app_context_find_poster (CoachAppContext *self,
                               CoachMove       *move)
{
  char *path;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);
  g_return_val_if_fail (COACH_IS_MOVE (move), NULL);

  path = coach_places_find_poster (self->places, coach_move_get_id (move));
  return path != NULL ? path : coach_app_context_find_still (self, move);
}

/* Looks for the picture of the first step that has one. */
static char *
find_first_step (CoachAppContext *self,
                 CoachRoutine    *routine,
                 FindPictureFunc  find)
{
  char *path = NULL;

  for (guint i = 0; path == NULL && i < coach_routine_get_n_steps (routine); i++)
    path = find (self, COACH_MOVE (coach_routine_get_step (routine, i)->movement));
  return path;
}

/**
 * coach_app_context_find_routine_still:
 * @self: a context
 * @routine: a routine
 *
 * Looks for the picture of the first step that has one.
 *
 * Returns: (transfer full) (nullable): a path
 */
char *
coach_app_context_find_routine_still (CoachAppContext *self,
                                      CoachRoutine    *routine)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);
  g_return_val_if_fail (COACH_IS_ROUTINE (routine), NULL);

  return find_first_step (self, routine, coach_app_context_find_still);
}

/**
 * coach_app_context_find_routine_poster:
 * @self: a context
 * @routine: a routine
 *
 * Looks for the small picture of the first step that has one.
 *
 * Returns: (transfer full) (nullable): a path
 */
char *
coach_app_context_find_routine_poster (CoachAppContext *self,
                                       CoachRoutine    *routine)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);
  g_return_val_if_fail (COACH_IS_ROUTINE (routine), NULL);

  return find_first_step (self, routine, coach_app_context_find_poster);
}

/* The values of the enumeration in the settings schema. */
static CoachSide
get_first_side (CoachAppContext *self)
{
  g_autofree char *side = g_settings_get_string (self->settings, "first-side");

  if (g_str_equal (side, "left"))
    return COACH_SIDE_LEFT;
  return g_str_equal (side, "right") ? COACH_SIDE_RIGHT : COACH_SIDE_NONE;
}

/**
 * coach_app_context_get_plan_options:
 * @self: a context
 *
 * Gets what the settings say of sessions.
 *
 * Returns: the options, which name no movement to be replaced
 */
CoachPlanOptions
coach_app_context_get_plan_options (CoachAppContext *self)
{
  CoachPlanOptions options = { .first_side = COACH_SIDE_NONE };

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), options);

  options.first_side = get_first_side (self);
  options.explain = coach_speaker_explains (self->speaker);
  options.speech_rate = coach_speaker_get_rate (self->speaker);
  return options;
}

/**
 * coach_app_context_look_ahead:
 * @self: a context
 * @routine: a routine
 *
 * Looks ahead to what a session of the routine comes to for the person.
 *
 * Returns: what it comes to
 */
CoachPlanOutlook
coach_app_context_look_ahead (CoachAppContext *self,
                              CoachRoutine    *routine)
{
  CoachPlanOutlook outlook = { 0 };
  CoachPlanOptions options;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), outlook);
  g_return_val_if_fail (COACH_IS_ROUTINE (routine), outlook);

  options = coach_app_context_get_plan_options (self);
  return coach_plan_outlook_from (routine, self->catalog, self->profile, &options);
}

/**
 * coach_app_context_make_plan:
 * @self: a context
 * @routine: a routine
 * @swap_cautions: (nullable) (array zero-terminated=1): ids of movements that the person wants
 *   replaced
 *
 * Makes the plan of a session for the person, with the side first that the settings name.
 *
 * Returns: (transfer full): a plan
 * Throws: [error@SessionError]
 */
CoachPlan *
coach_app_context_make_plan (CoachAppContext     *self,
                             CoachRoutine        *routine,
                             const char * const  *swap_cautions,
                             GError             **error)
{
  CoachPlanOptions options;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);
  g_return_val_if_fail (COACH_IS_ROUTINE (routine), NULL);

  options = coach_app_context_get_plan_options (self);
  options.swap_cautions = swap_cautions;
  return coach_plan_new (routine, self->catalog, self->profile, &options, error);
}
