#include "config.h"

#include "coach-prompter-state.h"

static void
test_talk (void)
{
  static const struct
  {
    CoachTalk wanted;
    CoachVoiceState voice;
    CoachTalk talk;
    gboolean misses;
  } cases[] = {
    { COACH_TALK_FULL, COACH_VOICE_STATE_READY, COACH_TALK_FULL, FALSE },
    { COACH_TALK_FULL, COACH_VOICE_STATE_OPENING, COACH_TALK_FULL, FALSE },
    { COACH_TALK_FULL, COACH_VOICE_STATE_ABSENT, COACH_TALK_SOUNDS, TRUE },
    { COACH_TALK_FULL, COACH_VOICE_STATE_LOST, COACH_TALK_SOUNDS, TRUE },
    { COACH_TALK_SHORT, COACH_VOICE_STATE_READY, COACH_TALK_SHORT, FALSE },
    { COACH_TALK_SHORT, COACH_VOICE_STATE_ABSENT, COACH_TALK_SOUNDS, TRUE },
    { COACH_TALK_SOUNDS, COACH_VOICE_STATE_READY, COACH_TALK_SOUNDS, FALSE },
    { COACH_TALK_SOUNDS, COACH_VOICE_STATE_ABSENT, COACH_TALK_SOUNDS, FALSE },
  };

  g_test_summary ("Sounds lead where nobody speaks, and speech is missed only where it was wanted");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (coach_prompter_find_talk (cases[i].wanted, cases[i].voice), ==,
                       cases[i].talk);
      g_assert_cmpint (coach_prompter_misses_speech (cases[i].wanted, cases[i].voice), ==,
                       cases[i].misses);
    }
}

static void
test_utterance (void)
{
  static const struct
  {
    CoachCueKind kind;
    CoachSpeechPriority priority;
  } cases[] = {
    { COACH_CUE_TIP, COACH_SPEECH_PRIORITY_TIP },
    { COACH_CUE_BREATH, COACH_SPEECH_PRIORITY_TIP },
    { COACH_CUE_HALF_WAY, COACH_SPEECH_PRIORITY_GUIDE },
    { COACH_CUE_STEP, COACH_SPEECH_PRIORITY_GUIDE },
    { COACH_CUE_DOSE, COACH_SPEECH_PRIORITY_GUIDE },
    { COACH_CUE_LEAVE, COACH_SPEECH_PRIORITY_GUIDE },
    { COACH_CUE_RISE, COACH_SPEECH_PRIORITY_GUIDE },
    { COACH_CUE_NAME, COACH_SPEECH_PRIORITY_TURN },
    { COACH_CUE_BEGIN, COACH_SPEECH_PRIORITY_TURN },
    { COACH_CUE_COUNT, COACH_SPEECH_PRIORITY_COUNT },
    { COACH_CUE_LAST_SECONDS, COACH_SPEECH_PRIORITY_COUNT },
    { COACH_CUE_REST, COACH_SPEECH_PRIORITY_STOP },
    { COACH_CUE_SWITCH, COACH_SPEECH_PRIORITY_STOP },
    { COACH_CUE_DONE, COACH_SPEECH_PRIORITY_STOP },
  };

  g_test_summary ("A cue keeps its urgency and its time, and none may wait longer than others");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CoachCue cue = { .kind = cases[i].kind, .text = (char *) "said" };
      CoachUtterance utterance = coach_prompter_get_utterance (&cue, 42);

      g_assert_cmpint (utterance.priority, ==, cases[i].priority);
      g_assert_cmpint (utterance.due_us, ==, 42);
      g_assert_true (utterance.text == cue.text);
      g_assert_cmpint (utterance.stale_after_us, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/prompter-state/talk", test_talk);
  g_test_add_func ("/prompter-state/utterance", test_utterance);

  return g_test_run ();
}
