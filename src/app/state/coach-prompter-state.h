#pragma once

#include "session.h"
#include "voice.h"

G_BEGIN_DECLS

CoachTalk      coach_prompter_find_talk     (CoachTalk        wanted,
                                             CoachVoiceState  voice);
gboolean       coach_prompter_misses_speech (CoachTalk        wanted,
                                             CoachVoiceState  voice);
CoachUtterance coach_prompter_get_utterance (const CoachCue  *cue,
                                             gint64           due_us);

G_END_DECLS
