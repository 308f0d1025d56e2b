#pragma once

#include "coach-skeleton.h"

G_BEGIN_DECLS

/**
 * CoachWantedAngle:
 * @words: the phrase that asks for it
 * @is_trunk: whether it is how far the trunk is from upright, and not about joints
 * @dofs: the angles whose sum it is about, -1 where there are fewer
 * @degrees: what their sum should be; 0 for an upright trunk, 90 for a level one, more when the
 *   head is lower than the hips
 *
 * An angle that a sentence asks for.
 */
typedef struct
{
  char    *words;
  gboolean is_trunk;
  int      dofs[2];
  double   degrees;
} CoachWantedAngle;

GArray *coach_pose_words_parse (const CoachSkeleton *skeleton,
                                const char          *sentence,
                                GPtrArray           *not_understood);

G_END_DECLS
