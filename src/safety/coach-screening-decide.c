#define G_LOG_DOMAIN "coach-safety"

#include "config.h"

#include "coach-screening-decision-private.h"

#include <glib/gi18n.h>

/* How answers, limits and the trend come to a decision. */

#define DAYS_PER_WEEK 7

/* Everything that the rules look at. */
typedef struct
{
  CoachScreening       *screening;
  CoachScreeningRecord *record;
  const GDate          *today;
  const GDate          *cleared; /* (nullable): NULL as well when it lies in the future */
} Facts;

static gboolean
is_known (const GDate *day)
{
  return day != NULL && g_date_valid (day);
}

static gboolean
is_agreed (const CoachScreeningQuestion *question,
           const CoachScreeningAnswer   *answer)
{
  return question->unless != NULL && answer->unless == COACH_ANSWER_YES;
}

/* A clearing says nothing of what was noticed after it, nor of what nobody knows the day of. */
static gboolean
is_cleared (const Facts                *facts,
            const CoachScreeningAnswer *answer)
{
  return facts->cleared != NULL && is_known (&answer->answered)
         && g_date_compare (&answer->answered, facts->cleared) <= 0;
}

/* Weeks have gone on since the answer; who does not know them is taken to be far on. */
static gboolean
has_begun (const CoachLimit           *limit,
           const CoachScreeningAnswer *answer,
           const GDate                *today)
{
  int passed;

  if (limit->from_week == 0 || answer->weeks == 0 || !is_known (&answer->answered))
    return TRUE;
  passed = g_date_days_between (&answer->answered, today) / DAYS_PER_WEEK;
  return answer->weeks + MAX (passed, 0) >= limit->from_week;
}

static gboolean
is_within_months (const CoachLimit           *limit,
                  const CoachScreeningAnswer *answer,
                  const GDate                *today)
{
  GDate end = answer->date;

  if (!is_known (&end))
    return TRUE;
  g_date_add_months (&end, limit->block_months);
  return g_date_compare (today, &end) < 0;
}

static gboolean
holds (const Facts                  *facts,
       const CoachLimit             *limit,
       const CoachScreeningQuestion *question,
       const CoachScreeningAnswer   *answer)
{
  if (limit->block_months == 0)
    return has_begun (limit, answer, facts->today);
  return !is_agreed (question, answer) && !is_cleared (facts, answer)
         && is_within_months (limit, answer, facts->today);
}

static void
add_id (GPtrArray  *ids,
        const char *id)
{
  if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, g_strdup (id));
}

/* Adds the limits that hold because of a yes. Returns whether one of them blocks. */
static gboolean
add_limits (CoachScreeningDecision       *self,
            const Facts                  *facts,
            const CoachScreeningQuestion *question,
            const CoachScreeningAnswer   *answer)
{
  gboolean blocks = FALSE;

  for (guint i = 0; question->limits != NULL && question->limits[i] != NULL; i++)
    {
      const CoachLimit *limit = coach_screening_lookup_limit (facts->screening,
                                                              question->limits[i]);

      if (limit == NULL || !holds (facts, limit, question, answer))
        continue;
      add_id (self->limits, limit->id);
      blocks |= limit->block_months != 0;
    }
  return blocks;
}

/* What was urgent stays worth a word after a clinician has looked at it, but blocks no more. */
static void
clear_finding (CoachScreeningFinding *finding)
{
  finding->blocks = FALSE;
  finding->was_cleared = TRUE;
  finding->outcome = MIN (finding->outcome, COACH_SCREENING_SEE_CLINICIAN);
  finding->advice = _("A clinician has checked this and says that exercise is fine. Get checked "
                      "again if anything new turns up.");
}

