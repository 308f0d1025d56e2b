#pragma once

#include "coach-scene.h"

G_BEGIN_DECLS

/* The studio's floor lies one mat under the figure's world. */
#define COACH_FLOOR_Z (-.006f)
/* Width of a cell of the coarse grid, metres. */
#define COACH_CELL .02f

/**
 * CoachField:
 *
 * Signed distances to everything in one picture. They are evaluated anew for each pose: smooth
 * unions need no skinning weights and have no joints that collapse. A coarse grid serves to skip
 * empty space and for soft light; close to a surface only the few parts that matter are measured.
 */
typedef struct _CoachField CoachField;

CoachField  *coach_field_new          (const CoachScene  *scene,
                                       const CoachShot   *shot);
void         coach_field_free         (CoachField        *self);
float        coach_field_exact        (const CoachField  *self,
                                       CoachVector        p,
                                       float              upper,
                                       int               *part);
float        coach_field_coarse       (const CoachField  *self,
                                       CoachVector        p);
CoachVector  coach_field_normal       (const CoachField  *self,
                                       CoachVector        p);
guint        coach_field_material     (const CoachField  *self,
                                       CoachVector        p,
                                       int                part,
                                       gboolean          *is_trim);
void         coach_field_bounds       (const CoachField  *self,
                                       CoachVector       *low,
                                       CoachVector       *high);
float        coach_shape_distance     (const CoachDrawnShape *shape,
                                       CoachVector        p);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachField, coach_field_free)

G_END_DECLS
