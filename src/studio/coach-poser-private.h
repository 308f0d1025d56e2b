#pragma once

#include <gsl/gsl_matrix.h>
#include <gsl/gsl_vector.h>

#include "coach-poser.h"

G_BEGIN_DECLS

#define COACH_MAX_CAPSULES (2 * COACH_MAX_HALF_CAPSULES)

struct _CoachPoser
{
  const CoachFigure *figure;                 /* (unowned) */
  GArray            *pairs;                  /* (owned) (element-type guint16) */
  double             scale[COACH_MAX_DOFS];  /* radians in a degree, 1 for the root's metres */
};

void coach_poser_find_pairs (const CoachFigure *figure,
                             GArray            *pairs);

G_END_DECLS
