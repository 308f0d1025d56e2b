#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_HELP_GROUP (coach_help_group_get_type ())
G_DECLARE_FINAL_TYPE (CoachHelpGroup, coach_help_group, COACH, HELP_GROUP, AdwPreferencesGroup)

GtkWidget *coach_help_group_new (CoachAppContext *context);

G_END_DECLS
