#include "config.h"

#include "coach-manual-clock.h"
#include "coach-speaker.h"
#include "coach-test-bus.h"

#define HEADER "Project-Id-Version: lowtide\nLanguage: %s\nMIME-Version: 1.0\n"

static void
test_language (void)
{
  static const struct
  {
    const char *translation; /* NULL without one */
    const char *locales[4];
    const char *language;
  } rows[] = {
    { NULL, { "C", NULL }, "en" },
    { NULL, { "en_GB.UTF-8", "en_GB", "en", "C" }, "en-GB" },
    { NULL, { "de_DE.UTF-8", "de", "C", NULL }, "en" },
    { NULL, { "de_DE", "en_IE@euro", "C", NULL }, "en-IE" },
    { "de", { "de_AT.UTF-8", "de", NULL }, "de-AT" },
    { "de", { "fr_FR.UTF-8", NULL }, "de" },
    { "pt_BR", { "pt_PT.UTF-8", "pt", NULL }, "pt-BR" },
    { "", { "en_US", NULL }, "en-US" },
  };

  g_test_summary ("The language is that of the texts, in the dialect that the person prefers.");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *header = rows[i].translation != NULL
                                    ? g_strdup_printf (HEADER, rows[i].translation)
                                    : g_strdup ("");
      const char *locales[5] = { NULL };
      g_autofree char *language = NULL;

      for (guint j = 0; j < 4; j++)
        locales[j] = rows[i].locales[j];
      language = coach_speaker_choose_language (header, locales);
      g_assert_cmpstr (language, ==, rows[i].language);
    }
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_choices (void)
{
  g_autoptr (CoachManualClock) clock = coach_manual_clock_new ();
  g_autoptr (GSettings) settings = g_settings_new ("org.lowtide.Lowtide");
  const char *const environment[] = { NULL };
  CoachSpeaker *speaker = coach_speaker_new (settings, COACH_CLOCK (clock));
  CoachVoice *voice;
  g_autofree char *language = NULL;
  guint count = 0;
  int rate;

  g_test_summary ("The voice is as it was chosen, and follows when something else is.");

  coach_speaker_connect (speaker, NULL, environment);
  g_signal_connect_swapped (speaker, "changed", G_CALLBACK (count_cb), &count);
  g_assert_cmpint (coach_speaker_get_talk (speaker), ==, COACH_TALK_FULL);
  g_settings_set_string (settings, "voice-level", "short");
  g_assert_cmpint (coach_speaker_get_talk (speaker), ==, COACH_TALK_SHORT);
  g_assert_cmpuint (count, ==, 1);

  voice = coach_speaker_get_voice (speaker);
  g_assert_true (voice == coach_speaker_get_voice (speaker));
  g_settings_set_int (settings, "voice-rate", 30);
  g_settings_set_string (settings, "voice-language", "en-GB");
  g_object_get (voice, "rate", &rate, "language", &language, NULL);
  g_assert_cmpint (rate, ==, 30);
  g_assert_cmpstr (language, ==, "en-GB");
  coach_test_wait_for (coach_voice_get_state (voice) == COACH_VOICE_STATE_ABSENT);
  g_assert_cmpuint (count, >, 1);

  g_assert_finalize_object (speaker);
  g_settings_reset (settings, "voice-level");
  g_settings_reset (settings, "voice-rate");
  g_settings_reset (settings, "voice-language");
}


static void
test_no_reader (void)
{
  g_autoptr (CoachManualClock) clock = coach_manual_clock_new ();
  g_autoptr (GSettings) settings = g_settings_new ("org.lowtide.Lowtide");
  CoachSpeaker *speaker = coach_speaker_new (settings, COACH_CLOCK (clock));

  g_test_summary ("Without a bus no screen reader is known of, and what was chosen is said.");

  g_assert_false (coach_speaker_has_reader (speaker));
  g_assert_cmpint (coach_speaker_get_talk (speaker), ==, COACH_TALK_FULL);
  g_assert_cmpstr (coach_speaker_get_text_language (speaker), ==, "en");
  g_assert_finalize_object (speaker);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/speaker/language", test_language);
  g_test_add_func ("/speaker/choices", test_choices);
  g_test_add_func ("/speaker/no-reader", test_no_reader);

  return g_test_run ();
}
