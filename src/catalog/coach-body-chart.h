#pragma once

#include <glib.h>

#include "coach-zone.h"

G_BEGIN_DECLS

/**
 * CoachChartPoint:
 * @x: from the left
 * @y: from the top
 *
 * A place on a chart. The chart is 1 high.
 */
typedef struct
{
  double x;
  double y;
} CoachChartPoint;

/**
 * CoachChartKind:
 * @COACH_CHART_BODY: the whole figure
 * @COACH_CHART_TONE: what is darker than the rest: hair and clothes
 * @COACH_CHART_ZONE: one of the nine zones, in one piece
 *
 * What an outline is around.
 */
typedef enum
{
  COACH_CHART_BODY,
  COACH_CHART_TONE,
  COACH_CHART_ZONE,
} CoachChartKind;

/**
 * CoachChartOutline:
 * @kind: what it is around
 * @zone: valid for a zone
 * @tone: from 0, the paper, to 1, the ink; valid for a tone
 * @points: (owned) (element-type CoachChartPoint): at least three; the last leads to the first
 *
 * A closed line.
 */
typedef struct
{
  CoachChartKind  kind;
  CoachZone       zone;
  double          tone;
  GArray         *points;
} CoachChartOutline;

/**
 * CoachBodyChart:
 * @width: how wide it is, in its heights
 * @outlines: (owned) (element-type CoachChartOutline): in the order in which they are drawn
 *
 * The figure from the back, as lines: the person's left is on the left.
 */
typedef struct
{
  double     width;
  GPtrArray *outlines;
} CoachBodyChart;

CoachBodyChart          *coach_body_chart_new         (double                   width);
void                     coach_body_chart_free        (CoachBodyChart          *self);
CoachChartOutline       *coach_body_chart_add         (CoachBodyChart          *self,
                                                       CoachChartKind           kind);
CoachBodyChart          *coach_body_chart_parse       (const char              *name,
                                                       const char              *text,
                                                       GError                 **error);
char                    *coach_body_chart_to_text     (const CoachBodyChart    *self);
const CoachChartOutline *coach_body_chart_get_zone    (const CoachBodyChart    *self,
                                                       CoachZone                zone);
void                     coach_chart_outline_get_box  (const CoachChartOutline *self,
                                                       CoachChartPoint         *low,
                                                       CoachChartPoint         *high);
CoachChartPoint          coach_chart_outline_get_middle (const CoachChartOutline *self);
gboolean                 coach_chart_outline_contains (const CoachChartOutline *self,
                                                       double                   x,
                                                       double                   y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachBodyChart, coach_body_chart_free)

G_END_DECLS
