#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_VOICE_PAGE (coach_voice_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachVoicePage, coach_voice_page, COACH, VOICE_PAGE, AdwPreferencesPage)

GtkWidget *coach_voice_page_new (CoachAppContext *context);

G_END_DECLS
