/* What a decision holds. For those who make it and those who read it. */
#pragma once

#include "coach-screening-decision.h"

G_BEGIN_DECLS

struct _CoachScreeningDecision
{
  gatomicrefcount         ref_count;

  CoachScreening         *screening;  /* (owned) (not nullable): the findings point into it */
  CoachScreeningOutcome   outcome;
  gboolean                is_blocked;
  gboolean                is_complete;
  CoachScreeningOutcome   trend_outcome; /* clear unless the trend is urgent */
  GArray                 *findings;   /* (owned) (element-type CoachScreeningFinding), most urgent
                                       * first */
  GPtrArray              *limits;     /* (owned) (element-type utf8): ids, NULL-terminated */
  GPtrArray              *conditions; /* (owned) (element-type utf8): ids, NULL-terminated */
};

G_END_DECLS
