#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-hurts-outcome.h"

/* What tenses or moves a nerve, in the catalogue's words (safety.md, section 3, question 3). */
static const char *const nerve_traits[] = { "nerve-tension", "nerve-glide", NULL };

static void
read_today (CoachAppContext *context,
            GDate           *today)
{
  g_autoptr (GDateTime) now = NULL;
  int year, month, day;

  now = coach_clock_get_local_time (coach_app_context_get_clock (context));
  g_date_time_get_ymd (now, &year, &month, &day);
  g_date_clear (today, 1);
  g_date_set_dmy (today, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static guint
get_pause_s (CoachAppContext *context)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (context);

  return coach_safety_guide_get_numbers (coach_catalog_get_safety_guide (catalog))->amber_pause_s;
}

/* Without a gentler movement the step is left, which is the careful half of what was asked. */
static void
take_easier (CoachAppContext *context,
             CoachSession    *session,
             guint            pause_s,
             gboolean         hurt)
{
  g_autoptr (CoachPlan) plan = NULL;

  plan = coach_plan_new_easier (coach_session_get_plan (session),
                                coach_app_context_get_catalog (context),
                                coach_app_context_get_profile (context),
                                coach_session_get_phase (session)->step, pause_s);
  if (plan != NULL)
    coach_session_take_easier (session, plan, hurt);
  else if (hurt)
    coach_session_leave_step_out (session);
  else
    coach_session_skip_step (session);
}

static void
skip (CoachSession          *session,
      const CoachHurtsState *hurts)
{
  if (hurts->bench_days > 0)
    coach_session_leave_step_out (session);
  else
    coach_session_skip_step (session);
  if (hurts->no_nerve_tension)
    coach_session_leave_traits_out (session, nerve_traits);
}

static gboolean
is_longer (const GDate      *until,
           const CoachBench *bench)
{
  return bench == NULL
         || (g_date_valid (&bench->until) && g_date_compare (until, &bench->until) > 0);
}

/**
 * coach_hurts_outcome_follow:
 * @context: the person and the catalogue
 * @session: a session under way, paused while the person was asked
 * @hurts: what was decided
 *
 * Does in a session what was decided, and lets it go on unless it ends. What was done of it is
 * kept in any case.
 */
void
coach_hurts_outcome_follow (CoachAppContext       *context,
                            CoachSession          *session,
                            const CoachHurtsState *hurts)
{
  g_return_if_fail (COACH_IS_APP_CONTEXT (context));
  g_return_if_fail (COACH_IS_SESSION (session));
  g_return_if_fail (hurts != NULL);

  switch (hurts->action)
    {
    case COACH_HURTS_ACTION_NONE:
      return;
    case COACH_HURTS_ACTION_GO_ON:
      break;
    case COACH_HURTS_ACTION_EASIER:
      take_easier (context, session, 0, FALSE);
      break;
    case COACH_HURTS_ACTION_PAUSE_EASIER:
      take_easier (context, session, get_pause_s (context), TRUE);
      break;
    case COACH_HURTS_ACTION_SKIP:
      skip (session, hurts);
      break;
    case COACH_HURTS_ACTION_END:
    case COACH_HURTS_ACTION_END_SAME_DAY:
    case COACH_HURTS_ACTION_END_EMERGENCY:
      coach_session_stop_hurt (session);
      return;
    default:
      g_return_if_reached ();
    }
  coach_session_resume (session);
}

/**
 * coach_hurts_outcome_bench:
 * @context: the person
 * @movement: what hurt
 * @hurts: what was decided
 *
 * Leaves a movement out for as long as was decided, and never for less than it is left out
 * already.
 */
void
coach_hurts_outcome_bench (CoachAppContext       *context,
                           CoachMovement         *movement,
                           const CoachHurtsState *hurts)
{
  CoachProfile *profile;
  const char *id;
  GDate today, until;

  g_return_if_fail (COACH_IS_APP_CONTEXT (context));
  g_return_if_fail (COACH_IS_MOVEMENT (movement));
  g_return_if_fail (hurts != NULL);

  if (hurts->bench_days == 0)
    return;
  profile = coach_app_context_get_profile (context);
  id = coach_move_get_id (COACH_MOVE (movement));
  read_today (context, &today);
  until = today;
  g_date_add_days (&until, hurts->bench_days);
  if (is_longer (&until, coach_profile_lookup_bench (profile, id)))
    coach_profile_bench (profile, id, &today, &until);
}
