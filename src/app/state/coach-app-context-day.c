#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-app-context-private.h"
#include "coach-help.h"

/* What a context knows of this day, and when it looks again. */

static void midnight_came_cb (CoachClock *clock, gpointer user_data);

static GDate
get_day (GDateTime *time)
{
  GDate day;
  int year, month, day_of_month;

  g_date_time_get_ymd (time, &year, &month, &day_of_month);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year);
  return day;
}

/* The first instant of the day after @day where the person is; where a clock that is put forward
 * leaves midnight out, the one after it. */
static GDateTime *
dup_next_midnight (GDateTime   *now,
                   const GDate *day)
{
  GDate next = *day;

  g_date_add_days (&next, 1);
  return g_date_time_new (g_date_time_get_timezone (now), g_date_get_year (&next),
                          g_date_get_month (&next), g_date_get_day (&next), 0, 0, 0);
}

static void
arm_midnight (CoachAppContext *self,
              GDateTime       *now,
              const GDate     *today)
{
  g_autoptr (GDateTime) midnight = NULL;

  if (self->wake_id != 0 && g_date_compare (&self->armed_for, today) == 0)
    return;
  if (self->wake_id != 0)
    coach_clock_remove_wake (self->clock, self->wake_id);
  midnight = dup_next_midnight (now, today);
  self->armed_for = *today;
  self->wake_id = coach_clock_add_wall_wake (self->clock, midnight, midnight_came_cb, self);
}

static void
midnight_came_cb (CoachClock *clock,
                  gpointer    user_data)
{
  CoachAppContext *self = user_data;

  self->wake_id = 0;
  coach_app_context_refresh (self);
}

/* The check-ins of a diary lie one after another. */
static void
judge_trend (CoachAppContext *self,
             GDateTime       *now,
             const GDate     *today)
{
  CoachReviewed reviewed = *coach_profile_get_reviewed (self->profile);
  guint n_checkins = coach_diary_get_n_checkins (self->diary);

  coach_reviewed_add_answers (&reviewed, coach_catalog_get_screening (self->catalog),
                              coach_profile_get_screening (self->profile));
  reviewed = coach_reviewed_on (&reviewed, today);
  g_clear_pointer (&self->trend, coach_trend_report_free);
  self->trend = coach_trend_report_new (
      coach_catalog_get_pain_guide (self->catalog),
      n_checkins > 0 ? coach_diary_get_checkin (self->diary, 0) : NULL, n_checkins, &reviewed, now);
}

/* Returns whether flare-up mode has ended by itself. */
static gboolean
judge_recovery (CoachAppContext *self,
                const GDate     *today)
{
  const GDate *flare_since = coach_profile_get_flare_since (self->profile);

  self->recovery = coach_diary_get_recovery (self->diary, self->catalog, flare_since, today);
  if (flare_since == NULL || !self->recovery.ends_flare)
    return FALSE;
  coach_profile_set_flare_since (self->profile, NULL);
  self->recovery = coach_diary_get_recovery (self->diary, self->catalog, NULL, today);
  return TRUE;
}

static void
judge_day (CoachAppContext *self,
           GDateTime       *now,
           const GDate     *today)
{
  g_autoptr (CoachDay) day = NULL;

  g_clear_pointer (&self->decision, coach_screening_decision_unref);
  self->decision = coach_screening_decide_with_report (
      coach_catalog_get_screening (self->catalog), coach_profile_get_screening (self->profile),
      self->trend, today);
  day = coach_day_new (&(CoachDayFacts) {
      .catalog = self->catalog,
      .today = today,
      .decision = self->decision,
      .recovery = &self->recovery,
      .trend = coach_app_context_get_trend (self),
      .pain = coach_diary_get_pain_of (self->diary, now),
      .is_flare = coach_profile_get_flare_since (self->profile) != NULL,
  });
  coach_profile_set_day (self->profile, day);
}

static void
changed_cb (CoachAppContext *self)
{
  coach_app_context_refresh (self);
}

