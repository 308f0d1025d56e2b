#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "safety.h"

G_BEGIN_DECLS

/**
 * CoachReachPoint:
 * @day: days since the first day of the chart
 * @reach: the rank that pain reached, from %COACH_RANK_BACK to %COACH_RANK_FOOT; 0 for a day
 *   without pain worth noting
 * @score: the highest score of the zones with that rank, 0 to 10
 * @flags: what the leg felt besides
 *
 * One day with a check-in.
 */
typedef struct
{
  guint          day;
  guint          reach;
  guint          score;
  CoachPainFlags flags;
} CoachReachPoint;

/**
 * CoachReachColors:
 * @text: words and rings
 * @line: the line, and faintly what is above it
 * @dot: the dots
 * @paper: what the chart is drawn on, for dots that are hollow
 *
 * What a chart is drawn with, as red, green, blue and opacity from 0 to 1.
 */
typedef struct
{
  double text[4];
  double line[4];
  double dot[4];
  double paper[4];
} CoachReachColors;

/**
 * CoachReachChart:
 * @first_day: the first day
 * @n_days: how many days there are, at least 1
 * @points: (array length=n_points): the days with a check-in, in their order
 * @n_points: how many
 * @selected: index of the point that is pointed out; -1 for none
 * @is_rtl: whether time runs from right to left
 * @colors: the colours
 *
 * The tide line: how far down one leg pain reaches, day by day. A plain value; nothing is owned.
 */
typedef struct
{
  GDate                  first_day;
  guint                  n_days;
  const CoachReachPoint *points;
  guint                  n_points;
  int                    selected;
  gboolean               is_rtl;
  CoachReachColors       colors;
} CoachReachChart;

const char *coach_reach_get_rank_name            (guint                  rank);
void        coach_reach_chart_draw               (const CoachReachChart *self,
                                                  cairo_t               *cr,
                                                  PangoContext          *context,
                                                  double                 width,
                                                  double                 height);
int         coach_reach_chart_find_at            (const CoachReachChart *self,
                                                  PangoContext          *context,
                                                  double                 width,
                                                  double                 x);
double      coach_reach_chart_get_x              (const CoachReachChart *self,
                                                  PangoContext          *context,
                                                  double                 width,
                                                  guint                  day);
double      coach_reach_chart_get_natural_height (PangoContext          *context);
double      coach_reach_chart_get_minimum_width  (PangoContext          *context);

G_END_DECLS
