#pragma once

#include "coach-verdict.h"

G_BEGIN_DECLS

/* What is found out about one move for one person. */
typedef struct
{
  CoachCatalog      *catalog;
  CoachProfile      *profile;
  CoachMove         *move;

  CoachVerdictLevel  level;   /* the worst so far */
  GArray            *reasons; /* (nullable) (element-type CoachReason): those that lead to @level;
                               * NULL when only the level is asked for */
} CoachJudgement;

void coach_judgement_run (CoachJudgement *self);

G_END_DECLS
