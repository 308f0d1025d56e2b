#pragma once

#include "coach-ray.h"
#include "coach-renderer.h"

G_BEGIN_DECLS

/**
 * CoachPixel:
 *
 * What one place of a picture shows. The part is that of a [struct@Hit].
 */
typedef struct
{
  CoachVector colour;    /* as shown, 0 to 1 */
  CoachVector normal;
  int         part;
} CoachPixel;

CoachVector coach_shade           (const CoachScene      *scene,
                                   const CoachShot       *shot,
                                   const CoachField      *field,
                                   const CoachFloorLight *floor_light,
                                   const CoachLens       *lens,
                                   CoachVector            ray,
                                   CoachPixel            *pixel);
void        coach_draw_colour     (const CoachScene      *scene,
                                   const CoachShot       *shot,
                                   const CoachField      *field,
                                   CoachImage            *image);
void        coach_draw_lines      (const CoachScene      *scene,
                                   const CoachShot       *shot,
                                   const CoachField      *field,
                                   CoachImage            *image);

G_END_DECLS
