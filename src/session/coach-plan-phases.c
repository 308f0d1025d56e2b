#define G_LOG_DOMAIN "coach-session"

#include "config.h"

#include "coach-plan-private.h"

static void
clear_phase (gpointer data)
{
  CoachPhase *phase = data;

  for (guint i = 0; i < phase->n_cues; i++)
    g_free (phase->cues[i].text);
  g_free (phase->cues);
}

static CoachPhaseKind
get_work_kind (CoachDoseKind kind)
{
  switch (kind)
    {
    case COACH_DOSE_HOLD:
      return COACH_PHASE_HOLD;
    case COACH_DOSE_REPS:
      return COACH_PHASE_REPS;
    case COACH_DOSE_TIME:
      return COACH_PHASE_TIME;
    default:
      g_assert_not_reached ();
    }
}

/* Everything of @phase but its start and its cues is given. */
static void
append_phase (GArray     *phases,
              CoachPhase  phase)
{
  g_array_append_val (phases, phase);
}

/* Without a gap. */
static void
set_starts (GArray *phases)
{
  guint end_s = 0;

  for (guint i = 0; i < phases->len; i++)
    {
      CoachPhase *phase = &g_array_index (phases, CoachPhase, i);

      phase->start_s = end_s;
      end_s += phase->length_s;
    }
}

static void
append_sets (GArray              *phases,
             const CoachPlanStep *step,
             guint                index,
             CoachSide            side)
{
  const CoachDose *dose = &step->dose;

  for (guint set = 1; set <= dose->sets; set++)
    {
      append_phase (phases,
                    (CoachPhase) { .kind = get_work_kind (dose->kind),
                                   .length_s = coach_dose_get_set_seconds (dose),
                                   .step = index, .side = side, .set = set });
      if (set < dose->sets && dose->rest_s > 0)
        append_phase (phases,
                      (CoachPhase) { .kind = COACH_PHASE_REST, .length_s = dose->rest_s,
                                     .step = index, .side = side, .set = set });
    }
}

static void
append_step (GArray        *phases,
             CoachPlanStep *step,
             guint          index,
             CoachSide      first_side)
{
  gboolean per_side = coach_movement_is_per_side (step->movement);
  CoachSide side = per_side ? first_side : COACH_SIDE_NONE;

  step->first_phase = phases->len;
  if (step->pause_s > 0)
    append_phase (phases,
                  (CoachPhase) { .kind = COACH_PHASE_REST, .length_s = step->pause_s,
                                 .step = index, .side = side });
  append_phase (phases,
                (CoachPhase) { .kind = COACH_PHASE_POSITION, .length_s = COACH_POSITION_SECONDS,
                               .step = index, .side = side });
  append_sets (phases, step, index, side);
  if (per_side)
    {
      side = coach_side_get_other (side);
      append_phase (phases,
                    (CoachPhase) { .kind = COACH_PHASE_SWITCH_SIDES,
                                   .length_s = COACH_SWITCH_SIDES_SECONDS,
                                   .step = index, .side = side });
      append_sets (phases, step, index, side);
    }
  step->n_phases = phases->len - step->first_phase;
}

/**
 * coach_plan_phases_new:
 * @steps: (element-type CoachPlanStep): what is done; each step is told its phases
 * @first_side: left or right
 * @voice: how it is told
 *
 * Lays the steps out on the clock by the catalogue's timing rule, and closes with the finish.
 *
 * Returns: (transfer full) (element-type CoachPhase): the phases, without a gap
 */
GArray *
coach_plan_phases_new (GArray               *steps,
                       CoachSide             first_side,
                       const CoachPlanVoice *voice)
{
  GArray *phases = g_array_new (FALSE, TRUE, sizeof (CoachPhase));

  g_array_set_clear_func (phases, clear_phase);
  for (guint i = 0; i < steps->len; i++)
    append_step (phases, &g_array_index (steps, CoachPlanStep, i), i, first_side);
  append_phase (phases, (CoachPhase) { .kind = COACH_PHASE_FINISH, .step = steps->len });
  coach_plan_add_cues (phases, steps, voice);
  set_starts (phases);
  return phases;
}
