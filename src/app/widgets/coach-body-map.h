#pragma once

#include <gtk/gtk.h>

#include "safety.h"

G_BEGIN_DECLS

#define COACH_TYPE_BODY_MAP (coach_body_map_get_type ())
G_DECLARE_FINAL_TYPE (CoachBodyMap, coach_body_map, COACH, BODY_MAP, GtkWidget)

void             coach_body_map_set_guide (CoachBodyMap    *self,
                                           CoachPainGuide  *guide);
void             coach_body_map_set_pain  (CoachBodyMap    *self,
                                           const CoachPain *pain);
const CoachPain *coach_body_map_get_pain  (CoachBodyMap    *self);
GtkWidget       *coach_body_map_get_zone  (CoachBodyMap    *self,
                                           CoachZone        zone);

G_END_DECLS
