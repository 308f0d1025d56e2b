#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachSide:
 * @COACH_SIDE_NONE: both sides at once, or no side in particular
 * @COACH_SIDE_LEFT: the person's left
 * @COACH_SIDE_RIGHT: the person's right
 *
 * A side of the body, always the person's own.
 */
typedef enum
{
  COACH_SIDE_NONE,
  COACH_SIDE_LEFT,
  COACH_SIDE_RIGHT,
} CoachSide;

#define COACH_N_SIDES (COACH_SIDE_RIGHT + 1)

CoachSide   coach_side_get_other (CoachSide side);
const char *coach_side_get_id    (CoachSide side);
char       *coach_side_swap_text (const char *text);

G_END_DECLS
