#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-questions-state.h"

struct _CoachQuestionsState
{
  CoachScreening       *screening; /* (owned) */
  CoachScreeningRecord *record;    /* (owned): where the answers go */
  CoachScreeningRecord *before;    /* (owned): as it was when the questions came on the screen */
  GPtrArray            *pages;     /* (owned) (element-type GPtrArray): questions of each page */
  GHashTable           *given;     /* (owned): questions to owned CoachScreeningAnswer */
  GDate                 today;
};

static void
add_to_page (CoachQuestionsState          *self,
             const CoachScreeningQuestion *question,
             gboolean                      is_new_page)
{
  if (is_new_page)
    g_ptr_array_add (self->pages, g_ptr_array_new ());
  g_ptr_array_add (g_ptr_array_index (self->pages, self->pages->len - 1), (gpointer) question);
}

static CoachScreeningAnswer *
make_no_answer (void)
{
  CoachScreeningAnswer *answer = g_new0 (CoachScreeningAnswer, 1);

  g_date_clear (&answer->answered, 1);
  g_date_clear (&answer->first_yes, 1);
  g_date_clear (&answer->date, 1);
  return answer;
}

/**
 * coach_questions_state_new:
 * @screening: the questions and their rules
 * @record: where the answers go
 * @questions: (element-type CoachScreeningQuestion): what is asked; they belong to @screening
 * @by_group: whether each group has a page of its own
 * @today: the local day
 *
 * Begins to ask. Nothing counts as answered, whatever was answered before.
 *
 * Returns: (transfer full): the state
 */
CoachQuestionsState *
coach_questions_state_new (CoachScreening       *screening,
                           CoachScreeningRecord *record,
                           GPtrArray            *questions,
                           gboolean              by_group,
                           const GDate          *today)
{
  CoachQuestionsState *self;
  const CoachScreeningQuestion *last = NULL;

  g_return_val_if_fail (COACH_IS_SCREENING (screening), NULL);
  g_return_val_if_fail (COACH_IS_SCREENING_RECORD (record), NULL);
  g_return_val_if_fail (questions != NULL, NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  self = g_new0 (CoachQuestionsState, 1);
  self->screening = g_object_ref (screening);
  self->record = g_object_ref (record);
  self->before = coach_screening_record_new ();
  coach_screening_record_copy_from (self->before, record);
  self->today = *today;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->given = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < questions->len; i++)
    {
      const CoachScreeningQuestion *question = g_ptr_array_index (questions, i);

      add_to_page (self, question, last == NULL || (by_group && last->group != question->group));
      g_hash_table_insert (self->given, (gpointer) question, make_no_answer ());
      last = question;
    }
  return self;
}

/**
 * coach_questions_state_free:
 * @self: (transfer full): a state
 *
 * Frees a state.
 */
void
coach_questions_state_free (CoachQuestionsState *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->screening);
  g_object_unref (self->record);
  g_object_unref (self->before);
  g_ptr_array_unref (self->pages);
  g_hash_table_unref (self->given);
  g_free (self);
}

/**
 * coach_questions_state_get_n_pages:
 * @self: a state
 *
 * Gets how many pages there are.
 *
 * Returns: how many
 */
guint
coach_questions_state_get_n_pages (CoachQuestionsState *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

/**
 * coach_questions_state_get_page:
 * @self: a state
 * @page: less than how many there are
 *
 * Gets the questions of a page.
 *
 * Returns: (transfer none) (element-type CoachScreeningQuestion): questions
 */
GPtrArray *
coach_questions_state_get_page (CoachQuestionsState *self,
                                guint                page)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (page < self->pages->len, NULL);

  return g_ptr_array_index (self->pages, page);
}

static CoachScreeningAnswer *
get_answer (CoachQuestionsState          *self,
            const CoachScreeningQuestion *question)
{
  return g_hash_table_lookup (self->given, question);
}

/**
 * coach_questions_state_get_given:
 * @self: a state
 * @question: one of its questions
 *
 * Gets what was answered since the questions are on the screen.
 *
 * Returns: (transfer none): the answer
 */
