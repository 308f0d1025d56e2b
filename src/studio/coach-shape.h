#pragma once

#include "coach-reader.h"

G_BEGIN_DECLS

/**
 * CoachShapeKind:
 * @COACH_SHAPE_CONE: a round cone from @a to @b
 * @COACH_SHAPE_ELLIPSOID: an ellipsoid about @a with the radii @half
 * @COACH_SHAPE_BOX: a box about @a with half its edges in @half
 * @COACH_SHAPE_CYLINDER: a cylinder along x about @a, half as long as @half's x
 *
 * What bodies and props are made of.
 */
typedef enum
{
  COACH_SHAPE_CONE,
  COACH_SHAPE_ELLIPSOID,
  COACH_SHAPE_BOX,
  COACH_SHAPE_CYLINDER,
} CoachShapeKind;

/**
 * CoachShape:
 *
 * A simple solid in the frame of the segment or prop that it belongs to, in metres.
 */
typedef struct
{
  CoachShapeKind kind;
  char           name[24];  /* empty, or what contacts call it ("seat") */
  CoachPoint     a;
  CoachPoint     b;         /* cone only */
  CoachPoint     half;
  CoachPoint     squash;    /* cone only: scales it about @a */
  double         radius_a;
  double         radius_b;
  double         round;     /* of edges */
  CoachPoint     groove;    /* cylinder only: depth, density along, density around */
  CoachPoint     tilt;      /* ellipsoid and box: degrees about x, y, z in turn */
} CoachShape;

/**
 * CoachMaterial:
 *
 * How a surface takes the light. Colours are linear.
 */
typedef struct
{
  char       name[24];
  CoachPoint colour;
  double     specular;
  double     gloss;
  double     warmth;      /* light that has travelled through, as in skin */
  double     sheen;
  double     tone;        /* 0 to 1: how dark a line drawing fills it */
} CoachMaterial;

CoachShape coach_shape_read     (CoachReader      *reader);
CoachShape coach_shape_mirrored (const CoachShape *self);
CoachTurn  coach_shape_turn     (const CoachShape *self);
void       coach_materials_read (CoachReader      *reader,
                                 GArray           *materials);
int        coach_materials_find (const GArray     *materials,
                                 const char       *name);
CoachPoint coach_colour_read    (CoachReader      *reader,
                                 const char       *member);

G_END_DECLS
