#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-move-card-state.h"

#include <glib/gi18n.h>

#include "coach-phrases.h"
#include "coach-plan-words.h"

/* A move to avoid is told apart by what it does to the body, a movement by how much is done. */
static char *
describe_avoid_entry (CoachCatalog *catalog,
                      CoachVerdict *verdict)
{
  const char *word = coach_phrases_get_verdict (coach_verdict_get_level (verdict));
  const char *trait = coach_verdict_get_because (verdict)[0];

  if (trait == NULL)
    return g_strdup (word);
  /* Translators: a verdict and what a move does to the body, as in "Avoid · Nerve pulled" */
  return g_strdup_printf (_("%s · %s"), word,
                          coach_trait_get_name (coach_catalog_lookup_trait (catalog, trait)));
}

static char *
describe_movement (CoachMovement *movement)
{
  g_autofree char *dose = NULL;

  dose = coach_phrases_describe_dose (coach_movement_get_dose (movement),
                                      coach_movement_is_per_side (movement));
  /* Translators: the kind of exercise and how much of it, as in "Stretch · 30 s × 2" */
  return g_strdup_printf (_("%s · %s"),
                          coach_term_get_name (COACH_TERM_GROUP,
                                               coach_movement_get_group (movement)),
                          dose);
}

/* Who listens hears the verdict, the line, and why. */
static void
describe_for_listeners (CoachMoveCardState *self,
                        CoachCatalog       *catalog,
                        CoachVerdict       *verdict,
                        gboolean            says_verdict)
{
  g_autofree char *because = NULL;

  if (self->level == COACH_VERDICT_ALLOW)
    {
      self->description = g_strdup (self->subtitle);
      return;
    }
  because = coach_phrases_describe_because (catalog, verdict);
  if (says_verdict)
    /* Translators: a line about a move and a sentence that says why, as in "Avoid · Nerve pulled.
     * Because: sciatica and nerve pulled." */
    self->description = g_strdup_printf (_("%s. %s"), self->subtitle, because);
  else
    /* Translators: a verdict, a line about the move and a sentence that says why, as in "Caution.
     * Stretch · 30 s × 2. Because: pregnancy and lying on the back." */
    self->description = g_strdup_printf (_("%s. %s. %s"), coach_phrases_get_verdict (self->level),
                                         self->subtitle, because);
}

static void
add_note (CoachMoveCardState *self)
{
  g_autofree char *before = g_steal_pointer (&self->description);

  if (self->level == COACH_VERDICT_ALLOW)
    /* Translators: a line about a routine and a sentence that says what is different in it, as in
     * "7 min · mat · gentle. 1 move gives way to a gentler one." */
    self->description = g_strdup_printf (C_ ("routine", "%s. %s"), before, self->note);
  else
    /* Translators: stands between whole sentences */
    self->description = g_strjoin (C_ ("sentences", " "), before, self->note, NULL);
}

/* The first verdict that is as bad as the worst. */
static CoachVerdict *
find_worst (GPtrArray *verdicts)
{
  CoachVerdictLevel worst = coach_verdicts_get_worst (verdicts);
  guint i = 0;

  while (coach_verdict_get_level (g_ptr_array_index (verdicts, i)) != worst)
    i++;
  return g_ptr_array_index (verdicts, i);
}

/**
 * coach_move_card_state_from_move:
 * @context: the content and the person
 * @move: a movement or a move to avoid
 *
 * Gathers what a card shows of a move.
 *
 * Returns: (transfer full): a state
 */
CoachMoveCardState *
coach_move_card_state_from_move (CoachAppContext *context,
                                 CoachMove       *move)
{
  g_autoptr (CoachVerdict) verdict = NULL;
  CoachMoveCardState *self;
  gboolean is_avoid_entry;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (COACH_IS_MOVE (move), NULL);

  is_avoid_entry = COACH_IS_AVOID_ENTRY (move);
  verdict = coach_app_context_judge (context, move);
  self = g_new0 (CoachMoveCardState, 1);
  self->level = coach_verdict_get_level (verdict);
  self->is_struck_out = is_avoid_entry;
  self->title = g_strdup (coach_move_get_name (move));
  self->poster_path = coach_app_context_find_poster (context, move);
  if (self->poster_path != NULL)
    self->clip_path = coach_places_find_clip (coach_app_context_get_places (context),
                                              coach_move_get_id (move));
  if (is_avoid_entry)
    {
      self->summary = g_strdup (coach_avoid_entry_get_why (COACH_AVOID_ENTRY (move)));
      self->subtitle = describe_avoid_entry (coach_app_context_get_catalog (context), verdict);
    }
  else
    {
      self->summary = g_strdup (coach_movement_get_purpose (COACH_MOVEMENT (move)));
      self->subtitle = describe_movement (COACH_MOVEMENT (move));
    }
  describe_for_listeners (self, coach_app_context_get_catalog (context), verdict, is_avoid_entry);
  return self;
}

/**
 * coach_move_card_state_from_routine:
 * @context: the content and the person
 * @routine: a routine
 *
 * Gathers what a card shows of a routine, with the worst verdict on its steps and what becomes of
 * them.
 *
 * Returns: (transfer full): a state
 */
CoachMoveCardState *
coach_move_card_state_from_routine (CoachAppContext *context,
                                    CoachRoutine    *routine)
{
  g_autoptr (GPtrArray) verdicts = NULL;
  CoachPlanOutlook outlook;
  CoachMoveCardState *self;
  CoachCatalog *catalog;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (COACH_IS_ROUTINE (routine), NULL);

  catalog = coach_app_context_get_catalog (context);
  verdicts = coach_verdicts_for_routine (catalog, coach_app_context_get_profile (context), routine);
  outlook = coach_app_context_look_ahead (context, routine);
  self = g_new0 (CoachMoveCardState, 1);
  self->level = coach_verdicts_get_worst (verdicts);
  self->title = g_strdup (coach_routine_get_title (routine));
  self->subtitle = coach_plan_words_describe_routine (routine, &outlook);
  self->note = coach_plan_words_describe_changes (&outlook);
  self->summary = g_strdup (coach_routine_get_goal (routine));
  self->poster_path = coach_app_context_find_routine_poster (context, routine);
  describe_for_listeners (self, catalog, find_worst (verdicts), FALSE);
  if (self->note != NULL)
    add_note (self);
  return self;
}

/**
 * coach_move_card_state_free:
 * @self: (transfer full): a state
 *
 * Frees it.
 */
void
coach_move_card_state_free (CoachMoveCardState *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->note);
  g_free (self->description);
  g_free (self->summary);
  g_free (self->poster_path);
  g_free (self->clip_path);
  g_free (self);
}
