#pragma once

#include <gtk/gtk.h>

#include "safety.h"

G_BEGIN_DECLS

#define COACH_TYPE_VERDICT_BADGE (coach_verdict_badge_get_type ())
G_DECLARE_FINAL_TYPE (CoachVerdictBadge, coach_verdict_badge, COACH, VERDICT_BADGE, GtkWidget)

GtkWidget *coach_verdict_badge_new       (void);
void       coach_verdict_badge_set_level (CoachVerdictBadge *self,
                                          CoachVerdictLevel  level);

G_END_DECLS
