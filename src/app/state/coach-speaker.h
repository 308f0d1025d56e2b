#pragma once

#include <gio/gio.h>

#include "host.h"
#include "session.h"
#include "voice.h"

G_BEGIN_DECLS

#define COACH_TYPE_SPEAKER (coach_speaker_get_type ())
G_DECLARE_FINAL_TYPE (CoachSpeaker, coach_speaker, COACH, SPEAKER, GObject)

CoachSpeaker    *coach_speaker_new           (GSettings          *settings,
                                              CoachClock         *clock);
void             coach_speaker_connect       (CoachSpeaker       *self,
                                              GDBusConnection    *bus,
                                              const char * const *environment);
CoachVoice      *coach_speaker_get_voice     (CoachSpeaker       *self);
CoachTalk        coach_speaker_get_talk      (CoachSpeaker       *self);
gboolean         coach_speaker_explains      (CoachSpeaker       *self);
int              coach_speaker_get_rate      (CoachSpeaker       *self);
gboolean         coach_speaker_has_reader    (CoachSpeaker       *self);
const char      *coach_speaker_get_text_language (CoachSpeaker   *self);

char            *coach_speaker_choose_language (const char         *header,
                                                const char * const *locales);

G_END_DECLS
