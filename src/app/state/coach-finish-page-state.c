#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-finish-page-state.h"

#include <glib/gi18n.h>

#include "coach-phrases.h"

static void
row_free (gpointer data)
{
  CoachFinishRow *row = data;

  g_free (row->name);
  g_free (row->detail);
  g_free (row);
}

static char *
describe_worked (guint worked_s)
{
  if (worked_s < 60)
    return g_strdup_printf (ngettext ("%u second of it", "%u seconds of it", worked_s), worked_s);
  return g_strdup_printf (ngettext ("%u minute of it", "%u minutes of it", worked_s / 60),
                          worked_s / 60);
}

/* A step that hurt is named without blame: leaving it was right. */
static char *
describe_outcome (CoachSessionReport  *report,
                  const CoachPlanStep *step,
                  guint                index)
{
  switch (coach_session_report_get_outcome (report, index))
    {
    case COACH_STEP_DONE:
      return coach_phrases_describe_dose (&step->dose, coach_movement_is_per_side (step->movement));
    case COACH_STEP_PARTLY:
      return describe_worked (coach_session_report_get_worked_s (report, index));
    case COACH_STEP_SKIPPED:
      return g_strdup (_("Skipped today"));
    case COACH_STEP_HURT:
      return g_strdup (_("Left out today because it hurt"));
    case COACH_STEP_PENDING:
    default:
      return g_strdup (_("Not this time"));
    }
}

static GPtrArray *
make_rows (CoachSessionReport *report)
{
  CoachPlan *plan = coach_session_report_get_plan (report);
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  for (guint i = 0; i < coach_plan_get_n_steps (plan); i++)
    {
      const CoachPlanStep *step = coach_plan_get_step (plan, i);
      CoachFinishRow *row = g_new0 (CoachFinishRow, 1);

      row->name = g_strdup (coach_move_get_name (COACH_MOVE (step->movement)));
      row->detail = describe_outcome (report, step, i);
      row->outcome = coach_session_report_get_outcome (report, i);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static char *
describe_time_worked (guint worked_s)
{
  guint minutes = (worked_s + 30) / 60;

  if (worked_s < 60)
    return g_strdup_printf (ngettext ("%u second of exercise", "%u seconds of exercise", worked_s),
                            worked_s);
  return g_strdup_printf (ngettext ("%u minute of exercise", "%u minutes of exercise", minutes),
                          minutes);
}

static char *
describe_summary (CoachSessionReport *report)
{
  g_autofree char *time = NULL;
  g_autofree char *moves = NULL;
  guint n_done = coach_session_report_count (report, COACH_STEP_DONE);
  guint n_partly = coach_session_report_count (report, COACH_STEP_PARTLY);

  time = describe_time_worked (coach_session_report_get_total_worked_s (report));
  moves = g_strdup_printf (ngettext ("%u move done", "%u moves done", n_done), n_done);
  if (n_partly == 0)
    /* Translators: minutes and moves, as in "9 minutes of exercise · 6 moves done" */
    return g_strdup_printf (_("%s · %s"), time, moves);
  /* Translators: minutes and moves, as in "9 minutes of exercise · 5 moves done · 1 in part" */
  return g_strdup_printf (ngettext ("%s · %s · %u in part", "%s · %s · %u in part", n_partly),
                          time, moves, n_partly);
}

/* For a session that was stopped, and for one in which something hurt. */
static char *
find_advice (CoachSessionReport *report)
{
  if (coach_session_report_is_completed (report)
      && coach_session_report_count (report, COACH_STEP_HURT) == 0)
    return NULL;
  return g_strdup (_("Good call to stop. Change position, walk a little if that is comfortable, "
                     "and see how it is in an hour."));
}

/**
 * coach_finish_page_state_new:
 * @report: what was done
 *
 * Finds what the screen after a session shows.
 *
 * Returns: (transfer full): the state
 */
CoachFinishPageState *
coach_finish_page_state_new (CoachSessionReport *report)
{
  CoachFinishPageState *state;
  CoachRoutine *routine;

  g_return_val_if_fail (report != NULL, NULL);

  state = g_new0 (CoachFinishPageState, 1);
  routine = coach_plan_get_routine (coach_session_report_get_plan (report));
  state->title = g_strdup (coach_session_report_is_completed (report)
                               ? _("Well done")
                               : _("Stopped. That counts too"));
  state->summary = describe_summary (report);
  state->advice = find_advice (report);
  state->after = g_strdup (coach_routine_get_after (routine));
  state->rows = make_rows (report);
  return state;
}

/**
 * coach_finish_page_state_free:
 * @state: (transfer full): a state
 *
 * Frees a state.
 */
void
coach_finish_page_state_free (CoachFinishPageState *state)
{
  g_return_if_fail (state != NULL);

  g_free (state->title);
  g_free (state->summary);
  g_free (state->advice);
  g_free (state->after);
  g_ptr_array_unref (state->rows);
  g_free (state);
}
