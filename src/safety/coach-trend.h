#pragma once

#include "coach-pain.h"
#include "coach-screening-record.h"

G_BEGIN_DECLS

/**
 * CoachCheckin:
 * @when: (not nullable): the time as the clock on the wall showed it, with its offset
 * @pain: where it hurt and how much
 *
 * A dated map of pain.
 */
typedef struct
{
  GDateTime *when;
  CoachPain  pain;
} CoachCheckin;

/**
 * CoachWarning:
 * @COACH_WARNING_LEFT: weakness in the left leg
 * @COACH_WARNING_RIGHT: weakness in the right leg
 * @COACH_WARNING_BOTH: signs in both legs
 *
 * A warning that exercises are off for until a clinician has checked it.
 */
typedef enum
{
  COACH_WARNING_LEFT,
  COACH_WARNING_RIGHT,
  COACH_WARNING_BOTH,
} CoachWarning;

#define COACH_N_WARNINGS 3

/**
 * CoachReviewed:
 * @left: the day a clinician checked the left leg's weakness; not valid for never
 * @right: the same of the right leg
 * @both: the day a clinician checked signs in both legs
 *
 * What a clinician already knows of.
 */
typedef struct
{
  GDate left;
  GDate right;
  GDate both;
} CoachReviewed;

/**
 * CoachTrendSide:
 * @trend: what it comes to on this side
 * @usual_reach: rank that pain usually reached in the days compared with; 0 for none
 * @recent_reach: the same of the last days
 * @newest_reach: the same of the newest day
 * @usual_score: highest score usual in the days compared with, 0 to 10
 * @recent_score: the same of the last days
 * @newest_score: the same of the newest day
 *
 * The trend of one side, with the numbers it came from.
 */
typedef struct
{
  CoachTrend trend;
  guint      usual_reach;
  guint      recent_reach;
  guint      newest_reach;
  guint      usual_score;
  guint      recent_score;
  guint      newest_score;
} CoachTrendSide;

/**
 * CoachTrendReport:
 * @overall: the worse of both sides
 * @left: the left side
 * @right: the right side
 * @notes: (array zero-terminated=1): ids of notes, in the order of pain.json
 * @n_days: how many days have a check-in
 * @age_days: days since the newest check-in; 0 when there is none
 * @n_recent: how many days count as recent
 * @n_usual: how many days they are compared with
 * @is_early: whether those are too near to tell that anything is better
 * @urgent_changed: the day on which it became urgent, or on which that was over; not valid when it
 *   never was
 * @spreading_since: the day since which it is spreading; not valid when it is not
 * @numb_since: the day since which numbness is new; not valid when none is
 * @severe_since: the day since which pain is severe; not valid when it is not
 *
 * What a diary of check-ins comes to.
 */
typedef struct
{
  CoachTrend      overall;
  CoachTrendSide  left;
  CoachTrendSide  right;
  char          **notes;
  guint           n_days;
  guint           age_days;
  guint           n_recent;
  guint           n_usual;
  gboolean        is_early;
  GDate           urgent_changed;
  GDate           spreading_since;
  GDate           numb_since;
  GDate           severe_since;
} CoachTrendReport;

#define COACH_TYPE_TREND_REPORT (coach_trend_report_get_type ())
GType             coach_trend_report_get_type (void);

CoachTrendReport *coach_trend_report_new      (CoachPainGuide         *guide,
                                               const CoachCheckin     *checkins,
                                               guint                   n_checkins,
                                               const CoachReviewed    *reviewed,
                                               GDateTime              *now);
CoachTrendReport *coach_trend_report_copy     (const CoachTrendReport *self);
void              coach_trend_report_free     (CoachTrendReport       *self);
gboolean          coach_trend_report_has_note (const CoachTrendReport *self,
                                               const char             *id);

const char       *coach_warning_get_id         (CoachWarning            warning);
gboolean          coach_warning_from_id        (const char             *id,
                                                CoachWarning           *warning);
const char       *coach_warning_get_note       (CoachWarning            warning);
const GDate      *coach_reviewed_get           (const CoachReviewed    *self,
                                                CoachWarning            warning);
void              coach_reviewed_set           (CoachReviewed          *self,
                                                CoachWarning            warning,
                                                const GDate            *day);
void              coach_reviewed_add_answers   (CoachReviewed          *self,
                                                CoachScreening         *screening,
                                                CoachScreeningRecord   *record);
CoachReviewed     coach_reviewed_on            (const CoachReviewed    *self,
                                                const GDate            *today);
gboolean          coach_trend_note_comes_first (const char          *id);
char            **coach_trend_report_dup_numbers (const CoachTrendReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachTrendReport, coach_trend_report_free)

G_END_DECLS
