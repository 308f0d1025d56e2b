#define G_LOG_DOMAIN "coach-voice"

#include "config.h"

#include "coach-speech-link-private.h"

#include "coach-ssip-channel-private.h"
#include "coach-voice-error.h"
#include "coach-voice-name.h"

struct _CoachSpeechLink
{
  GObject              parent_instance;

  CoachSsipChannel    *channel;        /* (owned) (not nullable) */
  CoachSpeechSettings  settings;       /* as they are to be, or as the server was told */
  gboolean             is_open;

  char                *their_language; /* (owned) (nullable): until the server has told */
  int                  their_rate;
  int                  their_volume;

  CoachSpeechPriority  priority;       /* as the server was told */
  gboolean             is_speaking;    /* until the server says that it is over */
  guint64              message_id;     /* of what is being said; 0 until the server has told */
  guint64              last_id;        /* of what was said before */
};

/**
 * CoachSpeechLink:
 *
 * One acquaintance with the speech server, from its opening to its end: it is told who speaks and how
 * it is to sound, is given one text after the other, and tells when each is heard.
 */
G_DEFINE_FINAL_TYPE (CoachSpeechLink, coach_speech_link, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_OPENED,
  SIGNAL_CLOSED,
  SIGNAL_BEGAN,
  SIGNAL_ENDED,
} CoachSpeechLinkSignal;

static guint signals[SIGNAL_ENDED + 1];

static void G_GNUC_PRINTF (4, 5)
command (CoachSpeechLink  *self,
         CoachSsipReplied  replied,
         gpointer          user_data,
         const char       *format,
         ...)
{
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  line = g_strconcat (words, "\r\n", NULL);
  coach_ssip_channel_send (self->channel, line, replied, user_data);
}

/* A voice that is no longer installed, say: the person's own speaks, then. */
static void
set_replied (const CoachSsipReply *reply,
             gpointer              user_data)
{
  const char *what = user_data;

  if (reply != NULL && !coach_ssip_reply_is_done (reply))
    g_info ("the speech server refuses %s: %s", what, reply->message);
}

static void
set_rate (CoachSpeechLink *self)
{
  command (self, set_replied, "a rate", "SET SELF RATE %d",
           coach_speech_settings_combine_rate (&self->settings, self->their_rate));
}

static void
set_volume (CoachSpeechLink *self)
{
  command (self, set_replied, "a volume", "SET SELF VOLUME %d",
           coach_speech_settings_combine_volume (&self->settings, self->their_volume));
}

/* What nobody chose with us is not set at all. */
static void
set_what_was_chosen (CoachSpeechLink *self)
{
  g_autofree char *language = coach_speech_settings_dup_language (&self->settings,
                                                                  self->their_language);
  g_autofree char *voice_name = coach_ssip_escape_word (self->settings.voice_name);

  if (language != NULL)
    command (self, set_replied, "a language", "SET SELF LANGUAGE %s", language);
  if (*voice_name != '\0')
    command (self, set_replied, "a voice", "SET SELF SYNTHESIS_VOICE %s", voice_name);
  if (self->settings.rate != 0)
    set_rate (self);
  if (self->settings.volume != 100)
    set_volume (self);
}

static void
greeted (const CoachSsipReply *reply,
         gpointer              user_data)
{
  CoachSpeechLink *self = user_data;

  if (reply == NULL)
    return;
  self->is_open = TRUE;
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

/* The last question. Whatever was chosen is set before anything is said. */
static void
language_told (const CoachSsipReply *reply,
               gpointer              user_data)
{
  CoachSpeechLink *self = user_data;

  if (reply == NULL)
    return;
  self->their_language = g_strdup (coach_ssip_reply_get (reply, 0));
  set_what_was_chosen (self);
  command (self, greeted, self, "SET SELF PRIORITY MESSAGE");
}

static void
number_told (const CoachSsipReply *reply,
             gpointer              user_data)
{
  int *number = user_data;

  if (reply != NULL && coach_ssip_reply_is_done (reply))
    *number = (int) g_ascii_strtoll (coach_ssip_reply_get (reply, 0), NULL, 10);
}

static void
greet (CoachSpeechLink *self,
       const char      *client_name)
{
  g_autofree char *user = coach_ssip_escape_word (g_get_user_name ());

  command (self, NULL, NULL, "SET SELF CLIENT_NAME \"%s:%s:coach\"", user, client_name);
  command (self, NULL, NULL, "SET SELF NOTIFICATION BEGIN ON");
  command (self, NULL, NULL, "SET SELF NOTIFICATION END ON");
  command (self, NULL, NULL, "SET SELF NOTIFICATION CANCEL ON");
  command (self, number_told, &self->their_rate, "GET RATE");
  command (self, number_told, &self->their_volume, "GET VOLUME");
  command (self, language_told, self, "GET LANGUAGE");
}

static void
end (CoachSpeechLink *self,
     gboolean         is_whole)
{
  if (!self->is_speaking)
    return;
  self->is_speaking = FALSE;
  self->last_id = MAX (self->last_id, self->message_id);
  g_signal_emit (self, signals[SIGNAL_ENDED], 0, is_whole);
}

/* Only one thing of ours is said at a time, and the server counts up: what is newer than the last is
 * it, also while the server has not told its number. */
static gboolean
is_about_ours (CoachSpeechLink      *self,
               const CoachSsipReply *event)
{
  guint64 id = g_ascii_strtoull (coach_ssip_reply_get (event, 0), NULL, 10);

  if (!self->is_speaking)
    return FALSE;
  if (self->message_id == 0 && id > self->last_id)
    self->message_id = id;
  return id == self->message_id;
}

static void
event_cb (CoachSpeechLink      *self,
          const CoachSsipReply *event)
{
  if (!is_about_ours (self, event))
    return;
  switch (event->code)
    {
    case 701:
      g_signal_emit (self, signals[SIGNAL_BEGAN], 0);
      break;
    case 702:
      end (self, TRUE);
      break;
    case 703:
      end (self, FALSE);
      break;
    default:
      break;
    }
}

static void
closed_cb (CoachSpeechLink *self,
           const GError    *error)
{
  self->is_open = FALSE;
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0, error);
}

