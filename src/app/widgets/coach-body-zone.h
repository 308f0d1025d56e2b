#pragma once

#include <gtk/gtk.h>

#include "safety.h"

G_BEGIN_DECLS

#define COACH_TYPE_BODY_ZONE (coach_body_zone_get_type ())
G_DECLARE_FINAL_TYPE (CoachBodyZone, coach_body_zone, COACH, BODY_ZONE, GtkButton)

GtkWidget *coach_body_zone_new          (const CoachBodyChart *chart,
                                         CoachZone             zone);
CoachZone  coach_body_zone_get_zone     (CoachBodyZone        *self);
void       coach_body_zone_set_score    (CoachBodyZone        *self,
                                         guint                 score,
                                         const char           *words);
void       coach_body_zone_set_selected (CoachBodyZone        *self,
                                         gboolean              is_selected);
void       coach_body_zone_place        (CoachBodyZone        *self,
                                         double                x,
                                         double                y,
                                         double                scale);
void       coach_body_zone_get_middle   (CoachBodyZone        *self,
                                         GdkRectangle         *middle);

G_END_DECLS
