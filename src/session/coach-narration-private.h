/* How what is said in a plan is put together, phase by phase. For the module alone. */
#pragma once

#include "coach-plan-private.h"

G_BEGIN_DECLS

/**
 * CoachNarration:
 * @voice: (not nullable): how it is told
 * @cues: (element-type CoachCue): what has been told of the phase under way
 * @at_s: when the next cue of the phase may begin, so that none lies over another
 * @left: (nullable): the step that was at work last, of which one has to come out
 * @left_side: the side that was at work last
 * @tips: (nullable) (element-type utf8): what can be said while the step under way is done
 * @next_tip: the first of them that has not been said on this side
 *
 * Where a plan's telling stands.
 */
typedef struct
{
  const CoachPlanVoice *voice;
  GArray               *cues;
  guint                 at_s;
  const CoachPlanStep  *left;
  CoachSide             left_side;
  GPtrArray            *tips;
  guint                 next_tip;
} CoachNarration;

/* coach-narration.c */
void  coach_narration_begin             (CoachNarration      *self,
                                         const CoachPhase    *phase,
                                         const CoachPlanStep *step);
void  coach_narration_end               (CoachNarration      *self,
                                         CoachPhase          *phase,
                                         const CoachPlanStep *step);
void  coach_narration_tell              (CoachNarration      *self,
                                         CoachCueKind         kind,
                                         CoachCueSound        sound,
                                         const char          *text);
void  coach_narration_tell_at           (CoachNarration      *self,
                                         guint                at_s,
                                         CoachCueKind         kind,
                                         CoachCueSound        sound,
                                         const char          *text);
gboolean coach_narration_tell_before    (CoachNarration      *self,
                                         guint                end_s,
                                         CoachCueKind         kind,
                                         const char          *text);

/* coach-narration-work.c */
guint coach_narration_count_told_before (const CoachPlanStep *step);
void  coach_narration_find_tips         (CoachNarration      *self,
                                         const CoachPlanStep *step,
                                         CoachSide            side);
void  coach_narration_tell_work         (CoachNarration      *self,
                                         const CoachPhase    *phase,
                                         const CoachPlanStep *step);

G_END_DECLS
