#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachSpeechSettings:
 * @language: (owned) (not nullable): BCP 47; empty leaves the person's own
 * @voice_name: (owned) (not nullable): empty leaves the person's own
 * @rate: from -100 to 100; is added to the person's own
 * @volume: in percent of the person's own
 *
 * How it is to sound.
 */
typedef struct
{
  char  *language;
  char  *voice_name;
  int    rate;
  guint  volume;
} CoachSpeechSettings;

void     coach_speech_settings_copy  (const CoachSpeechSettings *self,
                                      CoachSpeechSettings       *copy);
void     coach_speech_settings_clear (CoachSpeechSettings       *self);
char    *coach_speech_settings_dup_language (const CoachSpeechSettings *self,
                                             const char                *theirs);
int      coach_speech_settings_combine_rate   (const CoachSpeechSettings *self,
                                               int                        theirs);
int      coach_speech_settings_combine_volume (const CoachSpeechSettings *self,
                                               int                        theirs);

G_END_DECLS
