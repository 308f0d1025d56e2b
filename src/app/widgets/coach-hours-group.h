#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COACH_TYPE_HOURS_GROUP (coach_hours_group_get_type ())
G_DECLARE_FINAL_TYPE (CoachHoursGroup, coach_hours_group, COACH, HOURS_GROUP, AdwPreferencesGroup)

void coach_hours_group_set_settings (CoachHoursGroup *self,
                                     GSettings       *settings);

G_END_DECLS
