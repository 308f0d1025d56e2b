#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_REMINDERS_GROUP (coach_reminders_group_get_type ())
G_DECLARE_FINAL_TYPE (CoachRemindersGroup, coach_reminders_group, COACH, REMINDERS_GROUP,
                      AdwPreferencesGroup)

void coach_reminders_group_set_context (CoachRemindersGroup *self,
                                        CoachAppContext     *context);

G_END_DECLS
