#pragma once

#include "coach-content-reader-private.h"
#include "coach-safety-guide.h"

G_BEGIN_DECLS

#define COACH_N_PAIN_COLOURS 4
#define COACH_N_PACK_KINDS   2

struct _CoachSafetyGuide
{
  GObject              parent_instance;

  GArray              *tests[COACH_N_PAIN_MOMENTS][COACH_N_PAIN_COLOURS]; /* of CoachPainTest */
  CoachPackNumbers     packs[COACH_N_PACK_KINDS];
  CoachSittingNumbers  sitting;
  CoachSafetyNumbers   numbers;
  char                *lie_down;                    /* translated, as all texts below */
  GPtrArray           *rise;                        /* of GStrv, in the order of the positions */
  char                *texts[COACH_N_SAFETY_TEXTS];
};

CoachSafetyGuide *coach_safety_guide_read (CoachContentReader *reader);

G_END_DECLS
