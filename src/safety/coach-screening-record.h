#pragma once

#include "catalog.h"

G_BEGIN_DECLS

/**
 * CoachAnswer:
 * @COACH_ANSWER_NONE: not asked yet
 * @COACH_ANSWER_YES: yes
 * @COACH_ANSWER_NO: no
 * @COACH_ANSWER_NOT_SURE: counts as a yes in the groups `emergency` and `today`
 *
 * An answer to a warning-sign question.
 */
typedef enum
{
  COACH_ANSWER_NONE,
  COACH_ANSWER_YES,
  COACH_ANSWER_NO,
  COACH_ANSWER_NOT_SURE,
} CoachAnswer;

/**
 * CoachScreeningAnswer:
 * @answer: the answer
 * @unless: the answer to the second question; none when it was not asked
 * @answered: the local day; not valid when it is not known
 * @first_yes: the day since which the answer is yes without a break; not valid unless it is
 * @weeks: weeks of pregnancy on @answered; 0 when they are not known
 * @date: the day that was given; not valid when it is not known
 *
 * What is kept of one question. A plain value; zeroed and with cleared dates it is no answer.
 */
typedef struct
{
  CoachAnswer answer;
  CoachAnswer unless;
  GDate       answered;
  GDate       first_yes;
  guint       weeks;
  GDate       date;
} CoachScreeningAnswer;

#define COACH_TYPE_SCREENING_RECORD (coach_screening_record_get_type ())
G_DECLARE_FINAL_TYPE (CoachScreeningRecord, coach_screening_record, COACH, SCREENING_RECORD, GObject)

/* Emits "changed" whenever something is different. Ids that no question has are kept. */
CoachScreeningRecord       *coach_screening_record_new         (void);
const CoachScreeningAnswer *coach_screening_record_get         (CoachScreeningRecord       *self,
                                                                const char                 *id);
void                        coach_screening_record_set         (CoachScreeningRecord       *self,
                                                                const char                 *id,
                                                                const CoachScreeningAnswer *answer);
char                      **coach_screening_record_dup_ids     (CoachScreeningRecord       *self);
void                        coach_screening_record_set_cleared (CoachScreeningRecord       *self,
                                                                const GDate                *day);
const GDate                *coach_screening_record_get_cleared (CoachScreeningRecord       *self);
void                        coach_screening_record_copy_from   (CoachScreeningRecord       *self,
                                                                CoachScreeningRecord       *other);
const char                 *coach_answer_get_id                (CoachAnswer                 answer);
gboolean                    coach_answer_from_id               (const char                 *id,
                                                                CoachAnswer                *answer);

G_END_DECLS
