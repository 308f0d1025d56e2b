#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-check-state.h"

#include <glib/gi18n.h>

#include "coach-screening-reason.h"

#define NOON_HOUR 12

static void
notice_free (gpointer data)
{
  CoachCheckNotice *notice = data;

  g_free (notice->title);
  g_free (notice->text);
  g_free (notice);
}

static void
question_free (CoachCheckQuestion *question)
{
  g_free (question->session);
  g_free (question->title);
  g_free (question->note);
  g_free (question);
}

static void
add_notice (CoachCheckState *state,
            const char      *title,
            const char      *text)
{
  CoachCheckNotice *notice = g_new0 (CoachCheckNotice, 1);

  notice->title = g_strdup (title);
  notice->text = g_strdup (text);
  g_ptr_array_add (state->notices, notice);
}

static const char *
get_title (CoachPainMoment  moment,
           GDateTime       *now)
{
  if (moment == COACH_PAIN_HOUR_AFTER)
    return _("How was it an hour later?");
  return g_date_time_get_hour (now) < NOON_HOUR ? _("How is it this morning?")
                                                : _("How was it this morning?");
}

static CoachCheckQuestion *
make_question (const CoachDiarySession *session,
               CoachPainMoment          moment,
               GDateTime               *now)
{
  CoachCheckQuestion *question = g_new0 (CoachCheckQuestion, 1);

  question->moment = moment;
  question->session = g_strdup (session->id);
  question->title = g_strdup (get_title (moment, now));
  question->note = g_strdup (_("Leave out muscles that are sore from the exercise on both sides "
                               "alike: that goes in two or three days and does not count."));
  question->has_before = session->before != NULL;
  if (question->has_before)
    question->before = *session->before;
  return question;
}

static CoachCheckQuestion *
find_question (CoachDiary *diary,
               GDateTime  *now)
{
  static const CoachPainMoment moments[] = { COACH_PAIN_HOUR_AFTER, COACH_PAIN_NEXT_MORNING };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      const CoachDiarySession *session = coach_diary_find_unasked (diary, moments[i], now);

      if (session != NULL)
        return make_question (session, moments[i], now);
    }
  return NULL;
}

/* What the traffic lights of the last days ask for, the gravest first. That today is for rest or half
 * a dose is said where today's session is. */
static void
add_notices (CoachCheckState     *state,
             CoachCatalog        *catalog,
             const CoachRecovery *recovery,
             const GDate         *today)
{
  CoachSafetyGuide *guide = coach_catalog_get_safety_guide (catalog);

  if (recovery->see_clinician)
    add_notice (state, _("Talk to a doctor or physiotherapist within a few days"),
                coach_safety_guide_get_text (guide, COACH_SAFETY_TEXT_SEEK_HELP));
  if (recovery->is_rest_day && g_date_compare (&recovery->rest_until, today) > 0)
    add_notice (state, _("Tomorrow is a rest day, too"),
                _("Gentle walking is fine. After that, half the repeats and half the hold."));
  if (recovery->offers_flare)
    add_notice (state, _("The last days were sorer"),
                _("Sore spells are common and usually settle in days. Flare-up mode below makes "
                  "sessions easier until there are two better days."));
  if (recovery->can_step_up)
    add_notice (state, _("Three sessions agreed with you"),
                _("If you like, take one small step up: one more repeat, or a hold that is "
                  "5 seconds longer. Not both."));
}

/**
 * coach_check_state_new:
 * @context: the person and the diary
 *
 * Finds what Today says and asks about the last sessions.
 *
 * Returns: (transfer full): the state
 */
CoachCheckState *
coach_check_state_new (CoachAppContext *context)
{
  const CoachRecovery *recovery;
  CoachCheckState *state;
  g_autoptr (GDateTime) now = NULL;
  GDate today;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  now = coach_app_context_dup_now (context);
  coach_app_context_get_today (context, &today);
  recovery = coach_app_context_get_recovery (context);
  state = g_new0 (CoachCheckState, 1);
  state->notices = g_ptr_array_new_with_free_func (notice_free);
  state->question = find_question (coach_app_context_get_diary (context), now);
  add_notices (state, coach_app_context_get_catalog (context), recovery, &today);
  return state;
}

/**
 * coach_check_state_free:
 * @state: (transfer full): a state
 *
 * Frees a state.
 */
