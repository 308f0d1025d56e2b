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

/**
 * coach_ctl_person_read:
 * @self: (out caller-allocates): what the file knows
 * @catalog: the catalogue
 * @path: a file in the form of the program's `profile.json`
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
  g_autoptr (GError) local = NULL;

  *self = (CoachCtlPerson) { .profile = coach_profile_new () };
  self->is_partly_read = !coach_profile_read_file (path, self->profile, &local);
  if (self->is_partly_read && !is_forgivable (local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (self->is_partly_read)
    coach_ctl_write_error (local->message);
  self->decision = coach_screening_decide (coach_catalog_get_screening (catalog),
                                           coach_profile_get_screening (self->profile),
                                           COACH_TREND_STEADY, today);
  set_day (catalog, self->profile, self->decision, today);
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
 * Checks that the answers to the warning-sign questions leave exercises on. Answers that could not
 * be read may have locked them, so they do.
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
  else if (self->is_partly_read && !coach_screening_decision_is_complete (self->decision))
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_LOCKED,
                 _("Please answer the warning-sign questions again in Lowtide. Some of the answers "
                   "cannot be read, so exercises are off until then."));
  else
    return TRUE;
  return FALSE;
}
