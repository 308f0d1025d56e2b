#pragma once

#include <gtk/gtk.h>

#include "safety.h"

G_BEGIN_DECLS

#define COACH_TYPE_SCORE_POPOVER (coach_score_popover_get_type ())
G_DECLARE_FINAL_TYPE (CoachScorePopover, coach_score_popover, COACH, SCORE_POPOVER, GtkPopover)

GtkWidget *coach_score_popover_new (void);
void       coach_score_popover_ask (CoachScorePopover *self,
                                    CoachPainGuide    *guide,
                                    CoachZone          zone,
                                    guint              score);

G_END_DECLS