void
coach_check_state_free (CoachCheckState *state)
{
  g_return_if_fail (state != NULL);

  g_clear_pointer (&state->question, question_free);
  g_clear_pointer (&state->notices, g_ptr_array_unref);
  g_free (state);
}

/* The morning before the session: that of a session on the day before it. */
static const CoachPain *
find_morning_before (CoachDiary              *diary,
                     const CoachDiarySession *session)
{
  for (guint i = coach_diary_get_n_sessions (diary); i > 0; i--)
    {
      const CoachDiarySession *other = coach_diary_get_session (diary, i - 1);
      g_autoptr (GDateTime) next_day = g_date_time_add_days (other->began, 1);

      if (other->morning != NULL
          && g_date_time_get_year (next_day) == g_date_time_get_year (session->began)
          && g_date_time_get_day_of_year (next_day)
                 == g_date_time_get_day_of_year (session->began))
        return other->morning;
    }
  return NULL;
}

/* What a clinician has checked so lately that it still counts. */
static CoachReviewed
find_reviewed (CoachAppContext *context,
               guint            review_days)
{
  CoachProfile *profile = coach_app_context_get_profile (context);
  CoachReviewed reviewed;
  GDate today;

  coach_app_context_get_today (context, &today);
  reviewed = coach_reviewed_on (coach_profile_get_reviewed (profile), &today);
  for (CoachWarning i = COACH_WARNING_LEFT; i < COACH_N_WARNINGS; i++)
    {
      const GDate *day = coach_reviewed_get (&reviewed, i);

      if (day != NULL && g_date_days_between (day, &today) > (int) review_days)
        coach_reviewed_set (&reviewed, i, NULL);
    }
  return reviewed;
}

/**
 * coach_check_state_find_reason:
 * @context: the person
 * @before: (nullable): where it hurt before; %NULL when that is not known
 * @now: where it hurts now
 *
 * Finds out whether warning-sign questions follow from where it hurts.
 *
 * Returns: (transfer none) (nullable): the reason; %NULL when none do
 */
const char *
coach_check_state_find_reason (CoachAppContext *context,
                               const CoachPain *before,
                               const CoachPain *now)
{
  CoachCatalog *catalog;
  CoachProfile *profile;
  const CoachTrendConstants *constants;
  CoachReviewed reviewed;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  catalog = coach_app_context_get_catalog (context);
  profile = coach_app_context_get_profile (context);
  constants = coach_pain_guide_get_constants (coach_catalog_get_pain_guide (catalog));
  reviewed = find_reviewed (context, constants->review_days);
  return coach_screening_reason_from_pain (coach_profile_get_screening (profile), before, now,
                                           &reviewed, constants->reach_min);
}

/**
 * coach_check_state_answer:
 * @context: the person and the diary
 * @question: a question that is open
 * @pain: where it hurts, or did
 *
 * Puts an answer down with its colour, and as a check-in where it is of now.
 *
 * Returns: (transfer none) (nullable): why warning-sign questions follow at once; %NULL when none
 *   do
 */
const char *
coach_check_state_answer (CoachAppContext          *context,
                          const CoachCheckQuestion *question,
                          const CoachPain          *pain)
{
  CoachDiary *diary;
  CoachCatalog *catalog;
  const CoachDiarySession *session;
  const CoachPain *before;
  const char *reason;
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (question != NULL && pain != NULL, NULL);

  diary = coach_app_context_get_diary (context);
  catalog = coach_app_context_get_catalog (context);
  session = coach_diary_lookup_session (diary, question->session);
  g_return_val_if_fail (session != NULL, NULL);

  reason = coach_check_state_find_reason (context, session->before, pain);
  if (question->moment == COACH_PAIN_HOUR_AFTER)
    {
      coach_diary_set_hour_after (diary, question->session, pain,
                                  coach_pain_judge_after (catalog, question->moment,
                                                          session->before, pain));
      return reason;
    }

  before = session->morning == NULL ? find_morning_before (diary, session) : NULL;
  coach_diary_set_morning (diary, question->session, pain,
                           coach_pain_judge_after (catalog, question->moment,
                                                   before != NULL ? before : session->before,
                                                   pain));
  now = coach_app_context_dup_now (context);
  coach_diary_add_checkin (diary, now, pain);
  return reason;
}
