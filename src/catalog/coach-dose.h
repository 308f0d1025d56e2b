#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachDoseKind:
 * @COACH_DOSE_HOLD: a position is held; `seconds` is the length of a hold
 * @COACH_DOSE_REPS: a movement is repeated; `seconds` is the length of one repetition
 * @COACH_DOSE_TIME: a movement goes on; `seconds` is the length of a set
 *
 * How a dose is counted.
 */
typedef enum
{
  COACH_DOSE_HOLD,
  COACH_DOSE_REPS,
  COACH_DOSE_TIME,
} CoachDoseKind;

/**
 * CoachDose:
 * @kind: how it is counted
 * @seconds: see [enum@DoseKind]
 * @reps: repetitions in a set; 0 unless @kind is %COACH_DOSE_REPS
 * @sets: sets on each side, at least 1
 * @rest_s: seconds between two sets, none after the last
 *
 * How much of a movement.
 */
typedef struct
{
  CoachDoseKind kind;
  guint         seconds;
  guint         reps;
  guint         sets;
  guint         rest_s;
} CoachDose;

const char *coach_dose_kind_get_id       (CoachDoseKind kind);
guint       coach_dose_get_set_seconds   (const CoachDose *dose);
guint       coach_dose_get_total_seconds (const CoachDose *dose,
                                          gboolean         per_side);

/* The catalogue's timing rule (its README, "Session time"). */
#define COACH_POSITION_SECONDS     8
#define COACH_SWITCH_SIDES_SECONDS 5

G_END_DECLS
