#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CoachVoiceName:
 * @name: what the synthesiser calls the voice; for [property@Voice:voice-name]
 * @language: its language, as BCP 47 has it (`de`, `en-GB`)
 * @variant: (nullable): which of several voices of the language it is, in the synthesiser's words
 *
 * A voice that can be chosen.
 */
typedef struct
{
  char *name;
  char *language;
  char *variant;
} CoachVoiceName;

#define COACH_TYPE_VOICE_NAME (coach_voice_name_get_type ())
GType           coach_voice_name_get_type (void);

CoachVoiceName *coach_voice_name_new      (const char           *name,
                                           const char           *language,
                                           const char           *variant);
CoachVoiceName *coach_voice_name_copy     (const CoachVoiceName *self);
void            coach_voice_name_free     (CoachVoiceName       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachVoiceName, coach_voice_name_free)

G_END_DECLS
