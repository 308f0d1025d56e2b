#pragma once

#include "coach-skeleton.h"

G_BEGIN_DECLS

/**
 * CoachWantedAngle:
 * @words: the phrase that asks for it
 * @dofs: the angles whose sum it is about, -1 where there are fewer
 * @degrees: what their sum should be
 *
 * An angle that a sentence asks for.
 */
typedef struct
{
  char  *words;
  int    dofs[2];
  double degrees;
} CoachWantedAngle;

GArray *coach_pose_words_parse (const CoachSkeleton *skeleton,
                                const char          *sentence,
                                GPtrArray           *not_understood);

G_END_DECLS
