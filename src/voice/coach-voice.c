#define G_LOG_DOMAIN "coach-voice"

#include "config.h"

#include "coach-voice.h"

#include "coach-voice-error.h"
#include "coach-voice-private.h"

G_DEFINE_ENUM_TYPE (CoachVoiceState, coach_voice_state,
                    G_DEFINE_ENUM_VALUE (COACH_VOICE_STATE_OPENING, "opening"),
                    G_DEFINE_ENUM_VALUE (COACH_VOICE_STATE_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (COACH_VOICE_STATE_ABSENT, "absent"),
                    G_DEFINE_ENUM_VALUE (COACH_VOICE_STATE_LOST, "lost"))

/**
 * CoachVoice:
 *
 * Says things at their times, by the speech server of the person's desktop and with their own voice.
 *
 * Two are never said at once. What is due cuts off what matters less, waits for what matters as much
 * or more, and is dropped when it could only begin too late. Whoever makes a voice hands things over
 * as soon as they are known: then the time that a slow synthesiser takes to begin is allowed for.
 *
 * It looks for the server by itself as soon as the main loop runs, and again whenever it goes. Nothing
 * here ever waits for the server: one that hangs costs its words, and nothing else. What was being
 * said when the server died is not said again.
 */
G_DEFINE_FINAL_TYPE (CoachVoice, coach_voice, G_TYPE_OBJECT)

typedef enum
{
  PROP_CLOCK = 1,
  PROP_ADDRESS,
  PROP_STARTER,
  PROP_CLIENT_NAME,
  PROP_LANGUAGE,
  PROP_VOICE_NAME,
  PROP_RATE,
  PROP_VOLUME,
  PROP_STATE,
} CoachVoiceProperty;

static GParamSpec *properties[PROP_STATE + 1];

typedef enum
{
  SIGNAL_BEGAN,
  SIGNAL_ENDED,
  SIGNAL_DROPPED,
} CoachVoiceSignal;

static guint signals[SIGNAL_DROPPED + 1];

/* How the talk tells of itself. */

void
coach_voice_set_state (CoachVoice      *self,
                       CoachVoiceState  state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

void
coach_voice_tell_began (CoachVoice *self,
                        const char *text,
                        gint64      late_us)
{
  g_signal_emit (self, signals[SIGNAL_BEGAN], 0, text, late_us);
}

void
coach_voice_tell_ended (CoachVoice *self,
                        const char *text,
                        gboolean    is_whole)
{
  g_signal_emit (self, signals[SIGNAL_ENDED], 0, text, is_whole);
}

void
coach_voice_tell_dropped (CoachVoice *self,
                          const char *text)
{
  g_debug ("not said: %s", text);
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, text);
}

static void
coach_voice_constructed (GObject *object)
{
  CoachVoice *self = COACH_VOICE (object);

  G_OBJECT_CLASS (coach_voice_parent_class)->constructed (object);

  coach_voice_begin_talk (self);
}

static void
coach_voice_dispose (GObject *object)
{
  coach_voice_end_talk (COACH_VOICE (object));

  G_OBJECT_CLASS (coach_voice_parent_class)->dispose (object);
}

static void
coach_voice_finalize (GObject *object)
{
  CoachVoice *self = COACH_VOICE (object);

  coach_speech_queue_clear (&self->queue);
  coach_speech_settings_clear (&self->settings);
  g_clear_object (&self->clock);
  g_free (self->address);
  g_free (self->starter);
  g_free (self->client_name);

  G_OBJECT_CLASS (coach_voice_parent_class)->finalize (object);
}

static void
coach_voice_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  CoachVoice *self = COACH_VOICE (object);

  switch ((CoachVoiceProperty) id)
    {
    case PROP_LANGUAGE:
      g_value_set_string (value, self->settings.language);
      break;
    case PROP_VOICE_NAME:
      g_value_set_string (value, self->settings.voice_name);
      break;
    case PROP_RATE:
      g_value_set_int (value, self->settings.rate);
      break;
    case PROP_VOLUME:
      g_value_set_uint (value, self->settings.volume);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_CLOCK:
    case PROP_ADDRESS:
    case PROP_STARTER:
    case PROP_CLIENT_NAME:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_text (CoachVoice   *self,
          char        **text,
          const GValue *value,
          GParamSpec   *pspec)
{
  const char *words = g_value_get_string (value);

  if (words == NULL)
    words = "";
  if (g_strcmp0 (*text, words) == 0)
    return;
  g_free (*text);
  *text = g_strdup (words);
  coach_voice_renew_talk (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_rate (CoachVoice *self,
          int         rate)
{
  if (self->settings.rate == rate)
    return;
  self->settings.rate = rate;
  if (self->link != NULL)
    coach_speech_link_apply (self->link, &self->settings);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RATE]);
}

static void
set_volume (CoachVoice *self,
            guint       volume)
{
  if (self->settings.volume == volume)
    return;
  self->settings.volume = volume;
  if (self->link != NULL)
    coach_speech_link_apply (self->link, &self->settings);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VOLUME]);
}

