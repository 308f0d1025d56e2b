#pragma once

#include "coach-shape.h"
#include "coach-skeleton.h"

G_BEGIN_DECLS

#define COACH_MAX_SHAPES 16
#define COACH_MAX_CLOTHS 3
#define COACH_MAX_PLANES 4
/* Of one half; both have at most twice as many. */
#define COACH_MAX_HALF_CAPSULES 32

/**
 * CoachCloth:
 *
 * Cloth over the part of its group that lies inside all planes and outside the ball.
 */
typedef struct
{
  int        material;
  double     thickness;              /* metres */
  gboolean   has_trim;               /* a darker hem */
  int        segment;                /* whose frame the planes are in */
  guint      n_planes;
  CoachPoint normals[COACH_MAX_PLANES];
  double     limits[COACH_MAX_PLANES];
  CoachPoint ball;
  double     ball_radius;            /* 0 for none */
} CoachCloth;

/**
 * CoachGroup:
 *
 * Shapes of one segment that melt together: a part of the body as it is drawn.
 */
typedef struct
{
  char       name[24];
  int        segment;
  int        material;
  double     softness;               /* of the melting, metres */
  double     flesh;                  /* metres that it swells beside the floor that it rests on */
  guint      n_shapes;
  CoachShape shapes[COACH_MAX_SHAPES];
  guint      n_cloths;
  CoachCloth cloths[COACH_MAX_CLOTHS];
} CoachGroup;

/**
 * CoachMelt:
 *
 * How softly the group @a melts into @b; in a cluster, into those before it (@b is empty).
 */
typedef struct
{
  char   a[24];
  char   b[24];
  double softness;
} CoachMelt;

/**
 * CoachLandmark:
 *
 * A named point of the skin: its centre, the flesh around it, and the way out.
 */
typedef struct
{
  char       name[32];
  int        segment;
  CoachPoint at;
  double     radius;
  CoachPoint normal;                 /* 0 when it has none */
} CoachLandmark;

/**
 * CoachCapsule:
 *
 * One piece of the coarse hull that must not go through anything.
 */
typedef struct
{
  int        segment;
  CoachPoint a;
  CoachPoint b;
  double     radius;
} CoachCapsule;

/**
 * CoachMuscle:
 *
 * What a clip points at: a belly between two points.
 */
typedef struct
{
  char       name[32];
  int        segment_a;
  int        segment_b;
  CoachPoint a;
  CoachPoint b;
  double     radius;
  CoachPoint colour;
} CoachMuscle;

/**
 * CoachFigure:
 *
 * A body: skeleton, shape, skin points, hull and muscles, both halves.
 */
typedef struct
{
  CoachSkeleton *skeleton;   /* (owned) */
  GArray        *materials;  /* (owned) (element-type CoachMaterial) */
  GArray        *groups;     /* (owned) (element-type CoachGroup) */
  GArray        *clusters;   /* (owned) (element-type CoachMelt); a softness of 0 begins one */
  GArray        *pairs;      /* (owned) (element-type CoachMelt) */
  GArray        *landmarks;  /* (owned) (element-type CoachLandmark) */
  GArray        *capsules;   /* (owned) (element-type CoachCapsule) */
  GArray        *muscles;    /* (owned) (element-type CoachMuscle) */
} CoachFigure;

CoachFigure         *coach_figure_new           (const char        *folder,
                                                 const char        *body,
                                                 GError           **error);
void                 coach_figure_free          (CoachFigure       *self);
int                  coach_figure_find_landmark (const CoachFigure *self,
                                                 const char        *name);
int                  coach_figure_find_muscle   (const CoachFigure *self,
                                                 const char        *name);
const CoachLandmark *coach_figure_landmark      (const CoachFigure *self,
                                                 int                index);
CoachPoint           coach_figure_landmark_at   (const CoachFigure *self,
                                                 const CoachStance *stance,
                                                 int                index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachFigure, coach_figure_free)

G_END_DECLS
