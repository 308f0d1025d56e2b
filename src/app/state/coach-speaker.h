#pragma once

#include <gio/gio.h>

#include "host.h"
#include "voice.h"

G_BEGIN_DECLS

/**
 * CoachVoiceLevel:
 * @COACH_VOICE_LEVEL_FULL: all that there is to say
 * @COACH_VOICE_LEVEL_SHORT: what one has to know with closed eyes
 * @COACH_VOICE_LEVEL_SOUNDS: nothing: sounds alone
 *
 * How much is said in a session, in the order of the key `voice-level`.
 */
typedef enum
{
  COACH_VOICE_LEVEL_FULL,
  COACH_VOICE_LEVEL_SHORT,
  COACH_VOICE_LEVEL_SOUNDS
} CoachVoiceLevel;

#define COACH_TYPE_SPEAKER (coach_speaker_get_type ())
G_DECLARE_FINAL_TYPE (CoachSpeaker, coach_speaker, COACH, SPEAKER, GObject)

CoachSpeaker    *coach_speaker_new           (GSettings          *settings,
                                              CoachClock         *clock);
void             coach_speaker_connect       (CoachSpeaker       *self,
                                              GDBusConnection    *bus,
                                              const char * const *environment);
CoachVoice      *coach_speaker_get_voice     (CoachSpeaker       *self);
CoachVoiceLevel  coach_speaker_get_level     (CoachSpeaker       *self);
gboolean         coach_speaker_has_reader    (CoachSpeaker       *self);
const char      *coach_speaker_get_text_language (CoachSpeaker   *self);

char            *coach_speaker_choose_language (const char         *header,
                                                const char * const *locales);

G_END_DECLS
