#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachVerdictLevel:
 * @COACH_VERDICT_ALLOW: no rule speaks against it
 * @COACH_VERDICT_CAUTION: offered with its warning
 * @COACH_VERDICT_AVOID: left out
 *
 * What the rules say of a trait for a condition; a higher value is worse.
 */
typedef enum
{
  COACH_VERDICT_ALLOW,
  COACH_VERDICT_CAUTION,
  COACH_VERDICT_AVOID,
} CoachVerdictLevel;

/**
 * CoachRule:
 * @condition: the id of a condition
 * @trait: the id of a trait
 * @level: caution or avoid
 * @reason: (translatable): one sentence that says why, as shown to the person
 *
 * One safety rule of the catalogue.
 */
typedef struct
{
  const char        *condition;
  const char        *trait;
  CoachVerdictLevel  level;
  const char        *reason;
} CoachRule;

const char *coach_verdict_level_get_id (CoachVerdictLevel level);

G_END_DECLS
