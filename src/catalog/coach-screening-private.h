#pragma once

#include "coach-catalog-private.h"
#include "coach-screening.h"

G_BEGIN_DECLS

/* The kinds of intervals between questions, by the bits of CoachScreeningAsk. */
#define COACH_N_SCREENING_ASKS 9

struct _CoachScreening
{
  GObject                parent_instance;

  GPtrArray             *questions;    /* (element-type CoachScreeningQuestion) */
  GPtrArray             *limits;       /* (element-type CoachLimit) */
  GPtrArray             *help_numbers; /* (element-type CoachHelpNumbers) */
  GHashTable            *covered;      /* of owned country codes to unowned CoachHelpNumbers */
  char                  *combine_advice; /* translated */
  CoachScreeningOutcome  combine_outcome;
  guint                  combine_count;
  guint                  ask_days[COACH_N_SCREENING_ASKS]; /* 0 where no days are counted */
};

CoachScreening         *coach_screening_read           (CoachCatalog       *catalog,
                                                        CoachContentReader *reader);
void                    coach_screening_read_questions (CoachScreening     *self,
                                                        CoachCatalog       *catalog,
                                                        CoachContentReader *reader);
CoachScreeningQuestion *coach_screening_find_question  (CoachScreening     *self,
                                                        const char         *id);
CoachScreeningOutcome   coach_screening_read_outcome   (CoachContentReader *reader,
                                                        const char         *member);
char                   *coach_screening_read_advice    (CoachContentReader *reader,
                                                        const char         *member);
void                    coach_screening_question_free  (gpointer            question);
void                    coach_limit_free               (gpointer            limit);
void                    coach_help_numbers_free        (gpointer            numbers);

G_END_DECLS
