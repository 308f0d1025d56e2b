#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COACH_TYPE_REMINDERS_GROUP (coach_reminders_group_get_type ())
G_DECLARE_FINAL_TYPE (CoachRemindersGroup, coach_reminders_group, COACH, REMINDERS_GROUP,
                      AdwPreferencesGroup)

void coach_reminders_group_set_settings (CoachRemindersGroup *self,
                                         GSettings           *settings);

G_END_DECLS
