#pragma once

#include "coach-day.h"

G_BEGIN_DECLS

struct _CoachDay
{
  gatomicrefcount   ref_count;

  GDate             date;
  gboolean          is_blocked;
  gboolean          is_rest_day;
  gboolean          is_half_dose;
  gboolean          is_easier;
  gboolean          is_flare;
  guint             rest_factor; /* 1 at least */
  CoachPainColour   colour;
  char            **conditions;  /* (owned) (not nullable): sorted, each once, as the next two */
  char            **limits;      /* (owned) (not nullable) */
  char            **traits;      /* (owned) (not nullable) */
};

G_END_DECLS
