#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-progress-private.h"

/* Which days were for rest, so that nobody who rested when told to has a row broken. */

/* What lies further back says nothing about whether a day was for rest: the wide base of the trend
 * ends there (pain.md, section 4). */
#define DAYS_LOOKED_BACK 35

static guint
get_julian (GDateTime *time)
{
  GDate day = coach_diary_day_of (time);

  return g_date_get_julian (&day);
}

static gboolean
asked_for_rest (const CoachDiaryRecords *records,
                const CoachDiarySession *session)
{
  for (guint i = 0; i < records->hurts->len; i++)
    {
      const CoachDiaryHurt *hurt = g_ptr_array_index (records->hurts, i);

      if (hurt->state.rest_day && g_strcmp0 (hurt->session, session->id) == 0)
        return TRUE;
    }
  return FALSE;
}

static CoachRecoverySession
summarize (const CoachDiaryRecords *records,
           const CoachDiarySession *session)
{
  return (CoachRecoverySession) {
    .day = coach_diary_day_of (session->began),
    .was_half_dose = session->is_half_dose,
    .has_hour_after = session->hour_after != NULL,
    .hour_after = session->hour_after_colour,
    .has_morning = session->morning != NULL,
    .morning = session->morning_colour,
    .has_second_morning = session->second_morning != NULL,
    .second_morning = session->second_morning_colour,
    .asked_for_rest = asked_for_rest (records, session),
  };
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return g_date_compare (&((const CoachRecoverySession *) a)->day,
                         &((const CoachRecoverySession *) b)->day);
}

/* What hurt outside of a session counts as one that asks for rest. */
static GArray *
gather_sessions (const CoachDiaryRecords *records)
{
  GArray *sessions = g_array_new (FALSE, TRUE, sizeof (CoachRecoverySession));

  for (guint i = 0; i < records->sessions->len; i++)
    {
      CoachRecoverySession session
          = summarize (records, g_ptr_array_index (records->sessions, i));

      g_array_append_val (sessions, session);
    }
  for (guint i = 0; i < records->hurts->len; i++)
    {
      const CoachDiaryHurt *hurt = g_ptr_array_index (records->hurts, i);
      CoachRecoverySession session = { .asked_for_rest = TRUE };

      session.day = coach_diary_day_of (hurt->when);
      if (hurt->state.rest_day && hurt->session == NULL)
        g_array_append_val (sessions, session);
    }
  g_array_sort (sessions, compare_days);
  return sessions;
}

static gboolean
was_rest_day (const CoachProgressFacts *facts,
              GArray                   *sessions,
              const GDate              *day)
{
  guint from = 0;
  guint to;

  while (from < sessions->len
         && g_date_days_between (&g_array_index (sessions, CoachRecoverySession, from).day, day)
                > DAYS_LOOKED_BACK)
    from++;
  to = from;
  while (to < sessions->len
         && g_date_compare (&g_array_index (sessions, CoachRecoverySession, to).day, day) <= 0)
    to++;
  if (to == from)
    return FALSE;
  return coach_recovery_from (facts->catalog,
                              &g_array_index (sessions, CoachRecoverySession, from), to - from,
                              NULL, 0, NULL, day).is_rest_day;
}

static gboolean
asks_for_less (CoachTrend trend)
{
  switch (trend)
    {
    case COACH_TREND_FLARE:
    case COACH_TREND_SPREADING:
    case COACH_TREND_URGENT:
      return TRUE;
    case COACH_TREND_RESOLVED:
    case COACH_TREND_NOT_ENOUGH_DATA:
    case COACH_TREND_RETREATING:
    case COACH_TREND_STEADY:
    default:
      return FALSE;
    }
}

/* The trend as it was on the evening of a day. */
static gboolean
was_sore (const CoachProgressFacts *facts,
          const GDate              *day)
{
  GArray *checkins = facts->records->checkins;
  guint julian = g_date_get_julian (day);
  guint from = 0;
  guint to;
  g_autoptr (CoachTrendReport) report = NULL;

  while (from < checkins->len
         && get_julian (g_array_index (checkins, CoachCheckin, from).when) + DAYS_LOOKED_BACK
                < julian)
    from++;
  to = from;
  while (to < checkins->len && get_julian (g_array_index (checkins, CoachCheckin, to).when) <= julian)
    to++;
  if (to == from)
    return FALSE;
  report = coach_trend_report_new (coach_catalog_get_pain_guide (facts->catalog),
                                   &g_array_index (checkins, CoachCheckin, from), to - from, NULL,
                                   g_array_index (checkins, CoachCheckin, to - 1).when);
  return julian - get_julian (g_array_index (checkins, CoachCheckin, to - 1).when) <= 1
         && asks_for_less (report->overall);
}

static gboolean
is_since (const GDate *since,
          const GDate *day)
{
  return since != NULL && g_date_valid (since) && g_date_compare (day, since) >= 0;
}

/* Only days without a session need an excuse; the others are left alone, which saves most of the
 * work in a diary of years. */
void
coach_progress_excuse_days (CoachProgress            *self,
                            const CoachProgressFacts *facts)
{
  g_autoptr (GArray) sessions = gather_sessions (facts->records);

  for (guint i = 0; i < self->n_days; i++)
    {
      CoachProgressDay *day = &g_array_index (self->days, CoachProgressDay, i);
      GDate date = coach_progress_get_date (self, i);

      if (day->n_sessions > 0)
        continue;
      day->is_excused = is_since (facts->flare_since, &date)
                        || is_since (facts->blocked_since, &date)
                        || was_rest_day (facts, sessions, &date) || was_sore (facts, &date);
    }
}