static void
coach_voice_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  CoachVoice *self = COACH_VOICE (object);

  switch ((CoachVoiceProperty) id)
    {
    case PROP_CLOCK:
      self->clock = g_value_dup_object (value);
      break;
    case PROP_ADDRESS:
      self->address = g_value_dup_string (value);
      break;
    case PROP_STARTER:
      self->starter = g_value_dup_string (value);
      break;
    case PROP_CLIENT_NAME:
      self->client_name = g_value_dup_string (value);
      break;
    case PROP_LANGUAGE:
      set_text (self, &self->settings.language, value, pspec);
      break;
    case PROP_VOICE_NAME:
      set_text (self, &self->settings.voice_name, value, pspec);
      break;
    case PROP_RATE:
      set_rate (self, g_value_get_int (value));
      break;
    case PROP_VOLUME:
      set_volume (self, g_value_get_uint (value));
      break;
    case PROP_STATE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_given_properties (void)
{
  const GParamFlags given_once = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                 | G_PARAM_STATIC_STRINGS;

  /**
   * CoachVoice:clock:
   *
   * The time that utterances are due by.
   */
  properties[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, COACH_TYPE_CLOCK, given_once);

  /**
   * CoachVoice:address:
   *
   * Where the speech server listens; see [func@Voice.find_address].
   */
  properties[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, NULL, given_once);

  /**
   * CoachVoice:starter:
   *
   * The program that starts the speech server where none listens.
   */
  properties[PROP_STARTER] = g_param_spec_string ("starter", NULL, NULL, NULL, given_once);

  /**
   * CoachVoice:client-name:
   *
   * What the speech server calls us: the person may set things up for this name.
   */
  properties[PROP_CLIENT_NAME]
      = g_param_spec_string ("client-name", NULL, NULL, "lowtide", given_once);
}

static void
install_chosen_properties (void)
{
  const GParamFlags chosen = G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_EXPLICIT_NOTIFY
                             | G_PARAM_STATIC_STRINGS;

  /**
   * CoachVoice:language:
   *
   * The language of what is said, as BCP 47 has it. Empty leaves it to the speech server.
   */
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "", chosen);

  /**
   * CoachVoice:voice-name:
   *
   * The [struct@VoiceName] that speaks. Empty is the person's own for the language.
   */
  properties[PROP_VOICE_NAME] = g_param_spec_string ("voice-name", NULL, NULL, "", chosen);

  /**
   * CoachVoice:rate:
   *
   * How much slower or faster than the person's own rate is spoken; 0 is as fast.
   */
  properties[PROP_RATE] = g_param_spec_int ("rate", NULL, NULL, -100, 100, 0, chosen);

  /**
   * CoachVoice:volume:
   *
   * How loud it is, in percent of the person's own volume.
   */
  properties[PROP_VOLUME] = g_param_spec_uint ("volume", NULL, NULL, 0, 100, 100, chosen);

  /**
   * CoachVoice:state:
   *
   * Whether there is somebody to speak.
   */
  properties[PROP_STATE]
      = g_param_spec_enum ("state", NULL, NULL, COACH_TYPE_VOICE_STATE, COACH_VOICE_STATE_OPENING,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
install_signals (void)
{
  /**
   * CoachVoice::began:
   * @self: the voice
   * @text: what is being said now
   * @late_us: how long ago it was due, in microseconds. It may be negative by a little
   *
   * Something is to be heard.
   */
  signals[SIGNAL_BEGAN] = g_signal_new ("began", COACH_TYPE_VOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);

  /**
   * CoachVoice::ended:
   * @self: the voice
   * @text: what was said
   * @is_whole: whether it was said to its end, and not cut off
   *
   * What began is over.
   */
  signals[SIGNAL_ENDED] = g_signal_new ("ended", COACH_TYPE_VOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  /**
   * CoachVoice::dropped:
   * @self: the voice
   * @text: what was not said
   *
   * Something will not be heard: it was too late for it, or there is no speech server.
   */
  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", COACH_TYPE_VOICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
coach_voice_class_init (CoachVoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = coach_voice_constructed;
  object_class->dispose = coach_voice_dispose;
  object_class->finalize = coach_voice_finalize;
  object_class->get_property = coach_voice_get_property;
  object_class->set_property = coach_voice_set_property;

  install_given_properties ();
  install_chosen_properties ();
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  install_signals ();
}

static void
coach_voice_init (CoachVoice *self)
{
  self->settings.language = g_strdup ("");
  self->settings.voice_name = g_strdup ("");
  coach_speech_queue_init (&self->queue);
}

/**
 * coach_voice_new:
 * @clock: the time that utterances are due by
 * @address: (nullable): where the speech server listens, from [func@Voice.find_address]
 * @starter: (nullable): the program that starts the speech server where none listens; its own is
 *   `speech-dispatcher`
 *
 * Makes a voice, which looks for the server as soon as the main loop runs.
 *
 * Returns: (transfer full): a voice
 */
CoachVoice *
coach_voice_new (CoachClock *clock,
                 const char *address,
                 const char *starter)
{
  g_return_val_if_fail (COACH_IS_CLOCK (clock), NULL);

  return g_object_new (COACH_TYPE_VOICE, "clock", clock, "address", address, "starter", starter,
                       NULL);
}

/**
 * coach_voice_find_address:
 * @environment: (array zero-terminated=1): the variables of the process
 *
 * Finds where the person's speech server listens, as its own library does.
 *
 * Returns: (transfer full) (nullable): an address
 */
char *
coach_voice_find_address (const char * const *environment)
{
  const char *address = g_environ_getenv ((char **) environment, "SPEECHD_ADDRESS");
  const char *folder = g_environ_getenv ((char **) environment, "XDG_RUNTIME_DIR");

  if (address != NULL && *address != '\0')
    return g_strdup (address);
  if (folder == NULL || *folder == '\0')
    return NULL;
  return g_strdup_printf ("unix_socket:%s/speech-dispatcher/speechd.sock", folder);
}

/**
 * coach_voice_find_starter:
 * @environment: (array zero-terminated=1): the variables of the process
 *
 * Finds what starts the person's speech server, as its own library does.
 *
 * Returns: (transfer full): a program
 */
char *
coach_voice_find_starter (const char * const *environment)
{
  const char *command = g_environ_getenv ((char **) environment, "SPEECHD_CMD");

  return g_strdup (command != NULL && *command != '\0' ? command : "speech-dispatcher");
}

/**
 * coach_voice_get_state:
 * @self: a voice
 *
 * Tells whether there is somebody to speak.
 *
 * Returns: the state
 */
CoachVoiceState
coach_voice_get_state (CoachVoice *self)
{
  g_return_val_if_fail (COACH_IS_VOICE (self), COACH_VOICE_STATE_ABSENT);

  return self->state;
}

/**
 * coach_voice_get_full_rate:
 * @self: a voice
 *
 * Gets how fast it speaks: the person's own rate, as far as the server has told it, with
 * [property@Voice:rate] added.
 *
 * Returns: from -100 to 100, for [func@speech_time_estimate_us]
 */
int
coach_voice_get_full_rate (CoachVoice *self)
{
  g_return_val_if_fail (COACH_IS_VOICE (self), 0);

  return self->link != NULL ? coach_speech_link_get_rate (self->link) : self->settings.rate;
}

/**
 * coach_voice_say:
 * @self: a voice
 * @utterance: what to say, and when
 *
 * Has something said at its time, or dropped. It may be handed over long before it is due.
 */
void
coach_voice_say (CoachVoice           *self,
                 const CoachUtterance *utterance)
{
  g_return_if_fail (COACH_IS_VOICE (self));
  g_return_if_fail (utterance != NULL && utterance->text != NULL);

  coach_speech_queue_add (&self->queue, utterance);
  coach_voice_go_on (self);
}

/**
 * coach_voice_hush:
 * @self: a voice
 *
 * Cuts off what is being said, and drops all that waits.
 */
void
coach_voice_hush (CoachVoice *self)
{
  g_return_if_fail (COACH_IS_VOICE (self));

  coach_speech_queue_hush (&self->queue);
  coach_voice_go_on (self);
}

/**
 * coach_voice_look:
 * @self: a voice
 *
 * Looks for the speech server now, where the next try would come later.
 */
void
coach_voice_look (CoachVoice *self)
{
  g_return_if_fail (COACH_IS_VOICE (self));

  if (self->link != NULL)
    return;
  coach_voice_open (self);
}

/**
 * coach_voice_list_voices_async:
 * @self: a voice
 * @cancellable: (nullable): to give up
 * @callback: called when they are known
 * @user_data: handed to @callback
 *
 * Asks the speech server for the voices that can be chosen.
 */
void
coach_voice_list_voices_async (CoachVoice          *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (COACH_IS_VOICE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, coach_voice_list_voices_async);
  if (self->link != NULL)
    coach_speech_link_list_voices (self->link, g_steal_pointer (&task));
  else
    g_task_return_new_error (task, COACH_VOICE_ERROR, COACH_VOICE_ERROR_ABSENT,
                             "there is no speech server");
}

/**
 * coach_voice_list_voices_finish:
 * @self: a voice
 * @result: what the callback was given
 * @error: return location for an error in the domain of [error@VoiceError]
 *
 * Gets the voices that were asked for, in the server's order.
 *
 * Returns: (transfer full) (element-type CoachVoiceName): the voices
 */
GPtrArray *
coach_voice_list_voices_finish (CoachVoice    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
