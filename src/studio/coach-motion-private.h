#pragma once

#include "coach-motion.h"

G_BEGIN_DECLS

/**
 * CoachMotionSource:
 *
 * What is being read: the motion's own file, and the positions that all motions share.
 */
typedef struct
{
  CoachMotion *motion;
  CoachReader *own;
  CoachReader *shared;
} CoachMotionSource;

void coach_motion_read_contacts (CoachMotion       *self,
                                 CoachReader       *reader,
                                 CoachPose         *pose);
void coach_motion_read_pose     (CoachMotionSource *source,
                                 const char        *name,
                                 guint              depth,
                                 CoachPose         *pose);
void coach_pose_mirror          (const CoachMotion *motion,
                                 CoachPose         *pose);

G_END_DECLS
