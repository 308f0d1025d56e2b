#pragma once

#include <gio/gio.h>

#include "coach-cue-sounds.h"
#include "coach-speaker.h"
#include "session.h"

G_BEGIN_DECLS

#define COACH_TYPE_PROMPTER (coach_prompter_get_type ())
G_DECLARE_FINAL_TYPE (CoachPrompter, coach_prompter, COACH, PROMPTER, GObject)

CoachPrompter *coach_prompter_new (CoachSession   *session,
                                   CoachClock     *clock,
                                   CoachSpeaker   *speaker,
                                   CoachCueSounds *sounds,
                                   GSettings      *settings);

G_END_DECLS
