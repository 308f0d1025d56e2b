#pragma once

#include <gtk/gtk.h>

#include "coach-before-start-state.h"

G_BEGIN_DECLS

#define COACH_TYPE_CONCERN_CARD (coach_concern_card_get_type ())
G_DECLARE_FINAL_TYPE (CoachConcernCard, coach_concern_card, COACH, CONCERN_CARD, GtkWidget)

GtkWidget  *coach_concern_card_new           (CoachCatalog       *catalog,
                                              const CoachConcern *concern);
const char *coach_concern_card_get_swapped   (CoachConcernCard   *self);

G_END_DECLS
