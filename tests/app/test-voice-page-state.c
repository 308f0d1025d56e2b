#include "config.h"

#include <string.h>

#include "coach-voice-page-state.h"

/* "NAME,LANGUAGE,VARIANT" each, apart by a bar. */
#define VOICES "English (America),en-US,|English (Great Britain),en-gb,|British+croak,en-gb,croak|German,de,"

static GPtrArray *
make_voices (const char *text)
{
  GPtrArray *voices = g_ptr_array_new_with_free_func ((GDestroyNotify) coach_voice_name_free);
  g_auto (GStrv) lines = g_strsplit (text, "|", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], ",", 3);

      g_ptr_array_add (voices, coach_voice_name_new (words[0], words[1],
                                                     *words[2] != '\0' ? words[2] : NULL));
    }
  return voices;
}

static char *
join (GPtrArray *texts)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "",
                            (const char *) g_ptr_array_index (texts, i));
  return g_string_free (joined, FALSE);
}

typedef struct
{
  const char *voices; /* NULL when they are not known */
  const char *language;
  const char *voice_name;
  const char *languages;
  const char *language_labels;
  guint       language_index;
  const char *voice_names;
  guint       voice_index;
} Row;

static const Row rows[] = {
  { NULL, "", "", "", "As the texts are written", 0, "", 0 },
  { VOICES, "", "", "|en-US|en-gb", "As the texts are written|English (US)|English (GB)", 0,
    "|English (America)|English (Great Britain)", 0 },
  { VOICES, "en-GB", "British+croak", "|en-US|en-gb",
    "As the texts are written|English (US)|English (GB)", 2,
    "|English (Great Britain)|British+croak", 2 },
  /* What was chosen and is no longer there stays chosen. */
  { VOICES, "en-AU", "Kylie", "|en-US|en-gb|en-AU",
    "As the texts are written|English (US)|English (GB)|en-AU", 3, "|Kylie", 1 },
  { "Kal,en,|Est,est,", "", "Kal", "|en", "As the texts are written|English", 0, "|Kal", 1 },
};

static void
test_choices (void)
{
  g_test_summary ("Languages and voices that can read the texts can be chosen, and what was chosen stays.");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      g_autoptr (GPtrArray) voices = row->voices != NULL ? make_voices (row->voices) : NULL;
      const CoachVoicePageFacts facts = {
        .state = COACH_VOICE_STATE_READY,
        .voices = voices,
        .text_language = "en-GB",
        .language = row->language,
        .voice_name = row->voice_name,
      };
      CoachVoicePageState state;
      g_autofree char *languages = NULL;
      g_autofree char *labels = NULL;
      g_autofree char *names = NULL;

      coach_voice_page_state_init (&state, &facts);
      languages = join (state.languages);
      labels = join (state.language_labels);
      names = join (state.voice_names);
      g_assert_cmpstr (languages, ==, row->languages);
      g_assert_cmpstr (labels, ==, row->language_labels);
      g_assert_cmpuint (state.language, ==, row->language_index);
      g_assert_cmpstr (names, ==, row->voice_names);
      g_assert_cmpuint (state.voice, ==, row->voice_index);
      g_assert_cmpuint (state.voice_labels->len, ==, state.voice_names->len);
      g_assert_cmpint (state.can_choose, ==, voices != NULL);
      coach_voice_page_state_clear (&state);
      coach_voice_page_state_clear (&state);
    }
}

static void
test_notices (void)
{
  static const struct
  {
    CoachVoiceState  state;
    const char      *voices;
    const char      *notice; /* words of it; NULL for none */
    gboolean         can_try;
  } notices[] = {
    { COACH_VOICE_STATE_OPENING, NULL, NULL, TRUE },
    { COACH_VOICE_STATE_READY, NULL, NULL, TRUE },
    { COACH_VOICE_STATE_READY, VOICES, NULL, TRUE },
    { COACH_VOICE_STATE_READY, "German,de,", "None of the voices", TRUE },
    { COACH_VOICE_STATE_ABSENT, NULL, "speech-dispatcher", FALSE },
    { COACH_VOICE_STATE_LOST, VOICES, "tries again", FALSE },
  };

  g_test_summary ("What is in the way of a voice is said, with what to do.");

  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      g_autoptr (GPtrArray) voices
          = notices[i].voices != NULL ? make_voices (notices[i].voices) : NULL;
      const CoachVoicePageFacts facts = {
        .state = notices[i].state,
        .voices = voices,
        .text_language = "en",
        .language = "",
        .voice_name = "",
      };
      CoachVoicePageState state;

      coach_voice_page_state_init (&state, &facts);
      g_assert_cmpint (state.notice == NULL, ==, notices[i].notice == NULL);
      if (state.notice != NULL)
        g_assert_nonnull (strstr (state.notice, notices[i].notice));
      g_assert_cmpint (state.can_try, ==, notices[i].can_try);
      coach_voice_page_state_clear (&state);
    }
}

static void
test_reader (void)
{
  CoachVoicePageFacts facts = { .text_language = "en", .language = "", .voice_name = "" };
  CoachVoicePageState state;

  g_test_summary ("While a screen reader is on, it is said who speaks.");

  coach_voice_page_state_init (&state, &facts);
  g_assert_null (state.reader_notice);
  coach_voice_page_state_clear (&state);

  facts.has_reader = TRUE;
  coach_voice_page_state_init (&state, &facts);
  g_assert_nonnull (strstr (state.reader_notice, "keeps quiet"));
  coach_voice_page_state_clear (&state);

  facts.speaks_with_reader = TRUE;
  coach_voice_page_state_init (&state, &facts);
  g_assert_nonnull (strstr (state.reader_notice, "both speak"));
  coach_voice_page_state_clear (&state);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/voice-page-state/choices", test_choices);
  g_test_add_func ("/voice-page-state/notices", test_notices);
  g_test_add_func ("/voice-page-state/reader", test_reader);

  return g_test_run ();
}
