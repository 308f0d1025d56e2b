#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-screening-asking.h"

static gboolean
is_known (const GDate *day)
{
  return day != NULL && g_date_valid (day);
}

/* Whether a yes blocks today, by itself or together with others. */
static gboolean
does_block (CoachScreening               *screening,
            CoachScreeningRecord         *record,
            const CoachScreeningQuestion *question,
            const GDate                  *today)
{
  g_autoptr (CoachScreeningDecision) decision = NULL;

  decision = coach_screening_decide (screening, record, COACH_TREND_STEADY, today);
  for (guint i = 0; i < coach_screening_decision_get_n_findings (decision); i++)
    {
      const CoachScreeningFinding *finding = coach_screening_decision_get_finding (decision, i);

      if (finding->blocks
          && (finding->question != NULL ? finding->question == question : question->combines))
        return TRUE;
    }
  return FALSE;
}

/* Whether an answer that is not a yes may take the place of one that blocks. */
static gboolean
does_no_lift (const CoachScreeningQuestion *question,
              const CoachScreeningAnswer   *before,
              const GDate                  *today)
{
  switch (question->lift)
    {
    case COACH_SCREENING_LIFT_NO_LATER:
      return is_known (&before->answered) && g_date_compare (&before->answered, today) < 0;
    case COACH_SCREENING_LIFT_CLINICIAN:
    case COACH_SCREENING_LIFT_NEVER:
    default:
      return FALSE;
    }
}

/**
 * coach_screening_merge_answer:
 * @screening: the questions and their rules
 * @record: the answers so far
 * @question: one of the questions
 * @given: what was answered now; its days are not looked at
 * @today: the local day
 *
 * Finds out what to keep when a question is answered, perhaps again. A yes that blocks stays when
 * the answer is no now, unless a no on another day lifts it: what a clinician has to look at does
 * not go away by asking once more (rules.blocked.lifted). Once it is cleared, a no counts again.
 *
 * Returns: what to keep
 */
CoachScreeningAnswer
coach_screening_merge_answer (CoachScreening               *screening,
                              CoachScreeningRecord         *record,
                              const CoachScreeningQuestion *question,
                              const CoachScreeningAnswer   *given,
                              const GDate                  *today)
{
  CoachScreeningAnswer kept = *given;
  const CoachScreeningAnswer *before;
  gboolean was_yes;

  g_return_val_if_fail (COACH_IS_SCREENING (screening), kept);
  g_return_val_if_fail (COACH_IS_SCREENING_RECORD (record), kept);
  g_return_val_if_fail (question != NULL, kept);
  g_return_val_if_fail (is_known (today), kept);

  before = coach_screening_record_get (record, question->id);
  was_yes = coach_screening_counts_as_yes (question, before);
  if (was_yes && !coach_screening_counts_as_yes (question, given)
      && does_block (screening, record, question, today)
      && !does_no_lift (question, before, today))
    return *before;
  kept.answered = *today;
  g_date_clear (&kept.first_yes, 1);
  if (coach_screening_counts_as_yes (question, given))
    kept.first_yes = was_yes && is_known (&before->first_yes) ? before->first_yes : *today;
  return kept;
}

/* Whether so many days have passed. Days that cannot be have: then it is better asked once more. */
static gboolean
has_passed (const GDate *since,
            const GDate *today,
            guint        days)
{
  int passed;

  if (!is_known (since))
    return TRUE;
  passed = g_date_days_between (since, today);
  return passed < 0 || passed >= (int) days;
}

static gboolean
is_after_break (const CoachScreeningAnswer    *answer,
                const CoachScreeningSituation *situation,
                guint                          days)
{
  return has_passed (&answer->answered, situation->today, days)
         && (!is_known (situation->last_activity)
             || has_passed (situation->last_activity, situation->today, days));
}

/* Whether something has come since the answer. Days count: who answers on that day has answered. */
static gboolean
has_come (const GDate                *event,
          const CoachScreeningAnswer *answer)
{
  return is_known (event)
         && (!is_known (&answer->answered) || g_date_compare (&answer->answered, event) < 0);
}

static gboolean
does_apply (CoachScreeningAsk              ask,
            CoachScreening                *screening,
            const CoachScreeningAnswer    *answer,
            const CoachScreeningSituation *situation)
{
  guint days = coach_screening_get_ask_days (screening, ask);

  switch (ask)
    {
    case COACH_SCREENING_ASK_FIRST:
      return FALSE; /* it has an answer */
    case COACH_SCREENING_ASK_AFTER_BREAK:
      return is_after_break (answer, situation, days);
    case COACH_SCREENING_ASK_WEEKLY:
      return situation->is_before_session && has_passed (&answer->answered, situation->today, days);
    case COACH_SCREENING_ASK_MONTHLY:
    case COACH_SCREENING_ASK_YEARLY:
      return has_passed (&answer->answered, situation->today, days);
    case COACH_SCREENING_ASK_MONTHLY_IF_YES:
      return answer->answer == COACH_ANSWER_YES
             && has_passed (&answer->answered, situation->today, days);
    case COACH_SCREENING_ASK_NEW_NUMBNESS:
      return has_come (situation->numb_since, answer);
    case COACH_SCREENING_ASK_URGENT_VERDICT:
      return has_come (situation->urgent_changed, answer);
    case COACH_SCREENING_ASK_SEVERE_NOTE:
      return has_come (situation->severe_since, answer);
    default:
      g_return_val_if_reached (TRUE);
    }
}

static gboolean
is_due (CoachScreening                *screening,
        const CoachScreeningQuestion  *question,
        const CoachScreeningAnswer    *answer,
        const CoachScreeningSituation *situation)
{
  if (answer == NULL || answer->answer == COACH_ANSWER_NONE)
    return TRUE;
  for (guint bit = 0; 1u << bit <= COACH_SCREENING_ASK_SEVERE_NOTE; bit++)
    if ((question->ask & 1u << bit) != 0 && does_apply (1u << bit, screening, answer, situation))
      return TRUE;
  return FALSE;
}

/**
 * coach_screening_dup_due:
 * @screening: the questions and their rules
 * @record: the answers
 * @situation: what is going on
 *
 * Finds the questions that are to be asked now. What never was answered is always among them.
 *
 * Returns: (transfer container) (element-type CoachScreeningQuestion): questions in their order;
 *   they belong to @screening
 */
GPtrArray *
coach_screening_dup_due (CoachScreening                *screening,
                         CoachScreeningRecord          *record,
                         const CoachScreeningSituation *situation)
{
  GPtrArray *due;

  g_return_val_if_fail (COACH_IS_SCREENING (screening), NULL);
  g_return_val_if_fail (COACH_IS_SCREENING_RECORD (record), NULL);
  g_return_val_if_fail (situation != NULL && is_known (situation->today), NULL);

  due = g_ptr_array_new ();
  for (guint i = 0; i < coach_screening_get_n_questions (screening); i++)
    {
      const CoachScreeningQuestion *question = coach_screening_get_question (screening, i);

      if (is_due (screening, question, coach_screening_record_get (record, question->id),
                  situation))
        g_ptr_array_add (due, (gpointer) question);
    }
  return due;
}
