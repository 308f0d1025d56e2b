#include "config.h"

#include "coach-voice-name.h"

G_DEFINE_BOXED_TYPE (CoachVoiceName, coach_voice_name, coach_voice_name_copy, coach_voice_name_free)

/**
 * coach_voice_name_new:
 * @name: what the synthesiser calls the voice
 * @language: its language
 * @variant: (nullable): which of several it is
 *
 * Names a voice.
 *
 * Returns: (transfer full): the name
 */
CoachVoiceName *
coach_voice_name_new (const char *name,
                      const char *language,
                      const char *variant)
{
  CoachVoiceName *self;

  g_return_val_if_fail (name != NULL && language != NULL, NULL);

  self = g_new (CoachVoiceName, 1);
  *self = (CoachVoiceName) {
    .name = g_strdup (name),
    .language = g_strdup (language),
    .variant = g_strdup (variant),
  };
  return self;
}

/**
 * coach_voice_name_copy:
 * @self: a name
 *
 * Copies a name.
 *
 * Returns: (transfer full): the copy
 */
CoachVoiceName *
coach_voice_name_copy (const CoachVoiceName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return coach_voice_name_new (self->name, self->language, self->variant);
}

/**
 * coach_voice_name_free:
 * @self: (transfer full): a name
 *
 * Frees a name.
 */
void
coach_voice_name_free (CoachVoiceName *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_free (self->language);
  g_free (self->variant);
  g_free (self);
}
