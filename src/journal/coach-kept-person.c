#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-kept-person.h"

#include "coach-journal-error.h"
#include "coach-profile-store.h"

static void
set_day (CoachKeptPerson *self,
         CoachCatalog    *catalog,
         const GDate     *today)
{
  g_autoptr (CoachDay) day = NULL;
  CoachDayFacts facts = {
    .catalog = catalog,
    .today = today,
    .decision = self->decision,
    .trend = COACH_TREND_STEADY,
    .is_flare = coach_profile_get_flare_since (self->profile) != NULL,
  };

  day = coach_day_new (&facts);
  coach_profile_set_day (self->profile, day);
}

/* Whether a file was read but for some of it. */
static gboolean
is_forgivable (const GError *error)
{
  return g_error_matches (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_PARTLY)
         || g_error_matches (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_NEWER);
}

/* Who may go on with what could be read; what could not is kept to be told. */
static gboolean
forgive (CoachKeptPerson  *self,
         GError           *problem,
         GError          **error)
{
  if (!is_forgivable (problem))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  self->problem = g_strdup (problem->message);
  g_error_free (problem);
  return TRUE;
}

/**
 * coach_kept_person_read_file:
 * @self: (out caller-allocates): what the file knows
 * @catalog: the catalogue
 * @path: a file that was exported from a journal
 * @today: the local day
 *
 * Reads what is known of a person, and works out what the day asks of them as far as that file
 * tells.
 *
 * Returns: whether it could be read, at least in part
 * Throws: [error@JournalError]
 */
gboolean
coach_kept_person_read_file (CoachKeptPerson  *self,
                             CoachCatalog     *catalog,
                             const char       *path,
                             const GDate      *today,
                             GError          **error)
{
  GError *problem = NULL;

  g_return_val_if_fail (self != NULL && COACH_IS_CATALOG (catalog), FALSE);
  g_return_val_if_fail (path != NULL && today != NULL, FALSE);

  *self = (CoachKeptPerson) { .profile = coach_profile_new (), .is_there = TRUE };
  if (!coach_profile_read_file (path, self->profile, &problem) && !forgive (self, problem, error))
    return FALSE;
  self->decision = coach_screening_decide (coach_catalog_get_screening (catalog),
                                           coach_profile_get_screening (self->profile),
                                           COACH_TREND_STEADY, today);
  set_day (self, catalog, today);
  return TRUE;
}

static CoachTrendReport *
make_trend (CoachKeptPerson   *self,
            CoachCatalog      *catalog,
            CoachDiaryRecords *records,
            const GDate       *today,
            GDateTime         *now)
{
  CoachReviewed reviewed = *coach_profile_get_reviewed (self->profile);

  coach_reviewed_add_answers (&reviewed, coach_catalog_get_screening (catalog),
                              coach_profile_get_screening (self->profile));
  reviewed = coach_reviewed_on (&reviewed, today);
  return coach_trend_report_new (coach_catalog_get_pain_guide (catalog),
                                 (const CoachCheckin *) records->checkins->data,
                                 records->checkins->len, &reviewed, now);
}

/**
 * coach_kept_person_read:
 * @self: (out caller-allocates): what the journal knows
 * @catalog: the catalogue; its guides are enough
 * @places: the person's folders
 * @now: local time
 *
 * Reads what the person's own journal knows, with what the check-ins in it come to. Nothing in it
 * is touched.
 *
 * Returns: whether it could be read, at least in part
 * Throws: [error@JournalError]
 */
gboolean
coach_kept_person_read (CoachKeptPerson  *self,
                        CoachCatalog     *catalog,
                        CoachPlaces      *places,
                        GDateTime        *now,
                        GError          **error)
{
  g_autoptr (CoachJournal) journal = NULL;
  g_autoptr (CoachDiaryRecords) records = NULL;
  g_autoptr (CoachTrendReport) trend = NULL;
  GError *problem = NULL;
  GDate today;

  g_return_val_if_fail (self != NULL && COACH_IS_CATALOG (catalog), FALSE);
  g_return_val_if_fail (COACH_IS_PLACES (places) && now != NULL, FALSE);

  *self = (CoachKeptPerson) { .profile = coach_profile_new () };
  journal = coach_journal_new (places);
  records = coach_diary_records_new ();
  if (!coach_journal_peek (journal, self->profile, records, &self->is_there, &problem)
      && !forgive (self, problem, error))
    return FALSE;
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
  trend = make_trend (self, catalog, records, &today, now);
  self->decision = coach_screening_decide_with_report (
      coach_catalog_get_screening (catalog), coach_profile_get_screening (self->profile), trend,
      &today);
  set_day (self, catalog, &today);
  return TRUE;
}

/**
 * coach_kept_person_is_locked:
 * @self: a person that was read
 *
 * Tells whether exercises are off: because of a warning sign in answers or check-ins, or because
 * some of the answers cannot be read, which may have been one.
 *
 * Returns: whether they are
 */
gboolean
coach_kept_person_is_locked (const CoachKeptPerson *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  if (!self->is_there || self->decision == NULL)
    return FALSE;
  return coach_screening_decision_is_blocked (self->decision)
         || (self->problem != NULL && !coach_screening_decision_is_complete (self->decision));
}

/**
 * coach_kept_person_clear:
 * @self: a person
 *
 * Drops what it holds.
 */
void
coach_kept_person_clear (CoachKeptPerson *self)
{
  g_clear_object (&self->profile);
  g_clear_pointer (&self->decision, coach_screening_decision_unref);
  g_clear_pointer (&self->problem, g_free);
}
