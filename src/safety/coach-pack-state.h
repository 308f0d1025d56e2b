#pragma once

#include "catalog.h"
#include "coach-safety-guide.h"

G_BEGIN_DECLS

/**
 * CoachPackStage:
 * @COACH_PACK_OFF: no pack is on. May become on.
 * @COACH_PACK_ON: a pack is on, and nothing is to be done. May become check-skin, take-off when
 *   its time is over, or off when it is taken off before.
 * @COACH_PACK_CHECK_SKIN: it is on, and the skin is to be looked at now. May become on when the
 *   skin is fine, take-off when nobody answers until its time is over, or off.
 * @COACH_PACK_TAKE_OFF: its time is over: it is to be taken off, and that is said again until it
 *   is confirmed. May become off.
 *
 * Where a warm or cold pack is (safety.md, section 6).
 */
typedef enum
{
  COACH_PACK_OFF,
  COACH_PACK_ON,
  COACH_PACK_CHECK_SKIN,
  COACH_PACK_TAKE_OFF,
} CoachPackStage;

/**
 * CoachPackEvent:
 * @COACH_PACK_EVENT_TICK: lets time pass, and nothing else
 * @COACH_PACK_EVENT_SKIN_FINE: the skin was looked at and is as it should be
 * @COACH_PACK_EVENT_TAKEN_OFF: the pack is off, early or when asked
 *
 * What can happen to a pack that was put on. Every event lets the time pass first.
 */
typedef enum
{
  COACH_PACK_EVENT_TICK,
  COACH_PACK_EVENT_SKIN_FINE,
  COACH_PACK_EVENT_TAKEN_OFF,
} CoachPackEvent;

/**
 * CoachPackState:
 * @stage: where it is
 * @kind: heat or cold; valid while a pack is on
 * @began_us: when it was put on
 * @length_us: how long it is to stay on
 * @skin_checked: whether the skin was found to be fine
 * @reminders: how often "take it off" was due again
 *
 * All that is known of a pack: what remains is derived from it, never counted. Zeroed, no pack is
 * on. Its time goes on while the machine sleeps, as the pack does.
 */
typedef struct
{
  CoachPackStage stage;
  CoachPackKind  kind;
  gint64         began_us;
  gint64         length_us;
  gboolean       skin_checked;
  guint          reminders;
} CoachPackState;

CoachPackState coach_pack_state_begin              (CoachPackKind           kind,
                                                    const CoachPackNumbers *numbers,
                                                    guint                   minutes,
                                                    gint64                  now_us);
CoachPackState coach_pack_state_after              (const CoachPackState   *before,
                                                    const CoachPackNumbers *numbers,
                                                    CoachPackEvent          event,
                                                    gint64                  now_us);
gint64         coach_pack_state_get_remaining_us   (const CoachPackState   *state,
                                                    gint64                  now_us);
gint64         coach_pack_state_get_worn_us        (const CoachPackState   *state,
                                                    gint64                  now_us);
gint64         coach_pack_state_get_next_change_us (const CoachPackState   *state,
                                                    const CoachPackNumbers *numbers);

G_END_DECLS
