#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define COACH_TYPE_ADVICE_BADGE (coach_advice_badge_get_type ())
G_DECLARE_FINAL_TYPE (CoachAdviceBadge, coach_advice_badge, COACH, ADVICE_BADGE, GtkWidget)

void coach_advice_badge_set_verdict (CoachAdviceBadge     *self,
                                     CoachActivityVerdict  verdict);

G_END_DECLS
