#pragma once

#include <gtk/gtk.h>

#include "catalog.h"

G_BEGIN_DECLS

CoachBodyChart *coach_body_chart_load (void);

void coach_body_outline_trace (const CoachChartOutline *outline,
                               cairo_t                 *cr,
                               double                   x,
                               double                   y,
                               double                   scale);
void coach_body_figure_draw   (const CoachBodyChart    *chart,
                               cairo_t                 *cr,
                               const GdkRGBA           *ink,
                               double                   x,
                               double                   y,
                               double                   scale);

G_END_DECLS
