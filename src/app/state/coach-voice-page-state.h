#pragma once

#include "coach-speaker.h"

G_BEGIN_DECLS

/**
 * CoachVoicePageFacts:
 * @state: of the voice
 * @has_reader: whether a screen reader is on
 * @speaks_with_reader: whether the voice is to speak nonetheless
 * @voices: (nullable) (element-type CoachVoiceName): all that can be chosen; %NULL until it is known
 * @text_language: the language of the texts, as BCP 47 has it
 * @language: the language that was chosen; empty for that of the texts
 * @voice_name: the voice that was chosen; empty for the person's own
 *
 * What the page for voice and sounds is about.
 */
typedef struct
{
  CoachVoiceState  state;
  gboolean         has_reader;
  gboolean         speaks_with_reader;
  GPtrArray       *voices;
  const char      *text_language;
  const char      *language;
  const char      *voice_name;
} CoachVoicePageFacts;

/**
 * CoachVoicePageState:
 * @notice: (nullable): why nothing can be said, or not well, and what to do
 * @reader_notice: (nullable): what a screen reader means for the voice
 * @can_choose: whether there are voices to choose from
 * @can_try: whether a sentence can be tried
 * @languages: (owned) (element-type utf8): what can be chosen; the first is empty
 * @language_labels: (owned) (element-type utf8): what each is called
 * @language: which one is chosen
 * @voice_names: (owned) (element-type utf8): what can be chosen; the first is empty
 * @voice_labels: (owned) (element-type utf8): what each is called
 * @voice: which one is chosen
 *
 * What the page for voice and sounds shows.
 */
typedef struct
{
  const char *notice;
  const char *reader_notice;
  gboolean    can_choose;
  gboolean    can_try;
  GPtrArray  *languages;
  GPtrArray  *language_labels;
  guint       language;
  GPtrArray  *voice_names;
  GPtrArray  *voice_labels;
  guint       voice;
} CoachVoicePageState;

void coach_voice_page_state_init  (CoachVoicePageState       *state,
                                   const CoachVoicePageFacts *facts);
void coach_voice_page_state_clear (CoachVoicePageState       *state);

G_END_DECLS
