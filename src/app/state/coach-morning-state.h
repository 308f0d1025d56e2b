#pragma once

#include <gio/gio.h>

#include "journal.h"

G_BEGIN_DECLS

/**
 * CoachMorningState:
 * @session: (nullable): the id of the session to ask about now
 * @next: (nullable): when to ask, if nothing changes; %NULL when there is nothing to ask
 *
 * Whether and when somebody is asked how it is in the morning after a session.
 */
typedef struct
{
  char      *session;
  GDateTime *next;
} CoachMorningState;

void coach_morning_state_init  (CoachMorningState *self,
                                CoachDiary        *diary,
                                guint              begins_minute,
                                GDateTime         *now);
void coach_morning_state_clear (CoachMorningState *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CoachMorningState, coach_morning_state_clear)

G_END_DECLS
