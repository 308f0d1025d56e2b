#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-recovery.h"

/* How long the dose stays halved: not at all, for the next session, or until enough are green. It
 * is one and the same half however many ask for it: no dose becomes a quarter. */
typedef enum
{
  HALF_NOT,
  HALF_ONCE,
  HALF_UNTIL_GREENS,
} Half;

/* What the sessions came to so far, from the oldest on. */
typedef struct
{
  const CoachSafetyNumbers *numbers;
  GDate                     today;

  Half                      half;
  guint                     greens_in_half;
  guint                     greens;
  guint                     ambers;
  guint                     red_mornings;
  gboolean                  last_was_green;
  GDate                     rest_until;  /* not valid when nothing asks for rest */
  GDate                     same_day_at; /* not valid when the last morning was another */
} Lights;

static gboolean
is_red (CoachPainColour colour)
{
  return colour >= COACH_PAIN_RED;
}

static gboolean
is_answered (const CoachRecoverySession *session)
{
  return session->has_hour_after || session->has_morning;
}

/* Green is what was answered in the morning, and nothing said otherwise. */
static gboolean
is_green (const CoachRecoverySession *session)
{
  return session->has_morning && session->morning == COACH_PAIN_GREEN
         && (!session->has_hour_after || session->hour_after == COACH_PAIN_GREEN);
}

static gboolean
has_colour_other_than_green (const CoachRecoverySession *session)
{
  return (session->has_hour_after && session->hour_after != COACH_PAIN_GREEN)
         || (session->has_morning && session->morning != COACH_PAIN_GREEN);
}

/* A clock that was ahead, or travel westwards, must not make days of rest out of nothing. */
static GDate
get_day_after (const Lights *lights,
               const GDate  *day,
               guint         days)
{
  GDate after = g_date_compare (day, &lights->today) > 0 ? lights->today : *day;

  g_date_add_days (&after, days);
  return after;
}

static void
rest_until (Lights      *lights,
            const GDate *day)
{
  if (!g_date_valid (&lights->rest_until) || g_date_compare (day, &lights->rest_until) > 0)
    lights->rest_until = *day;
}

static void
ease_off (Lights      *lights,
          const GDate *rest_day)
{
  rest_until (lights, rest_day);
  lights->half = HALF_UNTIL_GREENS;
  lights->greens_in_half = 0;
}

static void
count_ambers (Lights                     *lights,
              const CoachRecoverySession *session,
              const GDate                *next_day)
{
  if (session->has_hour_after && session->hour_after == COACH_PAIN_AMBER)
    lights->ambers++;
  if (session->has_morning && session->morning == COACH_PAIN_AMBER)
    lights->ambers++;
  if (lights->ambers >= lights->numbers->ambers_count_as_red)
    {
      lights->ambers = 0;
      ease_off (lights, next_day);
    }
}

static void
count_greens (Lights                     *lights,
              const CoachRecoverySession *session)
{
  lights->ambers = 0;
  if (!session->was_half_dose)
    lights->greens++;
  if (lights->half == HALF_UNTIL_GREENS
      && ++lights->greens_in_half >= lights->numbers->greens_after_half_dose)
    lights->half = HALF_NOT;
}

/* Either morning, the second of which is asked for after a red first one. */
static void
add_morning (Lights          *lights,
             CoachPainColour  colour,
             const GDate     *day)
{
  g_date_clear (&lights->same_day_at, 1);
  if (colour == COACH_PAIN_SAME_DAY)
    lights->same_day_at = *day;
  lights->red_mornings = is_red (colour) ? lights->red_mornings + 1 : 0;
  if (colour != COACH_PAIN_GREEN)
    ease_off (lights, day);
}

static void
add_colours (Lights                     *lights,
             const CoachRecoverySession *session)
{
  GDate next_day = get_day_after (lights, &session->day, 1);
  GDate second_day = get_day_after (lights, &session->day, 2);

  if (session->has_hour_after && is_red (session->hour_after))
    ease_off (lights, &next_day);
  else if (session->has_hour_after && session->hour_after == COACH_PAIN_AMBER)
    lights->half = MAX (lights->half, HALF_ONCE);
  if (session->has_morning)
    add_morning (lights, session->morning, &next_day);
  if (session->has_second_morning)
    add_morning (lights, session->second_morning, &second_day);

  if (has_colour_other_than_green (session))
    {
      lights->greens = 0;
      lights->greens_in_half = 0;
      count_ambers (lights, session, &next_day);
    }
  if ((session->has_hour_after && is_red (session->hour_after))
      || (session->has_morning && is_red (session->morning)))
    lights->ambers = 0;
}

/* A session without an answer has no colour: it neither adds to a row nor breaks one. */
static void
add_session (Lights                     *lights,
             const CoachRecoverySession *session)
{
  if (lights->half == HALF_ONCE && session->was_half_dose)
    lights->half = HALF_NOT;
  if (session->asked_for_rest)
    {
      GDate next_day = get_day_after (lights, &session->day, 1);

      rest_until (lights, &next_day);
    }

  lights->last_was_green = is_green (session);
  if (lights->last_was_green)
    count_greens (lights, session);
  if (is_answered (session))
    add_colours (lights, session);
}

/* The last @n_row of @days up to today, and the day before them to compare with. */
static gboolean
find_row (const CoachRecoveryDay *days,
          guint                   n_days,
          guint                   n_row,
          const GDate            *today,
          guint                  *first)
{
  while (n_days > 0 && g_date_compare (&days[n_days - 1].day, today) > 0)
    n_days--;
  if (n_row == 0 || n_days < n_row)
    return FALSE;
  *first = n_days - n_row;
  return TRUE;
}