static void
add_answer (CoachScreeningDecision       *self,
            const Facts                  *facts,
            const CoachScreeningQuestion *question,
            const CoachScreeningAnswer   *answer)
{
  CoachScreeningFinding finding = { .question = question,
                                    .outcome = question->outcome,
                                    .blocks = question->blocks,
                                    .advice = question->advice,
                                    .was_unsure = answer->answer == COACH_ANSWER_NOT_SURE };

  if (is_agreed (question, answer))
    {
      finding.outcome = question->unless->outcome;
      finding.blocks = question->unless->blocks;
      finding.advice = question->unless->advice;
    }
  else if (finding.blocks && question->lift != COACH_SCREENING_LIFT_NEVER
           && is_cleared (facts, answer))
    clear_finding (&finding);
  finding.blocks |= add_limits (self, facts, question, answer);
  if (question->condition != NULL)
    add_id (self->conditions, question->condition);
  g_array_append_val (self->findings, finding);
}

static void
add_answers (CoachScreeningDecision *self,
             const Facts            *facts)
{
  for (guint i = 0; i < coach_screening_get_n_questions (facts->screening); i++)
    {
      const CoachScreeningQuestion *question = coach_screening_get_question (facts->screening, i);
      const CoachScreeningAnswer *answer = coach_screening_record_get (facts->record,
                                                                       question->id);

      if (coach_screening_counts_as_yes (question, answer))
        add_answer (self, facts, question, answer);
      if ((question->ask & COACH_SCREENING_ASK_FIRST) != 0
          && (answer == NULL || answer->answer == COACH_ANSWER_NONE))
        self->is_complete = FALSE;
    }
}

/*
 * Several signs together ask for more than each alone, as long as one of them is telling by itself.
 * With @count_cleared those count as well that a clinician has looked at.
 */
static gboolean
do_signs_combine (const Facts *facts,
                  gboolean     count_cleared)
{
  guint n_signs = 0;
  gboolean is_telling = FALSE;

  for (guint i = 0; i < coach_screening_get_n_questions (facts->screening); i++)
    {
      const CoachScreeningQuestion *question = coach_screening_get_question (facts->screening, i);
      const CoachScreeningAnswer *answer = coach_screening_record_get (facts->record,
                                                                       question->id);

      if (!question->combines || !coach_screening_counts_as_yes (question, answer))
        continue;
      n_signs++;
      is_telling |= question->is_telling;
      count_cleared |= !is_cleared (facts, answer);
    }
  return count_cleared && is_telling
         && n_signs >= coach_screening_get_combine_count (facts->screening);
}

static void
add_combination (CoachScreeningDecision *self,
                 const Facts            *facts)
{
  CoachScreeningFinding finding = {
    .outcome = coach_screening_get_combine_outcome (facts->screening),
    .blocks = TRUE,
    .advice = coach_screening_get_combine_advice (facts->screening),
  };

  if (!do_signs_combine (facts, TRUE))
    return;
  if (!do_signs_combine (facts, FALSE))
    clear_finding (&finding);
  g_array_append_val (self->findings, finding);
}

/* Keeps the order of the questions among those that are as urgent: GArray sorts without it. */
static void
sort_by_urgency (GArray *findings)
{
  for (guint i = 1; i < findings->len; i++)
    {
      CoachScreeningFinding finding = g_array_index (findings, CoachScreeningFinding, i);
      guint place = i;

      while (place > 0
             && g_array_index (findings, CoachScreeningFinding, place - 1).outcome
                    < finding.outcome)
        place--;
      g_array_remove_index (findings, i);
      g_array_insert_val (findings, place, finding);
    }
}

static void
sum_up (CoachScreeningDecision *self)
{
  self->is_blocked = self->trend_outcome != COACH_SCREENING_CLEAR;
  self->outcome = self->trend_outcome;
  for (guint i = 0; i < self->findings->len; i++)
    {
      const CoachScreeningFinding *finding;

      finding = &g_array_index (self->findings, CoachScreeningFinding, i);
      self->outcome = MAX (self->outcome, finding->outcome);
      self->is_blocked |= finding->blocks;
    }
  g_ptr_array_add (self->limits, NULL);
  g_ptr_array_add (self->conditions, NULL);
}

/* A clearing of a day that has not come says nothing; the clock was set back. */
static const GDate *
get_clearing (CoachScreeningRecord *record,
              const GDate          *today)
{
  const GDate *cleared = coach_screening_record_get_cleared (record);

  return is_known (cleared) && g_date_compare (cleared, today) <= 0 ? cleared : NULL;
}

