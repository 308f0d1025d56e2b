#pragma once

#include <glib-object.h>

#include "coach-player-error.h"

G_BEGIN_DECLS

#define COACH_TYPE_SOUND (coach_sound_get_type ())
G_DECLARE_FINAL_TYPE (CoachSound, coach_sound, COACH, SOUND, GObject)

CoachSound *coach_sound_new        (const char *path);

const char *coach_sound_get_path   (CoachSound *self);
double      coach_sound_get_volume (CoachSound *self);
void        coach_sound_set_volume (CoachSound *self,
                                    double      volume);
void        coach_sound_prepare    (CoachSound *self);
void        coach_sound_play       (CoachSound *self);
void        coach_sound_stop       (CoachSound *self);

G_END_DECLS
