#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-trend.h"

/* What a clinician already knows of: per warning, never assumed (pain.md, section 1). */

/**
 * coach_warning_get_id:
 * @warning: a warning
 *
 * Gets the word that files use.
 *
 * Returns: (transfer none): `left`, `right` or `both`
 */
const char *
coach_warning_get_id (CoachWarning warning)
{
  switch (warning)
    {
    case COACH_WARNING_LEFT:
      return "left";
    case COACH_WARNING_RIGHT:
      return "right";
    case COACH_WARNING_BOTH:
    default:
      return "both";
    }
}

/**
 * coach_warning_from_id:
 * @id: (nullable): a word
 * @warning: (out): the warning; left alone when there is none
 *
 * Finds a warning by the word that files use.
 *
 * Returns: whether there is one
 */
gboolean
coach_warning_from_id (const char   *id,
                       CoachWarning *warning)
{
  for (CoachWarning i = COACH_WARNING_LEFT; i < COACH_N_WARNINGS; i++)
    if (g_strcmp0 (id, coach_warning_get_id (i)) == 0)
      {
        *warning = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * coach_warning_get_note:
 * @warning: a warning
 *
 * Gets the note that says what to do about it as long as nobody has checked it.
 *
 * Returns: (transfer none): the id of a note of pain.json
 */
const char *
coach_warning_get_note (CoachWarning warning)
{
  switch (warning)
    {
    case COACH_WARNING_LEFT:
      return "weakness-left";
    case COACH_WARNING_RIGHT:
      return "weakness-right";
    case COACH_WARNING_BOTH:
    default:
      return "both-legs";
    }
}

static const GDate *
get_day (const CoachReviewed *self,
         CoachWarning         warning)
{
  switch (warning)
    {
    case COACH_WARNING_LEFT:
      return &self->left;
    case COACH_WARNING_RIGHT:
      return &self->right;
    case COACH_WARNING_BOTH:
    default:
      return &self->both;
    }
}

/**
 * coach_reviewed_get:
 * @self: what a clinician knows of
 * @warning: a warning
 *
 * Gets when a clinician checked it.
 *
 * Returns: (transfer none) (nullable): a local day; %NULL for never
 */
const GDate *
coach_reviewed_get (const CoachReviewed *self,
                    CoachWarning         warning)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_date_valid (get_day (self, warning)) ? get_day (self, warning) : NULL;
}

/**
 * coach_reviewed_set:
 * @self: what a clinician knows of
 * @warning: a warning
 * @day: (nullable): when a clinician checked it; %NULL for never
 *
 * Keeps when a clinician checked a warning.
 */
void
coach_reviewed_set (CoachReviewed *self,
                    CoachWarning   warning,
                    const GDate   *day)
{
  GDate *kept;

  g_return_if_fail (self != NULL);
  g_return_if_fail (day == NULL || g_date_valid (day));

  kept = (GDate *) get_day (self, warning);
  g_date_clear (kept, 1);
  if (day != NULL)
    *kept = *day;
}

/* The later day counts. */
static void
add_day (CoachReviewed *self,
         CoachWarning   warning,
         const GDate   *day)
{
  const GDate *before = coach_reviewed_get (self, warning);

  if (before == NULL || g_date_compare (before, day) < 0)
    coach_reviewed_set (self, warning, day);
}

/**
 * coach_reviewed_add_answers:
 * @self: what a clinician knows of
 * @screening: the questions
 * @record: the answers
 *
 * Adds what was answered of it: "Has a clinician already looked at both legs, and has nothing changed
 * since?" and the same of weakness (`sets` of screening.json). An answer speaks of the weakness that
 * there was on its day, on whichever side; one that comes later begins anew.
 */
void
coach_reviewed_add_answers (CoachReviewed        *self,
                            CoachScreening       *screening,
                            CoachScreeningRecord *record)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (COACH_IS_SCREENING (screening));
  g_return_if_fail (COACH_IS_SCREENING_RECORD (record));

  for (guint i = 0; i < coach_screening_get_n_questions (screening); i++)
    {
      const CoachScreeningQuestion *question = coach_screening_get_question (screening, i);
      const CoachScreeningAnswer *answer = coach_screening_record_get (record, question->id);
      gboolean is_both;

      if (question->unless == NULL || question->unless->sets == NULL
          || answer->answer != COACH_ANSWER_YES || answer->unless != COACH_ANSWER_YES
          || !g_date_valid (&answer->answered))
        continue;
      is_both = g_str_equal (question->unless->sets, "reviewed.both");
      add_day (self, is_both ? COACH_WARNING_BOTH : COACH_WARNING_LEFT, &answer->answered);
      if (!is_both)
        add_day (self, COACH_WARNING_RIGHT, &answer->answered);
    }
}

/**
 * coach_reviewed_on:
 * @self: what a clinician knows of
 * @today: a local day
 *
 * Leaves out what is of a day that has not come: the clock was set back, or the file is wrong.
 *
 * Returns: what a clinician is known to have checked until then
 */
CoachReviewed
coach_reviewed_on (const CoachReviewed *self,
                   const GDate         *today)
{
  CoachReviewed past = { 0 };

  g_return_val_if_fail (self != NULL, past);
  g_return_val_if_fail (today != NULL && g_date_valid (today), past);

  for (CoachWarning i = COACH_WARNING_LEFT; i < COACH_N_WARNINGS; i++)
    {
      const GDate *day = coach_reviewed_get (self, i);

      if (day != NULL && g_date_compare (day, today) <= 0)
        coach_reviewed_set (&past, i, day);
    }
  return past;
}
