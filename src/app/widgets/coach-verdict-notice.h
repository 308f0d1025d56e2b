#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_VERDICT_NOTICE (coach_verdict_notice_get_type ())
G_DECLARE_FINAL_TYPE (CoachVerdictNotice, coach_verdict_notice, COACH, VERDICT_NOTICE, GtkWidget)

void coach_verdict_notice_set_verdict (CoachVerdictNotice *self,
                                       CoachCatalog       *catalog,
                                       CoachVerdict       *verdict);

G_END_DECLS
