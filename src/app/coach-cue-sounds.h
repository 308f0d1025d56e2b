#pragma once

#include "player.h"
#include "session.h"

G_BEGIN_DECLS

#define COACH_TYPE_CUE_SOUNDS (coach_cue_sounds_get_type ())
G_DECLARE_FINAL_TYPE (CoachCueSounds, coach_cue_sounds, COACH, CUE_SOUNDS, GObject)

CoachCueSounds *coach_cue_sounds_new        (CoachPlaces    *places);
void            coach_cue_sounds_play       (CoachCueSounds *self,
                                             CoachCueSound   sound);
void            coach_cue_sounds_set_volume (CoachCueSounds *self,
                                             double          volume);

G_END_DECLS
