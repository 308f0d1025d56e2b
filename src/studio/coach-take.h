#pragma once

#include "coach-poser.h"

G_BEGIN_DECLS

#define COACH_FRAMES_PER_SECOND 24

/**
 * CoachSample:
 *
 * The body at one moment, and the contacts that hold there.
 */
typedef struct
{
  double         t_s;
  double         angles[COACH_MAX_DOFS];
  CoachStance    stance;
  CoachPropState props[COACH_MAX_PROPS];
  guint          n_contacts;
  CoachContact   contacts[COACH_MAX_CONTACTS];
} CoachSample;

/**
 * CoachTake:
 *
 * A motion with its keys solved, from which any moment can be had.
 */
typedef struct _CoachTake CoachTake;

CoachTake         *coach_take_new      (const CoachMotion *motion);
void               coach_take_free     (CoachTake         *self);
const CoachMotion *coach_take_motion   (const CoachTake   *self);
const CoachPoser  *coach_take_poser    (const CoachTake   *self);
guint              coach_take_n_frames (const CoachTake   *self);
void               coach_take_sample   (const CoachTake   *self,
                                        double             t_s,
                                        CoachSample       *sample);
double             coach_take_glow     (const CoachTake   *self,
                                        guint              index,
                                        double             t_s);
double             coach_ease          (CoachEase          ease,
                                        double             u);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachTake, coach_take_free)

G_END_DECLS
