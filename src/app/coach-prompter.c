#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-prompter.h"

#include <glib/gi18n.h>

#include "coach-prompter-state.h"

struct _CoachPrompter
{
  GObject             parent_instance;

  CoachSession       *session;  /* (owned) (not nullable), given at construction */
  CoachClock         *clock;    /* (owned) (not nullable), given at construction */
  CoachSpeaker       *speaker;  /* (owned) (not nullable), given at construction */
  CoachCueSounds     *sounds;   /* (owned) (not nullable), given at construction */
  GSettings          *settings; /* (owned) (not nullable), given at construction */

  CoachSessionStatus  status;   /* of the session when it was heard of last */
  guint               phase;    /* index of the phase that was heard of last */
  gboolean            has_told; /* that speech is missing */
};

typedef enum
{
  PROP_SESSION = 1,
  PROP_CLOCK,
  PROP_SPEAKER,
  PROP_SOUNDS,
  PROP_SETTINGS,
} CoachPrompterProperty;

static GParamSpec *properties[PROP_SETTINGS + 1];

typedef enum
{
  SIGNAL_SPEECH_MISSING,
  SIGNAL_ENDED,
} CoachPrompterSignal;

static guint signals[SIGNAL_ENDED + 1];

/**
 * CoachPrompter:
 *
 * Says and sounds what a session has to say, as the person chose. It only listens: the session runs
 * the same without it. It holds the session until the last word, which comes after its end.
 */
G_DEFINE_FINAL_TYPE (CoachPrompter, coach_prompter, G_TYPE_OBJECT)

static CoachVoice *
get_voice (CoachPrompter *self)
{
  return coach_speaker_get_voice (self->speaker);
}

static CoachTalk
find_talk (CoachPrompter *self)
{
  return coach_prompter_find_talk (coach_speaker_get_talk (self->speaker),
                                   coach_voice_get_state (get_voice (self)));
}

/* Once is enough: the sounds go on, and nobody on the floor wants to read. */
static void
tell_missing (CoachPrompter *self)
{
  CoachVoiceState state = coach_voice_get_state (get_voice (self));

  if (self->has_told
      || !coach_prompter_misses_speech (coach_speaker_get_talk (self->speaker), state))
    return;
  self->has_told = TRUE;
  g_signal_emit (self, signals[SIGNAL_SPEECH_MISSING], 0);
}

/* What no plan knows of: it was the person who did it. */
static void
say_now (CoachPrompter       *self,
         CoachSpeechPriority  priority,
         const char          *text)
{
  CoachUtterance utterance = {
    .text = text,
    .priority = priority,
    .due_us = coach_clock_get_monotonic_us (self->clock),
  };

  coach_voice_hush (get_voice (self));
  if (find_talk (self) != COACH_TALK_SOUNDS)
    coach_voice_say (get_voice (self), &utterance);
}

static gboolean
is_last_word (CoachPrompter  *self,
              const CoachCue *cue)
{
  const CoachPhase *phase = coach_session_get_phase (self->session);

  return phase->kind == COACH_PHASE_FINISH && cue->at_s == phase->cues[phase->n_cues - 1].at_s;
}

static void
cue_cb (CoachPrompter *self,
        CoachCue      *cue,
        gint64         due_us)
{
  CoachTalk talk = find_talk (self);

  tell_missing (self);
  if (coach_cue_is_sounded (cue, talk))
    coach_cue_sounds_play (self->sounds, cue->sound);
  if (coach_cue_is_said (cue, talk))
    {
      CoachUtterance utterance = coach_prompter_get_utterance (cue, due_us);

      coach_voice_say (get_voice (self), &utterance);
    }
  if (is_last_word (self, cue))
    g_signal_emit (self, signals[SIGNAL_ENDED], 0);
}

static void
say_again (CoachPrompter *self)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("From the start, in %u second.", "From the start, in %u seconds.",
                                    COACH_LEAD_IN_SECONDS), COACH_LEAD_IN_SECONDS);
  say_now (self, COACH_SPEECH_PRIORITY_TURN, text);
}

/* A phase that was skipped or gone back to has nothing more to say; one that begins again after a
 * lead-in says so. */
static void
phase_changed_cb (CoachPrompter *self)
{
  guint phase = coach_session_get_state (self->session)->phase;

  if (phase != self->phase + 1 && coach_session_is_leading_in (self->session))
    say_again (self);
  else if (phase != self->phase + 1)
    coach_voice_hush (get_voice (self));
  self->phase = phase;
}

static void
say_resumed (CoachPrompter *self)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("Going on in %u second.", "Going on in %u seconds.",
                                    COACH_LEAD_IN_SECONDS), COACH_LEAD_IN_SECONDS);
  say_now (self, COACH_SPEECH_PRIORITY_TURN, text);
}