const CoachScreeningAnswer *
coach_questions_state_get_given (CoachQuestionsState          *self,
                                 const CoachScreeningQuestion *question)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_answer (self, question);
}

/* Compared with what was there before, so that a slip of the finger can be mended. */
static void
keep (CoachQuestionsState          *self,
      const CoachScreeningQuestion *question)
{
  CoachScreeningAnswer kept;

  if (get_answer (self, question)->answer == COACH_ANSWER_NONE)
    return;
  kept = coach_screening_merge_answer (self->screening, self->before, question,
                                       get_answer (self, question), &self->today);
  coach_screening_record_set (self->record, question->id, &kept);
}

/**
 * coach_questions_state_answer:
 * @self: a state
 * @question: one of its questions
 * @answer: the answer
 *
 * Answers a question.
 */
void
coach_questions_state_answer (CoachQuestionsState          *self,
                              const CoachScreeningQuestion *question,
                              CoachAnswer                   answer)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (get_answer (self, question) != NULL);

  get_answer (self, question)->answer = answer;
  keep (self, question);
}

/**
 * coach_questions_state_answer_unless:
 * @self: a state
 * @question: one of its questions
 * @answer: the answer
 *
 * Answers the second question, which follows a yes.
 */
void
coach_questions_state_answer_unless (CoachQuestionsState          *self,
                                     const CoachScreeningQuestion *question,
                                     CoachAnswer                   answer)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (get_answer (self, question) != NULL);

  get_answer (self, question)->unless = answer;
  keep (self, question);
}

/**
 * coach_questions_state_set_weeks:
 * @self: a state
 * @question: one of its questions
 * @weeks: how many weeks; 0 when they are not known
 *
 * Says how many weeks.
 */
void
coach_questions_state_set_weeks (CoachQuestionsState          *self,
                                 const CoachScreeningQuestion *question,
                                 guint                         weeks)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (get_answer (self, question) != NULL);

  get_answer (self, question)->weeks = weeks;
  keep (self, question);
}

/**
 * coach_questions_state_set_date:
 * @self: a state
 * @question: one of its questions
 * @date: (nullable): the day; %NULL when it is not known
 *
 * Says on which day.
 */
void
coach_questions_state_set_date (CoachQuestionsState          *self,
                                const CoachScreeningQuestion *question,
                                const GDate                  *date)
{
  CoachScreeningAnswer *answer;

  g_return_if_fail (self != NULL);
  g_return_if_fail (get_answer (self, question) != NULL);

  answer = get_answer (self, question);
  if (date != NULL)
    answer->date = *date;
  else
    g_date_clear (&answer->date, 1);
  keep (self, question);
}

/**
 * coach_questions_state_say_no:
 * @self: a state
 * @page: less than how many there are
 *
 * Says no to all questions of a page that have no answer yet.
 */
void
coach_questions_state_say_no (CoachQuestionsState *self,
                              guint                page)
{
  GPtrArray *questions = coach_questions_state_get_page (self, page);

  g_return_if_fail (questions != NULL);

  for (guint i = 0; i < questions->len; i++)
    if (get_answer (self, g_ptr_array_index (questions, i))->answer == COACH_ANSWER_NONE)
      coach_questions_state_answer (self, g_ptr_array_index (questions, i), COACH_ANSWER_NO);
}

/**
 * coach_questions_state_asks_unless:
 * @self: a state
 * @question: one of its questions
 *
 * Gets whether the second question is asked, which follows a yes.
 *
 * Returns: whether it is
 */
gboolean
coach_questions_state_asks_unless (CoachQuestionsState          *self,
                                   const CoachScreeningQuestion *question)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return question->unless != NULL
         && coach_screening_counts_as_yes (question, get_answer (self, question));
}

/**
 * coach_questions_state_get_detail:
 * @self: a state
 * @question: one of its questions
 *
 * Gets what is asked besides, which follows a yes.
 *
 * Returns: what
 */
