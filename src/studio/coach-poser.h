#pragma once

#include "coach-motion.h"

G_BEGIN_DECLS

#define COACH_MAX_OVERLAPS 96

/**
 * CoachPropState:
 * @place: where the prop is
 * @spin_deg: how far it has rolled
 *
 * A prop at one moment.
 */
typedef struct
{
  CoachRigid place;
  double     spin_deg;
} CoachPropState;

/**
 * CoachOverlapKind:
 * @COACH_OVERLAP_FLOOR: below the floor
 * @COACH_OVERLAP_PROP: inside a prop
 * @COACH_OVERLAP_BODY: inside another part of the body
 */
typedef enum
{
  COACH_OVERLAP_FLOOR,
  COACH_OVERLAP_PROP,
  COACH_OVERLAP_BODY,
} CoachOverlapKind;

/**
 * CoachOverlap:
 *
 * Two things that are in the same place. The key tells the same overlap in another moment.
 */
typedef struct
{
  CoachOverlapKind kind;
  guint            key;
  double           depth;         /* metres */
  int              segment_a;
  int              segment_b;     /* -1 for floor and props */
  int              prop;          /* -1 for floor and body */
  CoachPoint       at_a;
  CoachPoint       at_b;          /* of a prop: the place on its surface */
  CoachPoint       way_out;       /* of @segment_a */
} CoachOverlap;

/**
 * CoachStrain:
 *
 * What a position could not satisfy: in-betweens aim for the blend of what both their keys came
 * to, so that a key's neighbours in time are its neighbours in shape too.
 */
typedef struct
{
  guint        n_rows;
  double       rows[COACH_MAX_CONTACTS * 9];
  guint        n_overlaps;
  guint        keys[COACH_MAX_OVERLAPS];
  double       depths[COACH_MAX_OVERLAPS];
} CoachStrain;

/**
 * CoachTask:
 *
 * What the solver is asked: angles to stay near, contacts to meet, props to keep out of.
 */
typedef struct
{
  const CoachMotion    *motion;
  const double         *hint;
  const CoachContact   *contacts;
  guint                 n_contacts;
  const CoachPropState *props;
  const CoachStrain    *bias;      /* (nullable) */
} CoachTask;

/**
 * CoachPoser:
 *
 * Inverse kinematics for one body: finds the angles that are nearest to a hint and meet contacts,
 * joint limits and the flesh. Damped Gauss-Newton on weighted residuals with exact Jacobians.
 */
typedef struct _CoachPoser CoachPoser;

CoachPoser *coach_poser_new          (const CoachFigure    *figure);
void        coach_poser_free         (CoachPoser           *self);
void        coach_poser_solve        (CoachPoser           *self,
                                      const CoachTask      *task,
                                      guint                 max_rounds,
                                      double               *angles);
guint       coach_poser_overlaps     (const CoachPoser     *self,
                                      const CoachMotion    *motion,
                                      const CoachStance    *stance,
                                      const CoachPropState *props,
                                      double                slack,
                                      CoachOverlap         *overlaps);
void        coach_poser_strain       (const CoachPoser     *self,
                                      const CoachTask      *task,
                                      const CoachStance    *stance,
                                      CoachStrain          *strain);

/**
 * CoachContactRows:
 *
 * A contact's residual: at most nine numbers, metres, with their derivatives by the angles.
 */
typedef struct
{
  guint  n_rows;
  guint  n_hard;       /* the first ones that are distances; the rest are soft directions */
  double residual[9];
  double slope[9][COACH_MAX_DOFS];
} CoachContactRows;

void        coach_contact_rows       (const CoachMotion    *motion,
                                      const CoachContact   *contact,
                                      const CoachStance    *stance,
                                      const CoachPropState *props,
                                      CoachContactRows     *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachPoser, coach_poser_free)

G_END_DECLS
