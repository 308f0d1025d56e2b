#pragma once

#include "coach-plan.h"

G_BEGIN_DECLS

/**
 * CoachPlanOutlook:
 * @n_steps: steps of the routine
 * @n_replaced: of these, how many give way to another movement
 * @n_eased: how many give way to a gentler variant, because the day asks for it
 * @n_left_out: how many are left out
 * @n_careful: how many movements of the plan are to be done with caution
 * @total_s: how long the plan takes, in seconds
 * @is_half_dose: whether it is half the usual dose
 * @loses_too_much: whether more than half is left out, so that there is no plan
 *
 * What a routine comes to for a person on the day of their profile. A plain value.
 */
typedef struct
{
  guint    n_steps;
  guint    n_replaced;
  guint    n_eased;
  guint    n_left_out;
  guint    n_careful;
  guint    total_s;
  gboolean is_half_dose;
  gboolean loses_too_much;
} CoachPlanOutlook;

CoachPlanOutlook coach_plan_outlook_from (CoachRoutine           *routine,
                                          CoachCatalog           *catalog,
                                          CoachProfile           *profile,
                                          const CoachPlanOptions *options);

G_END_DECLS
