#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_CHECK_CARD (coach_check_card_get_type ())
G_DECLARE_FINAL_TYPE (CoachCheckCard, coach_check_card, COACH, CHECK_CARD, GtkWidget)

void coach_check_card_set_context (CoachCheckCard  *self,
                                   CoachAppContext *context);
void coach_check_card_update      (CoachCheckCard  *self);

G_END_DECLS
