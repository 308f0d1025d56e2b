#include "config.h"

#include "coach-speech-settings-private.h"

#include <string.h>

/* Of the speech server, for rate and volume alike. */
#define LEAST (-100)
#define MOST  100

/**
 * coach_speech_settings_copy:
 * @self: settings
 * @copy: (out caller-allocates): the same
 *
 * Copies settings.
 */
void
coach_speech_settings_copy (const CoachSpeechSettings *self,
                            CoachSpeechSettings       *copy)
{
  *copy = *self;
  copy->language = g_strdup (self->language);
  copy->voice_name = g_strdup (self->voice_name);
}

/**
 * coach_speech_settings_clear:
 * @self: settings, which may be cleared already
 *
 * Frees what they hold.
 */
void
coach_speech_settings_clear (CoachSpeechSettings *self)
{
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->voice_name, g_free);
}

static gboolean
is_dialect_of (const char *language,
               const char *base)
{
  gsize length = strlen (base);

  return strncmp (language, base, length) == 0
         && (language[length] == '\0' || language[length] == '-');
}

/**
 * coach_speech_settings_dup_language:
 * @self: settings
 * @theirs: the language that the person has set up for all programs
 *
 * Finds what language to set, in the server's spelling. Somebody who has set up British English is
 * not given another English because a text is in English.
 *
 * Returns: (transfer full) (nullable): a language; %NULL when theirs will do
 */
char *
coach_speech_settings_dup_language (const CoachSpeechSettings *self,
                                    const char                *theirs)
{
  g_autofree char *wanted = g_ascii_strdown (self->language, -1);
  g_autofree char *present = g_ascii_strdown (theirs, -1);

  g_strdelimit (wanted, "_", '-');
  g_strdelimit (present, "_", '-');
  if (*wanted == '\0' || is_dialect_of (present, wanted))
    return NULL;
  return g_steal_pointer (&wanted);
}

/**
 * coach_speech_settings_combine_rate:
 * @self: settings
 * @theirs: the rate that the person has set up for all programs
 *
 * Finds what rate to set.
 *
 * Returns: a rate for the server
 */
int
coach_speech_settings_combine_rate (const CoachSpeechSettings *self,
                                    int                        theirs)
{
  return CLAMP (theirs + self->rate, LEAST, MOST);
}

/**
 * coach_speech_settings_combine_volume:
 * @self: settings
 * @theirs: the volume that the person has set up for all programs
 *
 * Finds what volume to set. The server's least is silence.
 *
 * Returns: a volume for the server
 */
int
coach_speech_settings_combine_volume (const CoachSpeechSettings *self,
                                      int                        theirs)
{
  return LEAST + (CLAMP (theirs, LEAST, MOST) - LEAST) * (int) MIN (self->volume, 100) / 100;
}
