#pragma once

#include "coach-take.h"
#include "coach-vector.h"

G_BEGIN_DECLS

#define COACH_MAX_PARTS 128
#define COACH_MAX_BLENDS 160
#define COACH_MAX_MATERIALS 48
#define COACH_MAX_FRAMES (COACH_MAX_SEGMENTS + COACH_MAX_PROPS)
#define COACH_MAX_GLOWS 8
#define COACH_MAX_PRESSES 24

/**
 * CoachDrawnShape:
 *
 * A shape, prepared for measuring distances to it.
 */
typedef struct
{
  CoachShapeKind kind;
  gboolean       is_tilted;
  CoachVector    a;
  CoachVector    b;           /* cone: its axis; box, ellipsoid, cylinder: half widths */
  CoachVector    s;           /* what divides lengths; of a cylinder: its grooves */
  float          radius_a;
  float          radius_b;    /* or the rounding of edges */
  float          length2;
  float          taper;
  float          side2;
  float          per_length2;
  float          smallest;
  float          tilt[9];
} CoachDrawnShape;

/**
 * CoachDrawnCloth:
 *
 * A piece of cloth, prepared for drawing: it covers what is behind all its planes and outside its
 * ball.
 */
typedef struct
{
  guint8      material;
  guint8      frame;
  gboolean    has_trim;
  float       thickness;
  guint       n_planes;
  CoachVector normals[COACH_MAX_PLANES];
  float       limits[COACH_MAX_PLANES];
  CoachVector ball;
  float       ball_radius;
} CoachDrawnCloth;

/**
 * CoachPart:
 *
 * A group of the body, or a part of a prop.
 */
typedef struct
{
  guint8          frame;
  guint8          material;
  guint8          cluster;    /* index of the first part it melts with */
  guint           n_shapes;
  guint           n_cloths;
  float           softness;
  float           flesh;      /* metres that it swells beside what it is pressed on */
  float           melt;       /* into the parts of its cluster that stand before it */
  float           reach;      /* how far its softest blend is felt */
  CoachVector     middle;     /* of a box and a ball around it, in its frame */
  CoachVector     half;
  float           radius;
  CoachDrawnShape shapes[COACH_MAX_SHAPES];
  CoachDrawnCloth cloths[COACH_MAX_CLOTHS];
} CoachPart;

/**
 * CoachBlend:
 *
 * Two clusters that melt into each other where they meet.
 */
typedef struct
{
  guint8 a;                   /* clusters */
  guint8 b;
  float  softness;
} CoachBlend;

/**
 * CoachSurface:
 *
 * A material, prepared for drawing.
 */
typedef struct
{
  CoachVector colour;
  float       specular;
  float       gloss;
  float       warmth;
  float       sheen;
  float       tone;
} CoachSurface;

/**
 * CoachScene:
 *
 * What a motion's pictures have in common, prepared for drawing.
 */
typedef struct
{
  guint        n_parts;
  CoachPart    parts[COACH_MAX_PARTS];
  guint        n_blends;
  CoachBlend   blends[COACH_MAX_BLENDS];
  guint        n_surfaces;
  CoachSurface surfaces[COACH_MAX_MATERIALS];
  guint        n_segments;
} CoachScene;

/**
 * CoachBelly:
 *
 * A muscle that is pointed at.
 */
typedef struct
{
  CoachVector a;
  CoachVector b;
  CoachVector colour;
  float       radius;
  float       amount;         /* 0 to 1 */
  guint64     shines_through; /* the segments whose skin it is seen through, one bit each */
} CoachBelly;

/**
 * CoachPress:
 *
 * Where two parts of the body, or one and a prop, press on each other.
 */
typedef struct
{
  int         frame_a;
  int         frame_b;        /* -1 for a prop */
  CoachVector at;
  CoachVector normal;         /* of the plane between them, unit */
  float       amount;         /* 0 to 1: it begins before the skins meet */
} CoachPress;

/**
 * CoachShot:
 *
 * One picture: where everything is, and the camera. Two shots with the same bytes look the same.
 */
typedef struct
{
  CoachFrameOfReference frames[COACH_MAX_FRAMES];
  CoachBelly            bellies[COACH_MAX_GLOWS];
  guint                 n_bellies;
  CoachPress            presses[COACH_MAX_PRESSES];
  guint                 n_presses;
  float                 belly_rise;      /* metres, by a breath */
  float                 chest_rise;
  CoachVector           eye;
  CoachVector           at;
  CoachVector           light;           /* unit */
  float                 zoom;            /* tangent of half the field of view */
} CoachShot;

CoachScene *coach_scene_new  (const CoachMotion  *motion,
                              const CoachPropBox *box,
                              GError            **error);
void        coach_scene_shot   (const CoachTake    *take,
                                const CoachSample  *sample,
                                CoachShot          *shot);
gboolean    coach_shot_is_like (const CoachShot    *a,
                                const CoachShot    *b);

G_END_DECLS
