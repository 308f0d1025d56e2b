#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-speaker.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CoachSpeaker
{
  GObject            parent_instance;

  GSettings         *settings;      /* (owned) (not nullable) */
  CoachClock        *clock;         /* (owned) (not nullable) */
  CoachScreenReader *reader;        /* (owned) (nullable): until it is connected */
  char              *address;       /* (owned) (nullable): of the speech server */
  char              *starter;       /* (owned) (nullable) */
  char              *text_language; /* (owned) (not nullable): of the texts, as BCP 47 has it */
  CoachVoice        *voice;         /* (owned) (nullable): until somebody wants it */
};

/**
 * CoachSpeaker:
 *
 * The voice as the person has chosen it, and how much it may say: nothing while a screen reader
 * speaks, unless they want both.
 */
G_DEFINE_FINAL_TYPE (CoachSpeaker, coach_speaker, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell_changed (CoachSpeaker *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
apply_language (CoachSpeaker *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, "voice-language");

  if (self->voice != NULL)
    g_object_set (self->voice, "language", *chosen != '\0' ? chosen : self->text_language, NULL);
}

static void
coach_speaker_dispose (GObject *object)
{
  CoachSpeaker *self = COACH_SPEAKER (object);

  g_clear_object (&self->voice);
  g_clear_object (&self->reader);

  G_OBJECT_CLASS (coach_speaker_parent_class)->dispose (object);
}

static void
coach_speaker_finalize (GObject *object)
{
  CoachSpeaker *self = COACH_SPEAKER (object);

  g_object_unref (self->settings);
  g_object_unref (self->clock);
  g_free (self->address);
  g_free (self->starter);
  g_free (self->text_language);

  G_OBJECT_CLASS (coach_speaker_parent_class)->finalize (object);
}

static void
coach_speaker_class_init (CoachSpeakerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_speaker_dispose;
  G_OBJECT_CLASS (klass)->finalize = coach_speaker_finalize;

  /**
   * CoachSpeaker::changed:
   * @self: a speaker
   *
   * How much may be said is another, a screen reader was switched on or off, or the speech server
   * came or went.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_speaker_init (CoachSpeaker *self)
{
}

/**
 * coach_speaker_new:
 * @settings: what the person has chosen
 * @clock: the time
 *
 * Makes a speaker. Until it is connected, nobody speaks.
 *
 * Returns: (transfer full): a speaker
 */
CoachSpeaker *
coach_speaker_new (GSettings  *settings,
                   CoachClock *clock)
{
  CoachSpeaker *self = g_object_new (COACH_TYPE_SPEAKER, NULL);

  self->settings = g_object_ref (settings);
  self->clock = g_object_ref (clock);
  self->text_language = coach_speaker_choose_language (dgettext (GETTEXT_PACKAGE, ""),
                                                       g_get_language_names ());
  g_signal_connect_object (settings, "changed::voice-language", G_CALLBACK (apply_language), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::voice-level", G_CALLBACK (tell_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::speak-with-screen-reader",
                           G_CALLBACK (tell_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * coach_speaker_connect:
 * @self: a speaker
 * @bus: (nullable): the session bus, which knows of screen readers
 * @environment: (array zero-terminated=1): the variables of the process, for the speech server
 *
 * Gives it a world. It may be called once, before anybody wants the voice.
 */
void
coach_speaker_connect (CoachSpeaker       *self,
                       GDBusConnection    *bus,
                       const char * const *environment)
{
  g_return_if_fail (COACH_IS_SPEAKER (self));
  g_return_if_fail (self->reader == NULL && self->voice == NULL);

  self->address = coach_voice_find_address (environment);
  self->starter = coach_voice_find_starter (environment);
  self->reader = coach_screen_reader_new (bus);
  g_signal_connect_object (self->reader, "notify::is-active", G_CALLBACK (tell_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * coach_speaker_get_voice:
 * @self: a speaker
 *
 * Gets the voice, as the person has chosen it. Only when somebody wants it the speech server is looked
 * for.
 *
 * Returns: (transfer none): the voice
 */
CoachVoice *
coach_speaker_get_voice (CoachSpeaker *self)
{
  g_return_val_if_fail (COACH_IS_SPEAKER (self), NULL);

  if (self->voice != NULL)
    return self->voice;
  self->voice = coach_voice_new (self->clock, self->address, self->starter);
  apply_language (self);
  g_settings_bind (self->settings, "voice-name", self->voice, "voice-name", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "voice-rate", self->voice, "rate", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "voice-volume", self->voice, "volume", G_SETTINGS_BIND_GET);
  g_signal_connect_object (self->voice, "notify::state", G_CALLBACK (tell_changed), self,
                           G_CONNECT_SWAPPED);
  return self->voice;
}

static CoachTalk
get_chosen_talk (CoachSpeaker *self)
{
  g_autofree char *id = g_settings_get_string (self->settings, "voice-level");
  CoachTalk talk = COACH_TALK_FULL;

  coach_talk_from_id (id, &talk);
  return talk;
}

static gboolean
leaves_it_to_reader (CoachSpeaker *self)
{
  return coach_speaker_has_reader (self)
         && !g_settings_get_boolean (self->settings, "speak-with-screen-reader");
}

/**
 * coach_speaker_get_talk:
 * @self: a speaker
 *
 * Tells how much the voice is to say now.
 *
 * Returns: what the person has chosen; %COACH_TALK_SOUNDS while a screen reader speaks instead
 */
CoachTalk
coach_speaker_get_talk (CoachSpeaker *self)
{
  g_return_val_if_fail (COACH_IS_SPEAKER (self), COACH_TALK_SOUNDS);

  return leaves_it_to_reader (self) ? COACH_TALK_SOUNDS : get_chosen_talk (self);
}

/**
 * coach_speaker_explains:
 * @self: a speaker
 *
 * Tells whether somebody would hear a routine explained: the person wants it, and the voice can
 * speak or a screen reader does, which takes as long.
 *
 * Returns: whether plans are to leave the time for it
 */
gboolean
coach_speaker_explains (CoachSpeaker *self)
{
  g_return_val_if_fail (COACH_IS_SPEAKER (self), FALSE);

  if (get_chosen_talk (self) != COACH_TALK_FULL)
    return FALSE;
  return leaves_it_to_reader (self)
         || (self->voice != NULL && coach_voice_get_state (self->voice) == COACH_VOICE_STATE_READY);
}

/**
 * coach_speaker_get_rate:
 * @self: a speaker
 *
 * Gets how fast the voice speaks, the person's own rate included as far as it is known.
 *
 * Returns: from -100 to 100, for [func@speech_time_estimate_us]
 */
int
coach_speaker_get_rate (CoachSpeaker *self)
{
  g_return_val_if_fail (COACH_IS_SPEAKER (self), 0);

  return self->voice != NULL ? coach_voice_get_full_rate (self->voice)
                             : g_settings_get_int (self->settings, "voice-rate");
}

/**
 * coach_speaker_has_reader:
 * @self: a speaker
 *
 * Tells whether a screen reader is on.
 *
 * Returns: whether one is
 */
gboolean
coach_speaker_has_reader (CoachSpeaker *self)
{
  g_return_val_if_fail (COACH_IS_SPEAKER (self), FALSE);

  return self->reader != NULL && coach_screen_reader_get_is_active (self->reader);
}

/**
 * coach_speaker_get_text_language:
 * @self: a speaker
 *
 * Gets the language that the texts are in.
 *
 * Returns: (transfer none): a language, as BCP 47 has it
 */
const char *
coach_speaker_get_text_language (CoachSpeaker *self)
{
  g_return_val_if_fail (COACH_IS_SPEAKER (self), NULL);

  return self->text_language;
}

static char *
find_language (const char *header)
{
  g_auto (GStrv) lines = g_strsplit (header, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "Language:"))
      return g_strdup (g_strstrip (lines[i] + strlen ("Language:")));
  return g_strdup ("");
}

/* Returns: (transfer full): a locale's language and territory, without encoding and variant */
static char *
make_tag (const char *locale)
{
  char *tag = g_strndup (locale, strcspn (locale, ".@"));

  return g_strdelimit (tag, "_", '-');
}

/**
 * coach_speaker_choose_language:
 * @header: what a translation says of itself; empty without one
 * @locales: (array zero-terminated=1): what the person prefers, best first
 *
 * Finds the language of the texts: that of the translation, which need not be the one that the person
 * prefers, and English without one. Of its dialects it is the one that they prefer.
 *
 * Returns: (transfer full): a language, as BCP 47 has it
 */
char *
coach_speaker_choose_language (const char         *header,
                               const char * const *locales)
{
  g_autofree char *language = find_language (header);
  g_autofree char *tag = make_tag (*language != '\0' ? language : "en");
  g_autofree char *dialect = g_strconcat (tag, "-", NULL);

  for (guint i = 0; locales[i] != NULL; i++)
    {
      g_autofree char *preferred = make_tag (locales[i]);

      if (g_str_has_prefix (preferred, dialect))
        return g_steal_pointer (&preferred);
    }
  return g_steal_pointer (&tag);
}
