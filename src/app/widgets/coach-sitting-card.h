#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_SITTING_CARD (coach_sitting_card_get_type ())
G_DECLARE_FINAL_TYPE (CoachSittingCard, coach_sitting_card, COACH, SITTING_CARD, GtkWidget)

void coach_sitting_card_set_context (CoachSittingCard *self,
                                     CoachAppContext  *context);

G_END_DECLS
