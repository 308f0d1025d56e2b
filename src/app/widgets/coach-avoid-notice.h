#pragma once

#include <gtk/gtk.h>

#include "coach-moves-page-state.h"

G_BEGIN_DECLS

#define COACH_TYPE_AVOID_NOTICE (coach_avoid_notice_get_type ())
G_DECLARE_FINAL_TYPE (CoachAvoidNotice, coach_avoid_notice, COACH, AVOID_NOTICE, GtkWidget)

void coach_avoid_notice_set_state (CoachAvoidNotice          *self,
                                   const CoachMovesPageState *state);

G_END_DECLS
