#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-far-view-state.h"

#include <glib/gi18n.h>

#include "coach-phrases.h"
#include "coach-session-page-state.h"

static gboolean
is_paused (CoachSession *session)
{
  return coach_session_get_status (session) == COACH_SESSION_PAUSED;
}

static CoachFarField
find_field (CoachSession     *session,
            const CoachPhase *phase)
{
  if (is_paused (session))
    return COACH_FAR_FIELD_PAUSED;
  if (coach_session_is_leading_in (session))
    return COACH_FAR_FIELD_READY;
  switch (phase->kind)
    {
    case COACH_PHASE_POSITION:
      return COACH_FAR_FIELD_READY;
    case COACH_PHASE_HOLD:
      return COACH_FAR_FIELD_HOLD;
    case COACH_PHASE_REPS:
    case COACH_PHASE_TIME:
      return COACH_FAR_FIELD_MOVE;
    case COACH_PHASE_SWITCH_SIDES:
      return COACH_FAR_FIELD_SWITCH;
    case COACH_PHASE_REST:
    case COACH_PHASE_FINISH:
    default:
      return COACH_FAR_FIELD_REST;
    }
}

static const char *
find_word_of_work (const CoachPlanStep *step,
                   const CoachPhase    *phase)
{
  if (phase->kind == COACH_PHASE_REPS)
    /* Translators: read from two metres, so short and in capitals: do it again and again */
    return C_ ("far view", "REPEAT");
  if (g_str_equal (coach_movement_get_group (step->movement), "foam-rolling"))
    /* Translators: read from two metres, so short and in capitals: roll on the foam roller */
    return C_ ("far view", "ROLL");
  /* Translators: read from two metres, so short and in capitals: go on with the movement */
  return C_ ("far view", "KEEP GOING");
}

static const char *
find_word (CoachFarField        field,
           const CoachPlanStep *step,
           const CoachPhase    *phase)
{
  switch (field)
    {
    case COACH_FAR_FIELD_READY:
      /* Translators: read from two metres, so short and in capitals: get into position */
      return C_ ("far view", "GET READY");
    case COACH_FAR_FIELD_HOLD:
      /* Translators: read from two metres, so short and in capitals: hold the position */
      return C_ ("far view", "HOLD");
    case COACH_FAR_FIELD_MOVE:
      return find_word_of_work (step, phase);
    case COACH_FAR_FIELD_SWITCH:
      /* Translators: read from two metres, so short and in capitals: turn to the other side */
      return C_ ("far view", "SWITCH");
    case COACH_FAR_FIELD_PAUSED:
      /* Translators: read from two metres, so short and in capitals: the clock stands */
      return C_ ("far view", "PAUSED");
    case COACH_FAR_FIELD_REST:
    default:
      /* Translators: read from two metres, so short and in capitals; the second is for the end */
      return phase->kind == COACH_PHASE_FINISH ? C_ ("far view", "DONE") : C_ ("far view", "REST");
    }
}

static char *
describe_set (const CoachPlanStep *step,
              guint                set)
{
  if (step->dose.sets == 1)
    return NULL;
  return g_strdup_printf (_("Set %u of %u"), set, step->dose.sets);
}

static char *
describe_detail (CoachSession                *session,
                 const CoachSessionPageState *page,
                 const CoachPlanStep         *step,
                 const CoachPhase            *phase)
{
  if (is_paused (session))
    return g_strdup (_("Press any key to go on"));
  if (coach_session_is_leading_in (session))
    return NULL;
  switch (phase->kind)
    {
    case COACH_PHASE_POSITION:
    case COACH_PHASE_SWITCH_SIDES:
      return g_strdup (page->next);
    case COACH_PHASE_HOLD:
    case COACH_PHASE_TIME:
      return describe_set (step, phase->set);
    case COACH_PHASE_REPS:
      return g_strdup (page->activity);
    case COACH_PHASE_REST:
      return phase->set == 0 ? NULL : g_strdup_printf (_("Next: set %u of %u"), phase->set + 1,
                                                       step->dose.sets);
    case COACH_PHASE_FINISH:
    default:
      return NULL;
    }
}

/* Two digits can be twice as large as four, and there are seldom more than 59 seconds. */
static char *
format_digits (gint64 remaining_us)
{
  gint64 seconds = (MAX (remaining_us, 0) + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC;

  if (seconds >= 60)
    return coach_phrases_format_clock (remaining_us);
  /* Translators: seconds left on a clock, when there is less than a minute */
  return g_strdup_printf (C_ ("clock", "%d"), (int) seconds);
}

/* What counts down is what is shown: before the clock goes on, that is the lead-in. */
static void
fill_clock (CoachFarViewState           *state,
            CoachSession                *session,
            const CoachSessionPageState *page)
{
  gint64 remaining_us = coach_session_get_remaining_us (session);

  if (!is_paused (session) && coach_session_is_leading_in (session))
    remaining_us = coach_session_get_lead_in_us (session);
  state->digits = format_digits (remaining_us);
  state->digits_words = coach_phrases_describe_time_left (remaining_us);
  state->digits_words_due = page->digits_words_due;
}

/**
 * coach_far_view_state_new:
 * @session: a session
 *
 * Finds what is to be seen of a session from afar now.
 *
 * Returns: (transfer full): the state
 */
CoachFarViewState *
coach_far_view_state_new (CoachSession *session)
{
  g_autoptr (CoachSessionPageState) page = NULL;
  CoachFarViewState *state;
  const CoachPlanStep *step;
  const CoachPhase *phase;

  g_return_val_if_fail (COACH_IS_SESSION (session), NULL);

  page = coach_session_page_state_new (session);
  step = coach_session_get_step (session);
  phase = coach_session_get_phase (session);
  state = g_new0 (CoachFarViewState, 1);
  state->field = find_field (session, phase);
  state->word = find_word (state->field, step, phase);
  state->side = g_strdup (page->side);
  state->detail = describe_detail (session, page, step, phase);
  state->name = g_strdup (page->name);
  state->movement = page->movement;
  state->picture_side = page->picture_side;
  state->is_moving = page->is_moving;
  fill_clock (state, session, page);
  return state;
}

/**
 * coach_far_view_state_free:
 * @state: (transfer full): a state
 *
 * Frees a state.
 */
void
coach_far_view_state_free (CoachFarViewState *state)
{
  g_return_if_fail (state != NULL);

  g_free (state->digits);
  g_free (state->digits_words);
  g_free (state->side);
  g_free (state->detail);
  g_free (state->name);
  g_free (state);
}

/**
 * coach_far_field_get_name:
 * @field: a field
 *
 * Gets the name that style sheets and signs know a field by.
 *
 * Returns: (transfer none): a name, not translated
 */
const char *
coach_far_field_get_name (CoachFarField field)
{
  switch (field)
    {
    case COACH_FAR_FIELD_READY:
      return "ready";
    case COACH_FAR_FIELD_HOLD:
      return "hold";
    case COACH_FAR_FIELD_MOVE:
      return "move";
    case COACH_FAR_FIELD_REST:
      return "rest";
    case COACH_FAR_FIELD_SWITCH:
      return "switch";
    case COACH_FAR_FIELD_PAUSED:
      return "paused";
    default:
      g_return_val_if_reached ("paused");
    }
}
