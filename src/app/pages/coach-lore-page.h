#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_LORE_PAGE (coach_lore_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachLorePage, coach_lore_page, COACH, LORE_PAGE, AdwBin)

GtkWidget *coach_lore_page_new (CoachAppContext *context);

G_END_DECLS