static void
coach_speech_link_dispose (GObject *object)
{
  coach_speech_link_close (COACH_SPEECH_LINK (object));

  G_OBJECT_CLASS (coach_speech_link_parent_class)->dispose (object);
}

static void
coach_speech_link_finalize (GObject *object)
{
  CoachSpeechLink *self = COACH_SPEECH_LINK (object);

  g_clear_object (&self->channel);
  coach_speech_settings_clear (&self->settings);
  g_free (self->their_language);

  G_OBJECT_CLASS (coach_speech_link_parent_class)->finalize (object);
}

static void
coach_speech_link_class_init (CoachSpeechLinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = coach_speech_link_dispose;
  object_class->finalize = coach_speech_link_finalize;

  /**
   * CoachSpeechLink::opened:
   * @self: the link
   *
   * The server knows us, and can speak.
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", COACH_TYPE_SPEECH_LINK, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * CoachSpeechLink::closed:
   * @self: the link
   * @error: why, in the domain of [error@VoiceError]
   *
   * There is no server, or no longer. Nothing more will come.
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", COACH_TYPE_SPEECH_LINK, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  /**
   * CoachSpeechLink::began:
   * @self: the link
   *
   * What it was given last is to be heard.
   */
  signals[SIGNAL_BEGAN] = g_signal_new ("began", COACH_TYPE_SPEECH_LINK, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);

  /**
   * CoachSpeechLink::ended:
   * @self: the link
   * @is_whole: whether it was said to its end
   *
   * What it was given last is over, or was refused.
   */
  signals[SIGNAL_ENDED] = g_signal_new ("ended", COACH_TYPE_SPEECH_LINK, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
coach_speech_link_init (CoachSpeechLink *self)
{
  self->priority = COACH_SPEECH_PRIORITY_STOP;
}

/**
 * coach_speech_link_new:
 * @clock: for bounds
 * @address: (nullable): where the server listens
 * @starter: (nullable): the program that starts it
 * @client_name: what it calls us
 * @settings: how it is to sound; copied
 *
 * Opens a link, as soon as the main loop runs.
 *
 * Returns: (transfer full): a link
 */
CoachSpeechLink *
coach_speech_link_new (CoachClock                *clock,
                       const char                *address,
                       const char                *starter,
                       const char                *client_name,
                       const CoachSpeechSettings *settings)
{
  CoachSpeechLink *self = g_object_new (COACH_TYPE_SPEECH_LINK, NULL);

  coach_speech_settings_copy (settings, &self->settings);
  self->channel = coach_ssip_channel_new (clock, address, starter);
  g_signal_connect_object (self->channel, "closed", G_CALLBACK (closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->channel, "event", G_CALLBACK (event_cb), self,
                           G_CONNECT_SWAPPED);
  greet (self, client_name);
  return self;
}

/**
 * coach_speech_link_close:
 * @self: a link, which may be closed already
 *
 * Ends it, without telling. Who waits for voices gets an error.
 */
void
coach_speech_link_close (CoachSpeechLink *self)
{
  self->is_open = FALSE;
  self->is_speaking = FALSE;
  coach_ssip_channel_close (self->channel);
}

/**
 * coach_speech_link_apply:
 * @self: a link
 * @settings: another rate or volume, and the same language and voice
 *
 * Lets what is said from now on sound otherwise. Another language or voice takes another link: the
 * server has no word for going back to the person's own.
 */
void
coach_speech_link_apply (CoachSpeechLink           *self,
                         const CoachSpeechSettings *settings)
{
  gboolean has_rate = settings->rate != self->settings.rate;
  gboolean has_volume = settings->volume != self->settings.volume;

  self->settings.rate = settings->rate;
  self->settings.volume = settings->volume;
  if (self->their_language == NULL)
    return;
  if (has_rate)
    set_rate (self);
  if (has_volume)
    set_volume (self);
}

static void
text_taken (const CoachSsipReply *reply,
            gpointer              user_data)
{
  CoachSpeechLink *self = user_data;

  if (reply == NULL)
    return;
  if (!coach_ssip_reply_is_done (reply) || reply->data->len == 0)
    end (self, FALSE);
  else if (self->message_id == 0)
    self->message_id = g_ascii_strtoull (coach_ssip_reply_get (reply, 0), NULL, 10);
}

/* The server weighs all programs that speak. A hint is not worth a word of a screen reader: it is left
 * out while anybody else speaks. The rest cuts off what a screen reader reads, and what it would read
 * waits for the few words of ours. Louder than that would take "important", which the person's own key
 * for silence does not end. */
static void
set_priority (CoachSpeechLink     *self,
              CoachSpeechPriority  priority)
{
  gboolean is_tip = priority == COACH_SPEECH_PRIORITY_TIP;

  if (is_tip != (self->priority == COACH_SPEECH_PRIORITY_TIP))
    command (self, NULL, NULL, "SET SELF PRIORITY %s", is_tip ? "NOTIFICATION" : "MESSAGE");
  self->priority = priority;
}

/**
 * coach_speech_link_speak:
 * @self: an open link, on which nothing is being said
 * @text: what to say
 * @priority: how much it matters
 *
 * Says something. It has ended also when the server does not take it.
 */
void
coach_speech_link_speak (CoachSpeechLink     *self,
                         const char          *text,
                         CoachSpeechPriority  priority)
{
  g_autofree char *bytes = coach_ssip_escape_text (text);

  set_priority (self, priority);
  self->last_id = MAX (self->last_id, self->message_id);
  self->message_id = 0;
  self->is_speaking = TRUE;
  command (self, NULL, NULL, "SPEAK");
  coach_ssip_channel_send (self->channel, bytes, text_taken, self);
}

/**
 * coach_speech_link_cut:
 * @self: an open link
 *
 * Tells the server to fall silent. What is said has ended once the server tells so.
 */
void
coach_speech_link_cut (CoachSpeechLink *self)
{
  command (self, NULL, NULL, "CANCEL SELF");
}

static void
take_voice (GPtrArray  *voices,
            const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, "\t", 3);
  const char *variant;

  if (g_strv_length (words) < 2 || *words[0] == '\0')
    return;
  variant = words[2] != NULL && *words[2] != '\0' && g_strcmp0 (words[2], "none") != 0 ? words[2]
                                                                                      : NULL;
  g_ptr_array_add (voices, coach_voice_name_new (words[0], words[1], variant));
}

static void
voices_told (const CoachSsipReply *reply,
             gpointer              user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GPtrArray) voices = NULL;

  if (reply == NULL)
    {
      g_task_return_new_error (task, COACH_VOICE_ERROR, COACH_VOICE_ERROR_LOST,
                               "the speech server is gone");
      return;
    }
  if (!coach_ssip_reply_is_done (reply))
    {
      g_task_return_new_error (task, COACH_VOICE_ERROR, COACH_VOICE_ERROR_REFUSED,
                               "the speech server tells no voices: %s", reply->message);
      return;
    }
  voices = g_ptr_array_new_with_free_func ((GDestroyNotify) coach_voice_name_free);
  for (guint i = 0; i < reply->data->len; i++)
    take_voice (voices, coach_ssip_reply_get (reply, i));
  g_task_return_pointer (task, g_steal_pointer (&voices), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * coach_speech_link_get_rate:
 * @self: a link
 *
 * Gets how fast the server speaks for us, as far as it has told what the person's own rate is.
 *
 * Returns: from -100 to 100
 */
int
coach_speech_link_get_rate (CoachSpeechLink *self)
{
  return coach_speech_settings_combine_rate (&self->settings, self->their_rate);
}

/**
 * coach_speech_link_list_voices:
 * @self: a link
 * @task: (transfer full): is given the array of [struct@VoiceName], or an error
 *
 * Asks for the voices that can be chosen.
 */
void
coach_speech_link_list_voices (CoachSpeechLink *self,
                               GTask           *task)
{
  command (self, voices_told, task, "LIST SYNTHESIS_VOICES");
}
