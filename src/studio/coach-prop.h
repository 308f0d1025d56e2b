#pragma once

#include "coach-shape.h"

G_BEGIN_DECLS

#define COACH_MAX_PROP_PARTS 4
#define COACH_MAX_PROP_SHAPES 10

/**
 * CoachPropPart:
 *
 * The shapes of a prop that are of one material.
 */
typedef struct
{
  int        material;
  guint      n_shapes;
  CoachShape shapes[COACH_MAX_PROP_SHAPES];
} CoachPropPart;

/**
 * CoachPropKind:
 *
 * A sort of thing that the figure uses. Contacts speak of the faces of its named boxes, such as
 * `chair.seat`.
 */
typedef struct
{
  char          name[24];
  char          checksum[65]; /* of all that it is made from */
  double        radius;    /* metres, above 0 when it rolls; then its origin is its middle */
  double        give;      /* metres that it yields under weight */
  gboolean      is_solid;  /* false for a mat, whose top is the floor of the figure's world */
  guint         n_parts;
  CoachPropPart parts[COACH_MAX_PROP_PARTS];
} CoachPropKind;

/**
 * CoachFace:
 *
 * A flat side of a box, in the frame of its prop.
 */
typedef struct
{
  CoachPoint normal;
  CoachPoint middle;
  CoachPoint across;     /* unit, along one edge */
  CoachPoint up;         /* unit, along the other */
  double     half_across;
  double     half_up;
} CoachFace;

/**
 * CoachPropBox:
 *
 * Every kind of prop, and what they are made of.
 */
typedef struct
{
  GArray *materials;   /* (owned) (element-type CoachMaterial) */
  GArray *kinds;       /* (owned) (element-type CoachPropKind) */
} CoachPropBox;

CoachPropBox        *coach_prop_box_new       (const char          *path,
                                               GError             **error);
void                 coach_prop_box_free      (CoachPropBox        *self);
const CoachPropKind *coach_prop_box_find      (const CoachPropBox  *self,
                                               const char          *name);
gboolean             coach_prop_kind_find_face (const CoachPropKind *self,
                                                const char          *name,
                                                CoachFace           *face);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachPropBox, coach_prop_box_free)

G_END_DECLS
