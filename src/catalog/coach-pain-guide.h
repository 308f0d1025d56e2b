#pragma once

#include <glib-object.h>

#include "coach-zone.h"

G_BEGIN_DECLS

#define COACH_TYPE_PAIN_GUIDE (coach_pain_guide_get_type ())
G_DECLARE_FINAL_TYPE (CoachPainGuide, coach_pain_guide, COACH, PAIN_GUIDE, GObject)

/**
 * CoachTrendAdvice:
 * @title: (translatable): a heading
 * @text: (translatable): what it means and what to do
 * @side_text: (nullable) (translatable): said of one side alone
 * @exercise: (translatable): what it means for exercise, in a few words
 * @dose: what doses are multiplied with; 0 when there is to be no session
 * @easier: whether gentler variants are taken
 * @days: for how many days; 0 as long as the trend stays
 * @step_up_after_good: how many good sessions before a step up is offered; 0 for none
 * @add_conditions: (array zero-terminated=1): conditions that count for the day
 * @avoid_traits: (array zero-terminated=1): traits that are left out on the day
 *
 * What a trend says and does.
 */
typedef struct
{
  char    *title;
  char    *text;
  char    *side_text;
  char    *exercise;
  double   dose;
  gboolean easier;
  guint    days;
  guint    step_up_after_good;
  char   **add_conditions;
  char   **avoid_traits;
} CoachTrendAdvice;

/**
 * CoachTrendConstants:
 *
 * The numbers of the trend; each is explained in shared/clinical/pain.md, section 8, and in the
 * catalogue's README. Days and points of 10.
 */
typedef struct
{
  guint reach_min, leg_rank, spread_rank;
  guint recent_max, recent_span, recent_wide, recent_need, stale_days;
  guint base_from, base_to, base_wide_to, base_need;
  guint early_to, early_need;
  guint quiet_max, resolved_need, resolved_span;
  guint leg_rise_ok, rise_day, rise_kept, flare_min, ease;
  guint severe_one, severe_two;
  guint urgent_back, urgent_hold, review_days;
  guint episode_gap, episode_quiet, episode_first, episode_long, episode_ease;
} CoachTrendConstants;

const char                *coach_pain_guide_get_zone_name      (CoachPainGuide *self,
                                                                CoachZone       zone);
const char                *coach_pain_guide_get_score_question (CoachPainGuide *self);
const char                *coach_pain_guide_get_score_anchor   (CoachPainGuide *self,
                                                                guint           score);
const char                *coach_pain_guide_get_flag_question  (CoachPainGuide *self,
                                                                CoachPainFlags  flag);
const CoachTrendAdvice    *coach_pain_guide_get_advice         (CoachPainGuide *self,
                                                                CoachTrend      trend);
const CoachTrendConstants *coach_pain_guide_get_constants      (CoachPainGuide *self);
const char                *coach_pain_guide_get_note           (CoachPainGuide *self,
                                                                const char     *id);
const char * const        *coach_pain_guide_get_note_ids       (CoachPainGuide *self);

G_END_DECLS
