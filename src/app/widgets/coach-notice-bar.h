#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_NOTICE_BAR (coach_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (CoachNoticeBar, coach_notice_bar, COACH, NOTICE_BAR, GtkWidget)

void coach_notice_bar_set_context (CoachNoticeBar  *self,
                                   CoachAppContext *context);

G_END_DECLS
