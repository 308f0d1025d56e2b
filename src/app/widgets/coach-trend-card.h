#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_TREND_CARD (coach_trend_card_get_type ())
G_DECLARE_FINAL_TYPE (CoachTrendCard, coach_trend_card, COACH, TREND_CARD, GtkWidget)

void coach_trend_card_set_context (CoachTrendCard  *self,
                                   CoachAppContext *context);

G_END_DECLS
