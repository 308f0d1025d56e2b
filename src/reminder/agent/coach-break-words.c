#define G_LOG_DOMAIN "coach-agent"

#include "config.h"

#include "coach-break-words.h"

#include <glib/gi18n-lib.h>

/* What the notification says while a break is led: what to do now and for how long in the title,
 * one sentence of how below it. */

static char *
dup_name (const CoachPlanStep *step,
          CoachSide            side)
{
  const char *name = coach_move_get_name (COACH_MOVE (step->movement));

  switch (side)
    {
    case COACH_SIDE_LEFT:
      /* Translators: %s is the name of a movement */
      return g_strdup_printf (_("%s, left side"), name);
    case COACH_SIDE_RIGHT:
      /* Translators: %s is the name of a movement */
      return g_strdup_printf (_("%s, right side"), name);
    case COACH_SIDE_NONE:
    default:
      return g_strdup (name);
    }
}

/* Movements that are not done a side at a time have the words of the left one. */
static CoachSide
get_words_side (CoachSide side)
{
  return side == COACH_SIDE_RIGHT ? COACH_SIDE_RIGHT : COACH_SIDE_LEFT;
}

static char *
make_work_title (const CoachPhase    *phase,
                 const CoachPlanStep *step)
{
  g_autofree char *name = dup_name (step, phase->side);

  if (phase->kind == COACH_PHASE_REPS)
    /* Translators: %s is the name of a movement, with the side if there is one */
    return g_strdup_printf (ngettext ("%s: %u time", "%s: %u times", step->dose.reps), name,
                            step->dose.reps);
  /* Translators: %s is the name of a movement, with the side if there is one */
  return g_strdup_printf (ngettext ("%s: %u second", "%s: %u seconds", phase->length_s), name,
                          phase->length_s);
}

static char *
make_rest_title (const CoachPhase *phase)
{
  return g_strdup_printf (ngettext ("Rest for %u second", "Rest for %u seconds", phase->length_s),
                          phase->length_s);
}

static char *
make_title (const CoachPhase    *phase,
            const CoachPlanStep *step)
{
  switch (phase->kind)
    {
    case COACH_PHASE_HOLD:
    case COACH_PHASE_REPS:
    case COACH_PHASE_TIME:
      return make_work_title (phase, step);
    case COACH_PHASE_REST:
      return make_rest_title (phase);
    case COACH_PHASE_POSITION:
    case COACH_PHASE_SWITCH_SIDES:
    case COACH_PHASE_FINISH:
    default:
      return dup_name (step, phase->side);
    }
}

static const char *
choose_body (const CoachPhase    *phase,
             const CoachPlanStep *step)
{
  CoachSide side = get_words_side (phase->side);

  switch (phase->kind)
    {
    case COACH_PHASE_HOLD:
    case COACH_PHASE_REPS:
    case COACH_PHASE_TIME:
      return coach_movement_get_cue (step->movement, side);
    case COACH_PHASE_SWITCH_SIDES:
      return side == COACH_SIDE_RIGHT ? _("Switch to the right side.")
                                      : _("Switch to the left side.");
    case COACH_PHASE_REST:
      return _("Breathe easily.");
    case COACH_PHASE_POSITION:
    case COACH_PHASE_FINISH:
    default:
      return coach_movement_get_steps (step->movement, side)[0];
    }
}

static void
add_enough (CoachNotice *notice,
            gboolean     has_actions)
{
  if (has_actions)
    notice->actions[notice->n_actions++]
        = (CoachNoticeAction) { COACH_NOTICE_ENOUGH, C_ ("break", "Enough") };
}

/**
 * coach_break_words_fill:
 * @notice: (out): what the notification says; clear it
 * @session: a session under way
 * @has_actions: whether buttons will be seen
 *
 * Finds the words for the phase of a session.
 */
void
coach_break_words_fill (CoachNotice  *notice,
                        CoachSession *session,
                        gboolean      has_actions)
{
  const CoachPhase *phase;
  const CoachPlanStep *step;

  g_return_if_fail (notice != NULL && COACH_IS_SESSION (session));

  phase = coach_session_get_phase (session);
  step = coach_session_get_step (session);
  *notice = (CoachNotice) { 0 };
  notice->title = make_title (phase, step);
  notice->body = g_strdup (choose_body (phase, step));
  add_enough (notice, has_actions);
}

/**
 * coach_break_words_fill_bare:
 * @notice: (out): what the notification says; clear it
 * @has_actions: whether buttons will be seen
 *
 * Finds the words for a break in which no exercise may be offered: the change itself.
 */
void
coach_break_words_fill_bare (CoachNotice *notice,
                             gboolean     has_actions)
{
  g_return_if_fail (notice != NULL);

  *notice = (CoachNotice) { 0 };
  notice->title = g_strdup (_("A minute for yourself"));
  notice->body = g_strdup (_("Get up or change position, whichever is comfortable. There is "
                             "nothing else to do."));
  add_enough (notice, has_actions);
}

/**
 * coach_break_words_fill_end:
 * @notice: (out): what the notification says; clear it
 * @routine: (nullable): what was done; %NULL for the change itself
 *
 * Finds the words at the end of a break.
 */
void
coach_break_words_fill_end (CoachNotice  *notice,
                            CoachRoutine *routine)
{
  g_return_if_fail (notice != NULL);
  g_return_if_fail (routine == NULL || COACH_IS_ROUTINE (routine));

  *notice = (CoachNotice) { 0 };
  if (routine != NULL)
    {
      notice->title = g_strdup (_("That was it. Well done."));
      notice->body = g_strdup (coach_routine_get_after (routine));
    }
  else
    {
      notice->title = g_strdup (_("That was your minute"));
      notice->body = g_strdup (_("Settle in whatever position is comfortable."));
    }
}
