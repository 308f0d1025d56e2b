#pragma once

#include <gtk/gtk.h>

#include "coach-far-view-state.h"

G_BEGIN_DECLS

#define COACH_TYPE_FAR_VIEW (coach_far_view_get_type ())
G_DECLARE_FINAL_TYPE (CoachFarView, coach_far_view, COACH, FAR_VIEW, GtkWidget)

/**
 * CoachFarTurn:
 * @COACH_FAR_TURN_NONE: upright
 * @COACH_FAR_TURN_LEFT: for somebody who lies on the left side: up is to the left
 * @COACH_FAR_TURN_RIGHT: for somebody who lies on the right side: up is to the right
 *
 * How a far view is turned.
 */
typedef enum
{
  COACH_FAR_TURN_NONE,
  COACH_FAR_TURN_LEFT,
  COACH_FAR_TURN_RIGHT,
} CoachFarTurn;

GtkWidget *coach_far_view_new           (void);
void       coach_far_view_set_state     (CoachFarView            *self,
                                         const CoachFarViewState *state);
void       coach_far_view_set_picture   (CoachFarView            *self,
                                         const char              *clip_path,
                                         const char              *still_path);
void       coach_far_view_set_turn      (CoachFarView            *self,
                                         CoachFarTurn             turn);

G_END_DECLS