CoachScreeningDetail
coach_questions_state_get_detail (CoachQuestionsState          *self,
                                  const CoachScreeningQuestion *question)
{
  g_return_val_if_fail (self != NULL, COACH_SCREENING_DETAIL_NONE);

  if (coach_screening_counts_as_yes (question, get_answer (self, question)))
    return question->detail;
  return COACH_SCREENING_DETAIL_NONE;
}

static gboolean
lacks_unless (CoachQuestionsState          *self,
              const CoachScreeningQuestion *question)
{
  return coach_questions_state_asks_unless (self, question)
         && get_answer (self, question)->unless == COACH_ANSWER_NONE;
}

/**
 * coach_questions_state_get_advice:
 * @self: a state
 * @question: one of its questions
 *
 * Gets what to do after what was answered, to be shown at once.
 *
 * Returns: (transfer none) (nullable): the content's text, which may have {emergency} and
 *   {advice_line}; %NULL when there is nothing to say, or the second question comes first
 */
const char *
coach_questions_state_get_advice (CoachQuestionsState          *self,
                                  const CoachScreeningQuestion *question)
{
  const CoachScreeningAnswer *answer;

  g_return_val_if_fail (self != NULL, NULL);

  answer = get_answer (self, question);
  if (!coach_screening_counts_as_yes (question, answer) || lacks_unless (self, question))
    return NULL;
  if (question->unless != NULL && answer->unless == COACH_ANSWER_YES)
    return question->unless->advice;
  return question->advice;
}

/* Whether a finding comes from a question of the page that needs no second answer first. */
static gboolean
is_from_page (CoachQuestionsState         *self,
              const CoachScreeningFinding *finding,
              GPtrArray                   *questions)
{
  for (guint i = 0; i < questions->len; i++)
    {
      const CoachScreeningQuestion *question = g_ptr_array_index (questions, i);

      if (finding->question == question)
        return !lacks_unless (self, question);
      if (finding->question == NULL && question->combines
          && coach_screening_counts_as_yes (question, get_answer (self, question)))
        return TRUE;
    }
  return FALSE;
}

/**
 * coach_questions_state_does_block:
 * @self: a state
 * @page: less than how many there are
 *
 * Gets whether exercises are off because of what was answered on a page, so that the screen that
 * says what to do comes next.
 *
 * Returns: whether they are
 */
gboolean
coach_questions_state_does_block (CoachQuestionsState *self,
                                  guint                page)
{
  GPtrArray *questions = coach_questions_state_get_page (self, page);
  g_autoptr (CoachScreeningDecision) decision = NULL;

  g_return_val_if_fail (questions != NULL, TRUE);

  decision = coach_screening_decide (self->screening, self->record, COACH_TREND_STEADY,
                                     &self->today);
  for (guint i = 0; i < coach_screening_decision_get_n_findings (decision); i++)
    {
      const CoachScreeningFinding *finding = coach_screening_decision_get_finding (decision, i);

      if (finding->blocks && is_from_page (self, finding, questions))
        return TRUE;
    }
  return FALSE;
}

/**
 * coach_questions_state_get_next:
 * @self: a state
 * @page: less than how many there are
 *
 * Gets what the big button below a page does.
 *
 * Returns: what
 */
CoachQuestionsNext
coach_questions_state_get_next (CoachQuestionsState *self,
                                guint                page)
{
  GPtrArray *questions = coach_questions_state_get_page (self, page);
  guint n_answered = 0;

  g_return_val_if_fail (questions != NULL, COACH_QUESTIONS_WAIT);

  for (guint i = 0; i < questions->len; i++)
    {
      const CoachScreeningQuestion *question = g_ptr_array_index (questions, i);

      if (lacks_unless (self, question))
        return COACH_QUESTIONS_WAIT;
      n_answered += get_answer (self, question)->answer != COACH_ANSWER_NONE;
    }
  if (n_answered == 0)
    return COACH_QUESTIONS_NONE_OF_THESE;
  return n_answered < questions->len ? COACH_QUESTIONS_NONE_OF_OTHERS : COACH_QUESTIONS_CONTINUE;
}
