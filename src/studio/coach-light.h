#pragma once

#include "coach-field.h"

G_BEGIN_DECLS

/**
 * CoachLit:
 * @ambient: light from all around, by colour
 * @open: how open the place is, 0 to 1
 * @key: how much of the key light reaches it, 0 to 1
 *
 * The light at one place.
 */
typedef struct
{
  CoachVector ambient;
  float       open;
  float       key;
} CoachLit;

/**
 * CoachFloorLight:
 *
 * The light on the floor. It is smooth, so that a map with cells of a centimetre saves tracing it
 * for each pixel.
 */
typedef struct _CoachFloorLight CoachFloorLight;

float            coach_light_shadow    (const CoachField      *field,
                                        CoachVector            p,
                                        CoachVector            light);
CoachLit         coach_light_ambient   (const CoachField      *field,
                                        CoachVector            p,
                                        CoachVector            normal,
                                        gboolean               is_floor);
CoachFloorLight *coach_floor_light_new (const CoachField      *field,
                                        CoachVector            light);
void             coach_floor_light_free (CoachFloorLight      *self);
CoachLit         coach_floor_light_at  (const CoachFloorLight *self,
                                        CoachVector            p);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachFloorLight, coach_floor_light_free)

G_END_DECLS
