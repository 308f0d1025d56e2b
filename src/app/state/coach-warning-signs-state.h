#pragma once

#include "catalog.h"

G_BEGIN_DECLS

/**
 * CoachWarningGroup:
 * @advice: (not nullable): what to do
 * @signs: (not nullable) (array zero-terminated=1): after which signs
 *
 * Signs after which one and the same is to be done.
 */
typedef struct
{
  char  *advice;
  char **signs;
} CoachWarningGroup;

/**
 * CoachWarningSignsState:
 * @call: (not nullable): whom to call in an emergency, as what to do
 * @is_number: whether that is a number, to be read from afar, and not words
 * @now: (element-type CoachWarningGroup): what needs emergency help
 * @today: (element-type CoachWarningGroup): what a doctor should look at today
 * @seek_help: (not nullable): that anybody may ask at any time
 *
 * What the warning signs show to somebody who reads them.
 */
typedef struct
{
  char      *call;
  gboolean   is_number;
  GPtrArray *now;
  GPtrArray *today;
  char      *seek_help;
} CoachWarningSignsState;

CoachWarningSignsState *coach_warning_signs_state_new  (CoachCatalog           *catalog,
                                                        const char             *emergency,
                                                        const char             *advice_line);
void                    coach_warning_signs_state_free (CoachWarningSignsState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachWarningSignsState, coach_warning_signs_state_free)

G_END_DECLS
