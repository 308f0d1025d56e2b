#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-prompter-state.h"

static gboolean
is_reachable (CoachVoiceState voice)
{
  return voice == COACH_VOICE_STATE_READY || voice == COACH_VOICE_STATE_OPENING;
}

/**
 * coach_prompter_find_talk:
 * @wanted: how much the person wants to hear
 * @voice: whether there is somebody to speak
 *
 * Finds how much is said: nothing where nobody can speak. Sounds lead in any case.
 *
 * Returns: how much
 */
CoachTalk
coach_prompter_find_talk (CoachTalk       wanted,
                          CoachVoiceState voice)
{
  return is_reachable (voice) ? wanted : COACH_TALK_SOUNDS;
}

/**
 * coach_prompter_misses_speech:
 * @wanted: how much the person wants to hear
 * @voice: whether there is somebody to speak
 *
 * Tells whether the person wants to hear words and there is nobody to say them.
 *
 * Returns: whether to say how to get speech
 */
gboolean
coach_prompter_misses_speech (CoachTalk       wanted,
                              CoachVoiceState voice)
{
  return wanted != COACH_TALK_SOUNDS && !is_reachable (voice);
}

static CoachSpeechPriority
get_priority (CoachCueKind kind)
{
  switch (coach_cue_kind_get_priority (kind))
    {
    case COACH_CUE_PRIORITY_TIP:
      return COACH_SPEECH_PRIORITY_TIP;
    case COACH_CUE_PRIORITY_GUIDE:
      return COACH_SPEECH_PRIORITY_GUIDE;
    case COACH_CUE_PRIORITY_TURN:
      return COACH_SPEECH_PRIORITY_TURN;
    case COACH_CUE_PRIORITY_COUNT:
      return COACH_SPEECH_PRIORITY_COUNT;
    case COACH_CUE_PRIORITY_STOP:
      return COACH_SPEECH_PRIORITY_STOP;
    default:
      g_assert_not_reached ();
    }
}

/**
 * coach_prompter_get_utterance:
 * @cue: a cue that is said
 * @due_us: when, in microseconds of the monotonic clock
 *
 * Turns a cue into what the voice is given. None may begin later than the voice's own limit: the
 * plan has left the time that each takes to say.
 *
 * Returns: an utterance with the cue's own text
 */
CoachUtterance
coach_prompter_get_utterance (const CoachCue *cue,
                              gint64          due_us)
{
  CoachUtterance utterance = { .due_us = due_us };

  g_return_val_if_fail (cue != NULL, utterance);

  utterance.text = cue->text;
  utterance.priority = get_priority (cue->kind);
  return utterance;
}