static void
status_changed_cb (CoachPrompter *self)
{
  CoachSessionStatus before = self->status;

  self->status = coach_session_get_status (self->session);
  switch (self->status)
    {
    case COACH_SESSION_PAUSED:
      say_now (self, COACH_SPEECH_PRIORITY_STOP, _("Paused."));
      break;
    case COACH_SESSION_RUNNING:
      if (before == COACH_SESSION_PAUSED)
        say_resumed (self);
      break;
    case COACH_SESSION_STOPPED:
      say_now (self, COACH_SPEECH_PRIORITY_STOP, _("The session has ended."));
      g_signal_emit (self, signals[SIGNAL_ENDED], 0);
      break;
    case COACH_SESSION_READY:
    case COACH_SESSION_FINISHED:
    default:
      break;
    }
}

static void
volume_changed_cb (CoachPrompter *self)
{
  coach_cue_sounds_set_volume (self->sounds,
                               g_settings_get_uint (self->settings, "sound-volume") / 100.0);
}

static void
coach_prompter_constructed (GObject *object)
{
  CoachPrompter *self = COACH_PROMPTER (object);

  G_OBJECT_CLASS (coach_prompter_parent_class)->constructed (object);

  self->status = coach_session_get_status (self->session);
  self->phase = G_MAXUINT;
  g_signal_connect_object (self->session, "cue", G_CALLBACK (cue_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "phase-changed", G_CALLBACK (phase_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::status", G_CALLBACK (status_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::sound-volume",
                           G_CALLBACK (volume_changed_cb), self, G_CONNECT_SWAPPED);
  volume_changed_cb (self);
}

static void
coach_prompter_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  CoachPrompter *self = COACH_PROMPTER (object);

  switch ((CoachPrompterProperty) id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_CLOCK:
      self->clock = g_value_dup_object (value);
      break;
    case PROP_SPEAKER:
      self->speaker = g_value_dup_object (value);
      break;
    case PROP_SOUNDS:
      self->sounds = g_value_dup_object (value);
      break;
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_prompter_dispose (GObject *object)
{
  CoachPrompter *self = COACH_PROMPTER (object);

  if (self->session != NULL
      && !coach_session_state_is_final (coach_session_get_state (self->session)))
    coach_voice_hush (get_voice (self));
  g_clear_object (&self->session);
  g_clear_object (&self->clock);
  g_clear_object (&self->speaker);
  g_clear_object (&self->sounds);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (coach_prompter_parent_class)->dispose (object);
}

static void
coach_prompter_class_init (CoachPrompterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags given = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = coach_prompter_constructed;
  object_class->set_property = coach_prompter_set_property;
  object_class->dispose = coach_prompter_dispose;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, COACH_TYPE_SESSION, given);
  properties[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, COACH_TYPE_CLOCK, given);
  properties[PROP_SPEAKER] = g_param_spec_object ("speaker", NULL, NULL, COACH_TYPE_SPEAKER, given);
  properties[PROP_SOUNDS] = g_param_spec_object ("sounds", NULL, NULL, COACH_TYPE_CUE_SOUNDS,
                                                 given);
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, given);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * CoachPrompter::speech-missing:
   *
   * Something was to be said, and there is no speech server to say it. Comes once.
   */
  signals[SIGNAL_SPEECH_MISSING] = g_signal_new ("speech-missing", G_TYPE_FROM_CLASS (klass),
                                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 0);
  /**
   * CoachPrompter::ended:
   *
   * Nothing more is said and sounded after what was asked for last.
   */
  signals[SIGNAL_ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
coach_prompter_init (CoachPrompter *self)
{
}

/**
 * coach_prompter_new:
 * @session: a session that has not started
 * @clock: the clock that it runs by
 * @speaker: what speaks, as the person wants it
 * @sounds: what sounds
 * @settings: those of the program
 *
 * Makes a prompter, which follows the session from its start to its last word.
 *
 * Returns: (transfer full): the prompter
 */
CoachPrompter *
coach_prompter_new (CoachSession   *session,
                    CoachClock     *clock,
                    CoachSpeaker   *speaker,
                    CoachCueSounds *sounds,
                    GSettings      *settings)
{
  g_return_val_if_fail (COACH_IS_SESSION (session), NULL);
  g_return_val_if_fail (COACH_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (COACH_IS_SPEAKER (speaker), NULL);
  g_return_val_if_fail (COACH_IS_CUE_SOUNDS (sounds), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  return g_object_new (COACH_TYPE_PROMPTER, "session", session, "clock", clock, "speaker", speaker,
                       "sounds", sounds, "settings", settings, NULL);
}
