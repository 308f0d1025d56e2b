#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-finish-page-state.h"

#include <glib/gi18n.h>

#include "coach-check-state.h"
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
describe_hurt (CoachProfile        *profile,
               const CoachPlanStep *step)
{
  const CoachBench *bench;
  g_autofree char *day = NULL;

  bench = coach_profile_lookup_bench (profile, coach_move_get_id (COACH_MOVE (step->movement)));
  if (bench == NULL)
    return g_strdup (_("Left out today because it hurt"));
  if (!g_date_valid (&bench->until))
    return g_strdup (_("Left out because it hurt more than once lately. Ask a physiotherapist "
                       "about this one"));
  day = coach_phrases_format_day (&bench->until);
  /* Translators: a day, as in "5 December" */
  return g_strdup_printf (_("Left out because it hurt, until %s"), day);
}

static char *
describe_outcome (CoachSessionReport  *report,
                  CoachProfile        *profile,
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
      return describe_hurt (profile, step);
    case COACH_STEP_PENDING:
    default:
      return g_strdup (_("Not this time"));
    }
}

static GPtrArray *
make_rows (CoachSessionReport *report,
           CoachProfile       *profile)
{
  CoachPlan *plan = coach_session_report_get_plan (report);
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  for (guint i = 0; i < coach_plan_get_n_steps (plan); i++)
    {
      const CoachPlanStep *step = coach_plan_get_step (plan, i);
      CoachFinishRow *row = g_new0 (CoachFinishRow, 1);

      row->name = g_strdup (coach_move_get_name (COACH_MOVE (step->movement)));
      row->detail = describe_outcome (report, profile, step, i);
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
 * @profile: by whom
 *
 * Finds what the screen after a session shows.
 *
 * Returns: (transfer full): the state
 */
CoachFinishPageState *
coach_finish_page_state_new (CoachSessionReport *report,
                             CoachProfile       *profile)
{
  CoachFinishPageState *state;
  CoachRoutine *routine;

  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (COACH_IS_PROFILE (profile), NULL);

  state = g_new0 (CoachFinishPageState, 1);
  routine = coach_plan_get_routine (coach_session_report_get_plan (report));
  state->title = g_strdup (coach_session_report_is_completed (report)
                               ? _("Well done")
                               : _("Stopped. That counts too"));
  state->summary = describe_summary (report);
  state->advice = find_advice (report);
  state->after = g_strdup (coach_routine_get_after (routine));
  state->rows = make_rows (report, profile);
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

/* The session that was begun last. Its page is shown right after its end. */
static const CoachDiarySession *
find_last_session (CoachAppContext *context)
{
  CoachDiary *diary = coach_app_context_get_diary (context);
  guint n_sessions = coach_diary_get_n_sessions (diary);

  return n_sessions > 0 ? coach_diary_get_session (diary, n_sessions - 1) : NULL;
}

/**
 * coach_finish_page_dup_efforts:
 *
 * Gets the words for how hard a session was, the lightest first.
 *
 * Returns: (transfer full) (array zero-terminated=1): %COACH_N_EFFORTS words
 */
char **
coach_finish_page_dup_efforts (void)
{
  const char *const efforts[] = { C_("how hard it was", "Very easy"), C_("how hard it was", "Easy"),
                                  C_("how hard it was", "Medium"),    C_("how hard it was", "Hard"),
                                  C_("how hard it was", "Very hard"), NULL };

  G_STATIC_ASSERT (G_N_ELEMENTS (efforts) == COACH_N_EFFORTS + 1);
  return g_strdupv ((char **) efforts);
}

/**
 * coach_finish_page_save:
 * @context: the person and the diary
 * @after: (nullable): where it hurts after the session; %NULL when that was not said
 * @effort: 1 to %COACH_N_EFFORTS; 0 when it was not said
 *
 * Puts down how the session that was begun last left the person.
 *
 * Returns: (transfer none) (nullable): why warning-sign questions follow at once; %NULL when none
 *   do
 */
const char *
coach_finish_page_save (CoachAppContext *context,
                        const CoachPain *after,
                        guint            effort)
{
  const CoachDiarySession *session;
  const char *reason = NULL;
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (effort <= COACH_N_EFFORTS, NULL);

  session = find_last_session (context);
  if (session == NULL || (after == NULL && effort == 0))
    return NULL;
  if (after != NULL)
    reason = coach_check_state_find_reason (context, session->before, after);
  coach_diary_set_after (coach_app_context_get_diary (context), session->id, after, effort);
  if (after == NULL)
    return NULL;
  now = coach_app_context_dup_now (context);
  coach_diary_add_checkin (coach_app_context_get_diary (context), now, after);
  return reason;
}

/**
 * coach_finish_page_was_burning:
 * @context: the person and the diary
 *
 * Tells whether the session that was begun last ended because of burning, tingling or numbness that
 * did not go.
 *
 * Returns: whether it did
 */
gboolean
coach_finish_page_was_burning (CoachAppContext *context)
{
  CoachDiary *diary;
  const CoachDiarySession *session;
  const CoachDiaryHurt *hurt;
  guint n_hurts;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), FALSE);

  diary = coach_app_context_get_diary (context);
  session = find_last_session (context);
  n_hurts = coach_diary_get_n_hurts (diary);
  if (session == NULL || n_hurts == 0)
    return FALSE;
  hurt = coach_diary_get_hurt (diary, n_hurts - 1);
  return g_strcmp0 (hurt->session, session->id) == 0
         && hurt->state.kind == COACH_HURTS_KIND_BURNING
         && hurt->state.action == COACH_HURTS_ACTION_END;
}
