#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <glib/gi18n.h>

#include "coach-ctl.h"
#include "journal.h"

/* What a file of the program knows of a person. */

static void
set_day (CoachCatalog           *catalog,
         CoachProfile           *profile,
         CoachScreeningDecision *decision,
         const GDate            *today)
{
  g_autoptr (CoachDay) day = NULL;
  CoachDayFacts facts = {
    .catalog = catalog,
    .today = today,
    .decision = decision,
    .trend = COACH_TREND_STEADY,
    .is_flare = coach_profile_get_flare_since (profile) != NULL,
  };

  day = coach_day_new (&facts);
  coach_profile_set_day (profile, day);
}

/* Whether a file was read but for some of it. */
static gboolean
is_forgivable (const GError *error)
{
  return g_error_matches (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_PARTLY)
         || g_error_matches (error, COACH_JOURNAL_ERROR, COACH_JOURNAL_ERROR_NEWER);
}

/* Who may go on with what could be read; what could not is told. */
static gboolean
forgive (CoachCtlPerson  *self,
         GError          *problem,
         GError         **error)
{
  self->is_partly_read = TRUE;
  if (!is_forgivable (problem))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  coach_ctl_write_error (problem->message);
  g_error_free (problem);
  return TRUE;
}

/**
 * coach_ctl_person_read:
 * @self: (out caller-allocates): what the file knows
 * @catalog: the catalogue
 * @path: a file that was exported from the program's journal
 * @today: the local day
 *
 * Reads what is known of a person, and works out what the day asks of them as far as that file
 * tells. What cannot be understood of the file is told on standard error, and taken for the more
 * careful thing.
 *
 * Returns: whether it could be read
 * Throws: [error@JournalError]
 */
gboolean
coach_ctl_person_read (CoachCtlPerson  *self,
                       CoachCatalog    *catalog,
                       const char      *path,
                       const GDate     *today,
                       GError         **error)
{
  GError *problem = NULL;

  *self = (CoachCtlPerson) { .profile = coach_profile_new () };
  if (!coach_profile_read_file (path, self->profile, &problem) && !forgive (self, problem, error))
    return FALSE;
  self->decision = coach_screening_decide (coach_catalog_get_screening (catalog),
                                           coach_profile_get_screening (self->profile),
                                           COACH_TREND_STEADY, today);
  set_day (catalog, self->profile, self->decision, today);
  return TRUE;
}

/**
 * coach_ctl_person_read_own:
 * @self: (out caller-allocates): what the journal knows
 * @ctl: the program
 * @is_there: (out): whether it knows anything
 *
 * Reads what the person's own journal knows, with what the check-ins in it come to. Nothing in it
 * is touched.
 *
 * Returns: whether it could be read
 * Throws: [error@JournalError]
 */
gboolean
coach_ctl_person_read_own (CoachCtlPerson  *self,
                           CoachCtl        *ctl,
                           gboolean        *is_there,
                           GError         **error)
{
  g_autoptr (CoachJournal) journal = coach_journal_new (ctl->places);
  g_autoptr (CoachDiaryRecords) records = coach_diary_records_new ();
  g_autoptr (CoachTrendReport) trend = NULL;
  CoachReviewed reviewed;
  GError *problem = NULL;

  *self = (CoachCtlPerson) { .profile = coach_profile_new () };
  if (!coach_journal_peek (journal, self->profile, records, is_there, &problem)
      && !forgive (self, problem, error))
    return FALSE;
  reviewed = *coach_profile_get_reviewed (self->profile);
  coach_reviewed_add_answers (&reviewed, coach_catalog_get_screening (ctl->catalog),
                              coach_profile_get_screening (self->profile));
  reviewed = coach_reviewed_on (&reviewed, &ctl->today);
  trend = coach_trend_report_new (coach_catalog_get_pain_guide (ctl->catalog),
                                  (const CoachCheckin *) records->checkins->data,
                                  records->checkins->len, &reviewed, ctl->now);
  self->decision = coach_screening_decide_with_report (
      coach_catalog_get_screening (ctl->catalog), coach_profile_get_screening (self->profile), trend,
      &ctl->today);
  set_day (ctl->catalog, self->profile, self->decision, &ctl->today);
  return TRUE;
}

/**
 * coach_ctl_person_clear:
 * @self: a person
 *
 * Drops what it holds.
 */
void
coach_ctl_person_clear (CoachCtlPerson *self)
{
  g_clear_object (&self->profile);
  g_clear_pointer (&self->decision, coach_screening_decision_unref);
}

/* The most urgent of what blocks; NULL when nothing does. */
static const CoachScreeningFinding *
find_block (CoachScreeningDecision *decision)
{
  for (guint i = 0; i < coach_screening_decision_get_n_findings (decision); i++)
    {
      const CoachScreeningFinding *finding = coach_screening_decision_get_finding (decision, i);

      if (finding->blocks)
        return finding;
    }
  return NULL;
}

/* First what to do, then why. */
static void
set_locked (CoachCtl                    *ctl,
            const CoachScreeningFinding *finding,
            GError                     **error)
{
  g_autofree char *advice = coach_screening_fill (finding->advice, ctl->help->emergency,
                                                  ctl->help->advice_line);

  if (finding->question != NULL)
    /* Translators: the first %s is what to do, in sentences; the second is a question. */
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_LOCKED,
                 _("%s Exercises are off because of the answer to: %s"), advice,
                 finding->question->question);
  else
    /* Translators: %s is what to do, in sentences. */
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_LOCKED,
                 _("%s Exercises are off because of several answers together."), advice);
}

/**
 * coach_ctl_person_check_unlocked:
 * @self: a person
 * @ctl: the program
 *
 * Checks that the answers to the warning-sign questions, and the check-ins, leave exercises on.
 * Answers that could not be read may have locked them, so they do.
 *
 * Returns: whether they are on
 * Throws: %COACH_CTL_ERROR_LOCKED
 */
gboolean
coach_ctl_person_check_unlocked (CoachCtlPerson  *self,
                                 CoachCtl        *ctl,
                                 GError         **error)
{
  const CoachScreeningFinding *block = find_block (self->decision);

  if (block != NULL)
    set_locked (ctl, block, error);
  else if (coach_screening_decision_is_blocked (self->decision))
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_LOCKED,
                 _("Please get checked today. Exercises are off because of what your check-ins "
                   "show; Lowtide says what to do."));
  else if (self->is_partly_read && !coach_screening_decision_is_complete (self->decision))
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_LOCKED,
                 _("Please answer the warning-sign questions again in Lowtide. Some of the answers "
                   "cannot be read, so exercises are off until then."));
  else
    return TRUE;
  return FALSE;
}
