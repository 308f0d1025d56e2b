#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-hurts-dialog-state.h"

#include <glib/gi18n.h>

static void
clear_choice (gpointer data)
{
  g_free (((CoachHurtsChoice *) data)->label);
}

static void
add_choice (CoachHurtsDialogState *state,
            const char            *label,
            CoachHurtsEvent        event,
            guint                  value)
{
  CoachHurtsChoice choice = { .label = g_strdup (label), .event = event, .value = value };

  g_array_append_val (state->choices, choice);
}

static void
ask_kind (CoachHurtsDialogState *state)
{
  state->question = g_strdup (_("What is it like?"));
  for (guint kind = COACH_HURTS_KIND_PULL; kind <= COACH_HURTS_KIND_OTHER; kind++)
    add_choice (state, coach_hurts_dialog_get_kind_name (kind), COACH_HURTS_EVENT_KIND, kind);
}

/* Away from a session there is nothing to go on with. */
static void
offer_to_go_on (CoachHurtsDialogState *state,
                CoachMovement         *movement,
                gboolean               in_session)
{
  add_choice (state, in_session ? C_("session", "Go on") : _("Leave it as it is"),
              COACH_HURTS_EVENT_GO_ON, 0);
  if (in_session)
    add_choice (state, C_("session", "Easier"), COACH_HURTS_EVENT_EASIER, 0);
  else if (coach_movement_get_easier (movement) != NULL)
    add_choice (state, _("Show me an easier one"), COACH_HURTS_EVENT_EASIER, 0);
}

static void
ask_about_pull (CoachHurtsDialogState *state,
                CoachCatalog          *catalog,
                CoachMovement         *movement,
                gboolean               in_session)
{
  CoachSafetyGuide *guide = coach_catalog_get_safety_guide (catalog);

  state->question = g_strdup (coach_safety_guide_get_text (guide, COACH_SAFETY_TEXT_PULL));
  offer_to_go_on (state, movement, in_session);
  if (in_session)
    add_choice (state, C_("session", "Skip"), COACH_HURTS_EVENT_SKIP, 0);
}

static void
ask_score (CoachHurtsDialogState *state)
{
  state->question = g_strdup (_("How strong is it now, 0 to 10?"));
  state->text = g_strdup (_("0 is no pain. 10 is the worst you can imagine; its key is plus."));
  state->asks_score = TRUE;
  for (guint score = 0; score <= COACH_PAIN_WORST; score++)
    {
      /* Translators: how strong pain is, 0 to 10 */
      g_autofree char *label = g_strdup_printf (C_("score", "%u"), score);

      add_choice (state, label, COACH_HURTS_EVENT_SCORE, score);
    }
}

static void
ask_about_green (CoachHurtsDialogState *state,
                 CoachMovement         *movement,
                 gboolean               in_session)
{
  state->question = g_strdup (in_session ? _("Go on, or an easier one?")
                                         : _("That is within what is fine for now."));
  offer_to_go_on (state, movement, in_session);
}

static void
ask_whether_settled (CoachHurtsDialogState *state)
{
  state->question = g_strdup (_("Has it gone back to how it was before, after a minute?"));
  state->text = g_strdup (_("Come out of the move and breathe calmly."));
  state->counts_down = TRUE;
  add_choice (state, _("Yes, it has gone back"), COACH_HURTS_EVENT_SETTLED, 0);
  add_choice (state, _("No, it is still there"), COACH_HURTS_EVENT_NOT_SETTLED, 0);
}

/**
 * coach_hurts_dialog_state_new:
 * @catalog: a catalogue, which has the texts
 * @hurts: where the dialogue is
 * @movement: what hurt
 * @in_session: whether a session is under way
 *
 * Finds what the screen of a stage shows. Once all is decided it shows nothing any more.
 *
 * Returns: (transfer full): the state
 */
CoachHurtsDialogState *
coach_hurts_dialog_state_new (CoachCatalog          *catalog,
                              const CoachHurtsState *hurts,
                              CoachMovement         *movement,
                              gboolean               in_session)
{
  CoachHurtsDialogState *state;

  g_return_val_if_fail (COACH_IS_CATALOG (catalog), NULL);
  g_return_val_if_fail (hurts != NULL, NULL);
  g_return_val_if_fail (COACH_IS_MOVEMENT (movement), NULL);

  state = g_new0 (CoachHurtsDialogState, 1);
  state->choices = g_array_new (FALSE, TRUE, sizeof (CoachHurtsChoice));
  g_array_set_clear_func (state->choices, clear_choice);
  switch (hurts->stage)
    {
    case COACH_HURTS_ASK_KIND:
      ask_kind (state);
      break;
    case COACH_HURTS_ASK_PULL:
      ask_about_pull (state, catalog, movement, in_session);
      break;
    case COACH_HURTS_ASK_SCORE:
      ask_score (state);
      break;
    case COACH_HURTS_ASK_GREEN:
      ask_about_green (state, movement, in_session);
      break;
    case COACH_HURTS_SETTLE:
      ask_whether_settled (state);
      break;
    case COACH_HURTS_DONE:
    default:
      state->question = g_strdup ("");
      break;
    }
  return state;
}

/**
 * coach_hurts_dialog_state_free:
 * @state: (transfer full): a state
 *
 * Frees a state.
 */
void
coach_hurts_dialog_state_free (CoachHurtsDialogState *state)
{
  g_return_if_fail (state != NULL);

  g_clear_pointer (&state->choices, g_array_unref);
  g_clear_pointer (&state->text, g_free);
  g_clear_pointer (&state->question, g_free);
  g_free (state);
}

/**
 * coach_hurts_dialog_get_breath:
 * @passed_s: how long the wait has run, in seconds
 *
 * Gets what to do with the breath while waiting.
 *
 * Returns: (transfer none): words
 */
const char *
coach_hurts_dialog_get_breath (guint passed_s)
{
  guint into_breath = passed_s % (COACH_BREATHE_IN_SECONDS + COACH_BREATHE_OUT_SECONDS);

  return into_breath < COACH_BREATHE_IN_SECONDS ? _("Breathe in through the nose")
                                                : _("Breathe out slowly");
}

/**
 * coach_hurts_dialog_get_kind_name:
 * @kind: what it feels like
 *
 * Names a kind of pain, as on its button.
 *
 * Returns: (transfer none): a translated phrase; a dash when it was not said
 */
const char *
coach_hurts_dialog_get_kind_name (CoachHurtsKind kind)
{
  switch (kind)
    {
    case COACH_HURTS_KIND_PULL:
      return _("Pulling, stretching, tired muscle");
    case COACH_HURTS_KIND_ACHE:
      return _("Ache in the back or buttock");
    case COACH_HURTS_KIND_LEG:
      return _("Pain down the leg");
    case COACH_HURTS_KIND_BURNING:
      return _("Burning, electric, tingling or numb");
    case COACH_HURTS_KIND_WEAK:
      return _("Weak or giving way");
    case COACH_HURTS_KIND_OTHER:
      return _("Something else is wrong");
    case COACH_HURTS_KIND_NONE:
    default:
      return "–";
    }
}
