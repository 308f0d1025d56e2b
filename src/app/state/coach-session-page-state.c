#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-session-page-state.h"

#include <glib/gi18n.h>

#include "coach-phrases.h"

/* One instruction is left standing long enough to be read from the floor. */
#define SECONDS_AN_INSTRUCTION 4

/* Those who listen are told the time seldom, and each of the last seconds. */
#define SECONDS_BETWEEN_WORDS 10
#define LAST_SECONDS          5

static guint
round_up_to_seconds (gint64 us)
{
  return (guint) ((us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
}

static char *
describe_side (CoachSide side)
{
  switch (side)
    {
    case COACH_SIDE_LEFT:
      return g_strdup (C_ ("side of the body at work", "Left side"));
    case COACH_SIDE_RIGHT:
      return g_strdup (C_ ("side of the body at work", "Right side"));
    case COACH_SIDE_NONE:
    default:
      return NULL;
    }
}

static gboolean
is_work (const CoachPhase *phase)
{
  return phase->kind == COACH_PHASE_HOLD || phase->kind == COACH_PHASE_REPS
         || phase->kind == COACH_PHASE_TIME;
}

/* The work that comes after a phase, over rests, turns and positions; NULL when none does. */
static const CoachPhase *
find_next_work (CoachPlan        *plan,
                const CoachPhase *phase)
{
  for (guint i = 0; i < coach_plan_get_n_phases (plan); i++)
    {
      const CoachPhase *next = coach_plan_get_phase (plan, i);

      if (next->start_s >= phase->start_s + phase->length_s && is_work (next))
        return next;
    }
  return NULL;
}

static char *
describe_next_set (const CoachPlanStep *step,
                   const CoachPhase    *next)
{
  switch (next->side)
    {
    case COACH_SIDE_LEFT:
      return g_strdup_printf (_("Next: set %u of %u, left side"), next->set, step->dose.sets);
    case COACH_SIDE_RIGHT:
      return g_strdup_printf (_("Next: set %u of %u, right side"), next->set, step->dose.sets);
    case COACH_SIDE_NONE:
    default:
      return g_strdup_printf (_("Next: set %u of %u"), next->set, step->dose.sets);
    }
}

/* While one gets into place or turns over, what is coming is the work itself. */
static char *
describe_dose (const CoachPlanStep *step,
               const CoachPhase    *phase)
{
  g_autofree char *dose = NULL;
  gboolean both_sides_come = phase->kind != COACH_PHASE_SWITCH_SIDES
                             && coach_movement_is_per_side (step->movement);

  dose = coach_phrases_describe_dose (&step->dose, both_sides_come);
  /* Translators: %s is how much of a movement is coming, as in "30 s × 2 each side" */
  return g_strdup_printf (_("Now: %s"), dose);
}

static char *
describe_work_after (CoachPlan        *plan,
                     const CoachPhase *phase)
{
  const CoachPhase *next = find_next_work (plan, phase);
  const CoachPlanStep *step;

  if (next == NULL)
    return g_strdup (_("This is the last one"));
  step = coach_plan_get_step (plan, next->step);
  if (next->step != phase->step)
    /* Translators: %s is the name of a movement */
    return g_strdup_printf (_("Next: %s"), coach_move_get_name (COACH_MOVE (step->movement)));
  if (next->side == phase->side)
    return describe_next_set (step, next);
  return g_strdup (next->side == COACH_SIDE_LEFT ? _("Next: same move, left side")
                                                 : _("Next: same move, right side"));
}

/* The instruction of a rest names the set that follows, so this looks beyond it; before a step it
 * names none. */
static char *
describe_next (CoachPlan           *plan,
               const CoachPlanStep *step,
               const CoachPhase    *phase)
{
  switch (phase->kind)
    {
    case COACH_PHASE_POSITION:
    case COACH_PHASE_SWITCH_SIDES:
      return describe_dose (step, phase);
    case COACH_PHASE_REST:
      return phase->set == 0 ? describe_dose (step, phase)
                             : describe_work_after (plan, find_next_work (plan, phase));
    case COACH_PHASE_HOLD:
    case COACH_PHASE_REPS:
    case COACH_PHASE_TIME:
      return describe_work_after (plan, phase);
    case COACH_PHASE_FINISH:
    default:
      return NULL;
    }
}

static char *
describe_reps (const CoachPlanStep *step,
               const CoachPhase    *phase,
               gint64               remaining_us)
{
  gint64 passed_us = (gint64) phase->length_s * G_USEC_PER_SEC - remaining_us;
  guint rep = (guint) (passed_us / ((gint64) MAX (step->dose.seconds, 1) * G_USEC_PER_SEC)) + 1;

  rep = MIN (rep, step->dose.reps);
  if (step->dose.sets == 1)
    return g_strdup_printf (_("Rep %u of %u"), rep, step->dose.reps);
  return g_strdup_printf (_("Rep %u of %u · set %u of %u"), rep, step->dose.reps, phase->set,
                          step->dose.sets);
}

static char *
describe_time (const CoachPlanStep *step,
               const CoachPhase    *phase)
{
  gboolean rolls = g_str_equal (coach_movement_get_group (step->movement), "foam-rolling");

  if (step->dose.sets == 1)
    return g_strdup (rolls ? _("Roll") : _("Keep going"));
  return g_strdup_printf (rolls ? _("Roll · set %u of %u") : _("Keep going · set %u of %u"),
                          phase->set, step->dose.sets);
}

static char *
describe_hold (const CoachPlanStep *step,
               const CoachPhase    *phase)
{
  if (step->dose.sets == 1)
    return g_strdup (_("Hold"));
  return g_strdup_printf (_("Hold · set %u of %u"), phase->set, step->dose.sets);
}

static char *
describe_activity (CoachSession        *session,
                   const CoachPlanStep *step,
                   const CoachPhase    *phase)
{
  switch (phase->kind)
    {
    case COACH_PHASE_POSITION:
      return g_strdup (_("Get into position"));
    case COACH_PHASE_HOLD:
      return describe_hold (step, phase);
    case COACH_PHASE_REPS:
      return describe_reps (step, phase, coach_session_get_remaining_us (session));
    case COACH_PHASE_TIME:
      return describe_time (step, phase);
    case COACH_PHASE_REST:
      return g_strdup (_("Rest"));
    case COACH_PHASE_SWITCH_SIDES:
      return g_strdup (_("Switch sides"));
    case COACH_PHASE_FINISH:
    default:
      return g_strdup (_("Done"));
    }
}

static gboolean
leads_over (CoachCueKind kind)
{
  return kind == COACH_CUE_STEP || kind == COACH_CUE_LEAVE || kind == COACH_CUE_RISE;
}

/* Where the way from one place to the next is told, what was said last stands on the screen. Returns
 * NULL as long as nothing was. */
static char *
find_told (CoachSession     *session,
           const CoachPhase *phase)
{
  gint64 passed_us = phase->length_s * (gint64) G_USEC_PER_SEC
                     - coach_session_get_remaining_us (session);
  const char *told = NULL;

  for (guint i = 0; i < phase->n_cues; i++)
    if (leads_over (phase->cues[i].kind)
        && phase->cues[i].at_s * (gint64) G_USEC_PER_SEC <= passed_us)
      told = phase->cues[i].text;
  return g_strdup (told);
}

/* Getting into place is led by the first steps of the movement, as many as can be read. */
static char *
pick_step_text (CoachSession        *session,
                const CoachPlanStep *step,
                const CoachPhase    *phase)
{
  const char * const *texts = coach_movement_get_steps (step->movement, phase->side);
  gint64 remaining_us = coach_session_get_remaining_us (session);
  guint passed_s = phase->length_s - round_up_to_seconds (remaining_us);
  guint n_texts = coach_movement_get_n_set_up_steps (step->movement);
  guint last = MAX (phase->length_s / SECONDS_AN_INSTRUCTION, 1) - 1;

  return g_strdup (texts[MIN (passed_s / SECONDS_AN_INSTRUCTION, MIN (last, n_texts - 1))]);
}

static char *
describe_rest (const CoachPlanStep *step,
               const CoachPhase    *phase)
{
  if (phase->set == 0)
    return g_strdup (_("Rest and breathe. An easier move comes next."));
  return g_strdup_printf (_("Rest and breathe. Set %u of %u comes next."), phase->set + 1,
                          step->dose.sets);
}

static char *
describe_instruction (CoachSession        *session,
                      const CoachPlanStep *step,
                      const CoachPhase    *phase)
{
  g_autofree char *told = NULL;

  if (coach_session_is_leading_in (session))
    return g_strdup_printf (_("Ready? Going on in %u"),
                            round_up_to_seconds (coach_session_get_lead_in_us (session)));
  told = find_told (session, phase);
  if (told != NULL)
    return g_steal_pointer (&told);
  switch (phase->kind)
    {
    case COACH_PHASE_POSITION:
      return pick_step_text (session, step, phase);
    case COACH_PHASE_HOLD:
    case COACH_PHASE_REPS:
    case COACH_PHASE_TIME:
      return g_strdup (coach_movement_get_cue (step->movement, phase->side));
    case COACH_PHASE_REST:
      return describe_rest (step, phase);
    case COACH_PHASE_SWITCH_SIDES:
      return g_strdup (phase->side == COACH_SIDE_LEFT
                           ? _("Turn to the other side: left side now.")
                           : _("Turn to the other side: right side now."));
    case COACH_PHASE_FINISH:
    default:
      return g_strdup ("");
    }
}

static char *
find_caution (const CoachPlanStep *step,
              const CoachPhase    *phase)
{
  g_auto (GStrv) reasons = NULL;

  if (phase->kind != COACH_PHASE_POSITION
      || coach_verdict_get_level (step->verdict) != COACH_VERDICT_CAUTION)
    return NULL;
  reasons = coach_verdict_dup_reasons (step->verdict);
  return g_strdup (reasons[0]);
}

/* Everything shown changes on a whole second of the clock that runs: the phase's, or the
 * lead-in's while the phase stands still. */
static gint64
find_next_change (CoachSession *session)
{
  gint64 left_us = coach_session_is_leading_in (session)
                       ? coach_session_get_lead_in_us (session)
                       : coach_session_get_remaining_us (session);

  if (coach_session_get_status (session) != COACH_SESSION_RUNNING)
    return -1;
  return left_us % G_USEC_PER_SEC != 0 ? left_us % G_USEC_PER_SEC : G_USEC_PER_SEC;
}

static void
fill_clock (CoachSessionPageState *state,
            CoachSession          *session,
            const CoachPhase      *phase)
{
  g_autofree char *total = NULL;
  gint64 remaining_us = coach_session_get_remaining_us (session);
  guint seconds = round_up_to_seconds (remaining_us);

  total = coach_phrases_format_clock (coach_session_get_total_remaining_us (session));
  /* Translators: %s is the time left on a clock, as in "7:40 left" */
  state->time_left = g_strdup_printf (_("%s left"), total);
  state->phase_kind = phase->kind;
  state->phase_start_s = phase->start_s;
  state->phase_length_s = phase->length_s;
  state->seconds_left = seconds;
  state->digits = coach_phrases_format_clock (remaining_us);
  state->digits_words = coach_phrases_describe_time_left (remaining_us);
  state->digits_words_due = seconds == phase->length_s || seconds <= LAST_SECONDS
                            || seconds % SECONDS_BETWEEN_WORDS == 0;
  state->next_change_us = find_next_change (session);
}

static void
fill_progress (CoachSessionPageState *state,
               CoachSession          *session,
               const CoachPhase      *phase)
{
  CoachPlan *plan = coach_session_get_plan (session);

  state->n_steps = coach_plan_get_n_steps (plan);
  state->step = MIN (phase->step, state->n_steps - 1);
  state->fraction = coach_session_get_step_fraction (session, state->step);
  state->progress = g_strdup_printf (_("Step %u of %u"), state->step + 1, state->n_steps);
}

static void
fill_controls (CoachSessionPageState *state,
               CoachSession          *session,
               const CoachPhase      *phase)
{
  CoachSessionStatus status = coach_session_get_status (session);
  gboolean under_way = status == COACH_SESSION_RUNNING || status == COACH_SESSION_PAUSED;

  state->is_paused = status == COACH_SESSION_PAUSED;
  state->is_leading_in = coach_session_is_leading_in (session);
  state->is_moving = status == COACH_SESSION_RUNNING && phase->kind != COACH_PHASE_REST;
  state->can_move = under_way;
  state->can_toggle_pause = under_way || status == COACH_SESSION_READY;
  state->can_stop = state->can_toggle_pause;
}

/**
 * coach_session_page_state_new:
 * @session: a session
 *
 * Finds what the screen of a session shows now.
 *
 * Returns: (transfer full): the state
 */
CoachSessionPageState *
coach_session_page_state_new (CoachSession *session)
{
  CoachSessionPageState *state;
  CoachPlan *plan;
  const CoachPlanStep *step;
  const CoachPhase *phase;

  g_return_val_if_fail (COACH_IS_SESSION (session), NULL);

  state = g_new0 (CoachSessionPageState, 1);
  plan = coach_session_get_plan (session);
  step = coach_session_get_step (session);
  phase = coach_session_get_phase (session);

  state->title = g_strdup (coach_routine_get_title (coach_plan_get_routine (plan)));
  state->name = g_strdup (coach_move_get_name (COACH_MOVE (step->movement)));
  state->side = describe_side (phase->side);
  state->activity = describe_activity (session, step, phase);
  state->instruction = describe_instruction (session, step, phase);
  state->next = describe_next (plan, step, phase);
  state->caution = find_caution (step, phase);
  state->movement = step->movement;
  state->picture_side = phase->side;
  fill_clock (state, session, phase);
  fill_progress (state, session, phase);
  fill_controls (state, session, phase);
  return state;
}

/**
 * coach_session_page_state_free:
 * @state: (transfer full): a state
 *
 * Frees a state.
 */
void
coach_session_page_state_free (CoachSessionPageState *state)
{
  g_return_if_fail (state != NULL);

  g_free (state->title);
  g_free (state->time_left);
  g_free (state->digits);
  g_free (state->digits_words);
  g_free (state->progress);
  g_free (state->name);
  g_free (state->side);
  g_free (state->activity);
  g_free (state->instruction);
  g_free (state->next);
  g_free (state->caution);
  g_free (state);
}
