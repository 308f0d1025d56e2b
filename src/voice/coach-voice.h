#pragma once

#include <gio/gio.h>

#include "coach-clock.h"
#include "coach-utterance.h"
#include "coach-voice-name.h"

G_BEGIN_DECLS

/**
 * CoachVoiceState:
 * @COACH_VOICE_STATE_OPENING: the speech server is looked for, or started; READY or ABSENT follows
 * @COACH_VOICE_STATE_READY: it can speak; any may follow
 * @COACH_VOICE_STATE_ABSENT: there is none, and none could be started; READY may follow
 * @COACH_VOICE_STATE_LOST: it was there, and has died or does not answer; READY or ABSENT follows
 *
 * Whether there is somebody to speak. One that is absent or lost is tried again by itself.
 */
typedef enum
{
  COACH_VOICE_STATE_OPENING,
  COACH_VOICE_STATE_READY,
  COACH_VOICE_STATE_ABSENT,
  COACH_VOICE_STATE_LOST
} CoachVoiceState;

#define COACH_TYPE_VOICE_STATE (coach_voice_state_get_type ())
GType            coach_voice_state_get_type (void);

#define COACH_TYPE_VOICE (coach_voice_get_type ())
G_DECLARE_FINAL_TYPE (CoachVoice, coach_voice, COACH, VOICE, GObject)

CoachVoice      *coach_voice_new            (CoachClock           *clock,
                                             const char           *address,
                                             const char           *starter);
char            *coach_voice_find_address   (const char * const   *environment);
char            *coach_voice_find_starter   (const char * const   *environment);
CoachVoiceState  coach_voice_get_state      (CoachVoice           *self);
int              coach_voice_get_full_rate  (CoachVoice           *self);
void             coach_voice_say            (CoachVoice           *self,
                                             const CoachUtterance *utterance);
void             coach_voice_hush           (CoachVoice           *self);
void             coach_voice_look           (CoachVoice           *self);
void             coach_voice_list_voices_async  (CoachVoice           *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
GPtrArray       *coach_voice_list_voices_finish (CoachVoice           *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

G_END_DECLS
