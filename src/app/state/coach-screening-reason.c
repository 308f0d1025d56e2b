#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-screening-reason.h"

/* What makes warning-sign questions come at once: each reason names what it asks. */
typedef struct
{
  const char        *reason;
  CoachScreeningAsk  ask; /* questions that are asked for this; 0 for a whole group */
  const char        *yes; /* (nullable): what was said with it already */
} Reason;

/* The last six are the answers to "What is it like?" of "It hurts" (safety.md, section 3). */
static const Reason reasons[] = {
  { "new-numbness", COACH_SCREENING_ASK_NEW_NUMBNESS, NULL },
  { "urgent", COACH_SCREENING_ASK_URGENT_VERDICT, NULL },
  { "severe", COACH_SCREENING_ASK_SEVERE_NOTE, NULL },
  { "all", COACH_SCREENING_ASK_FIRST, NULL },
  { "emergency", 0, NULL },
  { "both-legs", COACH_SCREENING_ASK_URGENT_VERDICT, "both-legs" },
  { "pull", 0, NULL },
  { "ache", 0, NULL },
  { "leg", 0, NULL },
  { "burning", COACH_SCREENING_ASK_NEW_NUMBNESS, NULL },
  { "weak", COACH_SCREENING_ASK_URGENT_VERDICT, "weak-leg" },
  { "other", 0, NULL },
};

static const Reason *
find_reason (const char *reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_str_equal (reasons[i].reason, reason))
      return &reasons[i];
  return NULL;
}

static gboolean
is_asked (const CoachScreeningQuestion *question,
          const Reason                 *reason)
{
  if (reason->yes != NULL && g_str_equal (reason->yes, question->id))
    return TRUE;
  if (reason->ask == 0)
    return question->group == COACH_SCREENING_GROUP_EMERGENCY;
  return (question->ask & reason->ask) != 0;
}

/**
 * coach_screening_reason_dup_questions:
 * @screening: the questions
 * @reason: why they are asked now: `new-numbness`, `urgent`, `severe`, `emergency`, `both-legs`,
 *   `all`, or the id of a [enum@HurtsKind]
 *
 * Finds the questions that something new makes come at once. What was said with it comes first.
 *
 * Returns: (transfer container) (element-type CoachScreeningQuestion): questions; the whole group
 *   `emergency` for a reason that nobody knows
 */
GPtrArray *
coach_screening_reason_dup_questions (CoachScreening *screening,
                                      const char     *reason)
{
  static const Reason unknown = { "", 0, NULL };
  const Reason *known;
  GPtrArray *questions;

  g_return_val_if_fail (COACH_IS_SCREENING (screening), NULL);
  g_return_val_if_fail (reason != NULL, NULL);

  known = find_reason (reason) != NULL ? find_reason (reason) : &unknown;
  questions = g_ptr_array_new ();
  for (guint i = 0; i < coach_screening_get_n_questions (screening); i++)
    {
      const CoachScreeningQuestion *question = coach_screening_get_question (screening, i);

      if (is_asked (question, known))
        g_ptr_array_insert (questions,
                            g_strcmp0 (known->yes, question->id) == 0 ? 0 : (int) questions->len,
                            (gpointer) question);
    }
  return questions;
}

/**
 * coach_screening_reason_get_yes:
 * @reason: why questions are asked now
 *
 * Gets the question that the reason itself answers with yes.
 *
 * Returns: (transfer none) (nullable): the id of a question
 */
const char *
coach_screening_reason_get_yes (const char *reason)
{
  g_return_val_if_fail (reason != NULL, NULL);

  return find_reason (reason) != NULL ? find_reason (reason)->yes : NULL;
}

/* Whether a clinician is known to have looked at it, and nothing has changed since. */
static gboolean
is_agreed (CoachScreeningRecord *record,
           const char           *id)
{
  const CoachScreeningAnswer *answer = coach_screening_record_get (record, id);

  return answer != NULL && answer->answer == COACH_ANSWER_YES
         && answer->unless == COACH_ANSWER_YES;
}

/* Whether a leg is weak that no clinician has looked at. */
static gboolean
is_newly_weak (const CoachPain     *now,
               const CoachReviewed *reviewed)
{
  return ((now->left & COACH_PAIN_WEAKNESS) != 0
          && coach_reviewed_get (reviewed, COACH_WARNING_LEFT) == NULL)
         || ((now->right & COACH_PAIN_WEAKNESS) != 0
             && coach_reviewed_get (reviewed, COACH_WARNING_RIGHT) == NULL);
}

/**
 * coach_screening_reason_from_pain:
 * @record: the answers so far
 * @before: (nullable): where it hurt the last time; %NULL when that is not known
 * @now: where it hurts now
 * @reviewed: what a clinician has checked, not longer ago than it counts
 * @reach_min: the least score that counts as affected
 *
 * Finds out whether warning-sign questions follow from where it hurts: both legs, real weakness,
 * and numbness that is new are asked about at once, unless a clinician has looked at them already.
 *
 * Returns: (transfer none) (nullable): the reason; %NULL when nothing is asked
 */
const char *
coach_screening_reason_from_pain (CoachScreeningRecord *record,
                                  const CoachPain      *before,
                                  const CoachPain      *now,
                                  const CoachReviewed  *reviewed,
                                  guint                 reach_min)
{
  static const CoachPain nothing = { 0 };
  CoachPainFlags new_flags;

  g_return_val_if_fail (COACH_IS_SCREENING_RECORD (record), NULL);
  g_return_val_if_fail (now != NULL, NULL);
  g_return_val_if_fail (reviewed != NULL, NULL);

  new_flags = coach_pain_get_new_flags (before != NULL ? before : &nothing, now);
  if (coach_pain_affects_both_legs (now, reach_min)
      && coach_reviewed_get (reviewed, COACH_WARNING_BOTH) == NULL
      && !is_agreed (record, "both-legs"))
    return "both-legs";
  if (is_newly_weak (now, reviewed) && !is_agreed (record, "weak-leg"))
    return "weak";
  return (new_flags & COACH_PAIN_NUMBNESS) != 0 ? "new-numbness" : NULL;
}
