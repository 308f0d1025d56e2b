#pragma once

#include "coach-retry.h"
#include "coach-speech-link-private.h"
#include "coach-speech-queue-private.h"
#include "coach-voice.h"

G_BEGIN_DECLS

struct _CoachVoice
{
  GObject              parent_instance;

  CoachClock          *clock;       /* (owned) (not nullable), given at construction */
  char                *address;     /* (owned) (nullable), given at construction */
  char                *starter;     /* (owned) (nullable), given at construction */
  char                *client_name; /* (owned) (not nullable), given at construction */

  CoachSpeechSettings  settings;    /* as chosen */
  CoachVoiceState      state;
  CoachSpeechLink     *link;        /* (owned) (nullable): NULL while the next try is waited for */
  CoachRetry           retry;

  CoachSpeechQueue     queue;
  guint                wake_id;     /* 0 unless the queue is to be looked at by itself */
};

void coach_voice_begin_talk   (CoachVoice      *self);
void coach_voice_renew_talk   (CoachVoice      *self);
void coach_voice_end_talk     (CoachVoice      *self);
void coach_voice_open         (CoachVoice      *self);
void coach_voice_go_on        (CoachVoice      *self);

void coach_voice_set_state    (CoachVoice      *self,
                               CoachVoiceState  state);
void coach_voice_tell_began   (CoachVoice      *self,
                               const char      *text,
                               gint64           late_us);
void coach_voice_tell_ended   (CoachVoice      *self,
                               const char      *text,
                               gboolean         is_whole);
void coach_voice_tell_dropped (CoachVoice      *self,
                               const char      *text);

G_END_DECLS