/* From here on the context looks again whenever something changes. */
void
coach_app_context_begin_refreshing (CoachAppContext *self)
{
  g_signal_connect_object (self->profile, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->diary, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  coach_app_context_refresh (self);
}

void
coach_app_context_end_refreshing (CoachAppContext *self)
{
  if (self->wake_id != 0)
    coach_clock_remove_wake (self->clock, self->wake_id);
  self->wake_id = 0;
}

/**
 * coach_app_context_refresh:
 * @self: a context
 *
 * Works out anew what the warning-sign answers and the last days come to, and puts what the day
 * asks for into the profile. Flare-up mode that is over is switched off. It runs by itself when the
 * profile or the diary changes, at midnight, after a sleep, and when the clock is set.
 */
void
coach_app_context_refresh (CoachAppContext *self)
{
  g_autoptr (GDateTime) now = NULL;
  gboolean flare_ended;
  GDate today;

  g_return_if_fail (COACH_IS_APP_CONTEXT (self));

  if (self->is_refreshing)
    return;
  self->is_refreshing = TRUE;
  now = coach_app_context_dup_now (self);
  today = get_day (now);
  judge_trend (self, now, &today);
  flare_ended = judge_recovery (self, &today);
  judge_day (self, now, &today);
  arm_midnight (self, now, &today);
  self->is_refreshing = FALSE;
  coach_app_context_tell_refreshed (self);
  if (flare_ended)
    coach_app_context_tell_flare_ended (self);
}

/**
 * coach_app_context_get_decision:
 * @self: a context
 *
 * Gets what the warning-sign answers come to today.
 *
 * Returns: (transfer none): the decision, valid until the next refresh
 */
CoachScreeningDecision *
coach_app_context_get_decision (CoachAppContext *self)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);

  return self->decision;
}

/**
 * coach_app_context_get_recovery:
 * @self: a context
 *
 * Gets what the traffic lights of the last days ask for today.
 *
 * Returns: (transfer none): what they ask for, valid until the next refresh
 */
const CoachRecovery *
coach_app_context_get_recovery (CoachAppContext *self)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);

  return &self->recovery;
}

/**
 * coach_app_context_get_trend:
 * @self: a context
 *
 * Gets what the check-ins of the last weeks come to.
 *
 * Returns: the trend
 */
CoachTrend
coach_app_context_get_trend (CoachAppContext *self)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), COACH_TREND_URGENT);

  return self->trend->overall;
}

/**
 * coach_app_context_get_trend_report:
 * @self: a context
 *
 * Gets what the check-ins of the last weeks come to, with the notes and the numbers.
 *
 * Returns: (transfer none): the report, valid until the next refresh
 */
const CoachTrendReport *
coach_app_context_get_trend_report (CoachAppContext *self)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);

  return self->trend;
}

static const GDate *
get_valid (const GDate *day)
{
  return g_date_valid (day) ? day : NULL;
}

/* The short warning screen follows pain that reaches further down as it does new numbness. */
static const GDate *
get_numb_since (const CoachTrendReport *report)
{
  const GDate *numb = get_valid (&report->numb_since);
  const GDate *spreading = get_valid (&report->spreading_since);

  if (numb == NULL || spreading == NULL)
    return numb != NULL ? numb : spreading;
  return g_date_compare (numb, spreading) > 0 ? numb : spreading;
}

/**
 * coach_app_context_dup_due:
 * @self: a context
 * @is_before_session: whether a session is about to begin
 *
 * Finds the warning-sign questions that are due now: at their intervals, and because of what the
 * check-ins tell. After an urgent verdict that is over they are those of the short warning screen.
 *
 * Returns: (transfer container) (element-type CoachScreeningQuestion): questions in their order
 */
GPtrArray *
coach_app_context_dup_due (CoachAppContext *self,
                           gboolean         is_before_session)
{
  GDate today, last;
  CoachScreeningSituation situation = { .today = &today, .is_before_session = is_before_session };

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);

  coach_app_context_get_today (self, &today);
  if (coach_diary_get_last_activity (self->diary, &last))
    situation.last_activity = &last;
  situation.numb_since = get_numb_since (self->trend);
  situation.urgent_changed = get_valid (&self->trend->urgent_changed);
  situation.severe_since = get_valid (&self->trend->severe_since);
  return coach_screening_dup_due (coach_catalog_get_screening (self->catalog),
                                  coach_profile_get_screening (self->profile), &situation);
}

/**
 * coach_app_context_dup_now:
 * @self: a context
 *
 * Gets the time where the person is.
 *
 * Returns: (transfer full): now
 */
GDateTime *
coach_app_context_dup_now (CoachAppContext *self)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);

  return coach_clock_get_local_time (self->clock);
}

/**
 * coach_app_context_get_today:
 * @self: a context
 * @today: (out caller-allocates): the local day
 *
 * Gets the day it is where the person is.
 */
void
coach_app_context_get_today (CoachAppContext *self,
                             GDate           *today)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_if_fail (COACH_IS_APP_CONTEXT (self));
  g_return_if_fail (today != NULL);

  now = coach_app_context_dup_now (self);
  *today = get_day (now);
}

/**
 * coach_app_context_dup_filled:
 * @self: a context
 * @text: a text that may have `{emergency}` and `{advice_line}`
 *
 * Writes into a text whom to call where the person is.
 *
 * Returns: (transfer full): the text
 */
char *
coach_app_context_dup_filled (CoachAppContext *self,
                              const char      *text)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return coach_help_dup_filled (coach_catalog_get_screening (self->catalog), self->settings, text);
}
