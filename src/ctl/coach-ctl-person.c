#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <glib/gi18n.h>

#include "coach-ctl.h"
#include "journal.h"

/* What a file of the program knows of a person. */

/* What could not be understood of it is told on standard error. */
static gboolean
tell_problem (CoachKeptPerson *person,
              gboolean         was_read)
{
  if (was_read && person->problem != NULL)
    coach_ctl_write_error (person->problem);
  return was_read;
}

/**
 * coach_ctl_person_read:
 * @self: (out caller-allocates): what the file knows
 * @catalog: the catalogue
 * @path: a file that was exported from the program's journal
 * @today: the local day
 *
 * Reads what is known of a person; see coach_kept_person_read_file().
 *
 * Returns: whether it could be read
 * Throws: [error@JournalError]
 */
gboolean
coach_ctl_person_read (CoachKeptPerson  *self,
                       CoachCatalog     *catalog,
                       const char       *path,
                       const GDate      *today,
                       GError          **error)
{
  return tell_problem (self, coach_kept_person_read_file (self, catalog, path, today, error));
}

/**
 * coach_ctl_person_read_own:
 * @self: (out caller-allocates): what the journal knows
 * @ctl: the program
 *
 * Reads what the person's own journal knows; see coach_kept_person_read().
 *
 * Returns: whether it could be read
 * Throws: [error@JournalError]
 */
gboolean
coach_ctl_person_read_own (CoachKeptPerson  *self,
                           CoachCtl         *ctl,
                           GError          **error)
{
  return tell_problem (self,
                       coach_kept_person_read (self, ctl->catalog, ctl->places, ctl->now, error));
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
coach_ctl_person_check_unlocked (CoachKeptPerson  *self,
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
  else if (self->problem != NULL && !coach_screening_decision_is_complete (self->decision))
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_LOCKED,
                 _("Please answer the warning-sign questions again in Lowtide. Some of the answers "
                   "cannot be read, so exercises are off until then."));
  else
    return TRUE;
  return FALSE;
}

/**
 * coach_ctl_check_unlocked:
 * @ctl: the program
 *
 * Checks that exercises are on for whom the command is for. Nothing unlocks them by another way:
 * the person's own answers and check-ins count where no other person's do. Who has never answered is
 * not using the coach, but looking at a routine.
 *
 * Returns: whether they are on
 * Throws: [error@JournalError], %COACH_CTL_ERROR_LOCKED
 */
gboolean
coach_ctl_check_unlocked (CoachCtl  *ctl,
                          GError   **error)
{
  g_auto (CoachKeptPerson) own = { NULL };

  if (ctl->person->decision != NULL)
    return coach_ctl_person_check_unlocked (ctl->person, ctl, error);
  return coach_ctl_person_read_own (&own, ctl, error)
         && (!own.is_there || coach_ctl_person_check_unlocked (&own, ctl, error));
}
