#pragma once

#include "coach-clock.h"
#include "coach-speech-settings-private.h"
#include "coach-ssip-reader-private.h"
#include "coach-utterance.h"

G_BEGIN_DECLS

#define COACH_TYPE_SPEECH_LINK (coach_speech_link_get_type ())
G_DECLARE_FINAL_TYPE (CoachSpeechLink, coach_speech_link, COACH, SPEECH_LINK, GObject)

CoachSpeechLink *coach_speech_link_new         (CoachClock                *clock,
                                                const char                *address,
                                                const char                *starter,
                                                const char                *client_name,
                                                const CoachSpeechSettings *settings);
void             coach_speech_link_close       (CoachSpeechLink           *self);
void             coach_speech_link_apply       (CoachSpeechLink           *self,
                                                const CoachSpeechSettings *settings);
void             coach_speech_link_speak       (CoachSpeechLink           *self,
                                                const char                *text,
                                                CoachSpeechPriority        priority);
void             coach_speech_link_cut         (CoachSpeechLink           *self);
int              coach_speech_link_get_rate    (CoachSpeechLink           *self);
void             coach_speech_link_list_voices (CoachSpeechLink           *self,
                                                GTask                     *task);

G_END_DECLS
