#pragma once

#include "coach-ray.h"

G_BEGIN_DECLS

/**
 * CoachSketchPoint:
 *
 * What a line drawing knows about one of its points. The part is that of a [struct@Hit], or -1.
 */
typedef struct
{
  CoachVector normal;
  float       depth;
  gint16      part;
  guint8      material;
  guint8      is_muscle;
} CoachSketchPoint;

/**
 * CoachSketch:
 *
 * Where a picture has lines. It is looked at more finely than it is shown.
 */
typedef struct
{
  const CoachScene *scene;
  const CoachShot  *shot;
  const CoachField *field;
  CoachLens         lens;
  CoachVector       light;     /* from over the left shoulder of the one who looks */
  gboolean          has_mats;
  guint             width;
  guint             height;
  CoachSketchPoint *points;    /* (owned) */
  float            *edges;     /* (owned): how black a line begins at each point, 0 to 1 */
} CoachSketch;

CoachSketch *coach_sketch_new  (const CoachScene  *scene,
                                const CoachShot   *shot,
                                const CoachField  *field,
                                gboolean           has_mats,
                                guint              width,
                                guint              height);
void         coach_sketch_free (CoachSketch       *self);
float        coach_sketch_ink  (const CoachSketch *self,
                                float              pen,
                                int                x,
                                int                y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachSketch, coach_sketch_free)

G_END_DECLS
