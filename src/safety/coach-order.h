#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachOrder:
 * @COACH_ORDER_NONE: nobody said anything; the rules decide
 * @COACH_ORDER_NEVER: the person's own "never": avoid, whatever else is said
 * @COACH_ORDER_FORBIDDEN: a clinician forbade it: avoid, whatever the rules say
 * @COACH_ORDER_ALLOWED: a clinician allowed it: where the rules say avoid it becomes caution, with
 *   this as its reason. It lifts no "never", no ban, no bench, and no limit of this one day.
 *
 * What was said of a trait or a move.
 */
typedef enum
{
  COACH_ORDER_NONE,
  COACH_ORDER_NEVER,
  COACH_ORDER_FORBIDDEN,
  COACH_ORDER_ALLOWED,
} CoachOrder;

/**
 * CoachBench:
 * @move: the id of a move
 * @since: the local day it was left out
 * @until: the last day it is left out; not valid when there is no end
 *
 * A move that is left out for a while because it hurt.
 */
typedef struct
{
  char  *move;
  GDate  since;
  GDate  until;
} CoachBench;

const char *coach_order_get_id    (CoachOrder        order);
gboolean    coach_order_from_id   (const char       *id,
                                   CoachOrder       *order);
gboolean    coach_bench_is_active (const CoachBench *self,
                                   const GDate      *day);

G_END_DECLS
