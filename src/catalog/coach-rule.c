#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-rule.h"

/**
 * coach_verdict_level_get_id:
 * @level: a level
 *
 * Gets the word that files and commands use.
 *
 * Returns: (transfer none): "allow", "caution" or "avoid"
 */
const char *
coach_verdict_level_get_id (CoachVerdictLevel level)
{
  switch (level)
    {
    case COACH_VERDICT_ALLOW:
      return "allow";
    case COACH_VERDICT_CAUTION:
      return "caution";
    case COACH_VERDICT_AVOID:
    default:
      return "avoid";
    }
}
