#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-dose.h"

/**
 * coach_dose_kind_get_id:
 * @kind: a kind of dose
 *
 * Gets the word that files and commands use.
 *
 * Returns: (transfer none): "hold", "reps" or "time"
 */
const char *
coach_dose_kind_get_id (CoachDoseKind kind)
{
  switch (kind)
    {
    case COACH_DOSE_HOLD:
      return "hold";
    case COACH_DOSE_REPS:
      return "reps";
    case COACH_DOSE_TIME:
    default:
      return "time";
    }
}

/**
 * coach_dose_get_set_seconds:
 * @dose: a dose
 *
 * Gets the length of one set.
 *
 * Returns: seconds
 */
guint
coach_dose_get_set_seconds (const CoachDose *dose)
{
  g_return_val_if_fail (dose != NULL, 0);

  return dose->kind == COACH_DOSE_REPS ? dose->reps * dose->seconds : dose->seconds;
}

/**
 * coach_dose_get_total_seconds:
 * @dose: a dose
 * @per_side: whether it is done on each side
 *
 * Gets the length of a step: getting into place, the sets with their rests, and for a movement
 * that is done on each side the change of sides and the other side's sets.
 *
 * Returns: seconds
 */
guint
coach_dose_get_total_seconds (const CoachDose *dose,
                              gboolean         per_side)
{
  guint side;

  g_return_val_if_fail (dose != NULL && dose->sets > 0, 0);

  side = dose->sets * coach_dose_get_set_seconds (dose) + (dose->sets - 1) * dose->rest_s;
  return COACH_POSITION_SECONDS + (per_side ? 2 * side + COACH_SWITCH_SIDES_SECONDS : side);
}