/**
 * coach_screening_counts_as_yes:
 * @question: a question
 * @answer: (nullable): its answer; %NULL for none
 *
 * Gets whether an answer has the consequences of a yes. "Not sure" has them where waiting could do
 * harm: in the groups `emergency` and `today` (rules.skip_or_unsure).
 *
 * Returns: whether it counts as a yes
 */
gboolean
coach_screening_counts_as_yes (const CoachScreeningQuestion *question,
                               const CoachScreeningAnswer   *answer)
{
  g_return_val_if_fail (question != NULL, FALSE);

  if (answer == NULL)
    return FALSE;
  switch (answer->answer)
    {
    case COACH_ANSWER_YES:
      return TRUE;
    case COACH_ANSWER_NOT_SURE:
      return question->group == COACH_SCREENING_GROUP_EMERGENCY
             || question->group == COACH_SCREENING_GROUP_TODAY;
    case COACH_ANSWER_NONE:
    case COACH_ANSWER_NO:
    default:
      return FALSE;
    }
}

static CoachScreeningDecision *
decide (CoachScreening        *screening,
        CoachScreeningRecord  *record,
        CoachScreeningOutcome  trend_outcome,
        const GDate           *today)
{
  CoachScreeningDecision *self;
  Facts facts = { .screening = screening, .record = record, .today = today };

  facts.cleared = get_clearing (record, today);
  self = g_new0 (CoachScreeningDecision, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->screening = g_object_ref (screening);
  self->is_complete = TRUE;
  self->trend_outcome = trend_outcome;
  self->findings = g_array_new (FALSE, FALSE, sizeof (CoachScreeningFinding));
  self->limits = g_ptr_array_new_with_free_func (g_free);
  self->conditions = g_ptr_array_new_with_free_func (g_free);
  add_answers (self, &facts);
  add_combination (self, &facts);
  sort_by_urgency (self->findings);
  sum_up (self);
  return self;
}

/**
 * coach_screening_decide:
 * @screening: the questions and their rules
 * @record: the answers
 * @trend: the trend of the check-ins
 * @today: the local day
 *
 * Decides what the answers come to, by the rules of screening.json: the most urgent answer wins.
 *
 * Returns: (transfer full): the decision
 */
CoachScreeningDecision *
coach_screening_decide (CoachScreening       *screening,
                        CoachScreeningRecord *record,
                        CoachTrend            trend,
                        const GDate          *today)
{
  g_return_val_if_fail (COACH_IS_SCREENING (screening), NULL);
  g_return_val_if_fail (COACH_IS_SCREENING_RECORD (record), NULL);
  g_return_val_if_fail (is_known (today), NULL);

  return decide (screening, record,
                 trend == COACH_TREND_URGENT ? COACH_SCREENING_SAME_DAY : COACH_SCREENING_CLEAR,
                 today);
}

/**
 * coach_screening_decide_with_report:
 * @screening: the questions and their rules
 * @record: the answers
 * @report: what the check-ins come to
 * @today: the local day
 *
 * Decides the same with all that check-ins tell. When they are urgent, signs in both legs are an
 * emergency, and weakness is for the same day (shared/clinical/pain.md, section 6).
 *
 * Returns: (transfer full): the decision
 */
CoachScreeningDecision *
coach_screening_decide_with_report (CoachScreening         *screening,
                                    CoachScreeningRecord   *record,
                                    const CoachTrendReport *report,
                                    const GDate            *today)
{
  g_return_val_if_fail (COACH_IS_SCREENING (screening), NULL);
  g_return_val_if_fail (COACH_IS_SCREENING_RECORD (record), NULL);
  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (is_known (today), NULL);

  if (report->overall == COACH_TREND_URGENT
      && coach_trend_report_has_note (report, coach_warning_get_note (COACH_WARNING_BOTH)))
    return decide (screening, record, COACH_SCREENING_EMERGENCY, today);
  return coach_screening_decide (screening, record, report->overall, today);
}
