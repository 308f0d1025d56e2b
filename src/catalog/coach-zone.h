#pragma once

#include <glib.h>

#include "coach-side.h"

G_BEGIN_DECLS

/**
 * CoachZone:
 * @COACH_ZONE_LOW_BACK: the low back, which belongs to both sides; rank 1
 * @COACH_ZONE_BUTTOCK_LEFT: rank 2
 * @COACH_ZONE_THIGH_LEFT: rank 3
 * @COACH_ZONE_CALF_LEFT: rank 4
 * @COACH_ZONE_FOOT_LEFT: rank 5
 * @COACH_ZONE_BUTTOCK_RIGHT: rank 2
 * @COACH_ZONE_THIGH_RIGHT: rank 3
 * @COACH_ZONE_CALF_RIGHT: rank 4
 * @COACH_ZONE_FOOT_RIGHT: rank 5
 *
 * The nine zones of the body map, in the order of pain.json. A higher rank is further down.
 */
typedef enum
{
  COACH_ZONE_LOW_BACK,
  COACH_ZONE_BUTTOCK_LEFT,
  COACH_ZONE_THIGH_LEFT,
  COACH_ZONE_CALF_LEFT,
  COACH_ZONE_FOOT_LEFT,
  COACH_ZONE_BUTTOCK_RIGHT,
  COACH_ZONE_THIGH_RIGHT,
  COACH_ZONE_CALF_RIGHT,
  COACH_ZONE_FOOT_RIGHT,
} CoachZone;

#define COACH_N_ZONES 9

/* The ranks of pain.json: the leg begins at the thigh. */
#define COACH_RANK_BACK    1
#define COACH_RANK_BUTTOCK 2
#define COACH_RANK_THIGH   3
#define COACH_RANK_CALF    4
#define COACH_RANK_FOOT    5

/**
 * CoachPainFlags:
 * @COACH_PAIN_NUMBNESS: numb, tingling or dull
 * @COACH_PAIN_WEAKNESS: real weakness of a leg or foot
 * @COACH_PAIN_BURNING: burning or electric pain
 *
 * What a leg may feel besides pain.
 */
typedef enum
{
  COACH_PAIN_NUMBNESS = 1 << 0,
  COACH_PAIN_WEAKNESS = 1 << 1,
  COACH_PAIN_BURNING  = 1 << 2,
} CoachPainFlags;

#define COACH_N_PAIN_FLAGS 3

/**
 * CoachTrend:
 * @COACH_TREND_RESOLVED: nothing worth noting lately
 * @COACH_TREND_NOT_ENOUGH_DATA: too few check-ins to tell
 * @COACH_TREND_RETREATING: no longer reaches as far down
 * @COACH_TREND_STEADY: about the same
 * @COACH_TREND_FLARE: sorer, but not further down
 * @COACH_TREND_SPREADING: further down, or new numbness
 * @COACH_TREND_URGENT: a sign that a clinician should look at today
 *
 * What the check-ins of a while come to, in the order of pain.json; the later one counts.
 */
typedef enum
{
  COACH_TREND_RESOLVED,
  COACH_TREND_NOT_ENOUGH_DATA,
  COACH_TREND_RETREATING,
  COACH_TREND_STEADY,
  COACH_TREND_FLARE,
  COACH_TREND_SPREADING,
  COACH_TREND_URGENT,
} CoachTrend;

#define COACH_N_TRENDS 7

const char     *coach_zone_get_id          (CoachZone       zone);
gboolean        coach_zone_from_id         (const char     *id,
                                            CoachZone      *zone);
CoachZone       coach_zone_at              (CoachSide       side,
                                            guint           rank);
CoachSide       coach_zone_get_side        (CoachZone       zone);
guint           coach_zone_get_rank        (CoachZone       zone);
const char     *coach_pain_flag_get_id     (CoachPainFlags  flag);
gboolean        coach_pain_flag_from_id    (const char     *id,
                                            CoachPainFlags *flag);
const char     *coach_trend_get_id         (CoachTrend      trend);
gboolean        coach_trend_from_id        (const char     *id,
                                            CoachTrend     *trend);

G_END_DECLS
