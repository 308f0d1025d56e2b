#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-voice-page-state.h"

#include <glib/gi18n.h>
#include <string.h>

/* Languages are compared by their first part: a voice that speaks another one cannot read the texts. */
static gboolean
is_same_language (const char *language,
                  const char *other)
{
  gsize length = strcspn (other, "-_");

  return g_ascii_strncasecmp (language, other, length) == 0
         && strcspn (language, "-_") == length;
}

/* Whether a voice of @language is one for whoever chose @chosen: English is for all who chose no dialect. */
static gboolean
suits (const char *language,
       const char *chosen)
{
  gsize length = strlen (chosen);

  return g_ascii_strncasecmp (language, chosen, length) == 0
         && (language[length] == '\0' || language[length] == '-' || language[length] == '_');
}

static gboolean
contains (GPtrArray  *texts,
          const char *text,
          guint      *index)
{
  for (guint i = 0; i < texts->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (texts, i), text) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

/* As BCP 47 writes it: en-GB, zh-Hant. */
static char *
make_label (const char *language)
{
  g_auto (GStrv) parts = g_strsplit_set (language, "-_", 2);
  g_autofree char *dialect = NULL;

  if (parts[0] == NULL || parts[1] == NULL)
    /* Translators: the name of your language, in itself, as in "Deutsch" */
    return g_strdup (C_("name of this language", "English"));
  dialect = strlen (parts[1]) == 2 ? g_ascii_strup (parts[1], -1) : g_strdup (parts[1]);
  /* Translators: a language and its dialect, as in "English (GB)" */
  return g_strdup_printf (C_("language", "%s (%s)"), C_("name of this language", "English"),
                          dialect);
}

static void
add (GPtrArray *values,
     GPtrArray *labels,
     char      *value,
     char      *label)
{
  g_ptr_array_add (values, value);
  g_ptr_array_add (labels, label);
}

static void
list_languages (CoachVoicePageState       *state,
                const CoachVoicePageFacts *facts)
{
  guint index;

  add (state->languages, state->language_labels, g_strdup (""),
       g_strdup (_("As the texts are written")));
  for (guint i = 0; facts->voices != NULL && i < facts->voices->len; i++)
    {
      const CoachVoiceName *voice = g_ptr_array_index (facts->voices, i);

      if (is_same_language (voice->language, facts->text_language)
          && !contains (state->languages, voice->language, &index))
        add (state->languages, state->language_labels, g_strdup (voice->language),
             make_label (voice->language));
    }
  if (*facts->language != '\0' && !contains (state->languages, facts->language, &index))
    add (state->languages, state->language_labels, g_strdup (facts->language),
         g_strdup (facts->language));
  contains (state->languages, facts->language, &state->language);
}

/* Some synthesisers have a hundred variants of each voice: those of a dialect that was chosen are
 * enough. */
static gboolean
is_offered (const CoachVoiceName      *voice,
            const CoachVoicePageFacts *facts)
{
  if (*facts->language != '\0')
    return suits (voice->language, facts->language);
  return is_same_language (voice->language, facts->text_language) && voice->variant == NULL;
}

static void
list_voices (CoachVoicePageState       *state,
             const CoachVoicePageFacts *facts)
{
  guint index;

  add (state->voice_names, state->voice_labels, g_strdup (""),
       g_strdup (_("The one of your desktop")));
  for (guint i = 0; facts->voices != NULL && i < facts->voices->len; i++)
    {
      const CoachVoiceName *voice = g_ptr_array_index (facts->voices, i);

      if (is_offered (voice, facts) && !contains (state->voice_names, voice->name, &index))
        add (state->voice_names, state->voice_labels, g_strdup (voice->name),
             g_strdup (voice->name));
    }
  if (*facts->voice_name != '\0' && !contains (state->voice_names, facts->voice_name, &index))
    add (state->voice_names, state->voice_labels, g_strdup (facts->voice_name),
         g_strdup (facts->voice_name));
  contains (state->voice_names, facts->voice_name, &state->voice);
}

static gboolean
has_voice (const CoachVoicePageFacts *facts)
{
  for (guint i = 0; i < facts->voices->len; i++)
    {
      const CoachVoiceName *voice = g_ptr_array_index (facts->voices, i);

      if (is_same_language (voice->language, facts->text_language))
        return TRUE;
    }
  return FALSE;
}

static const char *
choose_notice (const CoachVoicePageFacts *facts)
{
  switch (facts->state)
    {
    case COACH_VOICE_STATE_ABSENT:
      return _("Nothing here can speak yet. To get a voice, install “speech-dispatcher” and a "
               "synthesiser such as “eSpeak NG” with your system’s software. Until then there are "
               "the sounds.");
    case COACH_VOICE_STATE_LOST:
      return _("What speaks for your desktop does not answer. Lowtide tries again by itself; until "
               "then there are the sounds.");
    case COACH_VOICE_STATE_READY:
      if (facts->voices != NULL && facts->voices->len > 0 && !has_voice (facts))
        return _("None of the voices here speaks the language of the texts. Your system’s software "
                 "may have more of them.");
      return NULL;
    case COACH_VOICE_STATE_OPENING:
    default:
      return NULL;
    }
}

static const char *
choose_reader_notice (const CoachVoicePageFacts *facts)
{
  if (!facts->has_reader)
    return NULL;
  if (facts->speaks_with_reader)
    return _("A screen reader is on, and both speak. It may be cut short by what Lowtide says.");
  return _("A screen reader is on, so Lowtide keeps quiet and leaves the speaking to it. The sounds "
           "are heard all the same.");
}

/**
 * coach_voice_page_state_init:
 * @state: (out caller-allocates): what to show
 * @facts: what is known
 *
 * Says what can be chosen, and what is in the way.
 */
void
coach_voice_page_state_init (CoachVoicePageState       *state,
                             const CoachVoicePageFacts *facts)
{
  gboolean is_there = facts->state == COACH_VOICE_STATE_READY
                      || facts->state == COACH_VOICE_STATE_OPENING;

  *state = (CoachVoicePageState) {
    .notice = choose_notice (facts),
    .reader_notice = choose_reader_notice (facts),
    .can_choose = is_there && facts->voices != NULL,
    .can_try = is_there,
    .languages = g_ptr_array_new_with_free_func (g_free),
    .language_labels = g_ptr_array_new_with_free_func (g_free),
    .voice_names = g_ptr_array_new_with_free_func (g_free),
    .voice_labels = g_ptr_array_new_with_free_func (g_free),
  };
  list_languages (state, facts);
  list_voices (state, facts);
}

/**
 * coach_voice_page_state_clear:
 * @state: what was shown
 *
 * Frees what it holds.
 */
void
coach_voice_page_state_clear (CoachVoicePageState *state)
{
  g_clear_pointer (&state->languages, g_ptr_array_unref);
  g_clear_pointer (&state->language_labels, g_ptr_array_unref);
  g_clear_pointer (&state->voice_names, g_ptr_array_unref);
  g_clear_pointer (&state->voice_labels, g_ptr_array_unref);
}
