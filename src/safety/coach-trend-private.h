/* The days a trend is made of. For the module and its tests alone. The names are those of
 * shared/clinical/pain.md, sections 3 and 4. */
#pragma once

#include "coach-trend.h"

G_BEGIN_DECLS

#define COACH_N_TREND_SIDES 2

/**
 * CoachTrendDay:
 * @number: the Julian day of the local date
 * @scores: the highest score of each zone on the day
 * @flags: all flags of the day, left and right
 *
 * The check-ins of one local day, folded into one.
 */
typedef struct
{
  guint          number;
  guint8         scores[COACH_N_ZONES];
  CoachPainFlags flags[COACH_N_TREND_SIDES];
} CoachTrendDay;


/**
 * CoachTrendWindows:
 * @recent: (element-type CoachTrendDay): the last days
 * @usual: (element-type CoachTrendDay): the days they are compared with
 * @has_base: whether @usual is a base, so that it may tell that something is better
 *
 * The days that are compared; copies.
 */
typedef struct
{
  GArray   *recent;
  GArray   *usual;
  gboolean  has_base;
} CoachTrendWindows;

typedef enum
{
  COACH_ALARM_NONE,
  COACH_ALARM_KNOWN,
  COACH_ALARM_URGENT,
} CoachAlarm;

/* Whether a day shows a sign. */
typedef gboolean (*CoachTrendSign) (const CoachTrendDay       *day,
                                    guint                      side,
                                    const CoachTrendConstants *constants);

GArray    *coach_trend_days_fold     (const CoachCheckin        *checkins,
                                      guint                      n_checkins,
                                      GDateTime                 *now,
                                      guint                     *today);
guint      coach_trend_day_top       (const CoachTrendDay       *day,
                                      guint                      side,
                                      guint                      low,
                                      guint                      high);
guint      coach_trend_day_reach     (const CoachTrendDay       *day,
                                      guint                      side,
                                      const CoachTrendConstants *constants);
guint      coach_trend_day_worst     (const CoachTrendDay       *day);
gboolean   coach_trend_day_leg_sign  (const CoachTrendDay       *day,
                                      guint                      side,
                                      const CoachTrendConstants *constants);
guint      coach_trend_upper         (guint                     *values,
                                      guint                      n_values);
guint      coach_trend_usual_top     (GArray                    *days,
                                      guint                      side,
                                      guint                      low,
                                      guint                      high);
guint      coach_trend_usual_reach   (GArray                    *days,
                                      guint                      side,
                                      const CoachTrendConstants *constants);
guint      coach_trend_usual_worst   (GArray                    *days);

gboolean   coach_trend_is_urgent     (GArray                    *days,
                                      const CoachReviewed       *reviewed,
                                      const CoachTrendConstants *constants);
CoachTrendReport *coach_trend_judge  (CoachPainGuide            *guide,
                                      GArray                    *days,
                                      const CoachReviewed       *reviewed,
                                      guint                      today);
void       coach_trend_find_spells   (CoachTrendReport          *report,
                                      CoachPainGuide            *guide,
                                      GArray                    *days,
                                      const CoachReviewed       *reviewed);

void       coach_trend_windows_init  (CoachTrendWindows         *self,
                                      GArray                    *days,
                                      const CoachTrendConstants *constants);
void       coach_trend_windows_clear (CoachTrendWindows         *self);
CoachAlarm coach_trend_find_alarm    (GArray                    *days,
                                      CoachTrendSign             sign,
                                      guint                      side,
                                      const GDate               *seen,
                                      const CoachTrendConstants *constants);
gboolean   coach_trend_is_six_weeks  (GArray                    *days,
                                      GArray                    *recent,
                                      const CoachTrendConstants *constants);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CoachTrendWindows, coach_trend_windows_clear)

G_END_DECLS
