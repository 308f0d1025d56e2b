#pragma once

#include "safety.h"

G_BEGIN_DECLS

/**
 * CoachBodyStep:
 * @COACH_BODY_STEP_LEFT: to the same zone of the left side
 * @COACH_BODY_STEP_RIGHT: to the same zone of the right side
 * @COACH_BODY_STEP_UP: one zone up
 * @COACH_BODY_STEP_DOWN: one zone down
 *
 * A way from one zone of the body map to the next.
 */
typedef enum
{
  COACH_BODY_STEP_LEFT,
  COACH_BODY_STEP_RIGHT,
  COACH_BODY_STEP_UP,
  COACH_BODY_STEP_DOWN,
} CoachBodyStep;

/**
 * CoachScoreKeys:
 * @began_ms: when a 1 was pressed that a 0 may still follow
 * @zone: for which zone
 * @is_open: whether one was
 *
 * Digits as they are typed: 1 and then 0, without a long pause, are 10. All 0 to begin with.
 */
typedef struct
{
  guint32   began_ms;
  CoachZone zone;
  gboolean  is_open;
} CoachScoreKeys;

CoachZone   coach_body_map_step           (CoachZone         from,
                                           CoachBodyStep     step);
guint       coach_score_keys_press        (CoachScoreKeys   *self,
                                           CoachZone         zone,
                                           guint             digit,
                                           guint32           now_ms);
const char *coach_body_map_get_strength   (guint             score);
char       *coach_body_map_describe_zone  (CoachPainGuide   *guide,
                                           CoachZone         zone,
                                           guint             score);
const char *coach_body_map_describe_flag  (CoachPainFlags    flag,
                                           CoachSide         side);
const char *coach_body_map_get_flag_letter (CoachPainFlags   flag);
char       *coach_body_map_describe_anchors (CoachPainGuide  *guide);
char       *coach_body_map_describe_pain  (CoachPainGuide   *guide,
                                           const CoachPain  *pain);

G_END_DECLS
