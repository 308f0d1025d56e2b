#pragma once

#include "coach-plan.h"

G_BEGIN_DECLS

/**
 * CoachChoiceKind:
 * @COACH_CHOICE_ROUTINE: a routine fits
 * @COACH_CHOICE_EASE: pain is strong: positions of ease, breathing, a short walk, heat or cold
 * @COACH_CHOICE_REST: a rest day, with gentle walking
 * @COACH_CHOICE_BLOCKED: exercises are off until the warning-sign questions say otherwise
 * @COACH_CHOICE_NOTHING: nothing safe is left
 *
 * What is good today.
 */
typedef enum
{
  COACH_CHOICE_ROUTINE,
  COACH_CHOICE_EASE,
  COACH_CHOICE_REST,
  COACH_CHOICE_BLOCKED,
  COACH_CHOICE_NOTHING,
} CoachChoiceKind;

/**
 * CoachChoiceDone:
 * @routine: the id of a routine
 * @day: the local day it was last done
 *
 * What was done lately.
 */
typedef struct
{
  const char *routine;
  GDate       day;
} CoachChoiceDone;

/**
 * CoachChoiceFacts:
 * @catalog: the catalogue
 * @profile: the person, with the day set
 * @trend: the trend
 * @now: the local time
 * @done: (array length=n_done): what was done in the last days, in any order
 * @n_done: how many
 * @options: (nullable): what the person chose for sessions
 *
 * All that today's choice depends on.
 */
typedef struct
{
  CoachCatalog           *catalog;
  CoachProfile           *profile;
  CoachTrend              trend;
  GDateTime              *now;
  const CoachChoiceDone  *done;
  guint                   n_done;
  const CoachPlanOptions *options;
} CoachChoiceFacts;

/**
 * CoachChoice:
 *
 * What is good today, and why. A boxed, reference-counted, immutable value.
 */
typedef struct _CoachChoice CoachChoice;

#define COACH_TYPE_CHOICE (coach_choice_get_type ())
GType            coach_choice_get_type      (void);
CoachChoice     *coach_choice_make          (const CoachChoiceFacts *facts);
CoachChoice     *coach_choice_ref           (CoachChoice            *self);
void             coach_choice_unref         (CoachChoice            *self);
CoachChoiceKind  coach_choice_get_kind      (CoachChoice            *self);
CoachRoutine    *coach_choice_get_routine   (CoachChoice            *self);
const char      *coach_choice_get_reason    (CoachChoice            *self);

gboolean         coach_choice_can_reach     (const CoachChoiceFacts *facts,
                                             CoachMovement          *movement);
CoachRoutine    *coach_choice_find_stand_in (const CoachChoiceFacts *facts,
                                             CoachRoutine           *routine);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachChoice, coach_choice_unref)

G_END_DECLS
