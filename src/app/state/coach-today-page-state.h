#pragma once

#include "session.h"

G_BEGIN_DECLS

/**
 * CoachTodayReason:
 * @COACH_TODAY_REASON_CONDITIONS: it was made for what the person has
 * @COACH_TODAY_REASON_EVENING: it is late, so it asks little
 * @COACH_TODAY_REASON_MORNING: it is early, so it is short
 * @COACH_TODAY_REASON_MAIN: it works most on the deep buttock muscle
 *
 * Why a routine was chosen for today.
 */
typedef enum
{
  COACH_TODAY_REASON_CONDITIONS,
  COACH_TODAY_REASON_EVENING,
  COACH_TODAY_REASON_MORNING,
  COACH_TODAY_REASON_MAIN,
} CoachTodayReason;

/**
 * CoachTodayPageState:
 * @routine: (nullable): the routine that fits; %NULL when nothing safe is left of any
 * @reason: why
 * @leave_out: (element-type CoachMove): what to leave out, what people meet most first
 * @hour: the hour of the day, for the greeting
 *
 * What the Today page shows.
 */
typedef struct
{
  CoachRoutine     *routine;
  CoachTodayReason  reason;
  GPtrArray        *leave_out;
  int               hour;
} CoachTodayPageState;

CoachTodayPageState *coach_today_page_state_from         (CoachCatalog              *catalog,
                                                          CoachProfile              *profile,
                                                          GDateTime                 *now);
void                 coach_today_page_state_free         (CoachTodayPageState       *state);
const char          *coach_today_page_state_get_greeting (const CoachTodayPageState *state);
char                *coach_today_page_state_dup_reason   (const CoachTodayPageState *state,
                                                          CoachCatalog              *catalog,
                                                          CoachProfile              *profile);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachTodayPageState, coach_today_page_state_free)

G_END_DECLS
