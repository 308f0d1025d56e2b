#pragma once

#include "coach-chime.h"
#include "host.h"

G_BEGIN_DECLS

#define COACH_TYPE_SOUND_CHIME (coach_sound_chime_get_type ())
G_DECLARE_FINAL_TYPE (CoachSoundChime, coach_sound_chime, COACH, SOUND_CHIME, GObject)

CoachChime *coach_sound_chime_new (CoachPlaces *places);

G_END_DECLS
