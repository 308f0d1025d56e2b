#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachContourPoint:
 *
 * A place on a grid of values; whole numbers are on them.
 */
typedef struct
{
  double x;
  double y;
} CoachContourPoint;

void       coach_contour_soften   (float       *values,
                                   guint        width,
                                   guint        height,
                                   guint        rounds);
GPtrArray *coach_contour_trace    (const float *values,
                                   guint        width,
                                   guint        height,
                                   float        level);
void       coach_contour_simplify (GArray      *points,
                                   double       tolerance);
double     coach_contour_area     (const GArray *points);

G_END_DECLS
