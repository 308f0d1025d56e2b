/* How a reach chart is laid out. For the module and its tests alone. */
#pragma once

#include "coach-reach-chart.h"

G_BEGIN_DECLS

#define COACH_REACH_MAX_LABELS 5

/**
 * CoachReachFrame:
 * @line: the height of a line of text, which all else is measured in
 * @left: where the first day is, as if text ran from left to right
 * @right: the same of the last day
 * @top: the line of the back
 * @bottom: the line of the foot
 * @width: of all
 *
 * Where things are, in units of the drawing.
 */
typedef struct
{
  double line;
  double left;
  double right;
  double top;
  double bottom;
  double width;
} CoachReachFrame;

/**
 * CoachReachLabel:
 * @layout: (owned): its text
 * @x: its left edge
 * @width: how wide it is
 *
 * A date below the chart.
 */
typedef struct
{
  PangoLayout *layout;
  double       x;
  double       width;
} CoachReachLabel;

CoachReachFrame  coach_reach_frame_make  (PangoContext          *context,
                                          double                 width,
                                          double                 height);
double           coach_reach_frame_get_x (const CoachReachFrame *frame,
                                          const CoachReachChart *chart,
                                          guint                  day);
double           coach_reach_frame_get_y (const CoachReachFrame *frame,
                                          guint                  reach);
double           coach_reach_get_radius  (const CoachReachFrame *frame,
                                          const CoachReachChart *chart,
                                          guint                  score);
guint            coach_reach_count_run   (const CoachReachChart *chart,
                                          guint                  from);
PangoLayout     *coach_reach_make_layout (PangoContext          *context,
                                          const char            *text,
                                          double                 scale);
/* (element-type CoachReachLabel) */
GArray          *coach_reach_make_labels (const CoachReachChart *chart,
                                          const CoachReachFrame *frame,
                                          PangoContext          *context);

G_END_DECLS