/* Worse is what the trend takes for worse when it lasts: not mild any more, and by an important
 * change more than the day before the row. Days without a check-in say nothing. */
static gboolean
is_flaring (CoachCatalog           *catalog,
            const CoachRecoveryDay *days,
            guint                   n_days,
            guint                   n_row,
            const GDate            *today)
{
  const CoachTrendConstants *constants;
  guint first;

  constants = coach_pain_guide_get_constants (coach_catalog_get_pain_guide (catalog));
  if (!find_row (days, n_days, n_row, today, &first) || first == 0)
    return FALSE;
  if (g_date_days_between (&days[first].day, today) > (int) constants->recent_span
      || g_date_days_between (&days[first - 1].day, today) > (int) constants->early_to)
    return FALSE;

  for (guint i = first; i < first + n_row; i++)
    if (days[i].worst < constants->flare_min
        || days[i].worst < days[first - 1].worst + constants->rise_kept)
      return FALSE;
  return TRUE;
}

/* The worst day of a flare, from the last check-in before it was switched on. */
static guint
get_peak (const CoachRecoveryDay *days,
          guint                   n_days,
          const GDate            *flare_since)
{
  guint peak = 0;

  for (guint i = 0; i < n_days; i++)
    if (i + 1 == n_days || g_date_compare (&days[i + 1].day, flare_since) > 0)
      peak = MAX (peak, days[i].worst);
  return peak;
}

/* Better is calm, or by an important change less than the worst day of the flare. */
static gboolean
has_flare_ended (CoachCatalog           *catalog,
                 const CoachRecoveryDay *days,
                 guint                   n_days,
                 guint                   n_row,
                 const GDate            *flare_since,
                 const GDate            *today)
{
  const CoachTrendConstants *constants;
  guint peak = get_peak (days, n_days, flare_since);
  guint first;

  constants = coach_pain_guide_get_constants (coach_catalog_get_pain_guide (catalog));
  if (!find_row (days, n_days, n_row, today, &first))
    return FALSE;

  for (guint i = first; i < first + n_row; i++)
    if (g_date_compare (&days[i].day, flare_since) <= 0
        || (days[i].worst > constants->quiet_max && days[i].worst + constants->ease > peak))
      return FALSE;
  return TRUE;
}

static CoachRecovery
read_lights (const Lights *lights,
             CoachCatalog *catalog)
{
  CoachRecovery recovery = { 0 };
  const CoachTrendConstants *constants;

  constants = coach_pain_guide_get_constants (coach_catalog_get_pain_guide (catalog));
  recovery.is_rest_day = g_date_valid (&lights->rest_until)
                         && g_date_compare (&lights->today, &lights->rest_until) <= 0;
  if (recovery.is_rest_day)
    recovery.rest_until = lights->rest_until;
  recovery.is_half_dose = recovery.is_easier = lights->half != HALF_NOT;
  recovery.can_step_up = lights->greens >= lights->numbers->greens_for_step_up
                         && lights->last_was_green && !recovery.is_rest_day
                         && !recovery.is_half_dose;
  recovery.see_clinician = lights->red_mornings >= lights->numbers->red_mornings_to_clinician;
  recovery.same_day = g_date_valid (&lights->same_day_at)
                      && g_date_days_between (&lights->same_day_at, &lights->today)
                             <= (int) constants->urgent_back;
  return recovery;
}

/**
 * coach_recovery_from:
 * @catalog: a catalogue, whose guides have the numbers
 * @sessions: (array length=n_sessions) (nullable): the sessions so far, oldest first
 * @n_sessions: how many
 * @days: (array length=n_days) (nullable): the days with a check-in, oldest first, each once
 * @n_days: how many
 * @flare_since: (nullable): the day flare-up mode was switched on; %NULL when it is off
 * @today: the local day
 *
 * Finds what the traffic lights of the last days ask for.
 *
 * Rest begins as soon as something asks for it and lasts to the end of the day after the session.
 * After an amber hour the next session is half a dose; after an amber or red morning, a red hour
 * or two ambers in a row all are, until two in a row are green. A session is green by its
 * morning; without an answer it counts for nothing, and no step up is offered after it. That a
 * clinician should look at it today is said on that morning and the two days after; then the
 * warning-sign answers and the trend speak for it.
 *
 * Returns: what they ask for
 */
CoachRecovery
coach_recovery_from (CoachCatalog               *catalog,
                     const CoachRecoverySession *sessions,
                     guint                       n_sessions,
                     const CoachRecoveryDay     *days,
                     guint                       n_days,
                     const GDate                *flare_since,
                     const GDate                *today)
{
  Lights lights = { 0 };
  CoachRecovery recovery = { 0 };

  g_return_val_if_fail (COACH_IS_CATALOG (catalog), recovery);
  g_return_val_if_fail (sessions != NULL || n_sessions == 0, recovery);
  g_return_val_if_fail (days != NULL || n_days == 0, recovery);
  g_return_val_if_fail (today != NULL && g_date_valid (today), recovery);

  lights.numbers = coach_safety_guide_get_numbers (coach_catalog_get_safety_guide (catalog));
  lights.today = *today;
  for (guint i = 0; i < n_sessions; i++)
    add_session (&lights, &sessions[i]);

  recovery = read_lights (&lights, catalog);
  if (flare_since == NULL)
    recovery.offers_flare = is_flaring (catalog, days, n_days, lights.numbers->flare_worse_days,
                                        today);
  else
    recovery.ends_flare = has_flare_ended (catalog, days, n_days,
                                           lights.numbers->flare_better_days, flare_since, today);
  if (flare_since != NULL)
    recovery.can_step_up = FALSE;
  return recovery;
}
