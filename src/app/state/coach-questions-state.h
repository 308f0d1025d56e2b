#pragma once

#include "safety.h"

G_BEGIN_DECLS

/**
 * CoachQuestionsState:
 *
 * Warning-sign questions that are being answered, on one or several pages. What is answered goes
 * into the record at once, so that a sign that was told is never lost; as long as the questions
 * are on the screen an answer may still be changed.
 */
typedef struct _CoachQuestionsState CoachQuestionsState;

/**
 * CoachQuestionsNext:
 * @COACH_QUESTIONS_NONE_OF_THESE: nothing is answered: one press says no to all
 * @COACH_QUESTIONS_NONE_OF_OTHERS: some are answered: one press says no to the others
 * @COACH_QUESTIONS_CONTINUE: all are answered
 * @COACH_QUESTIONS_WAIT: a second question must be answered first
 *
 * What the big button below a page does.
 */
typedef enum
{
  COACH_QUESTIONS_NONE_OF_THESE,
  COACH_QUESTIONS_NONE_OF_OTHERS,
  COACH_QUESTIONS_CONTINUE,
  COACH_QUESTIONS_WAIT,
} CoachQuestionsNext;

CoachQuestionsState        *coach_questions_state_new           (CoachScreening               *screening,
                                                                 CoachScreeningRecord         *record,
                                                                 GPtrArray                    *questions,
                                                                 gboolean                      by_group,
                                                                 const GDate                  *today);
void                        coach_questions_state_free          (CoachQuestionsState          *self);
guint                       coach_questions_state_get_n_pages   (CoachQuestionsState          *self);
GPtrArray                  *coach_questions_state_get_page      (CoachQuestionsState          *self,
                                                                 guint                         page);
const CoachScreeningAnswer *coach_questions_state_get_given     (CoachQuestionsState          *self,
                                                                 const CoachScreeningQuestion *question);
void                        coach_questions_state_answer        (CoachQuestionsState          *self,
                                                                 const CoachScreeningQuestion *question,
                                                                 CoachAnswer                   answer);
void                        coach_questions_state_answer_unless (CoachQuestionsState          *self,
                                                                 const CoachScreeningQuestion *question,
                                                                 CoachAnswer                   answer);
void                        coach_questions_state_set_weeks     (CoachQuestionsState          *self,
                                                                 const CoachScreeningQuestion *question,
                                                                 guint                         weeks);
void                        coach_questions_state_set_date      (CoachQuestionsState          *self,
                                                                 const CoachScreeningQuestion *question,
                                                                 const GDate                  *date);
void                        coach_questions_state_say_no        (CoachQuestionsState          *self,
                                                                 guint                         page);
gboolean                    coach_questions_state_asks_unless   (CoachQuestionsState          *self,
                                                                 const CoachScreeningQuestion *question);
CoachScreeningDetail        coach_questions_state_get_detail    (CoachQuestionsState          *self,
                                                                 const CoachScreeningQuestion *question);
const char                 *coach_questions_state_get_advice    (CoachQuestionsState          *self,
                                                                 const CoachScreeningQuestion *question);
gboolean                    coach_questions_state_does_block    (CoachQuestionsState          *self,
                                                                 guint                         page);
CoachQuestionsNext          coach_questions_state_get_next      (CoachQuestionsState          *self,
                                                                 guint                         page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachQuestionsState, coach_questions_state_free)

G_END_DECLS
