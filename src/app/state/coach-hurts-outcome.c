#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-hurts-outcome.h"

/* What tenses or moves a nerve, in the catalogue's words (safety.md, section 3, question 3). */
static const char *const nerve_traits[] = { "nerve-tension", "nerve-glide", NULL };

static guint
get_pause_s (CoachAppContext *context)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (context);

  return coach_safety_guide_get_numbers (coach_catalog_get_safety_guide (catalog))->amber_pause_s;
}

/* The session that was begun last, unless it has ended: the diary knows it while it is under way. */
static const CoachDiarySession *
find_session (CoachAppContext *context)
{
  CoachDiary *diary = coach_app_context_get_diary (context);
  guint n_sessions = coach_diary_get_n_sessions (diary);
  const CoachDiarySession *last;

  if (n_sessions == 0)
    return NULL;
  last = coach_diary_get_session (diary, n_sessions - 1);
  return last->ended == NULL ? last : NULL;
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

static void
bench (CoachAppContext *context,
       const char      *movement,
       const GDate     *today,
       guint            days)
{
  GDate until = *today;

  g_date_add_days (&until, days);
  coach_profile_bench (coach_app_context_get_profile (context), movement, today, &until);
}

static gboolean
was_stopped_too_often (CoachAppContext *context,
                       const char      *movement,
                       const GDate     *today)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (context);
  const CoachSafetyNumbers *numbers;
  GDate from = *today;

  numbers = coach_safety_guide_get_numbers (coach_catalog_get_safety_guide (catalog));
  g_date_subtract_days (&from, MAX (1, numbers->stops_window_days) - 1);
  return coach_diary_count_stops (coach_app_context_get_diary (context), movement, &from, today)
         >= numbers->stops_to_drop;
}

/**
 * coach_hurts_outcome_get_before:
 * @context: the person
 * @in_session: whether a session is under way
 *
 * Gets what pain is compared with: that at the start of the session, else the newest of today.
 *
 * Returns: (transfer none) (nullable): where it hurt, valid until the diary changes; %NULL when
 *   that is not known
 */
const CoachPain *
coach_hurts_outcome_get_before (CoachAppContext *context,
                                gboolean         in_session)
{
  const CoachDiarySession *session;
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  session = in_session ? find_session (context) : NULL;
  if (session != NULL)
    return session->before;
  now = coach_app_context_dup_now (context);
  return coach_diary_get_pain_of (coach_app_context_get_diary (context), now);
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
 * Leaves a movement out for as long as was decided, if it was.
 */
void
coach_hurts_outcome_bench (CoachAppContext       *context,
                           CoachMovement         *movement,
                           const CoachHurtsState *hurts)
{
  GDate today;

  g_return_if_fail (COACH_IS_APP_CONTEXT (context));
  g_return_if_fail (COACH_IS_MOVEMENT (movement));
  g_return_if_fail (hurts != NULL);

  if (hurts->bench_days == 0)
    return;
  coach_app_context_get_today (context, &today);
  bench (context, coach_move_get_id (COACH_MOVE (movement)), &today, hurts->bench_days);
}

/**
 * coach_hurts_outcome_record:
 * @context: the person
 * @movement: what hurt
 * @in_session: whether it hurt in the session under way
 * @hurts: what was answered and decided
 *
 * Keeps in the diary what was answered, and leaves the movement out for as long as was decided:
 * for good when it was stopped too often lately.
 */
void
coach_hurts_outcome_record (CoachAppContext       *context,
                            CoachMovement         *movement,
                            gboolean               in_session,
                            const CoachHurtsState *hurts)
{
  const CoachDiarySession *session;
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *session_id = NULL;
  const char *id;
  GDate today;

  g_return_if_fail (COACH_IS_APP_CONTEXT (context));
  g_return_if_fail (COACH_IS_MOVEMENT (movement));
  g_return_if_fail (hurts != NULL);

  now = coach_app_context_dup_now (context);
  coach_app_context_get_today (context, &today);
  id = coach_move_get_id (COACH_MOVE (movement));
  session = in_session ? find_session (context) : NULL;
  session_id = session != NULL ? g_strdup (session->id) : NULL;
  coach_diary_add_hurt (coach_app_context_get_diary (context), now, session_id, id, hurts);
  coach_hurts_outcome_bench (context, movement, hurts);
  if (was_stopped_too_often (context, id, &today))
    coach_profile_bench (coach_app_context_get_profile (context), id, &today, NULL);
}
