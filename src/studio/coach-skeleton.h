#pragma once

#include "coach-reader.h"

G_BEGIN_DECLS

#define COACH_MAX_SEGMENTS 48
#define COACH_MAX_DOFS 80

/* The root's own: x, y, z in metres, then yaw, pitch, roll, twist in degrees. */
#define COACH_ROOT_DOFS 7
#define COACH_ROOT_LENGTHS 3

/**
 * CoachDof:
 * @name: `segment.angle`, such as `thigh_L.flex`
 * @axis: 0, 1 or 2: about which axis it turns
 * @sign: 1 or -1, so that the anatomical direction is positive on both sides
 * @minimum: the smallest value, degrees (the root's first three: metres)
 * @maximum: the largest
 * @stiffness: how much the solver dislikes to move it away from what was authored
 *
 * One degree of freedom.
 */
typedef struct
{
  char  *name;
  int    axis;
  double sign;
  double minimum;
  double maximum;
  double stiffness;
} CoachDof;

/**
 * CoachSegment:
 * @name: such as `thigh_L`
 * @parent: index of the segment it hangs from, -1 for the pelvis
 * @offset: its joint in the parent's frame, metres
 * @first_dof: index of its first degree of freedom
 * @n_dofs: how many it has
 * @movers: every degree of freedom that moves it
 * @n_movers: how many those are
 *
 * One rigid part of the body.
 */
typedef struct
{
  char      *name;
  int        parent;
  CoachPoint offset;
  guint      first_dof;
  guint      n_dofs;
  guint8     movers[COACH_MAX_DOFS];
  guint      n_movers;
} CoachSegment;

/**
 * CoachSkeleton:
 *
 * The joint tree. The root's rotation is Rz(yaw) Rx(pitch) Ry(roll) Rz(twist): standing facing +y
 * is all 0, supine with the head to -y is pitch 90, prone with the head to +y is pitch -90. One of
 * the four is redundant on purpose; the solver stays near what was authored.
 */
typedef struct
{
  double       stature;
  CoachSegment segments[COACH_MAX_SEGMENTS];
  guint        n_segments;
  CoachDof     dofs[COACH_MAX_DOFS];
  guint        n_dofs;
} CoachSkeleton;

/**
 * CoachStance:
 * @segments: where each segment is
 * @axes: the world direction of each degree of freedom
 * @pivots: a point on that axis
 *
 * The whole body in one position.
 */
typedef struct
{
  CoachRigid segments[COACH_MAX_SEGMENTS];
  CoachPoint axes[COACH_MAX_DOFS];
  CoachPoint pivots[COACH_MAX_DOFS];
} CoachStance;

CoachSkeleton *coach_skeleton_new          (const char          *path,
                                            GError             **error);
void           coach_skeleton_free         (CoachSkeleton       *self);
int            coach_skeleton_find_segment (const CoachSkeleton *self,
                                            const char          *name);
int            coach_skeleton_find_dof     (const CoachSkeleton *self,
                                            const char          *name);
void           coach_skeleton_stand        (const CoachSkeleton *self,
                                            const double        *angles,
                                            CoachStance         *stance);
char          *coach_side_swapped          (const char          *name);
gboolean       coach_side_is_right         (const char          *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachSkeleton, coach_skeleton_free)

G_END_DECLS
