#pragma once

#include <glib-object.h>

#include "coach-zone.h"

G_BEGIN_DECLS

#define COACH_TYPE_ACTIVITY (coach_activity_get_type ())
G_DECLARE_FINAL_TYPE (CoachActivity, coach_activity, COACH, ACTIVITY, GObject)

/**
 * CoachActivityVerdict:
 * @COACH_ACTIVITY_GO: do it
 * @COACH_ACTIVITY_MODIFY: do it in another way
 * @COACH_ACTIVITY_SKIP: leave it out today
 *
 * What is said of an activity today; a higher value is more careful.
 */
typedef enum
{
  COACH_ACTIVITY_GO,
  COACH_ACTIVITY_MODIFY,
  COACH_ACTIVITY_SKIP,
} CoachActivityVerdict;

/**
 * CoachActivityWhen:
 * @blocked: an emergency or same-day sign is not lifted, or the trend is urgent
 * @no_exercise: warning-sign answers block exercise for another reason
 * @flags: one of these on any side; 0 when it does not matter
 * @trends: the trend is one of these, a bit for each [enum@Trend]; 0 when it does not matter
 * @colours: the last time had one of these, a bit for each [enum@PainColour]; 0 when it does not
 *   matter
 * @leg_min: the highest score of both legs is at least this; 0 when it does not matter
 * @pain_min: the highest score of all is at least this; 0 when it does not matter
 * @limits: (array zero-terminated=1): one of these limits is in force; empty when it does not matter
 * @answers: (array zero-terminated=1): one of these questions was answered with yes; empty when it
 *   does not matter
 * @notes: (array zero-terminated=1): one of these notes of the trend is shown; empty when it does
 *   not matter
 *
 * The conditions of a row. All that matter must hold; where none does, the row always holds.
 */
typedef struct
{
  gboolean         blocked;
  gboolean         no_exercise;
  CoachPainFlags   flags;
  guint            trends;
  guint            colours;
  guint            leg_min;
  guint            pain_min;
  char           **limits;
  char           **answers;
  char           **notes;
} CoachActivityWhen;

/**
 * CoachActivityRow:
 * @when: its conditions
 * @verdict: what to do
 * @text: (translatable): how; may have {advice_line}
 *
 * One row of advice. The first row that holds is the one that counts.
 */
typedef struct
{
  CoachActivityWhen     when;
  CoachActivityVerdict  verdict;
  char                 *text;
} CoachActivityRow;

const char             *coach_activity_get_id         (CoachActivity        *self);
const char             *coach_activity_get_name       (CoachActivity        *self);
guint                   coach_activity_get_n_rows     (CoachActivity        *self);
const CoachActivityRow *coach_activity_get_row        (CoachActivity        *self,
                                                       guint                 index);
const char * const     *coach_activity_get_tips       (CoachActivity        *self);
const char * const     *coach_activity_get_claims     (CoachActivity        *self);
const char * const     *coach_activity_get_sources    (CoachActivity        *self);
const char             *coach_activity_verdict_get_id (CoachActivityVerdict  verdict);

G_END_DECLS
