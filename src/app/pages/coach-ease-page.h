#pragma once

#include <gtk/gtk.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

/**
 * CoachEaseReason:
 * @COACH_EASE_STRONG: pain is strong today
 * @COACH_EASE_REST_DAY: it is a rest day
 * @COACH_EASE_NOTHING: the rules leave nothing of any routine
 *
 * Why there is no session now.
 */
typedef enum
{
  COACH_EASE_STRONG,
  COACH_EASE_REST_DAY,
  COACH_EASE_NOTHING,
} CoachEaseReason;

#define COACH_TYPE_EASE_PAGE (coach_ease_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachEasePage, coach_ease_page, COACH, EASE_PAGE, GtkWidget)

GtkWidget *coach_ease_page_new (CoachAppContext *context,
                                CoachEaseReason  reason);

G_END_DECLS
