#pragma once

#include <adwaita.h>

#include "host.h"
#include "safety.h"

G_BEGIN_DECLS

#define COACH_TYPE_HURTS_DIALOG (coach_hurts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CoachHurtsDialog, coach_hurts_dialog, COACH, HURTS_DIALOG, AdwWindow)

/**
 * CoachHurtsFacts:
 * @before: (nullable): where it hurt before; %NULL when that is not known
 * @side: the side that is said to be painful
 * @was_amber: whether the movement was amber before in this session
 * @in_session: whether a session is under way
 *
 * What the answers are judged by.
 */
typedef struct
{
  const CoachPain *before;
  CoachSide        side;
  gboolean         was_amber;
  gboolean         in_session;
} CoachHurtsFacts;

CoachHurtsDialog      *coach_hurts_dialog_new       (GtkWindow             *parent,
                                                     CoachCatalog          *catalog,
                                                     CoachClock            *clock,
                                                     CoachMovement         *movement,
                                                     const CoachHurtsFacts *facts);
const CoachHurtsState *coach_hurts_dialog_get_state (CoachHurtsDialog      *self);

G_END_DECLS
