#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_PACK_CARD (coach_pack_card_get_type ())
G_DECLARE_FINAL_TYPE (CoachPackCard, coach_pack_card, COACH, PACK_CARD, GtkWidget)

void coach_pack_card_set_context (CoachPackCard   *self,
                                  CoachAppContext *context);

G_END_DECLS
